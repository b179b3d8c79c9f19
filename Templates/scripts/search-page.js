// The search page: answers while one types, filters, the query in the address.
// Its words come with the page, in data attributes (Templates/search.mustache).
import { SearchClient } from "./search-client.js";

const page = document.querySelector("[data-search-page]");
const root = new URL(page.dataset.root || "./", document.baseURI);
const input = page.querySelector("[data-search-input]");
const form = input.form;
const status = page.querySelector("[role=status]");
const list = page.querySelector("[data-search-results]");
const filters = page.querySelector("[data-search-filters]");
const fields = page.querySelector("[data-search-facets]");
const more = page.querySelector("[data-search-more]");

const pageSize = 5;
const valuesShown = 12;
const facetNames = ["language", "year", "author", "keyword", "volume"];
const plural = pluralRules(document.documentElement.lang || "en");
const rightToLeft = /^(he|iw|yi|ar|fa|ur|ps|sd|ug|ckb|syr|dv|arc|lad)\b/;

const client = new SearchClient(root);
/** After so many milliseconds without an answer the page says that it is looking. */
const looking = 100;
let chosen = facetNames.map(() => new Set());
let answer = null;
/** The number of the question that was asked last; answers to earlier ones are dropped. */
let asked = 0;
let shown = 0;

let languageNames = null;

/** The name of a language in the page's; its tag where it has none or the tag is malformed. */
function languageName(tag) {
  try {
    const own = document.documentElement.lang || "en";
    languageNames ??= new Intl.DisplayNames([own], { type: "language" });
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function pluralRules(tag) {
  try {
    return new Intl.PluralRules(tag);
  } catch {
    return new Intl.PluralRules("en");
  }
}

const text = (name) => page.dataset[name] ?? "";

/** A sentence with a number: “3 articles”. */
function counted(name, number) {
  const own = plural.select(number);
  const form = name + own[0].toUpperCase() + own.slice(1);
  return (text(form) || text(`${name}Other`)).replace("{count}", digits(number));
}

function digits(number) {
  const own = text("digits") || "0123456789";
  return Array.from(String(number), (digit) => Array.from(own)[Number(digit)] ?? digit).join("");
}

/** After so many milliseconds of work the page may do something else. */
const portion = 8;
const pause = () => new Promise((resolve) => { setTimeout(resolve); });

function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...content);
  return made;
}

const direction = (tag) => (rightToLeft.test(tag) ? "rtl" : "ltr");

// The address

function readAddress() {
  const parameters = new URLSearchParams(location.search);
  input.value = parameters.get("q") ?? "";
  chosen = facetNames.map((name) => new Set(parameters.getAll(name)));
}

/** Set while the address waits for a pause in typing: browsers take long over it. */
let addressTimer = null;
const addressDelay = 150;

function writeAddressSoon() {
  clearTimeout(addressTimer);
  addressTimer = setTimeout(() => writeAddress(false), addressDelay);
}

