// The desk: a paper in three columns, settled doubt by doubt, with a key for everything.
import { say, speak, language, languages, doubtWords } from "./deskwords.js";
import { make, pieceElement, sourceElement, wordsOf } from "./desktext.js";
import {
  state, ask, about, enqueue, isOpen, isDoubt, doubts, place, status, news, main, header, tell, button, columns, own, linesOf, settledQueue,
} from "./deskstate.js";
import { showPages, mark, show, follow, clickPrint } from "./deskprint.js";
import { stay, takeReading, step, type, keydown, commands } from "./deskcommands.js";
import { articleList, frontForm, matterPanel, outlineDialog, keysDialog, wholeEditor } from "./deskpanels.js";

// MARK: Steps

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

export function nextDoubt(step) {
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
export function showState() {
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

export function setThreshold(value) {
  state.threshold = Math.min(0.95, Math.max(0.05, Math.round(value * 20) / 20));
  localStorage.setItem("daf-desk-threshold", state.threshold);
  showPieces(new Set(state.pieces.map((piece) => piece.id)));
  showState();
  if (state.active) mark(state.active);
  tell(say.left(state.pieces.filter(isOpen).length, state.pieces.filter(isDoubt).length));
}

// MARK: The piece at hand

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
export async function read(piece) {
  const { answer } = await ask("readings", about({ piece: piece.id, action: chosen("take") }));
  state.readings = answer ?? [];
  showMatter();
}

/** An action on the chosen words. */
export const chosen = (name) => ({ name, offset: state.choice?.start, end: state.choice?.end });

export function showMatter() {
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

// MARK: Panels

export function openFront() { frontForm(state, (field, value) => enqueue(async () => { await act("front", { field, text: value }, null); showState(); })); }
export function openOutline() {
  outlineDialog(state.pieces.filter((piece) => piece.kind === "heading" || piece.kind === "caption"), {
    become: (piece, kind, level) => enqueue(() => act("kind", { kind, level }, piece.id)),
    go: (piece) => enqueue(() => activate(piece)), current: () => state.pieces, wait: settledQueue,
    done: () => enqueue(() => stay(0)),
  });
}
export function openKeys() { keysDialog(); }
export async function openWhole() {
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
