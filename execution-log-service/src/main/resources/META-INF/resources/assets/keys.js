// Keyboard, theme and how times are shown. Everything works without it.
(() => {
  "use strict";
  const store = {
    get: (name) => { try { return localStorage.getItem(name); } catch { return null; } },
    set: (name, value) => { try { localStorage.setItem(name, value); } catch { /* then for this page only */ } },
  };
  const say = (text) => { document.getElementById("announcement").textContent = text; };

  function choice(id, name, values, label, apply) {
    const button = document.getElementById(id);
    let value = values.includes(store.get(name)) ? store.get(name) : values[0];
    const show = () => { button.textContent = label(value); apply(value); };
    button.hidden = false;
    button.addEventListener("click", () => {
      value = values[(values.indexOf(value) + 1) % values.length];
      store.set(name, value);
      show();
      say(label(value));
    });
    show();
    return () => apply(value);
  }

  choice("theme", "hub-theme", ["system", "light", "dark"], (value) => `Theme: ${value}`, (value) => {
    if (value === "system") {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = value;
    }
  });

  const units = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  const clock = new Intl.DateTimeFormat("sv-SE", { timeStyle: "short" });
  const local = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium" });
  function ago(date) {
    const seconds = Math.round((date - Date.now()) / 1000);
    const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? units.at(-1);
    return relative.format(Math.round(seconds / size), unit);
  }
  const times = choice("time-mode", "hub-times", ["UTC", "local", "relative"], (value) => `Times: ${value}`, (value) => {
    for (const time of document.querySelectorAll("time[datetime]")) {
      time.dataset.utc ??= time.textContent;
      const date = new Date(time.dateTime);
      const text = value === "local" ? ("short" in time.dataset ? clock : local).format(date) : value === "relative" ? ago(date) : time.dataset.utc;
      if (time.textContent !== text) {
        time.textContent = text;
      }
      time.title = `${time.dataset.utc} UTC`;
    }
  });
  document.addEventListener("hub:fresh", times);
  setInterval(times, 30000);

  const shortcuts = document.getElementById("shortcuts");
  const help = document.getElementById("help");
  help.hidden = false;
  help.addEventListener("click", () => shortcuts.showModal());

  const rows = () => [...document.querySelectorAll("[data-row], .list tbody th[scope=row] a, .cards h2 a")];
  function step(by) {
    const all = rows();
    const at = all.indexOf(document.activeElement);
    all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  }
  function nextError() {
    const errors = [...document.querySelectorAll(".log tr.error, .log tr.fatal")];
    const at = errors.indexOf(document.activeElement);
    const next = errors[(at + 1) % errors.length];
    if (next) {
      next.tabIndex = -1;
      next.focus();
      next.scrollIntoView({ block: "center" });
      say(`Error ${errors.indexOf(next) + 1} of ${errors.length}`);
    } else {
      say("No error in this log");
    }
  }
  // What needs this script is hidden until it is there.
  const offer = () => {
    for (const button of document.querySelectorAll("[data-copy], [data-fold], #next-error")) {
      button.hidden = false;
    }
  };
  offer();
  document.addEventListener("hub:fresh", offer);
  function fold(button) {
    const branches = [...document.getElementById(button.dataset.fold).querySelectorAll("details")];
    const open = branches.some((branch) => branch.open);
    branches.forEach((branch) => { branch.open = !open; });
    button.firstChild.textContent = open ? "Unfold" : "Fold";
  }
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy], [data-fold], #next-error");
    if (button?.id === "next-error") {
      nextError();
    } else if (button?.dataset.fold) {
      fold(button);
    } else if (button) {
      const copied = navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      say(await copied.then(() => "Copied", () => "The browser does not let this page copy"));
    }
  });

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    e: nextError,
    n: () => document.querySelector("a[rel=next]")?.click(),
    g: () => location.assign("/summary"),
    "/": () => document.querySelector("input[type=search]")?.focus(),
    "?": () => shortcuts.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, dialog");
    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });
})();