function writeAddress(isNew) {
  clearTimeout(addressTimer);
  addressTimer = null;
  const parameters = new URLSearchParams();
  if (input.value.trim() !== "") parameters.set("q", input.value);
  facetNames.forEach((name, facet) => {
    for (const value of chosen[facet]) parameters.append(name, value);
  });
  const address = parameters.size > 0 ? `?${parameters}` : location.pathname;
  if (isNew) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

// Asking

async function ask() {
  const number = ++asked;
  const query = input.value;
  const isFiltered = chosen.some((values) => values.size > 0);
  if (query.trim() === "" && !isFiltered) {
    show(null);
    return;
  }
  page.setAttribute("aria-busy", "true");
  client.interrupt();
  const timer = setTimeout(() => {
    if (number === asked) status.textContent = text("looking");
  }, looking);
  try {
    const found = await client.ask("answer", { number, query, chosen, count: pageSize });
    clearTimeout(timer);
    if (number === asked) await show({ ...found, number, query });
  } catch {
    if (number !== asked) return;
    show(null);
    status.textContent = text("fault");
  } finally {
    clearTimeout(timer);
    if (number === asked) page.removeAttribute("aria-busy");
  }
}

// Showing

async function show(found) {
  answer = found;
  shown = 0;
  if (!found) {
    list.replaceChildren();
    status.replaceChildren();
    more.hidden = true;
    filters.hidden = true;
    return;
  }
  tell(found);
  filters.hidden = found.total === 0 && chosen.every((values) => values.size === 0);
  await addResults(found.heads, true);
  if (answer === found && filters.open) await showFilters();
}

/** A sentence with nodes in the place of its words. */
function sentence(pattern, nodes) {
  const [before, after = ""] = pattern.split("{words}");
  return [before, ...nodes.flatMap((node, place) => (place > 0 ? [", ", node] : [node])), after];
}

/** Says how many there are, what was taken for what, and what helps where there is nothing. */
function tell(found) {
  const { total } = found;
  const parts = [[total === 0 ? text("none") : counted("found", total)]];
  if (found.corrections.length > 0) {
    parts.push(sentence(text("corrected"), found.corrections.map(({ word, query }) => element(
      "a", { href: `?${new URLSearchParams({ q: query })}`, "data-correction": "" }, word))));
  }
  if (found.missing.length > 0 && total > 0) {
    parts.push(sentence(text("missing"), [found.missing.join(", ")]));
  }
  if (total === 0) parts.push([text("noneHelp")]);
  status.replaceChildren(...parts.flatMap((part, place) => (place > 0 ? [" ", ...part] : part)));
}

/** How many batches of answers wait for their passages. */
let batches = 0;

/** Shows the heads of some articles, and then under each its passages; `fresh`: in place of others. */
async function addResults(heads, fresh) {
  const found = answer;
  shown += heads.length;
  batches += 1;
  list.setAttribute("aria-busy", "true");
  const waiting = heads.map(
    ({ article }) => client.ask("passages", { number: found.number, article }));
  for (const own of waiting) own.catch(() => {});
  const entries = [];
  let since = performance.now();
  // Further answers come after these.
  more.disabled = true;
  try {
    if (fresh) list.replaceChildren();
    for (const own of heads) {
      entries.push(entry(own, found));
      list.append(entries.at(-1));
      // The first answers are shown before the others are made.
      if (performance.now() - since > portion) {
        await pause();
        if (answer !== found) return;
        since = performance.now();
      }
    }
    more.hidden = shown >= found.total;
    more.disabled = false;
    await Promise.all(heads.map((own, place) => addPassages(
      waiting[place], own.head, entries[place], found)));
  } finally {
    batches -= 1;
    if (batches === 0) list.removeAttribute("aria-busy");
  }
}

/** Shows the passages of an article under its head as soon as they are there. */
async function addPassages(waiting, head, entry, found) {
  const passages = await waiting;
  if (answer !== found) return;
  entry.append(...passages.map((passage) => element(
    "p", { class: "passage" },
    element(
      "a", {
        href: address(head, passage.anchor, found), lang: head.language,
        dir: direction(head.language), "data-result": "",
      }, ...marked(passage)))));
}

function entry({ head, translations }, found) {
  const tag = { lang: head.language, dir: direction(head.language) };
  const item = element("li", { "data-article": head.slug });
  const link = element(
    "a", { href: address(head, "", found), "data-result": "" }, head.title || head.slug);
  item.append(element("h2", { class: "entry-title", ...tag }, link));
  if (head.authors.length > 0) {
    item.append(element(
      "p", { class: "entry-authors", ...tag }, head.authors.join(text("separator") || ", ")));
  }
  const facts = [head.volume ? volume(head.volume) : "", head.year > 0 ? digits(head.year) : ""]
    .filter(Boolean);
  if (facts.length > 0) item.append(element("p", { class: "entry-facts" }, facts.join(" · ")));
  if (translations.length > 0) {
    item.append(element("p", { class: "entry-facts entry-languages" }, ...translations.flatMap(
      (other, place) => [place > 0 ? " · " : "", element(
        "a", {
          href: address(other, "", found), hreflang: other.language, lang: other.language,
          dir: direction(other.language), title: other.title,
        }, languageName(other.language))])));
  }
  return item;
}

/** A volume's name, and “volume” before a bare number. */
const volume = (name) => (/^(\p{N}+|[א-ת]{1,3}|[א-ת]+["'״׳][א-ת]?|[ivxlcdm]+)$/iu.test(name)
  ? (text("volume") || "{volume}").replace("{volume}", digits(name)) : name);

/** The address of a place in an article, with the query whose words are to be marked there. */
function address(article, anchor, found) {
  const target = new URL(article.url, root);
  if (found.query.trim() !== "") target.searchParams.set("q", found.query);
  if (anchor) target.hash = anchor;
  return target.href;
}

function marked({ text: own, marks }) {
  const parts = [];
  let end = 0;
  for (const [start, stop] of marks) {
    parts.push(own.slice(end, start), element("mark", {}, own.slice(start, stop)));
    end = stop;
  }
  parts.push(own.slice(end));
  return parts;
}

// Filters

async function showFilters() {
  const found = answer;
  if (!found) return;
  const counts = await client.ask(
    "counts", { number: found.number, chosen, most: valuesShown });
  if (answer !== found) return;
  const groups = [];
  counts.forEach((values, facet) => {
    if (values.length === 0 || (values.length < 2 && chosen[facet].size === 0)) return;
    const name = facetNames[facet];
    const group = element("fieldset", {}, element(
      "legend", {}, page.getAttribute(`data-facet-${name}`) ?? name));
    for (const { value, count } of values) {
      const box = element("input", { type: "checkbox", name, value });
      box.checked = chosen[facet].has(value);
      const label = facet === 0 ? languageName(value) : facet === 1 ? digits(value)
        : facet === 4 ? volume(value) : value;
      group.append(element(
        "label", {}, box, " ", element("bdi", {}, label), " ",
        element("span", { class: "count" }, `(${digits(count)})`)));
    }
    groups.push(group);
  });
  if (groups.length === 0) groups.push(element("p", {}, text("noFilters")));
  // One group after another, so that the page goes on answering while they are laid out.
  for (let place = 0; place < groups.length; place++) {
    const old = fields.children[place];
    const focused = old?.contains(document.activeElement) ? document.activeElement : null;
    if (old) old.replaceWith(groups[place]);
    else fields.append(groups[place]);
    if (focused) {
      [...groups[place].querySelectorAll("input")]
        .find((box) => box.name === focused.name && box.value === focused.value)?.focus();
    }
    await pause();
    if (answer !== found) return;
  }
  while (fields.children.length > groups.length) fields.lastElementChild.remove();
}


// What the reader does

input.addEventListener("input", () => {
  writeAddressSoon();
  ask();
});

// Who comes back from an answer finds the query.
list.addEventListener("click", () => {
  if (addressTimer !== null) writeAddress(false);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  writeAddress(true);
  ask();
});

fields.addEventListener("change", ({ target }) => {
  const values = chosen[facetNames.indexOf(target.name)];
  if (target.checked) values.add(target.value);
  else values.delete(target.value);
  writeAddress(true);
  ask();
});

filters.addEventListener("toggle", () => {
  if (filters.open) showFilters();
});

more.addEventListener("click", async () => {
  const before = list.children.length;
  const found = answer;
  more.disabled = true;
  const heads = await client.ask("more", { number: found.number, from: shown, count: pageSize })
    .catch(() => []);
  if (answer !== found) return;
  addResults(heads, false).catch(() => {});
  list.children[before]?.querySelector("a")?.focus();
});

// A word that was taken for a misspelt one leads to its own answers.
status.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-correction]");
  if (!link || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  input.value = new URL(link.href).searchParams.get("q");
  writeAddress(true);
  ask();
  input.focus();
});

addEventListener("popstate", () => {
  readAddress();
  ask();
});

// Arrows lead from the field through the answers and back.
page.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  const links = [...list.querySelectorAll("[data-result]")];
  const place = links.indexOf(document.activeElement);
  if (event.key === "ArrowDown" && (event.target === input || place >= 0)) {
    if (links[place + 1]) {
      event.preventDefault();
      links[place + 1].focus();
    }
  } else if (event.key === "ArrowUp" && place >= 0) {
    event.preventDefault();
    (links[place - 1] ?? input).focus();
  } else if (event.key === "Escape" && place >= 0) {
    input.focus();
  }
});

readAddress();
client.ask("open").catch(() => {});
if (input.value === "") input.focus({ preventScroll: true });
ask();
