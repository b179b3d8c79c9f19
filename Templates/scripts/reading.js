// What a reader may do with an article: share its address, and choose the size of its letters, which
// is remembered. Without this script the buttons are not shown.
(() => {
  "use strict";
  const share = document.querySelector("[data-share]");
  if (share && navigator.share) {
    share.hidden = false;
    share.addEventListener("click", () => {
      navigator.share({ title: document.title, url: location.href }).catch(() => {});
    });
  }

  const sizes = [0.85, 0.92, 1, 1.1, 1.2, 1.35];
  const key = "daf-letters";
  const kept = (() => {
    try {
      return Number(localStorage.getItem(key));
    } catch {
      return NaN;
    }
  })();
  let place = sizes.includes(kept) ? sizes.indexOf(kept) : sizes.indexOf(1);
  const buttons = [...document.querySelectorAll("[data-letters]")];

  function show() {
    document.documentElement.style.setProperty("--letters", String(sizes[place]));
    for (const button of buttons) {
      const step = button.dataset.letters === "larger" ? 1 : -1;
      button.disabled = !(place + step in sizes);
    }
  }

  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => {
      place += button.dataset.letters === "larger" ? 1 : -1;
      show();
      try {
        localStorage.setItem(key, String(sizes[place]));
      } catch {
        // A browser that keeps nothing forgets it with the page.
      }
    });
  }
  show();
})();
