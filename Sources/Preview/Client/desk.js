// The desk: a paper in three columns, settled doubt by doubt, with a key for everything.
import { say, speak, language, languages, doubtWords } from "./deskwords.js";
import {
  light, make, pagesElement, pieceElement, printedWords, showChoice, sourceElement, textOfPrinted, wordInText, wordsInPrint, wordsOf, wordsOnPage,
} from "./desktext.js";
import { articleList, frontForm, matterPanel, outlineDialog, keysDialog, wholeEditor } from "./deskpanels.js";

const token = document.body.dataset.token;
const desk = crypto.randomUUID?.() ?? String(Math.random());

/** What is on the desk. */
const state = {
  article: null, paper: null, pieces: [], active: null, choice: null, swap: null,
  threshold: Number(localStorage.getItem("daf-desk-threshold") ?? 0.5), readings: [], also: [], typing: false,
};

// MARK: The server

export async function ask(name, body, headers = {}) {
  const isJSON = !(body instanceof Blob);
  const response = await fetch(`/.daf/desk/${name}`, {
    method: "POST", headers: { "X-Daf-Token": token, ...headers },
    body: isJSON ? JSON.stringify({ desk, ...body }) : body,
  });
  const answer = response.status === 202 || response.status === 404 ? null : await response.json().catch(() => null);
  return { status: response.status, answer };
}

const about = (body = {}) => ({ article: state.article, ...body });

// Steps are taken one after another, in the order of the keys, each on what the one before has left.
let queue = Promise.resolve();
const waiting = { count: 0 };
export function enqueue(step) {
  waiting.count += 1;
  document.documentElement.dataset.busy = waiting.count;
  queue = queue.then(step).catch((error) => {
    tell(say.lost);
    console.warn(error);
  }).finally(() => {
    waiting.count -= 1;
    document.documentElement.dataset.busy = waiting.count;
  });
  return queue;
}

/** Takes a step and shows what it changed. */
export async function act(name, more = {}, piece = state.active?.id) {
  const { status, answer } = await ask(
    "act", about({ revision: state.paper.revision, action: { name, piece, ...more } }));
  if (status === 409) {
    if (answer?.fault === "missed") {
      await reopen();
      tell(say.missed);
    } else {
      tell(answer?.fault === "elsewhere" ? say.elsewhere : say.nothing);
    }
    return null;
  }
  if (!answer) throw new Error("lost");
  take(answer, piece);
  return answer;
}

function take(step, piece) {
  const wasDraft = state.paper.isDraft;
  Object.assign(state.paper, { revision: step.revision, canUndo: step.canUndo, canRedo: step.canRedo });
  const changed = new Set();
  for (const splice of step.splices) {
    for (const old of state.pieces.slice(splice.at, splice.at + splice.remove)) changed.add(old.id);
    state.pieces.splice(splice.at, splice.remove, ...splice.pieces);
    for (const fresh of splice.pieces) changed.add(fresh.id);
  }
  if (step.front !== undefined && step.front !== null) {
    state.paper.front = step.front;
    state.paper.fields = step.fields ?? state.paper.fields;
    state.paper.isDraft = /^draft: true$/m.test(step.front);
  }
  state.also = [...changed].filter((id) => id !== piece && state.pieces.some((one) => one.id === id && one.settled));
  showPieces(changed);
  const still = state.pieces.find((one) => one.id === state.active?.id);
  state.active = still ?? null;
  if (wasDraft && !state.paper.isDraft) tell(say.published);
}

// MARK: Doubts

const isOpen = (piece) => !piece.settled && piece.weight >= state.threshold;
const isDoubt = (piece) => piece.weight >= state.threshold;

/** The open doubts, the likeliest first. */
function doubts() {
  return state.pieces.filter(isOpen).sort((one, other) => other.weight - one.weight || place(one) - place(other));
}
const place = (piece) => state.pieces.indexOf(piece);

