// The table of contents shows where the reader is: the link of the heading that was passed last has
// aria-current, and on a screen without room beside the text a slim bar has its name and opens the
// contents. Without this script the contents are plain links.
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

  // The slim bar ----------------------------------------------------------------------------------

  const contents = document.querySelector(".contents");
  const bar = document.createElement("nav");
  bar.className = "section-bar";
  bar.hidden = true;
  bar.setAttribute("aria-label", contents.dataset.bar);
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-expanded", "false");
  const title = document.createElement("span");
  button.append(title);
  bar.append(button);
  document.body.append(bar);
  let list = null;

  function closeList() {
    list?.remove();
    list = null;
    button.setAttribute("aria-expanded", "false");
  }
  button.addEventListener("click", () => {
    if (list) return closeList();
    list = document.createElement("div");
    list.className = "section-list contents";
    list.append(contents.querySelector("ol").cloneNode(true));
    bar.append(list);
    button.setAttribute("aria-expanded", "true");
    list.addEventListener("click", closeList);
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !list) return;
    closeList();
    button.focus();
  });
  addEventListener("pointerdown", (event) => {
    if (list && !bar.contains(event.target)) closeList();
  });

  /** Shows the section that is read, once the contents above the text are out of sight. */
  function name(link) {
    bar.hidden = wide.matches || !link || contents.getBoundingClientRect().bottom > 0;
    if (bar.hidden) return closeList();
    title.textContent = link.textContent;
    title.lang = link.lang;
    title.dir = link.dir;
  }

  function follow() {
    const line = window.innerHeight * 0.25;
    let passed = null;
    for (const heading of headings) {
      if (heading.getBoundingClientRect().top > line) break;
      passed = heading;
    }
    const link = links.get(passed) ?? null;
    if (link === current) return name(link);
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    current = link;
    name(link);
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
