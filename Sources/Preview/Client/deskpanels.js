// The panels of the desk: the matter at hand, front matter, headings, the file as a whole, papers.
import { say, doubtWords, evidenceWords, language } from "./deskwords.js";
import { changeElement, make } from "./desktext.js";
import { ask, button, tell } from "./deskstate.js";

// MARK: The matter at hand

export function matterPanel(state, { take, command, below, open }) {
  const piece = state.active;
  const parts = [];
  if (!open) {
    parts.push(make("p", { className: "none", textContent: say.none }));
    if (below) parts.push(make("p", { textContent: say.below(below) }));
  }
  if (!piece) return parts;
  const kinds = [...new Set(piece.settled ? [] : piece.doubts.map(doubtWords))];
  if (piece.settled) parts.push(make("p", { className: "state", textContent: say.settled }));
  else if (piece.weight >= 0.05) {
    parts.push(make("p", { className: "state", textContent: say.likely(Math.round(piece.weight * 100)) }));
  }
  const spoken = [...kinds, ...(kinds.length ? [] : piece.checks)];
  if (spoken.length) parts.push(make("ul", { className: "kinds" }, ...spoken.map((text) => make("li", { textContent: text, dir: "auto" }))));
  const signs = [...new Set(piece.settled ? [] : piece.evidence.map(evidenceWords).filter(Boolean))].slice(0, 4);
  if (signs.length) parts.push(make("p", { className: "evidence", textContent: signs.join(" · ") }));
  if (state.readings.length) {
    const list = make("ol", { className: "readings", "aria-label": say.take });
    state.readings.forEach((reading, index) => list.append(readingElement(state, piece, reading, index, take)));
    parts.push(make("h3", { textContent: say.take }), list);
  }
  const tool = (text, key, name) => button(text, key, () => command(name));
  parts.push(
    make(
      "div", { className: "commands", role: "group", "aria-label": say.matter },
      tool(say.sound, "S", "sound"), tool(say.type, "↵", "type"), tool(say.next, "J", "next"), tool(say.previous, "K", "previous")),
    make(
      "div", { className: "commands kinds", role: "group", "aria-label": say.matter },
      tool(say.paragraph, "P", "paragraph"), tool(say.heading(2), "H", "heading"), tool(say.caption, "C", "caption"),
      tool(say.note, "N", "note"), tool(say.item, "L", "item"), tool(say.numbered, "⇧L", "numbered"), tool(say.quotation, "Q", "quotation"),
      tool(say.abstract, "A", "abstract"), tool(say.fromAbstract, "⇧A", "abstract-to-text"),
      tool(say.running, "R", "running"), tool(say["join-next"], "M", "join-next"), tool(say["join-previous"], "⇧M", "join-previous"),
      tool(say.part, "B", "part"), tool(say.further, "I", "further"), tool(say.swap, "W", "swap"), tool(say.up, "Alt↑", "up"), tool(say.down, "Alt↓", "down")));
  if (state.also.length) {
    const others = state.also.map((id) => state.pieces.find((one) => one.id === id)).filter(Boolean);
    parts.push(
      make("h3", { textContent: say.alsoSettled }),
      make("ul", { className: "also" }, ...others.map((one) => make("li", { textContent: one.text.slice(0, 90), dir: "auto" }))));
  }
  return parts;
}

function readingElement(state, piece, reading, index, take) {
  const name = reading.name === "heading" ? say.heading(reading.level ?? 2) : say[reading.name] ?? reading.name;
  const own = make("button", { type: "button", "aria-label": `${say.reading(index + 1)}: ${name}` });
  own.setAttribute("aria-keyshortcuts", String(index + 1));
  const shown =
    reading.text === piece.text ? make("span", { className: `sample ${reading.kind}`, dir: state.direction, textContent: piece.text.slice(0, 70) })
      : changeElement(piece.text, reading.text, state.direction);
  shown.lang = state.language;
  const why = reading.evidence.map(evidenceWords).filter(Boolean).join(" · ");
  const likely = reading.probability === undefined ? "" : `${Math.round(reading.probability * 100)}%`;
  own.append(
    make("kbd", { textContent: index + 1, "aria-hidden": "true" }), make("span", { className: "name", textContent: name }), shown,
    make("span", { className: "why", textContent: [likely, why].filter(Boolean).join(" · ") }));
  own.addEventListener("click", () => take(index));
  return make("li", {}, own);
}

