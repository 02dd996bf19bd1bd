// Puts what a stream tells into the list or the log, without moving what somebody reads: what is new waits behind a button.
(() => {
  "use strict";
  const TOP = 80;
  const MOST_WAITING = 200;
  const news = document.getElementById("news");
  // Anew each time: the page around them may have been put in place again.
  const rows = () => document.getElementById("rows");
  const lines = () => document.getElementById("lines");
  const say = (text) => { document.getElementById("announcement").textContent = text; };
  const fresh = () => document.dispatchEvent(new Event("hub:fresh"));

  function parsed(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    return document.importNode(template.content.querySelector("tr"), true);
  }

  function offer(count, what) {
    const button = news.querySelector("button");
    const text = `${count} new ${what}${count === 1 ? "" : "s"}`;
    if (count > 0 && button.textContent !== text) {
      button.textContent = text;
      say(text);
    }
    news.hidden = count === 0;
  }

  // Executions, newest first.
  const waiting = new Map();
  const at = (row) => Date.parse(row.dataset.requested);
  const calm = () => scrollY < TOP && !rows().contains(document.activeElement) && document.getSelection()?.isCollapsed !== false;
  const cut = () => document.querySelector("a[rel=next]") !== null;

  function place() {
    for (const [id, row] of waiting) {
      if (!document.getElementById(id)) {
        const next = [...rows().rows].find((other) => at(other) <= at(row));
        rows().insertBefore(row, next ?? null);
        row.classList.add("fresh");
      }
    }
    waiting.clear();
    offer(0, "execution");
    fresh();
  }

  function replace(present, row) {
    const focused = present.contains(document.activeElement) ? document.activeElement.id : "";
    if (present.querySelector(".word")?.textContent !== row.querySelector(".word")?.textContent) {
      row.classList.add("fresh");
    }
    present.replaceWith(row);
    fresh();
    if (focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
  }

  document.addEventListener("hub:execution", (event) => {
    if (!rows()) {
      document.dispatchEvent(new Event("hub:again"));
      return;
    }
    const row = parsed(event.detail);
    const present = document.getElementById(row.id);
    if (present) {
      replace(present, row);
      return;
    }
    const last = rows().rows[rows().rows.length - 1];
    if (cut() && last && at(row) < at(last)) {
      return;
    }
    if (waiting.has(row.id) || waiting.size < MOST_WAITING) {
      waiting.set(row.id, row);
    }
    if (calm()) {
      place();
    } else {
      offer(waiting.size, "execution");
    }
  });

  document.addEventListener("hub:left", (event) => {
    document.getElementById(`row-${event.detail}`)?.classList.add("left");
    if (waiting.delete(`row-${event.detail}`)) {
      offer(waiting.size, "execution");
    }
  });

  // Lines of a log, oldest first.
  let unseen = [];
  const bottom = () => lines().getBoundingClientRect().bottom <= innerHeight + TOP;

  document.addEventListener("hub:log", (event) => {
    if (!lines()) {
      return;
    }
    const row = parsed(event.detail);
    const wanted = lines().dataset.levels?.split(" ");
    if (document.getElementById(row.id) || (wanted && !wanted.includes(row.className))) {
      return;
    }
    const atBottom = bottom();
    const behind = row.dataset.behind && document.getElementById(row.dataset.behind);
    if (behind) {
      behind.after(row);
    } else {
      lines().append(row);
    }
    row.classList.add("fresh");
    fresh();
    if (atBottom) {
      row.scrollIntoView({ block: "nearest" });
    } else {
      unseen = [...unseen, row.id];
      offer(unseen.length, "line");
    }
  });

  news?.querySelector("button").addEventListener("click", () => {
    if (rows()) {
      place();
      scrollTo({ top: 0 });
      rows().querySelector("a")?.focus({ preventScroll: true });
    } else {
      const first = unseen.map((id) => document.getElementById(id)).find((line) => line);
      unseen = [];
      offer(0, "line");
      if (first) {
        first.tabIndex = -1;
        first.focus();
        first.scrollIntoView({ block: "center" });
      }
    }
  });
})();