function nextDoubt(step) {
  const all = doubts();
  if (!all.length) {
    showState();
    tell(say.none);
    return null;
  }
  const now = all.indexOf(state.active);
  if (now >= 0) return all[(now + step + all.length) % all.length];
  // From a piece that is settled on to the next below its weight.
  const weight = state.active?.weight ?? 2;
  const after = all.find((piece) => piece.weight < weight || (piece.weight === weight && place(piece) > place(state.active ?? piece)));
  return step > 0 ? after ?? all[0] : all[(after ? all.indexOf(after) + all.length : all.length) - 1] ?? all.at(-1);
}

// MARK: The page

const status = make("p", { className: "unseen", role: "status" });
// What the status says, for those who see it.
const news = make("p", { className: "news", hidden: true, "aria-hidden": "true" });
const main = make("main");
const header = make("header");

export function tell(sentence) {
  status.textContent = sentence;
  news.textContent = sentence;
  news.hidden = !sentence;
  clearTimeout(tell.fading);
  tell.fading = setTimeout(() => { news.hidden = true; }, 6000);
}

const button = (text, key, action, properties = {}) => {
  const element = make("button", { type: "button", textContent: text, ...properties });
  if (key) {
    element.append(" ", make("kbd", { textContent: key, "aria-hidden": "true" }));
    element.setAttribute("aria-keyshortcuts", key);
  }
  element.addEventListener("click", action);
  return element;
};
export { button };

const columns = {};

function showPaper() {
  const { paper } = state;
  const direction = (/^lang:\s*"?(he|ar|fa|yi|ur)/m.exec(paper.front) ? "rtl" : "ltr");
  state.direction = direction;
  state.language = /^lang:\s*"?([\w-]+)/m.exec(paper.front)?.[1] ?? "";
  document.title = `${say.desk}: ${paper.article}`;
  const column = (name, label) => {
    const heading = make("h2", { textContent: label, id: `label-${name}` });
    columns[name] = make("div", { className: "scroll", tabIndex: 0, role: "region", "aria-labelledby": `label-${name}` });
    return make("section", { className: `column ${name}` }, heading, columns[name]);
  };
  showHeader();
  const parts = [];
  if (paper.source.length) parts.push(column("print", say.print));
  parts.push(column("text", say.text), column("matter", say.matter));
  main.className = paper.source.length ? "paper" : "paper written";
  main.replaceChildren(...parts);
  columns.text.lang = state.language;
  if (columns.print) {
    columns.print.lang = state.language;
    columns.print.append(...sourceElement(paper.source, direction));
    columns.print.addEventListener("click", clickPrint);
  }
  showPages();
  columns.text.append(...state.pieces.map(element));
  columns.text.addEventListener("click", clickText);
  columns.text.addEventListener("dblclick", () => enqueue(() => type()));
  columns.text.addEventListener("scroll", () => follow("text"), { passive: true });
  columns.print?.addEventListener("scroll", () => follow("print"), { passive: true });
  showState();
}

/** The print's pages take the place of the source's lines, where the source has pages. */
async function showPages() {
  const article = state.article;
  const until = async (name, body) => {
    for (;;) {
      const { status: code, answer } = await ask(name, body);
      if (state.article !== article || code !== 202) return code === 200 ? answer : null;
      await new Promise((resolve) => { setTimeout(resolve, 150); });
    }
  };
  if (!columns.print) return;
  if (state.print?.article !== article) {
    const print = await until("print", about());
    if (!print?.pages?.length || state.article !== article) return;
    state.print = { ...print, article };
  }
  columns.print.replaceChildren(...pagesElement(state.print));
  // A page's picture is drawn when the page comes near.
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      const page = Number(target.dataset.page);
      until("page", about({ page })).then((ready) => {
        if (ready) target.prepend(make("img", { src: `/.daf/desk/page/${encodeURIComponent(article)}/${page}`, alt: "" }));
      });
    }
  }, { root: columns.print, rootMargin: "60%" });
  for (const frame of columns.print.children) seen.observe(frame);
  if (state.active) mark(state.active);
}

function element(piece) {
  const label = `${say[piece.kind] && typeof say[piece.kind] === "string" ? say[piece.kind] : say.other}${piece.mark ? ` ${piece.mark}` : ""}`;
  const made = pieceElement(piece, label, state.direction);
  made.classList.toggle("open", isOpen(piece));
  made.classList.toggle("settled", piece.settled && isDoubt(piece));
  return made;
}

