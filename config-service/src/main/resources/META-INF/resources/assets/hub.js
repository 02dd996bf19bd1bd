// What the pages do beyond HTML: the sign-in host while it is typed, and where the eye goes after a part of the page was replaced.
(() => {
  "use strict";
  const field = (name) => document.getElementById(name);

  function host() {
    const shown = document.querySelector("[data-host-name]");
    if (!shown) {
      return;
    }
    const prefix = field("userPool.domainPrefix").value.trim() || "[domain name]";
    const region = field("aws.region").value.trim() || "[region]";
    const fips = region.startsWith("us-gov-") ? "-fips" : "";
    const end = region.startsWith("eusc-") ? "eu" : "com";
    shown.textContent = `${prefix}.auth${fips}.${region}.amazoncognito.${end}`;
  }

  document.addEventListener("input", host);
  document.addEventListener("DOMContentLoaded", host);
  // A secret that was typed is never sent back: it stays in this page's memory until the page it belongs to is left.
  const secrets = new Map();
  document.addEventListener("htmx:beforeSwap", () => {
    document.getElementById("trouble").replaceChildren();
    secrets.clear();
    for (const secret of document.querySelectorAll("[data-secret]")) {
      secrets.set(secret.id, secret.value);
    }
  });
  document.addEventListener("htmx:afterSettle", () => {
    host();
    for (const secret of document.querySelectorAll("[data-secret]")) {
      secret.value ||= secrets.get(secret.id) ?? "";
    }
    secrets.clear();
    const title = document.getElementById("step-title");
    if (title && (document.activeElement === document.body || !document.activeElement)) {
      title.focus({ preventScroll: false });
    }
  });
  // Finish agrees to the plan that is shown, so it waits for one.
  document.addEventListener("submit", (event) => {
    if (event.target.id === "finish" && document.querySelector("#preview[aria-busy=true]")) {
      event.preventDefault();
      field("finish-help").textContent = "The plan is still being worked out. Look at it, then choose Finish.";
    }
  });
  // A session that has ended is told, never hidden: the sign-in opens beside the page, so nothing that was typed is lost.
  document.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers["X-Requested-With"] = "JavaScript";
  });
  document.addEventListener("htmx:responseError", (event) => {
    const status = event.detail.xhr.status;
    tell(status === 499 || status === 401 ? "session-ended" : status === 403 ? "not-allowed" : "went-wrong");
  });
  document.addEventListener("htmx:sendError", () => tell("not-sent"));
  function tell(what) {
    document.getElementById("trouble").replaceChildren(document.getElementById(what).content.cloneNode(true));
  }
  // Links to a field go into it, and to the line and column they tell.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".notice a[href^='#'], a[data-line]");
    const target = link && field(decodeURIComponent(link.hash.slice(1)));
    if (!target) {
      return;
    }
    event.preventDefault();
    target.closest("details")?.setAttribute("open", "");
    target.focus();
    if (link.dataset.line) {
      const before = target.value.split("\n").slice(0, link.dataset.line - 1);
      const at = before.reduce((sum, line) => sum + line.length + 1, 0) + Number(link.dataset.column ?? 1) - 1;
      target.setSelectionRange(at, at);
    }
  });
})();
