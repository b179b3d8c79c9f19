// Notes where the reader is: on wide screens in the margin beside their lines, elsewhere in a pop-up
// at the mark by hover, focus and touch. Without this script they stand at the end of the article,
// linked both ways.
(() => {
  "use strict";
  const article = document.querySelector(".article");
  const section = article?.querySelector(".notes");
  if (!section) return;

  /** The note that a mark leads to. */
  const noteOf = (mark) => {
    try {
      const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
      return note && section.contains(note) ? note : null;
    } catch {
      // An address that is not well-formed leads nowhere.
      return null;
    }
  };
  const marks = [...article.querySelectorAll("a[role='doc-noteref']")].filter(noteOf);
  const notes = [...section.querySelectorAll(".note-list > li")];
  const marksOf = (note) => marks.filter((mark) => noteOf(mark) === note);

  // In the margin ---------------------------------------------------------------------------------

  const wide = matchMedia("screen and (min-width: 75rem)");
  const gap = 8;

  /** Puts each note beside its first mark, or below the note before it where there is no room. */
  function arrange() {
    article.classList.toggle("with-sidenotes", wide.matches);
    section.style.removeProperty("min-block-size");
    for (const note of notes) note.style.removeProperty("inset-block-start");
    if (!wide.matches) return;
    const top = section.getBoundingClientRect().top;
    const places = new Map();
    for (const mark of marks) {
      const note = noteOf(mark);
      if (!places.has(note) && !section.contains(mark)) {
        places.set(note, mark.getBoundingClientRect().top - top);
      }
    }
    // Two series of notes are two lists: in the margin they stand in the order of their marks.
    let last = 0;
    const placed = notes.map((note) => {
      last = places.get(note) ?? last;
      return { note, order: last, height: note.offsetHeight };
    });
    placed.sort((a, b) => a.order - b.order);
    // Wide figures and tables reach into the margin.
    const taken = [...article.querySelectorAll(".article-body > :is(.wide, .full)")].map((element) => {
      const box = element.getBoundingClientRect();
      return { start: box.top - top - gap, end: box.bottom - top + gap };
    });
    let free = 0;
    for (const { note, height } of placed) {
      let place = Math.max(places.get(note) ?? free, free);
      for (const { start, end } of taken) {
        if (place < end && place + height > start) place = end;
      }
      note.style.setProperty("inset-block-start", `${place}px`);
      free = place + height + gap;
    }
    section.style.setProperty("min-block-size", `${free}px`);
  }

  arrange();
  wide.addEventListener("change", () => {
    close();
    arrange();
  });
  new ResizeObserver(() => {
    if (wide.matches) arrange();
  }).observe(article.querySelector(".article-body") ?? article);
  document.fonts?.ready.then(arrange);

  // In a pop-up -----------------------------------------------------------------------------------

  let popup = null;
  let owner = null;
  let timer = 0;

  /** Whether a note stands in the margin and can be seen there. */
  function isBeside(note) {
    if (!article.classList.contains("with-sidenotes")) return false;
    const place = note.getBoundingClientRect();
    return place.top >= 0 && place.bottom <= innerHeight;
  }

  function open(mark) {
    clearTimeout(timer);
    if (owner === mark) return;
    close();
    const note = noteOf(mark);
    if (!note) return;
    owner = mark;
    for (const other of marksOf(note)) other.classList.add("current");
    if (isBeside(note)) {
      note.classList.add("current");
      return;
    }
    popup = document.createElement("div");
    popup.className = "note-popup";
    popup.setAttribute("role", "note");
    popup.setAttribute("aria-label", mark.getAttribute("aria-label") ?? mark.textContent);
    const text = note.querySelector(".note-text");
    popup.lang = text.closest("[lang]").lang;
    popup.dir = getComputedStyle(text).direction;
    popup.append(...text.cloneNode(true).childNodes);
    for (const link of popup.querySelectorAll(".back-links")) link.remove();
    for (const element of popup.querySelectorAll("[id]")) element.removeAttribute("id");
    // Beside the mark in the document too, so that the next Tab goes to the links in the note.
    (mark.closest("sup") ?? mark).after(popup);
    place(mark);
    popup.addEventListener("pointerenter", () => clearTimeout(timer));
    popup.addEventListener("pointerleave", closeSoon);
  }

  /** Below the mark, or above it where there is more room; never over the edges of the window. */
  function place(mark) {
    const margin = 12;
    const anchor = mark.getBoundingClientRect();
    const origin = (popup.offsetParent ?? document.documentElement).getBoundingClientRect();
    const width = popup.offsetWidth;
    const height = popup.offsetHeight;
    const center = (anchor.left + anchor.right - width) / 2;
    const left = Math.max(margin, Math.min(center, document.documentElement.clientWidth - width - margin));
    const below = anchor.bottom + 6;
    const top = below + height > innerHeight && anchor.top - height - 6 > 0 ? anchor.top - height - 6 : below;
    popup.style.setProperty("left", `${left - origin.left}px`);
    popup.style.setProperty("top", `${top - origin.top}px`);
  }

  function close() {
    clearTimeout(timer);
    for (const lit of article.querySelectorAll(".note-list > .current, .note-mark .current")) lit.classList.remove("current");
    popup?.remove();
    popup = null;
    owner = null;
  }

  function closeSoon() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const focus = document.activeElement;
      if (focus !== owner && !popup?.contains(focus)) close();
    }, 250);
  }

  // A note in the margin shows which mark it belongs to.
  for (const note of notes) {
    note.addEventListener("pointerenter", () => {
      if (owner || !article.classList.contains("with-sidenotes")) return;
      note.classList.add("current");
      for (const mark of marksOf(note)) mark.classList.add("current");
    });
    note.addEventListener("pointerleave", () => {
      if (!owner) close();
    });
  }

  let pointer = "mouse";
  let returning = false;
  addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    const target = event.target instanceof Element ? event.target : null;
    if (popup && !popup.contains(target) && !owner?.contains(target)) close();
  }, true);

  // A way back from a note lands on its mark; the note that was just read need not open again.
  section.addEventListener("click", (event) => {
    returning = event.target instanceof Element && event.target.closest("a[role='doc-backlink']") !== null;
  });

  for (const mark of marks) {
    mark.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "touch") return;
      clearTimeout(timer);
      timer = setTimeout(() => open(mark), 120);
    });
    mark.addEventListener("pointerleave", closeSoon);
    mark.addEventListener("focus", () => {
      if (!returning && mark.matches(":focus-visible")) open(mark);
      returning = false;
    });
    mark.addEventListener("click", (event) => {
      const isFirstTouch = pointer === "touch" && owner !== mark;
      if (isFirstTouch) {
        event.preventDefault();
        open(mark);
      } else {
        close();
      }
    });
  }

  addEventListener("focusin", (event) => {
    if (owner && event.target !== owner && !popup?.contains(event.target)) close();
  });

  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !owner) return;
    const mark = owner;
    const inside = popup?.contains(document.activeElement);
    close();
    if (inside) {
      returning = true;
      mark.focus();
    }
  });
})();
