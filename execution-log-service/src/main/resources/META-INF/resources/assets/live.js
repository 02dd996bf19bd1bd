// Keeps regions with data-live="<milliseconds>" fresh: the page is fetched again and only what differs is put in place. With a
// stream open that happens when it says so, else in these intervals. Scroll, focus and opened details stay; a hidden page rests.
(() => {
  "use strict";
  const PATIENCE = 400;
  const LATE_LINES = 2000;
  const regions = () => [...document.querySelectorAll("[data-live]")];
  const streaming = () => document.documentElement.dataset.stream === "open";
  const busy = (region) => {
    const selection = document.getSelection();
    return selection && !selection.isCollapsed && region.contains(selection.anchorNode);
  };

  // As it came from the server: what other scripts make of it here (local times) is no difference.
  const came = new WeakMap(regions().map((region) => [region, region.innerHTML]));

  function put(region, fresh) {
    if (came.get(region) === fresh.innerHTML && region.dataset.live === fresh.dataset.live) {
      return;
    }
    came.set(region, fresh.innerHTML);
    const focused = region.contains(document.activeElement) ? document.activeElement.id : "";
    const open = new Set([...region.querySelectorAll("details[open]")].map((details) => details.id));
    const closed = new Set([...region.querySelectorAll("details:not([open])")].map((details) => details.id));
    const said = region.querySelector("[data-announce]")?.textContent.trim();
    region.replaceChildren(...fresh.childNodes);
    if (fresh.dataset.live) {
      region.dataset.live = fresh.dataset.live;
    } else {
      delete region.dataset.live;
    }
    for (const details of region.querySelectorAll("details[id]")) {
      details.open = open.has(details.id) || (details.open && !closed.has(details.id));
    }
    document.dispatchEvent(new Event("hub:fresh"));
    if (focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
    const saying = region.querySelector("[data-announce]")?.textContent.trim();
    if (saying && saying !== said) {
      document.getElementById("announcement").textContent = saying;
    }
  }

  async function fetched(all) {
    const response = await fetch(location.href, { headers: { "X-Requested-With": "JavaScript" }, redirect: "error" });
    if (response.status === 499) {
      document.getElementById("signed-out").hidden = false;
    }
    if (!response.ok) {
      return;
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const region of regions().filter((region) => all || !("streamed" in region.dataset))) {
      const fresh = page.getElementById(region.id);
      if (fresh && !busy(region)) {
        put(region, document.importNode(fresh, true));
      } else if (!fresh) {
        // What it said is over (a retry has become an execution): show the page as it is now.
        location.reload();
        return;
      }
    }
  }

  const refresh = (all) => fetched(all).catch(() => {});

  let waiting = 0;
  function soon() {
    waiting ||= setTimeout(() => {
      waiting = 0;
      refresh(false);
    }, PATIENCE);
  }

  // What streams say is put in place by these, never swapped by htmx.
  const told = {
    changed: soon,
    again: () => refresh(true),
    ended: () => {
      clearTimeout(waiting);
      refresh(true);
      // A line may arrive after the end.
      setTimeout(() => refresh(true), LATE_LINES);
    },
  };
  document.addEventListener("htmx:sseBeforeMessage", (event) => {
    event.preventDefault();
    const { type, data } = event.detail;
    if (Object.hasOwn(told, type)) {
      told[type]();
    } else {
      document.dispatchEvent(new CustomEvent(`hub:${type}`, { detail: data }));
    }
  });

  document.addEventListener("hub:again", soon);

  function later() {
    const pauses = regions().map((region) => Number(region.dataset.live));
    if (pauses.length > 0) {
      setTimeout(async () => {
        if (document.visibilityState === "visible" && !streaming()) {
          await refresh(true);
        }
        later();
      }, Math.min(...pauses));
    }
  }

  later();
})();
