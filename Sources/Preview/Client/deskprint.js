// The print: its lines or pages, lit where the piece at hand is, and the columns that move together.
import {
  make, pagesElement, showChoice, printedWords, light, wordsOnPage, textOfPrinted, wordInText, wordsInPrint,
} from "./desktext.js";
import { state, ask, about, enqueue, main, columns, hasPages, own, linesOf } from "./deskstate.js";
import { activate } from "./desk.js";

/** The print's pages take the place of the source's lines, where the source has pages. */
export async function showPages() {
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

export function mark(piece) {
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
export function show(element, column) {
  if (!element || !column) return;
  following = performance.now();
  const box = element.getBoundingClientRect();
  const frame = column.getBoundingClientRect();
  if (box.top < frame.top + 40 || box.bottom > frame.bottom - 40) {
    column.scrollTop += box.top - frame.top - frame.height / 3;
  }
}

/** What is read in one column is shown in the other. */
export function follow(name) {
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

export function clickPrint(event) {
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