/** Shows pieces anew, each in its place; what did not change stays as it is. */
function showPieces(changed) {
  const shown = new Map([...columns.text.children].map((child) => [Number(child.dataset.id), child]));
  let before = null;
  for (const piece of state.pieces) {
    let own = shown.get(piece.id);
    shown.delete(piece.id);
    if (!own || changed.has(piece.id)) {
      const fresh = element(piece);
      own?.replaceWith(fresh);
      own = fresh;
    }
    const next = before ? before.nextSibling : columns.text.firstChild;
    if (own !== next) columns.text.insertBefore(own, next);
    before = own;
  }
  for (const gone of shown.values()) gone.remove();
}

function showHeader() {
  const { paper } = state;
  const choose = make("select", { className: "languages", "aria-label": say.language });
  for (const [tag, name] of languages) choose.append(make("option", { value: tag, textContent: name, lang: tag, selected: tag === language }));
  choose.addEventListener("change", () => {
    speak(choose.value);
    paper ? showPaper() : home();
    if (paper && state.active) enqueue(() => activate(state.active));
  });
  if (!paper) {
    header.replaceChildren(make("h1", { textContent: say.desk }), choose);
    return;
  }
  const threshold = make("input", {
    type: "range", min: 5, max: 95, step: 5, value: Math.round(state.threshold * 100), id: "threshold",
    "aria-label": say.threshold,
  });
  threshold.addEventListener("input", () => setThreshold(Number(threshold.value) / 100));
  header.replaceChildren(
    make("a", { href: "#", className: "back", textContent: say.back }),
    make("h1", { textContent: paper.fields?.title || paper.article, dir: "auto" }),
    make("p", { className: "left", id: "left" }),
    make("label", { className: "threshold" }, make("span", { textContent: say.threshold }), threshold, make("output", { id: "percent" })),
    make(
      "div", { className: "tools", role: "toolbar", "aria-label": say.desk },
      button(say.undo, "Z", () => enqueue(() => step("undo")), { id: "undo" }),
      button(say.redo, "Y", () => enqueue(() => step("redo")), { id: "redo" }),
      button(say.front, "F", openFront), button(say.outline, "O", openOutline),
      button(say.whole, "E", openWhole), button(say.help, "?", openKeys)),
    choose, make("nav", { id: "pages", className: "pages", "aria-label": say.pages }));
}

/** What is left, by page, and what can be taken back. */
function showState() {
  if (!state.paper) return;
  const all = state.pieces.filter(isDoubt);
  const left = all.filter(isOpen);
  const find = (id) => header.querySelector(`#${id}`);
  find("left").textContent = say.left(left.length, all.length);
  find("undo").disabled = !state.paper.canUndo;
  find("redo").disabled = !state.paper.canRedo;
  find("percent").textContent = `${Math.round(state.threshold * 100)}%`;
  find("threshold").value = Math.round(state.threshold * 100);
  document.documentElement.dataset.left = left.length;
  const pages = new Map();
  let page = "";
  for (const piece of state.pieces) {
    if (isOpen(piece)) {
      if (!pages.has(page)) pages.set(page, []);
      pages.get(page).push(piece);
    }
    const marks = [...`${piece.kind === "page" ? piece.text : piece.text}`.matchAll(/<!--\s*page\s*(\S*)\s*-->/g)];
    if (marks.length) page = marks.at(-1)[1] || String(Number(page || 1) + 1);
  }
  find("pages").replaceChildren(...(page === "" ? [] : [...pages].map(([name, open]) =>
    button(`${name || "–"} · ${open.length}`, null, () => enqueue(() => activate(open[0])), {
      "aria-label": say.page(name || "–", open.length) }))));
}

function setThreshold(value) {
  state.threshold = Math.min(0.95, Math.max(0.05, Math.round(value * 20) / 20));
  localStorage.setItem("daf-desk-threshold", state.threshold);
  showPieces(new Set(state.pieces.map((piece) => piece.id)));
  showState();
  if (state.active) mark(state.active);
  tell(say.left(state.pieces.filter(isOpen).length, state.pieces.filter(isDoubt).length));
}

