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
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".notice a[href^='#']");
    const target = link && field(decodeURIComponent(link.hash.slice(1)));
    if (target) {
      event.preventDefault();
      target.closest("details")?.setAttribute("open", "");
      target.focus();
    }
  });
})();
