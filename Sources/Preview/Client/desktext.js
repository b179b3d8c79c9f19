// The restored text and the source's lines: how a piece looks, where its words are.

export const make = (name, properties = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("data-") || key.startsWith("aria-") || key === "role" || key === "for") {
      if (value !== undefined) element.setAttribute(key, value);
    } else {
      element[key] = value;
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};

// MARK: Words

const wordPattern = /<!--.*?-->|\[\^[^\]\s]+\]|<https?:[^>]*>|[^\s<[]+|[<[]/gu;

/** The words of a text with their places. */
export function wordsOf(text) {
  return [...text.matchAll(wordPattern)].map((match) => ({
    start: match.index, end: match.index + match[0].length, text: match[0],
  }));
}

/** A word without signs, as print and text have it alike. */
const bare = (word) => word.normalize("NFC").replace(/[^\p{L}\p{N}]/gu, "");

// MARK: A piece

const names = { heading: "h", item: "p", quotation: "blockquote", caption: "figcaption", note: "p", page: "p", other: "pre", paragraph: "p" };

/** The element of a piece; its words are spans that know their places. */
export function pieceElement(piece, label, direction) {
  const name = piece.kind === "heading" ? `h${Math.min(6, Math.max(2, piece.level ?? 2))}` : names[piece.kind] ?? "p";
  const body = make(name, { className: `words ${piece.kind}`, dir: direction ?? "auto" });
  if (piece.kind === "item" || piece.kind === "note") {
    body.append(make("span", { className: "mark", textContent: piece.mark, "aria-hidden": "true" }), " ");
  }
  body.append(...spans(piece.text, piece.spots));
  const element = make(
    "div", { className: "piece", id: `piece-${piece.id}`, "data-id": piece.id, role: "group", "aria-label": label }, body);
  return element;
}

function spans(text, spots) {
  const parts = [];
  let end = 0;
  for (const word of wordsOf(text)) {
    if (word.start > end) parts.push(make("span", { textContent: text.slice(end, word.start), "data-o": end }));
    parts.push(wordElement(word, spots.some((spot) => word.start < spot.end && word.end > spot.start)));
    end = word.end;
  }
  if (end < text.length) parts.push(make("span", { textContent: text.slice(end), "data-o": end }));
  return parts;
}

function wordElement({ start, text }, isLit) {
  const properties = { "data-o": start, className: isLit ? "word lit" : "word" };
  const note = /^\[\^([^\]]+)\]$/.exec(text);
  if (note) return make("sup", { ...properties, textContent: note[1] });
  const page = /^<!--\s*page\s*(\S*)\s*-->$/.exec(text);
  if (page) return make("span", { ...properties, className: "word pagemark", textContent: `⟨${page[1] || "·"}⟩` });
  if (text.startsWith("<http")) return make("bdi", { ...properties, dir: "ltr", textContent: text.slice(1, -1) });
  return make("span", { ...properties, textContent: text });
}

/** Shows which words of a piece are chosen. */
export function showChoice(element, start, end) {
  for (const word of element.querySelectorAll(".word")) {
    const place = Number(word.dataset.o);
    word.classList.toggle("chosen", place >= start && place < end);
  }
}

// MARK: The print

/** The source's lines, as a list that goes along with the text. */
export function sourceElement(lines, direction) {
  // Empty lines tell nothing to a reader, and signs that cannot be shown still less.
  return lines.map(({ number, text }) => ({ number, text: text.replace(/[\p{Cc}\p{Co}]/gu, "") })).filter(({ text }) => text.trim()).map(({ number, text }) =>
    make(
      "p", { className: "line", dir: direction ?? "auto", "data-line": number },
      make("span", { className: "number", textContent: number, dir: "ltr", "aria-hidden": "true" }),
      ...lineWords(text)));
}

function lineWords(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(/\S+/gu)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(make("span", { className: "word", textContent: match[0] }));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

/** The print's pages: each a frame for its picture, with room for what is lit. */
export function pagesElement(print) {
  return print.pages.map(([width, height], index) => {
    const frame = make("div", { className: "sheet", "data-page": index + 1, role: "img", "aria-label": String(index + 1) });
    frame.style.aspectRatio = `${width} / ${height}`;
    return frame;
  });
}

/** The words of the print that stand on some lines, as objects with their places. */
export function printedWords(print, lines) {
  const wanted = new Set(lines);
  return print.words.filter((word) => wanted.has(word[2]));
}

/** Lights areas of pages: those of whole lines, and those of words. */
export function light(column, print, words, className) {
  const found = [];
  for (const [, page, , x, y, width, height] of words) {
    const frame = column.querySelector(`[data-page="${page}"]`);
    if (!frame) continue;
    const [pageWidth, pageHeight] = print.pages[page - 1];
    const mark = make("span", { className: `area ${className}` });
    Object.assign(mark.style, {
      left: `${(100 * x) / pageWidth}%`, top: `${(100 * y) / pageHeight}%`,
      width: `${(100 * width) / pageWidth}%`, height: `${(100 * height) / pageHeight}%`,
    });
    frame.append(mark);
    found.push(mark);
  }
  return found;
}

/** The words of the print that words of the text were, by their letters and their turn. */
export function wordsOnPage(piece, words, start, end) {
  const all = wordsOf(piece.text);
  const found = [];
  for (const word of all.filter((one) => one.start >= start && one.start < end)) {
    const wanted = bare(word.text);
    if (!wanted) continue;
    const turn = all.filter((other) => bare(other.text) === wanted && other.start < word.start).length;
    const same = words.filter(([text]) => bare(text) === wanted);
    if (same.length) found.push(same[Math.min(turn, same.length - 1)]);
  }
  return found;
}

/** The word of the text that a printed word became. */
export function textOfPrinted(piece, words, clicked) {
  const wanted = bare(clicked[0]);
  const turn = words.filter(([text]) => bare(text) === wanted).indexOf(clicked);
  const found = wordsOf(piece.text).filter((word) => bare(word.text) === wanted);
  return found[Math.min(Math.max(turn, 0), found.length - 1)] ?? null;
}

/** The word of the text that a word of the print became: of those alike, the one at the same turn. */
export function wordInText(piece, lineElements, clicked) {
  const wanted = bare(clicked.textContent);
  const printed = lineElements.flatMap((line) => [...line.querySelectorAll(".word")]);
  const turn = printed.filter((word) => bare(word.textContent) === wanted).indexOf(clicked);
  const found = wordsOf(piece.text).filter((word) => bare(word.text) === wanted);
  return found[Math.min(Math.max(turn, 0), found.length - 1)] ?? null;
}

/** The words of the print that words of the text were. */
export function wordsInPrint(piece, lineElements, start, end) {
  const all = wordsOf(piece.text);
  const chosen = all.filter((word) => word.start >= start && word.start < end);
  const printed = lineElements.flatMap((line) => [...line.querySelectorAll(".word")]);
  const found = [];
  for (const word of chosen) {
    const wanted = bare(word.text);
    if (!wanted) continue;
    const turn = all.filter((other) => bare(other.text) === wanted && other.start < word.start).length;
    const turned = [...wanted].reverse().join("");
    const same = printed.filter((element) => [wanted, turned].includes(bare(element.textContent)));
    if (same.length) found.push(same[Math.min(turn, same.length - 1)]);
  }
  return found;
}

// MARK: What a reading changes

/** A reading beside what stands: the words around the change, and those that differ. */
export function changeElement(before, after, direction) {
  const [old, fresh] = [before.split(" "), after.split(" ")];
  let head = 0;
  while (head < Math.min(old.length, fresh.length) && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, fresh.length) - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  const around = 3;
  const start = fresh.slice(Math.max(0, head - around), head).join(" ");
  const changed = fresh.slice(head, fresh.length - tail).join(" ");
  const end = fresh.slice(fresh.length - tail, fresh.length - tail + around).join(" ");
  const element = make("span", { className: "change", dir: direction ?? "auto" });
  element.append(head > around ? "… " : "", start, start ? " " : "");
  if (changed) element.append(make("ins", { textContent: changed }), " ");
  element.append(end, tail > around ? " …" : "");
  return element;
}
