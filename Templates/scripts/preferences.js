// What a reader has chosen and the browser remembers: the size of letters, the scheme of colours,
// justified lines. It is read before the page is painted, so that nothing changes while one looks.
(() => {
  "use strict";
  const read = (key) => {
    try {
      return localStorage.getItem(`daf-${key}`);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  const letters = Number(read("letters"));
  if (letters >= 0.8 && letters <= 1.5) root.style.setProperty("--letters", String(letters));
  const scheme = read("scheme");
  if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  if (read("justified") === "yes") root.dataset.justified = "";
})();