// MARK: The piece at hand

const hasPages = () => state.print?.article === state.article && columns.print?.querySelector(".sheet");
const own = (piece) => columns.text.querySelector(`#piece-${piece.id}`);
const linesOf = (piece) => piece.lines.map((line) => columns.print?.querySelector(`[data-line="${line}"]`)).filter(Boolean);

/** Takes up a piece: lit in print and text, its readings beside. */
export async function activate(piece, choice) {
  if (!piece) return;
  state.active = piece;
  state.choice = choice ?? (piece.spots[0] ? { start: piece.spots[0].start, end: piece.spots.find((spot) => spot.start - piece.spots[0].end > 12)?.start ?? piece.spots.at(-1).end } : null);
  if (!choice && state.choice) {
    const near = piece.spots.filter((spot) => spot.start - piece.spots[0].start < 40);
    state.choice.end = near.at(-1).end;
  }
  state.readings = [];
  mark(piece);
  show(own(piece), columns.text);
  const lines = linesOf(piece);
  if (lines.length) show(lines[0], columns.print);
  await read(piece);
  const open = doubts();
  status.textContent = [
    say.left(open.length, state.pieces.filter(isDoubt).length), [...new Set(piece.doubts.map(doubtWords)), ...piece.checks].join(", "), piece.text,
  ].filter(Boolean).join(". ");
}

/** What the piece may say otherwise, the chosen words above all. */
async function read(piece) {
  const { answer } = await ask("readings", about({ piece: piece.id, action: chosen("take") }));
  state.readings = answer ?? [];
  showMatter();
}

/** An action on the chosen words. */
const chosen = (name) => ({ name, offset: state.choice?.start, end: state.choice?.end });

function mark(piece) {
  for (const lit of main.querySelectorAll(".active, .line.lit, .print .word.lit")) lit.classList.remove("active", "lit");
  for (const lit of main.querySelectorAll(".area")) lit.remove();
  const element = own(piece);
  element?.classList.add("active");
  const lines = linesOf(piece);
  for (const line of lines) line.classList.add("lit");
  if (element) showChoice(element, state.choice?.start ?? -1, state.choice?.end ?? -1);
  if (hasPages()) {
    const printed = printedWords(state.print, piece.lines);
    const areas = light(columns.print, state.print, printed, "of-piece");
    const chosen = state.choice ? wordsOnPage(piece, printed, state.choice.start, state.choice.end) : [];
    show(light(columns.print, state.print, chosen, "of-words")[0] ?? areas[0], columns.print);
    return;
  }
  if (state.choice) {
    const words = wordsInPrint(piece, lines, state.choice.start, state.choice.end);
    for (const word of words) word.classList.add("lit");
    if (words[0]) show(words[0].closest(".line"), columns.print);
  }
}

let following = 0;
function show(element, column) {
  if (!element || !column) return;
  following = performance.now();
  const box = element.getBoundingClientRect();
  const frame = column.getBoundingClientRect();
  if (box.top < frame.top + 40 || box.bottom > frame.bottom - 40) {
    column.scrollTop += box.top - frame.top - frame.height / 3;
  }
}

/** What is read in one column is shown in the other. */
function follow(name) {
  if (performance.now() - following < 400 || !columns.print) return;
  cancelAnimationFrame(follow.frame);
  follow.frame = requestAnimationFrame(() => {
    const top = columns[name].getBoundingClientRect().top + 60;
    const first = [...columns[name].children].find((child) => child.getBoundingClientRect().bottom > top);
    if (!first) return;
    following = performance.now();
    if (name === "text") {
      const piece = state.pieces.find((one) => one.id === Number(first.dataset.id));
      const word = piece && hasPages() && printedWords(state.print, piece.lines)[0];
      if (word) {
        const frame = columns.print.querySelector(`[data-page="${word[1]}"]`);
        const box = frame.getBoundingClientRect();
        columns.print.scrollTop += box.top + (box.height * word[4]) / state.print.pages[word[1] - 1][1] - top;
        return;
      }
      const line = piece && linesOf(piece)[0];
      if (line) columns.print.scrollTop += line.getBoundingClientRect().top - top;
    } else {
      let number = Number(first.dataset.line);
      if (first.dataset.page) {
        const box = first.getBoundingClientRect();
        const page = Number(first.dataset.page);
        const y = ((top - box.top) * state.print.pages[page - 1][1]) / box.height;
        number = state.print.words.find((word) => word[1] === page && word[4] >= y)?.[2] ?? 0;
      }
      const piece = state.pieces.find((one) => one.lines.includes(number));
      if (piece) columns.text.scrollTop += own(piece).getBoundingClientRect().top - top;
    }
  });
}

