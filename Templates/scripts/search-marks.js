// On every page: the key / leads to the search field. On a page that was opened from an answer
// (?q=…): the words of the query are marked, can be stepped through, and cleared.
const script = document.querySelector("script[data-search-marks]");
const root = new URL(script?.dataset.root || "./", document.baseURI);
const query = new URLSearchParams(location.search).get("q");
const main = document.querySelector("main article, [data-marks]");

const isTyping = (element) => element?.closest("input, textarea, select, [contenteditable]");

addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.altKey || event.ctrlKey || event.metaKey) return;
  if (isTyping(event.target)) return;
  const field = document.querySelector("[data-search-input]")
    ?? [...document.querySelectorAll(":is(.quick-search, .hero-search) input[type=search]")]
      .find((input) => input.offsetParent);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

for (const quick of document.querySelectorAll(":is(.quick-search, .hero-search) input[type=search]")) {
  quick.addEventListener("focus", async () => {
    const { suggest } = await import("./search-suggest.js");
    suggest(quick, root);
  }, { once: true });
}

if (query && main) start();

async function start() {
  const { SearchClient } = await import("./search-client.js");
  const groups = [...blocks(main)];
  const texts = groups.map((nodes) => nodes.map((node) => node.data).join(""));
  let found;
  try {
    found = await new SearchClient(root).ask("marks", { query, texts });
  } catch {
    // The article can be read without marks.
    return;
  }
  const marks = [];
  let since = performance.now();
  for (let place = 0; place < groups.length; place++) {
    marks.push(...markBlock(groups[place], found[place]));
    // The page goes on answering while a long article is marked.
    if (performance.now() - since > 8) {
      await new Promise((resolve) => { setTimeout(resolve); });
      since = performance.now();
    }
  }
  if (marks.length > 0) bar(marks);
}

/** The texts in which words are looked for: the text nodes of each element that holds inline text. */
function blocks(top) {
  const skipped = "script, style, [role=doc-noteref], .pagebreak, [hidden], .found-bar";
  const groups = new Map();
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.data.trim() === "" || node.parentElement.closest(skipped)) continue;
    const block = node.parentElement.closest(
      "p, li, h1, h2, h3, h4, h5, h6, td, th, figcaption, blockquote, dd, dt, pre, div, section");
    if (!groups.has(block)) groups.set(block, []);
    groups.get(block).push(node);
  }
  return groups.values();
}

/** Marks ranges of some text nodes; gives for each its elements. */
function markBlock(nodes, ranges) {
  if (ranges.length === 0) return [];
  const marks = ranges.map(() => []);
  let offset = nodes.reduce((sum, node) => sum + node.data.length, 0);
  // From the end, so that the places before stay what they are.
  for (const node of [...nodes].reverse()) {
    offset -= node.data.length;
    for (let place = ranges.length - 1; place >= 0; place--) {
      const start = Math.max(ranges[place][0] - offset, 0);
      const end = Math.min(ranges[place][1] - offset, node.data.length);
      if (start >= end) continue;
      if (end < node.data.length) node.splitText(end);
      const found = start > 0 ? node.splitText(start) : node;
      const mark = document.createElement("mark");
      mark.className = "found";
      found.replaceWith(mark);
      mark.append(found);
      marks[place].unshift(mark);
    }
  }
  return marks;
}

/** The element that an address leads to; null where it is malformed. */
function targetOf(hash) {
  try {
    return hash ? document.getElementById(decodeURIComponent(hash)) : null;
  } catch {
    return null;
  }
}

/** The bar with which finds are stepped through and cleared. */
function bar(marks) {
  const words = script.dataset;
  const box = document.createElement("div");
  box.className = "found-bar";
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", words.label ?? "");
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  const button = (label, sign, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button";
    made.textContent = sign;
    made.title = label;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  };
  const target = targetOf(location.hash.slice(1));
  let current = target
    ? marks.findIndex(([mark]) => target.contains(mark)
      || target.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) : -1;
  const digits = Array.from(words.digits || "0123456789");
  const inDigits = (number) => Array.from(String(number), (digit) => digits[Number(digit)]).join("");

  function tell() {
    const pattern = current < 0 ? words.found : words.place;
    count.textContent = (pattern ?? "{count}").replace("{count}", inDigits(marks.length))
      .replace("{place}", inDigits(current + 1));
  }

  function go(step) {
    for (const mark of marks[current] ?? []) mark.classList.remove("current");
    current = current < 0 && step < 0 ? marks.length - 1
      : (current + step + marks.length) % marks.length;
    for (const mark of marks[current]) mark.classList.add("current");
    const [mark] = marks[current];
    // A find in a folded part is of no use.
    mark.closest("details:not([open])")?.setAttribute("open", "");
    mark.scrollIntoView({ block: "center" });
    tell();
  }

  function clear() {
    for (const parts of marks) {
      for (const mark of parts) {
        const parent = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        parent.normalize();
      }
    }
    box.remove();
    removeEventListener("keydown", keys);
    const address = new URL(location.href);
    address.searchParams.delete("q");
    history.replaceState(null, "", address);
  }

  function keys(event) {
    if (event.key === "Escape" && !event.defaultPrevented && !isTyping(event.target)) clear();
  }

  box.append(
    count, button(words.previous ?? "", "↑", () => go(-1)), button(words.next ?? "", "↓", () => go(1)),
    button(words.clear ?? "", "✕", clear));
  document.body.append(box);
  addEventListener("keydown", keys);
  if (current >= 0) for (const mark of marks[current]) mark.classList.add("current");
  tell();
}
