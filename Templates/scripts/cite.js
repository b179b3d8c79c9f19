// Copying: the box “how to cite” gets a button for each citation, and what a reader copies out of
// an article leaves note numbers and page marks behind and can carry its source. Pages work without.
(() => {
  "use strict";

  const article = document.querySelector("article.article");
  if (!article) return;
  const box = article.querySelector("[data-cite]");
  const remembered = "daf-carry-source";

  const citations = box ? [...box.querySelectorAll("[data-citation]")] : [];
  for (const citation of citations) {
    const text = citation.textContent.trim();
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button copy";
    button.textContent = box.dataset.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      status.textContent = box.dataset.copied;
      button.textContent = box.dataset.copied;
      setTimeout(() => (button.textContent = box.dataset.copy), 2000);
    });
    citation.append(" ", button);
  }
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.className = "visually-hidden";

  let carries = null;
  if (citations.length) {
    const label = document.createElement("label");
    carries = document.createElement("input");
    carries.type = "checkbox";
    try {
      carries.checked = localStorage.getItem(remembered) === "yes";
    } catch {}
    carries.addEventListener("change", () => {
      try {
        localStorage.setItem(remembered, carries.checked ? "yes" : "no");
      } catch {}
    });
    label.append(carries, " ", box.dataset.carry);
    const line = document.createElement("p");
    line.append(label);
    box.append(line, status);
  }

  // The printed page on which a place stands: the last mark before it.
  const pageOf = (node) => {
    let page = "";
    for (const mark of article.querySelectorAll("[role=doc-pagebreak]")) {
      if (mark.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) break;
      page = mark.querySelector("bdi")?.textContent ?? page;
    }
    return page;
  };

  document.addEventListener("copy", (event) => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !event.clipboardData) return;
    const range = selection.getRangeAt(0);
    const place = range.commonAncestorContainer;
    const element = place.nodeType === Node.ELEMENT_NODE ? place : place.parentElement;
    if (!element?.closest(".article-body, .notes, .abstract")) return;
    const copied = document.createElement("div");
    copied.append(range.cloneContents());
    for (const mark of copied.querySelectorAll(".note-mark, .page-break, .page-link, .place-link, .back-links")) mark.remove();
    let text = [...copied.childNodes]
      .map((node) => node.textContent)
      .join(/^(P|LI|H\d|BLOCKQUOTE|DIV|OL|UL)$/.test(copied.firstElementChild?.nodeName ?? "") ? "\n" : "")
      .replace(/[ \t]+/g, " ")
      .trim();
    if (carries?.checked) {
      const pages = [pageOf(range.startContainer), pageOf(range.endContainer)].filter(Boolean);
      const page = [...new Set(pages)].join("–");
      const start = range.startContainer;
      const anchor = (start.nodeType === Node.ELEMENT_NODE ? start : start.parentElement).closest(
        "p[id], li[id], blockquote[id], figure[id], table[id], h2[id], h3[id], h4[id], section[id]",
      );
      const address = location.href.split("#")[0] + (anchor ? "#" + anchor.id : "");
      const source = citations[0].firstChild.textContent.trim();
      const line = [source, page && `[${page}]`, address].filter(Boolean).join(" ");
      text += "\n\n" + line;
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      copied.append(paragraph);
    }
    event.clipboardData.setData("text/plain", text);
    event.clipboardData.setData("text/html", copied.innerHTML);
    event.preventDefault();
  });
})();
