// What a reader may mean while typing into the header's box: titles, authors, keywords, from one small
// file of the index. A combobox as ARIA has it: arrows choose, Enter goes, Escape closes.
import { IndexFiles } from "./search-files.js";

const mostShown = 8;
const finals = { "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ" };

/** A text without case, points and accents, final and hamza's forms: enough to compare beginnings. */
function plain(text) {
  return text.normalize("NFKD").toLowerCase().replace(/[\p{M}\u0640\u05F3\u05F4"'’]/gu, "")
    .replace(/[ךםןףץ]/gu, (letter) => finals[letter]).replace(/[ٱ]/gu, "ا").replace(/ى/gu, "ي")
    .replace(/ة/gu, "ه");
}

/** Those that have a word beginning with what is typed; where it begins with it first. */
function matching(list, typed) {
  const wanted = plain(typed).trim();
  if (wanted.length < 2) return [];
  const first = [];
  const others = [];
  for (const own of list) {
    if (own.plain.startsWith(wanted)) first.push(own);
    else if (own.plain.includes(` ${wanted}`)) others.push(own);
    if (first.length >= mostShown) break;
  }
  return [...first, ...others].slice(0, mostShown);
}

/** So many suggestions are made ready before the page may do something else. */
const portion = 100;
const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((resolve) => { setTimeout(resolve); });

/** The index's suggestions with what they are compared by. */
async function prepared(root) {
  const list = [];
  for (const own of await (await IndexFiles.open(root)).suggestions()) {
    list.push({ ...own, plain: plain(own.text) });
    if (list.length % portion === 0) await pause();
  }
  return list;
}

/** Begins to suggest under a field. */
export async function suggest(input, root) {
  const box = document.createElement("ul");
  box.id = `${input.id}-suggestions`;
  box.className = "suggestions";
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", input.labels?.[0]?.textContent ?? input.placeholder);
  box.hidden = true;
  input.form.append(box);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", box.id);
  input.setAttribute("aria-expanded", "false");

  let list;
  try {
    list = await prepared(root);
  } catch {
    // The box searches without suggestions.
    return;
  }
  let shown = [];
  let current = -1;

  const close = () => {
    shown = [];
    current = -1;
    box.hidden = true;
    box.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = (place) => {
    current = place;
    [...box.children].forEach((option, own) => {
      option.setAttribute("aria-selected", String(own === place));
      if (own === place) option.scrollIntoView({ block: "nearest" });
    });
    if (place < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", box.children[place].id);
  };

  const go = ({ kind, text, url }) => {
    if (kind === 0) {
      location.href = new URL(url, root);
      return;
    }
    input.value = kind === 1 ? `author:"${text}"` : text;
    close();
    input.form.requestSubmit();
  };

  const update = () => {
    shown = matching(list, input.value);
    box.replaceChildren(...shown.map((own, place) => {
      const option = document.createElement("li");
      option.id = `${box.id}-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dir = "auto";
      option.textContent = own.text;
      // The field keeps the focus.
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => go(own));
      return option;
    }));
    box.hidden = shown.length === 0;
    input.setAttribute("aria-expanded", String(shown.length > 0));
    choose(-1);
  };

  input.addEventListener("input", update);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || shown.length === 0) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = current + step;
      choose(next >= shown.length ? -1 : next < -1 ? shown.length - 1 : next);
    } else if (event.key === "Enter" && current >= 0) {
      event.preventDefault();
      go(shown[current]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
  if (document.activeElement === input) update();
}
