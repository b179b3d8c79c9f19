// What is on the desk, the server that keeps it, and the queue of steps.
import { say } from "./deskwords.js";
import { make } from "./desktext.js";

const token = document.body.dataset.token;

const desk = crypto.randomUUID?.() ?? String(Math.random());

/** What is on the desk. */
export const state = {
  article: null, paper: null, pieces: [], active: null, choice: null, swap: null,
  threshold: Number(localStorage.getItem("daf-desk-threshold") ?? 0.5), readings: [], also: [], typing: false,
};

export async function ask(name, body, headers = {}) {
  const isJSON = !(body instanceof Blob);
  const response = await fetch(`/.daf/desk/${name}`, {
    method: "POST", headers: { "X-Daf-Token": token, ...headers },
    body: isJSON ? JSON.stringify({ desk, ...body }) : body,
  });
  const answer = response.status === 202 || response.status === 404 ? null : await response.json().catch(() => null);
  return { status: response.status, answer };
}

export const about = (body = {}) => ({ article: state.article, ...body });

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

export const isOpen = (piece) => !piece.settled && piece.weight >= state.threshold;
export const isDoubt = (piece) => piece.weight >= state.threshold;

/** The open doubts, the likeliest first. */
export function doubts() {
  return state.pieces.filter(isOpen).sort((one, other) => other.weight - one.weight || place(one) - place(other));
}

export const place = (piece) => state.pieces.indexOf(piece);

export const status = make("p", { className: "unseen", role: "status" });

// What the status says, for those who see it.
export const news = make("p", { className: "news", hidden: true, "aria-hidden": "true" });

export const main = make("main");
export const header = make("header");

export function tell(sentence) {
  status.textContent = sentence;
  news.textContent = sentence;
  news.hidden = !sentence;
  clearTimeout(tell.fading);
  tell.fading = setTimeout(() => { news.hidden = true; }, 6000);
}

export const button = (text, key, action, properties = {}) => {
  const element = make("button", { type: "button", textContent: text, ...properties });
  if (key) {
    element.append(" ", make("kbd", { textContent: key, "aria-hidden": "true" }));
    element.setAttribute("aria-keyshortcuts", key);
  }
  element.addEventListener("click", action);
  return element;
};

export const columns = {};

export const hasPages = () => state.print?.article === state.article && columns.print?.querySelector(".sheet");

export const own = (piece) => columns.text.querySelector(`#piece-${piece.id}`);
export const linesOf = (piece) => piece.lines.map((line) => columns.print?.querySelector(`[data-line="${line}"]`)).filter(Boolean);

/** When the steps so far have been taken. */
export const settledQueue = () => queue;
