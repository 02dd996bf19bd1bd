// Keeps regions with data-live="<milliseconds>" fresh: the page is fetched again and only what differs is put in place.
// Scroll, focus and opened details stay as they are; a hidden page rests.
(() => {
  "use strict";
  const regions = () => [...document.querySelectorAll("[data-live]")];
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
    for (const details of region.querySelectorAll("details")) {
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

  async function refresh() {
    const response = await fetch(location.href, { headers: { "X-Requested-With": "JavaScript" }, redirect: "error" });
    if (!response.ok) {
      return;
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const region of regions()) {
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

  function later() {
    const pauses = regions().map((region) => Number(region.dataset.live));
    if (pauses.length > 0) {
      setTimeout(async () => {
        if (document.visibilityState === "visible") {
          await refresh().catch(() => {});
        }
        later();
      }, Math.min(...pauses));
    }
  }

  later();
})();