function showMatter() {
  columns.matter.replaceChildren(...matterPanel(state, {
    take: (index) => enqueue(() => takeReading(index)), command: (name) => enqueue(() => commands[name]()),
    below: state.pieces.filter((piece) => !piece.settled && piece.weight < state.threshold && piece.weight >= 0.1).length,
    open: doubts().length,
  }));
  showState();
}

function clickText(event) {
  const word = event.target.closest(".word");
  const piece = state.pieces.find((one) => one.id === Number(event.target.closest(".piece")?.dataset.id));
  if (!piece || state.typing) return;
  let choice = null;
  if (word) {
    const start = Number(word.dataset.o);
    const all = wordsOf(piece.text).find((one) => one.start === start);
    choice = all && { start: all.start, end: all.end };
    if (event.shiftKey && state.active === piece && state.choice) {
      choice = { start: Math.min(state.choice.start, choice.start), end: Math.max(state.choice.end, choice.end) };
    }
  }
  enqueue(() => activate(piece, choice));
}

function clickPrint(event) {
  const frame = event.target.closest(".sheet");
  if (frame) return clickPage(event, frame);
  const line = event.target.closest(".line");
  const piece = line && state.pieces.find((one) => one.lines.includes(Number(line.dataset.line)));
  if (!piece) return;
  const word = event.target.closest(".word");
  const found = word && wordInText(piece, linesOf(piece), word);
  enqueue(() => activate(piece, found ? { start: found.start, end: found.end } : null));
}

/** A click on a page leads to the word of the text that is printed there. */
function clickPage(event, frame) {
  const box = frame.getBoundingClientRect();
  const page = Number(frame.dataset.page);
  const [width, height] = state.print.pages[page - 1];
  const [x, y] = [((event.clientX - box.left) * width) / box.width, ((event.clientY - box.top) * height) / box.height];
  const word = state.print.words.find((one) =>
    one[1] === page && x >= one[3] && x <= one[3] + one[5] && y >= one[4] && y <= one[4] + one[6]);
  const piece = word && state.pieces.find((one) => one.lines.includes(word[2]));
  if (!piece) return;
  const found = textOfPrinted(piece, printedWords(state.print, piece.lines), word);
  enqueue(() => activate(piece, found ? { start: found.start, end: found.end } : null));
}

// MARK: Commands

/** A step on the piece at hand; then the next doubt, where the piece was one. */
async function settle(name, more) {
  const piece = state.active;
  if (!piece) return;
  const wasOpen = isOpen(piece);
  const before = { weight: piece.weight, place: place(piece) };
  if (!await act(name, more)) return;
  if (state.also.length) tell(say.also(state.also.length));
  if (wasOpen) {
    state.active = state.pieces.find((one) => one.id === piece.id) ?? null;
    const all = doubts().filter((one) => one !== state.active);
    const next = all.find((one) => one.weight < before.weight || (one.weight === before.weight && place(one) > before.place)) ?? all[0];
    if (next) return activate(next);
  }
  await stay(before.place);
}

async function stay(index) {
  const piece = state.pieces.find((one) => one.id === state.active?.id) ?? state.pieces[Math.min(index, state.pieces.length - 1)];
  if (piece) await activate(piece);
  showMatter();
}

async function takeReading(index) {
  if (state.readings[index]) await settle("take", { ...chosen("take"), reading: index });
}