// MARK: Dialogs

function dialog(title, className, ...children) {
  const element = make("dialog", { className });
  const heading = make("h2", { textContent: title, id: "dialog-title" });
  element.setAttribute("aria-labelledby", "dialog-title");
  element.append(make("div", { className: "bar" }, heading, button(say.close, "Esc", () => element.close())), ...children);
  element.addEventListener("close", () => {
    element.remove();
    document.querySelector(".column.text .scroll")?.focus({ preventScroll: true });
  });
  document.body.append(element);
  element.showModal();
  return element;
}

export function keysDialog() {
  const list = make("dl", { className: "keys" });
  for (const [keys, what] of say.keys) list.append(make("dt", {}, make("kbd", { textContent: keys, dir: "ltr" })), make("dd", { textContent: what }));
  dialog(say.help, "keys", list);
}

/** The headings, each behind a letter that moves it a level down. */
export function outlineDialog(pieces, { become, go, current, wait, done }) {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const list = make("ol", { className: "outline" });
  const ids = pieces.map((piece) => piece.id);
  const show = () => {
    const rows = ids.map((id, index) => {
      const piece = current().find((one) => one.id === id);
      if (!piece) return null;
      const level = piece.kind === "heading" ? piece.level : 0;
      const text = make("button", { type: "button", textContent: piece.text, dir: "auto" });
      text.addEventListener("click", () => { go(piece); element.close(); });
      return make(
        "li", { className: `level-${level}` }, make("kbd", { textContent: letters[index] ?? "" }),
        make("span", { className: "level", textContent: level ? `${say.level} ${level}` : say.caption }), text);
    });
    list.replaceChildren(...rows.filter(Boolean));
  };
  const element = dialog(say.outline, "outline", make("p", { textContent: say.outlineHelp }), list);
  show();
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !event.code.startsWith("Key")) return;
    const id = ids[letters.indexOf(event.code.slice(3))];
    const piece = current().find((one) => one.id === id);
    if (!piece) return;
    event.preventDefault();
    const level = piece.kind === "heading" ? piece.level : 1;
    become(piece, event.shiftKey ? "caption" : "heading", level >= 4 ? 2 : level + 1);
    wait().then(show);
  });
  element.addEventListener("close", done);
}

// MARK: Front matter

const fields = [
  ["title"], ["subtitle"], ["author", "area"], ["abstract", "area"], ["keywords", "area"], ["date"], ["container-title"], ["volume"], ["issue"],
  ["page"], ["publisher"], ["series"], ["acknowledgements", "area"], ["slug"],
];

export function frontForm(state, set) {
  const { paper } = state;
  const form = make("form", { className: "front", method: "dialog" });
  if (paper.guesses?.length) {
    form.append(make("p", { className: "guessed" }, make("strong", { textContent: say.guessed }), ` ${paper.guesses.join("; ")}`));
  }
  for (const [name, kind] of fields) {
    const id = `field-${name}`;
    const value = paper.fields?.[name] ?? "";
    const input = make(kind === "area" ? "textarea" : "input", { id, value, dir: "auto", lang: state.language });
    if (name === "slug") input.placeholder = paper.article;
    input.addEventListener("change", () => set(name, input.value));
    const from = linesOfValue(paper, value);
    form.append(
      make("label", { for: id, textContent: say[name === "page" ? "pageField" : name] ?? name }), input,
      make("p", { className: "from", lang: state.language, dir: state.direction },
        ...from.map(({ number, text }) => make("span", { className: "line" }, make("small", { textContent: `${say.from} ${number}: `, lang: language, dir: say.dir }), text.trim()))));
  }
  dialog(say.front, "front", form);
}

