// Links to places: the number of a printed page leads to its place, and the paragraph under the
// pointer or the focus shows a sign that leads to it. Following one also copies its address. Pages
// work without.
(() => {
  "use strict";

  const article = document.querySelector("article.article");
  const body = article?.querySelector(".article-body");
  const words = document.currentScript?.dataset;
  if (!body || !words) return;

  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.className = "visually-hidden";
  article.append(status);

  function link(anchor, label) {
    const link = document.createElement("a");
    link.href = "#" + anchor;
    link.setAttribute("aria-label", label);
    link.addEventListener("click", () => {
      navigator.clipboard?.writeText(link.href).then(
        () => (status.textContent = words.copied),
        () => {},
      );
    });
    return link;
  }

  for (const mark of body.querySelectorAll(".page-break[id]")) {
    const wrapper = link(mark.id, mark.title);
    wrapper.className = "page-link";
    mark.replaceWith(wrapper);
    wrapper.append(mark);
  }

  const sign = link("", words.paragraph);
  sign.className = "place-link";
  sign.textContent = "¶";
  let shown = null;

  function show(node) {
    const paragraph = node.closest?.("p[id], blockquote[id], li[id]");
    if (!paragraph || paragraph === shown || !body.contains(paragraph)) return;
    shown = paragraph;
    sign.setAttribute("href", "#" + paragraph.id);
    sign.style.insetBlockStart =
      paragraph.getBoundingClientRect().top - body.getBoundingClientRect().top + "px";
    // Behind the paragraph, so that it is the next stop of the keyboard and no part of the text.
    paragraph.after(sign);
  }

  body.addEventListener("pointerover", (event) => show(event.target));
  body.addEventListener("focusin", (event) => {
    if (event.target !== sign) show(event.target);
  });
})();