async function step(name) {
  const answer = await act(name);
  if (!answer) return;
  const last = answer.splices[0]?.pieces[0]?.id;
  const piece = state.pieces.find((one) => one.id === last) ?? state.active ?? state.pieces[0];
  if (piece) await activate(piece);
  showMatter();
}

/** Makes the piece something else, and stays with it. */
async function become(kind, level, text) {
  const index = place(state.active);
  await act("kind", { kind, level, text });
  await stay(index);
}

/** Types over the chosen words, or on behind the piece: what follows an empty line is a paragraph of its own. */
async function type(isFurther = false) {
  const piece = state.active;
  if (!piece || state.typing || piece.kind === "page") return;
  const key = `daf-desk-typed:${state.article}`;
  state.typing = true;
  const box = own(piece);
  const area = make("textarea", { className: "typing", value: piece.text, dir: state.direction, lang: state.language, spellcheck: true });
  area.setAttribute("aria-label", say.type);
  const kept = JSON.parse(localStorage.getItem(key) ?? "null");
  if (kept?.piece === piece.id && kept.text) area.value = kept.text;
  else if (isFurther) area.value += "\n\n";
  const fit = () => { area.style.blockSize = "0"; area.style.blockSize = `${area.scrollHeight + 4}px`; };
  box.querySelector(".words").hidden = true;
  box.append(area);
  fit();
  area.focus();
  if (isFurther) area.setSelectionRange(area.value.length, area.value.length);
  else if (state.choice) area.setSelectionRange(state.choice.start, state.choice.end);
  let isDone = false;
  const end = (isKept) => {
    if (isDone) return;
    isDone = true;
    state.typing = false;
    const text = area.value.trim();
    area.remove();
    box.querySelector(".words").hidden = false;
    enqueue(async () => {
      if (isKept && text !== piece.text) await settle("text", { text });
      else mark(piece);
      localStorage.removeItem(key);
    });
    columns.text.focus({ preventScroll: true });
  };
  area.addEventListener("input", () => {
    fit();
    localStorage.setItem(key, JSON.stringify({ piece: piece.id, text: area.value }));
  });
  area.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); end(true); }
    if (event.key === "Escape") end(false);
  });
  area.addEventListener("blur", () => end(true));
}

/** Chooses the word beside; in reading order. */
async function chooseWord(step, isMore) {
  const piece = state.active;
  if (!piece) return;
  const words = wordsOf(piece.text);
  if (!words.length) return;
  const at = state.choice;
  if (isMore && at) {
    const next = step > 0 ? words.find((word) => word.start >= at.end) : words.findLast((word) => word.end <= at.start);
    if (next) state.choice = { start: Math.min(at.start, next.start), end: Math.max(at.end, next.end) };
  } else {
    const now = at ? words.findIndex((word) => word.start >= at.start) : step > 0 ? -1 : words.length;
    const next = words[Math.min(words.length - 1, Math.max(0, now + step))];
    state.choice = { start: next.start, end: next.end };
  }
  mark(piece);
  await read(piece);
}

async function swap() {
  const piece = state.active;
  if (!piece || !state.choice) return tell(say.nothing);
  const first = state.swap;
  if (!first || first.piece !== piece.id) {
    state.swap = { piece: piece.id, ...state.choice };
    return tell(say.swapFirst);
  }
  state.swap = null;
  const [one, other] = [first, state.choice].sort((a, b) => a.start - b.start);
  if (one.end > other.start) return tell(say.nothing);
  const { text } = piece;
  await settle("text", {
    text: text.slice(0, one.start) + text.slice(other.start, other.end) + text.slice(one.end, other.start)
      + text.slice(one.start, one.end) + text.slice(other.end),
  });
}

async function part() {
  const index = place(state.active);
  await act("part", { offset: state.choice?.start ?? 0 });
  await stay(index);
}

async function structural(name, more) {
  const index = place(state.active);
  await act(name, more);
  await stay(index);
}

