// What a reader may do with an article: share its address, choose letters, colours and justified
// lines (remembered; preferences.js sets them on every page), go on where she stopped, look at a
// picture large, and print it with running heads. Without this script none of the buttons is shown.
(() => {
  "use strict";
  const root = document.documentElement;
  const article = document.querySelector(".article");
  const body = article?.querySelector(".article-body");
  if (!body) return;

  const keep = (key, value) => {
    try {
      if (value === null) localStorage.removeItem(`daf-${key}`);
      else localStorage.setItem(`daf-${key}`, value);
    } catch {
      // A browser that keeps nothing forgets it with the page.
    }
  };
  const kept = (key) => {
    try {
      return localStorage.getItem(`daf-${key}`);
    } catch {
      return null;
    }
  };

  // Running heads of the print (print.css): authors and title.
  const heads = [".author-line", "h1"].map((name) => article.querySelector(`.article-header ${name}`)?.textContent);
  const line = heads.filter(Boolean).map((text) => text.trim().replace(/\s+/g, " ")).join(" · ");
  root.style.setProperty("--running-head", JSON.stringify(line.length > 100 ? `${line.slice(0, 99)}…` : line));

  // Sharing ---------------------------------------------------------------------------------------

  const share = article.querySelector("[data-share]");
  if (share && navigator.share) {
    share.hidden = false;
    share.addEventListener("click", () => {
      navigator.share({ title: document.title, url: location.href }).catch(() => {});
    });
  }

  // Letters, colours, lines -----------------------------------------------------------------------

  const settings = article.querySelector("[data-settings]");
  const sizes = [0.85, 0.92, 1, 1.1, 1.2, 1.35];
  let size = sizes.indexOf(Number(kept("letters")));
  if (size < 0) size = sizes.indexOf(1);
  const steps = [...article.querySelectorAll("[data-letters]")];
  const stepOf = (button) => (button.dataset.letters === "larger" ? 1 : -1);

  function showSize() {
    for (const button of steps) button.disabled = !(size + stepOf(button) in sizes);
  }
  for (const button of steps) {
    button.addEventListener("click", () => {
      size += stepOf(button);
      root.style.setProperty("--letters", String(sizes[size]));
      keep("letters", String(sizes[size]));
      showSize();
    });
  }
  showSize();

  for (const choice of article.querySelectorAll("input[name='daf-scheme']")) {
    choice.checked = choice.value === (root.dataset.scheme ?? "system");
    choice.addEventListener("change", () => {
      if (choice.value === "system") delete root.dataset.scheme;
      else root.dataset.scheme = choice.value;
      keep("scheme", choice.value === "system" ? null : choice.value);
    });
  }

  const justified = article.querySelector("[data-justify]");
  if (justified) {
    justified.checked = "justified" in root.dataset;
    justified.addEventListener("change", () => {
      if (justified.checked) root.dataset.justified = "";
      else delete root.dataset.justified;
      keep("justified", justified.checked ? "yes" : null);
    });
  }

  if (settings) {
    settings.hidden = false;
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && settings.open) {
        settings.open = false;
        settings.querySelector("summary").focus();
      }
    });
    addEventListener("pointerdown", (event) => {
      if (settings.open && !settings.contains(event.target)) settings.open = false;
    });
  }

  // Where the reader stopped ----------------------------------------------------------------------

  const bar = document.createElement("div");
  bar.className = "reading-progress";
  bar.setAttribute("aria-hidden", "true");
  document.body.append(bar);

  const places = [...body.querySelectorAll("[id]")].filter((place) => place.matches("p, h2, h3, h4, li, figure"));
  const key = `place:${location.pathname}`;
  const stopped = kept(key);

  /** The last paragraph that begins above the middle of the window. */
  function placeInView() {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle].getBoundingClientRect().top < innerHeight / 2) low = middle + 1;
      else high = middle;
    }
    return places[low - 1];
  }

  let waiting = 0;
  function follow() {
    waiting = 0;
    const box = body.getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (innerHeight / 2 - box.top) / Math.max(1, box.height)));
    bar.style.setProperty("--read", String(part));
    clearTimeout(follow.timer);
    follow.timer = setTimeout(() => {
      const place = placeInView();
      // One who has hardly begun or has come to the end begins anew.
      if (place && part > 0.04 && part < 0.97) keep(key, place.id);
      else if (part >= 0.97) keep(key, null);
    }, 400);
  }
  addEventListener("scroll", () => {
    waiting ||= requestAnimationFrame(follow);
  }, { passive: true });

  const goOn = article.querySelector("[data-go-on]");
  const place = stopped && document.getElementById(stopped);
  if (goOn && place && body.contains(place) && !location.hash) {
    goOn.hidden = false;
    const link = goOn.querySelector("a") ?? goOn;
    link.href = `#${encodeURIComponent(stopped)}`;
    link.addEventListener("click", () => (goOn.hidden = true));
  }

  // Pictures --------------------------------------------------------------------------------------

  for (const picture of body.querySelectorAll("figure img")) {
    // Not larger than it is shown: nothing to enlarge. Of a picture in several widths the attribute
    // says how wide it is; the browser says how wide the one is that it took.
    const full = () => Number(picture.getAttribute("width")) || picture.naturalWidth;
    const isShrunk = () => full() > picture.clientWidth * 1.15;
    const whole = picture.closest("picture") ?? picture;
    const offer = () => {
      if (!isShrunk() || picture.closest("button")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "enlarge";
      button.setAttribute("aria-label", `${article.dataset.enlarge} ${picture.alt}`.trim());
      whole.before(button);
      button.append(whole);
      button.addEventListener("click", () => show(picture));
    };
    if (picture.complete) offer();
    else picture.addEventListener("load", offer);
  }

  function show(picture) {
    const box = document.createElement("dialog");
    box.className = "large-picture";
    const copy = picture.cloneNode();
    copy.removeAttribute("id");
    copy.removeAttribute("sizes");
    copy.loading = "eager";
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = article.dataset.close;
    box.append(copy, close);
    document.body.append(box);
    box.addEventListener("click", () => box.close());
    box.addEventListener("close", () => box.remove());
    box.showModal();
  }
})();
