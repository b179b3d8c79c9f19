// The table of contents shows where the reader is: the link of the heading that was passed last has
// aria-current. Without this script the contents are plain links.
(() => {
  "use strict";
  const links = new Map();
  for (const link of document.querySelectorAll(".contents a[href^='#']")) {
    try {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    } catch {
      // An address that is not well-formed leads nowhere.
    }
  }

  // Open beside the text, closed above it.
  const fold = document.querySelector(".contents > details");
  const wide = matchMedia("(min-width: 75rem)");
  const unfold = () => {
    if (fold) fold.open = wide.matches;
  };
  wide.addEventListener("change", unfold);
  unfold();
  if (links.size === 0) return;
  const headings = [...links.keys()];
  let current = null;

  function follow() {
    const line = window.innerHeight * 0.25;
    let passed = null;
    for (const heading of headings) {
      if (heading.getBoundingClientRect().top > line) break;
      passed = heading;
    }
    const link = links.get(passed) ?? null;
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    current = link;
    const box = link?.closest(".contents");
    if (!box || box.scrollHeight <= box.clientHeight) return;
    const place = link.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    if (place.top < frame.top || place.bottom > frame.bottom) {
      box.scrollTop += place.top - frame.top - frame.height / 3;
    }
  }

  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  }, { passive: true });
  addEventListener("resize", follow);
  follow();
})();