/** The nearest piece, from the one at hand on, where words begin with what is sought; else where they hold it. */
function seekWords(around, wanted) {
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const begins = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}`, "u");
  for (const pattern of [begins, new RegExp(escaped, "u")]) {
    for (const piece of around) {
      const found = pattern.exec(piece.text);
      if (found) return { piece, start: found.index };
    }
  }
  return null;
}

/** Goes to words as they are typed; a number alone is first a note's. Shift+Enter types over them at once. */
function find() {
  const input = make("input", { type: "search", "aria-label": say.find, placeholder: say.find, dir: "auto", lang: state.language });
  const form = make("form", { className: "find" }, input);
  const from = place(state.active ?? state.pieces[0]);
  const seek = () => {
    const wanted = input.value.trim();
    if (!wanted) return;
    const around = [...state.pieces.slice(from), ...state.pieces.slice(0, from)];
    const note = around.find((one) => one.kind === "note" && one.mark === wanted);
    const found = note ? { piece: note } : seekWords(around, wanted);
    if (!found) return;
    const { piece, start } = found;
    enqueue(() => activate(piece, note ? undefined : { start, end: start + wanted.length }));
  };
  const end = () => {
    form.remove();
    columns.text.focus({ preventScroll: true });
  };
  input.addEventListener("input", seek);
  form.addEventListener("submit", (event) => { event.preventDefault(); end(); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") end();
    if (event.key === "Enter" && event.shiftKey) {
      event.preventDefault();
      end();
      enqueue(() => type());
    }
  });
  main.querySelector(".column.text").prepend(form);
  input.focus();
}

const neighbour = async (by) => {
  let index = state.active ? place(state.active) + by : 0;
  while (state.pieces[index]?.kind === "page") index += by;
  await activate(state.pieces[index]);
};

const commands = {
  next: async () => activate(nextDoubt(1)), previous: async () => activate(nextDoubt(-1)),
  sound: () => settle("sound"), type: () => type(), further: () => type(true), swap, part, find,
  undo: () => step("undo"), redo: () => step("redo"),
  paragraph: () => become("paragraph"), heading: () => become("heading", 2), caption: () => become("caption"),
  note: () => become("note"), item: () => become("item"), numbered: () => become("item", 1),
  abstract: () => become("abstract"), "abstract-to-text": () => structural("abstract-to-text"),
  quotation: () => become("quotation"), running: () => settle("remove"),
  "join-next": () => structural("join"), "join-previous": () => structural("join-previous"),
  up: () => structural("move", { by: -1 }), down: () => structural("move", { by: 1 }),
  above: () => neighbour(-1), below: () => neighbour(1),
};

const keys = {
  KeyJ: "next", KeyK: "previous", KeyS: "sound", KeyZ: "undo", KeyY: "redo", KeyP: "paragraph", KeyH: "heading", KeyC: "caption",
  KeyN: "note", KeyL: "item", KeyQ: "quotation", KeyR: "running", KeyM: "join-next", KeyB: "part", KeyW: "swap", KeyA: "abstract", KeyI: "further",
  Enter: "type", NumpadEnter: "type", ArrowUp: "above", ArrowDown: "below", Slash: "find",
};
const shifted = { KeyA: "abstract-to-text", KeyL: "numbered", KeyM: "join-previous" };

function keydown(event) {
  if (!state.paper || document.querySelector("dialog[open]") || state.typing) return;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  // A button that has the focus is pressed by its own key.
  if (event.target.closest("button, a") && ["Enter", "Space"].includes(event.code)) return;
  const { code } = event;
  let run = null;
  if (event.ctrlKey || event.metaKey) {
    if (code === "KeyZ") run = commands[event.shiftKey ? "redo" : "undo"];
    if (code === "KeyY") run = commands.redo;
  } else if (event.altKey) {
    run = { ArrowUp: commands.up, ArrowDown: commands.down }[code];
  } else if (event.key === "?") {
    run = openKeys;
  } else if (/^(Digit|Numpad)[1-6]$/.test(code)) {
    const number = Number(code.at(-1));
    run = event.shiftKey ? (number > 1 ? () => become("heading", number) : null) : () => takeReading(number - 1);
  } else if (code === "ArrowLeft" || code === "ArrowRight") {
    const isOn = (code === "ArrowLeft") === (state.direction === "rtl");
    run = () => chooseWord(isOn ? 1 : -1, event.shiftKey);
  } else if (code === "BracketLeft" || code === "BracketRight") {
    run = () => setThreshold(state.threshold + (code === "BracketLeft" ? -0.05 : 0.05));
  } else {
    run = { KeyF: openFront, KeyO: openOutline, KeyE: openWhole }[code] ?? commands[(event.shiftKey && shifted[code]) || keys[code]];
  }
  if (!run) return;
  event.preventDefault();
  enqueue(run);
}

// MARK: Panels

function openFront() { frontForm(state, (field, value) => enqueue(async () => { await act("front", { field, text: value }, null); showState(); })); }
function openOutline() {
  outlineDialog(state.pieces.filter((piece) => piece.kind === "heading" || piece.kind === "caption"), {
    become: (piece, kind, level) => enqueue(() => act("kind", { kind, level }, piece.id)),
    go: (piece) => enqueue(() => activate(piece)), current: () => state.pieces, wait: () => queue,
    done: () => enqueue(() => stay(0)),
  });
}
function openKeys() { keysDialog(); }
async function openWhole() {
  const { answer } = await ask("file", about());
  wholeEditor(state, answer?.text ?? "", {
    save: (text) => enqueue(() => act("whole", { text }, null)),
    picture: (file) => ask("picture", file, { "X-Daf-Name": encodeURIComponent(file.name), "X-Daf-Article": encodeURIComponent(state.article) }),
    done: () => { showPieces(new Set(state.pieces.map((piece) => piece.id))); enqueue(() => stay(0)); },
  });
}

// MARK: Coming and going

async function reopen() {
  const { status: code, answer } = await ask("open", about());
  if (code === 202) {
    tell(say.readingPaper);
    setTimeout(() => { if (location.hash.slice(1) === encodeURIComponent(state.article)) enqueue(reopen); }, 500);
    return;
  }
  if (!answer) return tell(say.absent);
  const was = state.active?.id;
  state.paper = answer;
  state.paper.isDraft = /^draft: true$/m.test(answer.front);
  state.pieces = answer.pieces;
  showPaper();
  tell("");
  if (answer.isElsewhere) tell(say.elsewhere);
  else if (answer.others) tell(say.another);
  const kept = JSON.parse(localStorage.getItem(`daf-desk-typed:${state.article}`) ?? "null");
  const piece = state.pieces.find((one) => one.id === (kept?.piece ?? was)) ?? doubts()[0] ?? state.pieces[0];
  state.active = null;
  await activate(piece);
  if (kept?.piece === piece?.id) await type();
  document.documentElement.dataset.ready = state.article;
}

async function home() {
  Object.assign(state, { article: null, paper: null, pieces: [], active: null });
  document.title = say.desk;
  main.className = "home";
  showHeader();
  const { answer } = await ask("list", {});
  main.replaceChildren(...articleList(answer ?? []));
}

/** The article that an address names; empty where it is not well-formed. */
function named(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

function arrive() {
  const article = named(location.hash);
  delete document.documentElement.dataset.ready;
  if (!article) return enqueue(home);
  Object.assign(state, { article, active: null });
  return enqueue(reopen);
}

speak(language);
document.body.append(header, news, main, status);
addEventListener("keydown", keydown);
addEventListener("hashchange", arrive);
arrive();

// What another desk, or a text editor beside it, has changed is shown.
const events = new EventSource("/.daf/desk/events");
events.onmessage = ({ data }) => {
  const { article, revision } = JSON.parse(data);
  enqueue(async () => {
    if (!state.paper || article !== state.article || revision <= state.paper.revision || state.typing) return;
    await reopen();
    tell(say.missed);
  });
};
setInterval(() => {
  if (!state.paper || document.visibilityState !== "visible") return;
  ask("presence", about()).then(({ answer }) => {
    if (answer && answer.others > 0 && !state.paper.others) tell(say.another);
    if (answer) state.paper.others = answer.others;
  }).catch(() => tell(say.lost));
}, 10_000);
