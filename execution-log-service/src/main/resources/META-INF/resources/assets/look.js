// Before the first paint: the theme that was chosen here.
(() => {
  "use strict";
  try {
    const theme = localStorage.getItem("hub-theme");
    if (theme === "light" || theme === "dark") {
      document.documentElement.dataset.theme = theme;
    }
  } catch {
    // No storage, no choice: the system's theme.
  }
})();