/** The lines of the source that hold the words of a value. */
function linesOfValue(paper, value) {
  const bare = (text) => text.normalize("NFC").match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const wanted = new Set(bare(value));
  if (!wanted.size) return [];
  const reversed = new Set([...wanted].map((word) => [...word].reverse().join("")));
  return paper.source.slice(0, 120).filter(({ text }) => {
    const words = bare(text);
    const own = words.filter((word) => wanted.has(word) || reversed.has(word)).length;
    return own > 0 && own * 2 >= Math.min(words.length, wanted.size * 2);
  }).slice(0, 4);
}

// MARK: The file as a whole

export function wholeEditor(state, text, { save, picture, done }) {
  const area = make("textarea", { value: text, dir: state.direction, lang: state.language, spellcheck: true, "aria-label": say.whole });
  const said = make("output");
  let timer = 0;
  const changed = () => {
    said.textContent = "";
    localStorage.setItem(`daf-desk-whole:${state.article}`, area.value);
    clearTimeout(timer);
    timer = setTimeout(store, 500);
  };
  const store = () => save(area.value).then(() => {
    said.textContent = say.saved;
    localStorage.removeItem(`daf-desk-whole:${state.article}`);
  });
  const kept = localStorage.getItem(`daf-desk-whole:${state.article}`);
  if (kept !== null && kept !== text) {
    area.value = kept;
    changed();
  }
  area.addEventListener("input", changed);
  const insert = (before, after = "", fallback = "") => {
    const { selectionStart: start, selectionEnd: end } = area;
    area.setRangeText(before + (area.value.slice(start, end) || fallback) + after, start, end, "end");
    area.focus();
    changed();
  };
  const atLine = (sign) => {
    const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
    area.setRangeText(sign, start, start, "end");
    area.focus();
    changed();
  };
  const note = () => {
    const labels = [...area.value.matchAll(/\[\^(\d+)\]/g)].map((match) => Number(match[1]));
    const label = Math.max(0, ...labels) + 1;
    insert(`[^${label}]`);
    const at = area.value.length;
    area.setRangeText(`${area.value.endsWith("\n") ? "" : "\n"}${/^\[\^/m.test(area.value.slice(-400)) ? "" : "\n"}[^${label}]: `, at, at, "end");
    changed();
  };
  const take = async (file) => {
    const { answer } = await picture(file);
    if (answer?.name) insert(`![](${answer.name})`);
  };
  const choose = make("input", { type: "file", accept: "image/*", hidden: true });
  choose.addEventListener("change", () => [...choose.files].forEach(take));
  area.addEventListener("dragover", (event) => event.preventDefault());
  area.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    [...event.dataTransfer.files].forEach(take);
  });
  const works = citations(text);
  const cite = make("select", { "aria-label": say.cite }, make("option", { value: "", textContent: say.cite }));
  for (const work of works) cite.append(make("option", { value: work.mark, textContent: work.text.slice(0, 60) }));
  cite.hidden = !works.length;
  cite.addEventListener("change", () => { if (cite.value) insert(cite.value); cite.value = ""; });
  const tools = make(
    "div", { className: "tools", role: "toolbar", "aria-label": say.whole },
    button(say.bold, null, () => insert("**", "**")), button(say.italic, null, () => insert("*", "*")),
    button(say.heading(2), null, () => atLine("## ")), button(say.list, null, () => atLine("- ")), button(say.quote, null, () => atLine("> ")),
    button(say.note, null, note), button(say.link, null, () => insert("[", "](https://)")), button(say.picture, null, () => choose.click()), cite, choose, said);
  const page = state.paper.page;
  const live = page === null || page === undefined ? null : make("iframe", { src: `/${page.split("/").map(encodeURIComponent).join("/")}`, title: say.live });
  const element = dialog(say.whole, "whole", tools, make("p", { className: "hint", textContent: say.pictureHint }), make("div", { className: "both" }, area, live));
  area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    const own = { KeyB: () => insert("**", "**"), KeyI: () => insert("*", "*"), KeyK: () => insert("[", "](https://)") }[event.code];
    if (own) { event.preventDefault(); own(); }
  });
  element.addEventListener("close", () => {
    if (timer) clearTimeout(timer);
    if (area.value !== text) store();
    done();
  });
  area.focus();
  area.setSelectionRange(0, 0);
}

