// An article's abstracts as tabs, by language (ARIA Authoring Practices, Tabs). Without this script
// those in other languages stand below the first, to be unfolded.
(() => {
  "use strict";
  const own = document.querySelector(".article > section.abstract");
  const others = [...document.querySelectorAll(".article > details.abstract")];
  if (!own || others.length === 0) return;
  const heading = own.querySelector("h2");
  const list = document.createElement("div");
  list.className = "abstract-tabs";
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", heading.textContent);
  const page = document.documentElement;

  const panels = [own, ...others].map((source, place) => {
    const panel = document.createElement("div");
    panel.id = `daf-abstract-${place + 1}`;
    panel.className = "abstract-panel";
    panel.setAttribute("role", "tabpanel");
    panel.lang = source.lang || page.lang;
    panel.dir = source.dir || page.dir;
    const summary = source.querySelector("summary");
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `${panel.id}-tab`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    tab.textContent = source.dataset.language;
    panel.setAttribute("aria-labelledby", tab.id);
    if (summary?.dataset.title) {
      const title = document.createElement("p");
      title.className = "abstract-title";
      title.append(...summary.childNodes);
      panel.append(title);
    }
    for (const child of [...source.childNodes]) {
      if (child !== heading && child !== summary) panel.append(child);
    }
    list.append(tab);
    if (source !== own) source.remove();
    return { tab, panel };
  });
  own.append(list, ...panels.map(({ panel }) => panel));

  function choose(chosen, focus) {
    panels.forEach(({ tab, panel }, place) => {
      tab.setAttribute("aria-selected", String(place === chosen));
      tab.tabIndex = place === chosen ? 0 : -1;
      panel.hidden = place !== chosen;
    });
    if (focus) panels[chosen].tab.focus();
  }
  panels.forEach(({ tab }, place) => {
    tab.addEventListener("click", () => choose(place, false));
    tab.addEventListener("keydown", (event) => {
      const forward = page.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
      const back = page.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
      const last = panels.length - 1;
      const next = { [forward]: place === last ? 0 : place + 1, [back]: place === 0 ? last : place - 1, Home: 0, End: last }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      choose(next, true);
    });
  });
  choose(0, false);
})();
