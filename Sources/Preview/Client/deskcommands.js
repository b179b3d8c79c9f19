// What an editor does to the piece at hand, and the keys for it.
import { say } from "./deskwords.js";
import { make, wordsOf } from "./desktext.js";
import { state, enqueue, isOpen, doubts, place, main, tell, button, columns, own } from "./deskstate.js";
import { mark } from "./deskprint.js";
import { act, nextDoubt, setThreshold, activate, read, chosen, showMatter, openFront, openOutline, openKeys, openWhole } from "./desk.js";

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

export async function stay(index) {
  const piece = state.pieces.find((one) => one.id === state.active?.id) ?? state.pieces[Math.min(index, state.pieces.length - 1)];
  if (piece) await activate(piece);
  showMatter();
}

export async function takeReading(index) {
  if (state.readings[index]) await settle("take", { ...chosen("take"), reading: index });
}

export async function step(name) {
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
export async function type(isFurther = false) {
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

export const commands = {
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

export function keydown(event) {
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