/** The works of the bibliography, as a text cites them: (Name, 1991). */
function citations(text) {
  const list = text.split(/<!--\s*references\s*-->/)[1] ?? "";
  return [...list.matchAll(/^\s*(?:[-*+]|\d+[.)])\s+(.+)$/gm)].map(([, entry]) => {
    const name = /^[^,.(]+/.exec(entry)?.[0].trim() ?? "";
    const year = /\b(1[5-9]\d\d|20\d\d)[a-z]?\b/.exec(entry)?.[0] ?? "";
    return { text: entry, mark: `(${[name, year].filter(Boolean).join(", ")})` };
  });
}

// MARK: Papers

export function articleList(articles) {
  const jobs = make("ul", { className: "jobs", "aria-live": "polite" });
  const send = (blob, name) => ask("paper", blob, { "X-Daf-Name": encodeURIComponent(name) }).then(({ answer }) => answer && watch(answer, jobs));
  const choose = make("input", { type: "file", multiple: true, id: "papers" });
  choose.addEventListener("change", () => [...choose.files].forEach((file) => send(file, file.name)));
  const zone = make(
    "div", { className: "drop" }, make("p", { textContent: say.drop }),
    make("label", { for: "papers", textContent: say.choose }), choose);
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    [...event.dataTransfer.files].forEach((file) => send(file, file.name));
  });
  const text = make("textarea", { id: "pasted", rows: 4, dir: "auto" });
  const name = make("input", { id: "pasted-name", value: "paper", dir: "auto" });
  const paste = make(
    "details", {}, make("summary", { textContent: say.paste }), make("label", { for: "pasted-name", textContent: say.pasteName }), name,
    make("label", { for: "pasted", textContent: say.text }), text,
    button(say.make, null, () => { if (text.value.trim()) send(new Blob([text.value]), `${name.value.trim() || "paper"}.txt`); }));
  const list = make("ul", { className: "articles" });
  for (const article of articles) {
    const link = make("a", { href: `#${encodeURIComponent(article.article)}`, textContent: article.title || article.article, lang: article.language, dir: "auto" });
    const facts = [article.isDraft ? say.draft : "", article.doubts ? say.doubts(article.doubts) : ""].filter(Boolean).join(" · ");
    list.append(make("li", {}, link, make("span", { className: "facts", textContent: facts })));
  }
  return [zone, paste, jobs, make("h2", { textContent: say.papers }), list];
}

/** Follows a paper on its way. */
function watch(job, jobs) {
  const item = make("li", {}, make("bdi", { textContent: job.name }), " ", make("span", { className: "how" }));
  jobs.append(item);
  const how = item.querySelector(".how");
  const look = async () => {
    const { answer } = await ask("job", { job: job.id });
    if (!answer) return;
    how.textContent = answer.state === "reading" ? (answer.all ? say.pagesRead(answer.done, answer.all) : say.reading_)
      : answer.state === "failed" ? `${say.failed}: ${answer.sentences[language] ?? answer.sentences.en}` : say[answer.state];
    item.dataset.state = answer.state;
    if (answer.state === "done") {
      how.replaceChildren(make("a", { href: `#${encodeURIComponent(answer.article)}`, textContent: say.done }));
      tell(`${job.name}: ${say.done}`);
    } else if (answer.state !== "failed") {
      setTimeout(look, 300);
    }
  };
  look();
}
