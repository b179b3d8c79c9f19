// The search page: answers while one types, filters, the query in the address.
// Its words come with the page, in data attributes (Templates/search.mustache).
import { SearchEngine } from "./search-engine.js";
import { IndexFault } from "./search-files.js";

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
const plural = new Intl.PluralRules(document.documentElement.lang || "en");
const rightToLeft = /^(he|iw|yi|ar|fa|ur|ps|sd|ug|ckb|syr|dv|arc|lad)\b/;

let opening = null;
let chosen = facetNames.map(() => new Set());
let answer = null;
/** The number of the question that was asked last; answers to earlier ones are dropped. */
let asked = 0;
let shown = 0;
const languages = new Intl.DisplayNames([document.documentElement.lang || "en"], { type: "language" });

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

function writeAddress(isNew) {
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
  try {
    let found;
    for (let attempt = 0; ; attempt++) {
      try {
        opening ??= SearchEngine.open(root);
        const engine = await opening;
        found = await engine.answer(query, chosen);
        found.engine = engine;
        found.query = query;
        break;
      } catch (error) {
        // The site may have been published anew since the index was opened: open it once more.
        opening = null;
        if (attempt > 0 || !(error instanceof IndexFault)) throw error;
      }
    }
    if (number !== asked) return;
    await show(found);
  } catch (error) {
    if (number !== asked) return;
    show(null);
    status.textContent = text("fault");
    if (!(error instanceof IndexFault)) throw error;
  } finally {
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
  await addResults(true);
  if (answer !== found) return;
  filters.hidden = found.articles.length === 0 && chosen.every((values) => values.size === 0);
  if (filters.open) await showFilters();
}

/** Says how many there are, what was taken for what, and what helps where there is nothing. */
function tell(found) {
  const sentences = [];
  const total = found.articles.length;
  sentences.push(total === 0 ? text("none") : counted("found", total));
  if (found.corrections.length > 0) {
    sentences.push(text("corrected").replace("{words}", found.corrections.join(", ")));
  }
  if (found.missing.length > 0 && total > 0) {
    sentences.push(text("missing").replace("{words}", found.missing.join(", ")));
  }
  if (total === 0) sentences.push(text("noneHelp"));
  status.textContent = sentences.join(" ");
}

/** Shows the next articles; with `fresh` in place of those that stand there. */
async function addResults(fresh) {
  const found = answer;
  const next = found.articles.slice(shown, shown + pageSize);
  shown += next.length;
  more.hidden = true;
  const articles = await Promise.all(next.map((number) => found.engine.index.article(number)));
  if (answer !== found) return;
  const entries = articles.map((article) => entry(article, found));
  if (fresh) list.replaceChildren(...entries);
  else list.append(...entries);
  more.hidden = shown >= found.articles.length;
}

function entry(article, found) {
  const tag = { lang: article.language, dir: direction(article.language) };
  const item = element("li", { "data-article": article.slug });
  const link = element(
    "a", { href: address(article, "", found), "data-result": "" }, article.title || article.slug);
  item.append(element("h2", { class: "entry-title", ...tag }, link));
  if (article.authors.length > 0) {
    item.append(element(
      "p", { class: "entry-authors", ...tag }, article.authors.join(text("separator") || ", ")));
  }
  const facts = [article.year > 0 ? digits(article.year) : "", article.volume].filter(Boolean);
  if (facts.length > 0) item.append(element("p", { class: "entry-facts" }, facts.join(" · ")));
  for (const passage of found.engine.excerpts(article, found.units)) {
    item.append(element(
      "p", { class: "passage" },
      element(
        "a", { href: address(article, passage.anchor, found), ...tag, "data-result": "" },
        ...marked(passage))));
  }
  return item;
}

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
  const counts = await found.engine.counts(found.articles);
  if (answer !== found) return;
  const groups = [];
  counts.forEach((values, facet) => {
    for (const value of chosen[facet]) {
      if (!values.some((own) => own.value === value)) values.unshift({ value, count: 0 });
    }
    if (values.length === 0 || (values.length < 2 && chosen[facet].size === 0)) return;
    const name = facetNames[facet];
    const group = element("fieldset", {}, element(
      "legend", {}, page.getAttribute(`data-facet-${name}`) ?? name));
    const ordered = [...values].sort((one, other) => Number(chosen[facet].has(other.value))
      - Number(chosen[facet].has(one.value)));
    for (const { value, count } of ordered.slice(0, valuesShown)) {
      const box = element("input", { type: "checkbox", name, value });
      box.checked = chosen[facet].has(value);
      const label = facet === 0 ? languages.of(value) ?? value : facet === 1 ? digits(value) : value;
      group.append(element(
        "label", {}, box, " ", element("bdi", {}, label), " ",
        element("span", { class: "count" }, `(${digits(count)})`)));
    }
    groups.push(group);
  });
  const focused = document.activeElement;
  const kept = fields.contains(focused) ? [focused.name, focused.value] : null;
  fields.replaceChildren(...(groups.length > 0 ? groups : [text("noFilters")]));
  if (kept) {
    [...fields.querySelectorAll("input")]
      .find((box) => box.name === kept[0] && box.value === kept[1])?.focus();
  }
}

// What the reader does

input.addEventListener("input", () => {
  writeAddress(false);
  ask();
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
  await addResults(false);
  list.children[before]?.querySelector("a")?.focus();
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
if (input.value === "") input.focus({ preventScroll: true });
ask();
