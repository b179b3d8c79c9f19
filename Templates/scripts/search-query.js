// A query taken apart, as Sources/Search/Query/SearchQuery.swift does it. Nothing is an error.
import { Joint, Kind, hamzaKey, numeralValue, scalars } from "./search-words.js";

/** The places of the facets in the index. */
export const Facet = { language: 0, year: 1, author: 2, keyword: 3, volume: 4 };

const filterNames = new Map(Object.entries({
  author: 2, "מחבר": 2, "מחברת": 2, "מאת": 2, "مؤلف": 2, "مولف": 2, "كاتب": 2, "المؤلف": 2,
  "المولف": 2,
  year: 1, "שנה": 1, "שנת": 1, "سنة": 1, "سنه": 1, "عام": 1,
  language: 0, lang: 0, "שפה": 0, "لغة": 0, "لغه": 0,
  keyword: 3, "מפתח": 3, "נושא": 3, "موضوع": 3, "كلمة": 3, "كلمه": 3,
  volume: 4, "כרכ": 4, "גיליונ": 4, "مجلد": 4, "عدد": 4,
}));

const longest = 1000;
const mostUnits = 32;
/** No chapter and no verse has a higher number. */
export const lastVerse = 176;

const isHyphen = (words, letter) =>
  letter !== undefined && words.kind(letter.codePointAt(0)) === Kind.hyphen;

/** Cuts a query at spaces and at the quotation marks that are not gershayim. */
function pieces(text, words) {
  const letters = scalars(text);
  const kinds = letters.map((letter) => words.kind(letter.codePointAt(0)));
  const isQuote = (place) => {
    if (letters[place] === "«" || letters[place] === "»") return true;
    return kinds[place] === Kind.doubleQuote
      && !(kinds[place - 1] === Kind.hebrew && kinds[place + 1] === Kind.hebrew);
  };
  const lastQuote = Math.floor(letters.filter((_, place) => isQuote(place)).length / 2) * 2;
  const found = [];
  const empty = { text: "", isQuoted: false, isExcluded: false, filter: null };
  let current = { ...empty };
  let quotes = 0;
  const finish = () => {
    if (current.text !== "") found.push(current);
    current = { ...empty };
  };
  const filterOf = (name) => {
    const scanned = words.scan(name);
    const facet = scanned.length === 1 ? filterNames.get(scanned[0].text) : undefined;
    return facet === undefined ? null : { facet, isExcluded: isHyphen(words, scalars(name)[0]) };
  };
  letters.forEach((letter, place) => {
    if (isQuote(place)) {
      quotes++;
      if (quotes > lastQuote) {
        finish();
      } else if (quotes % 2 === 1) {
        const { isExcluded, filter } = current;
        const before = scalars(current.text);
        const lone = before.length === 1 && isHyphen(words, before[0]);
        if (!lone) finish();
        current = {
          text: "", isQuoted: true, isExcluded: lone || (before.length === 0 && isExcluded), filter,
        };
      } else {
        finish();
      }
    } else if (current.isQuoted) {
      current.text += letter;
    } else if (/^\p{White_Space}$/u.test(letter)) {
      // “author: Cohen” means “author:Cohen”.
      if (current.filter === null || current.text !== "") finish();
    } else {
      const filter = (letter === ":" || letter === "：") && current.filter === null
        ? filterOf(current.text) : null;
      if (filter) current = { ...empty, isExcluded: filter.isExcluded, filter: filter.facet };
      else current.text += letter;
    }
  });
  finish();
  return found;
}

/** Whether a unit is a number such as chapters and verses have, or several. */
function isNumber(unit) {
  if (unit.form !== "word" && unit.form !== "compound") return false;
  return unit.words.every((word) => {
    if (/^[0-9]+$/.test(word.text)) return Number(word.text) <= lastVerse;
    const letters = scalars(word.text.replaceAll("'", ""));
    if (letters.length === 1) return true;
    return unit.form === "compound" && letters.length <= 3 && word.kind === Kind.hebrew
      && numeralValue(word.text) !== null;
  });
}

/** Joins the numbers that follow a word as chapter and verse do. */
function withReferences(units) {
  const found = [];
  for (const unit of units) {
    const last = found.at(-1);
    const isAfterWord = last?.form === "word" && !isNumber(last);
    if (!isNumber(unit) || unit.isExcluded || !(isAfterWord || last?.form === "reference")) {
      found.push(unit);
    } else if (isAfterWord) {
      last.isHead = true;
      found.push({ form: "reference", words: unit.words, isExcluded: false, isHead: false });
    } else {
      last.words = [...last.words, ...unit.words];
    }
  }
  return found;
}

/** The units and filters of a query. */
export function parse(whole, words) {
  const text = scalars(whole.slice(0, 2 * longest)).slice(0, longest).join("");
  const units = [];
  const filters = [];
  for (const piece of pieces(text, words)) {
    const letters = scalars(piece.text);
    if (!piece.isQuoted && piece.filter === null && letters.length > 1
      && isHyphen(words, letters[0])) {
      piece.isExcluded = true;
      piece.text = letters.slice(1).join("");
    }
    const endsInStar = !piece.isQuoted && piece.text.endsWith("*");
    const scanned = words.scan(piece.text);
    if (scanned.length === 0) continue;
    const { isExcluded } = piece;
    const word = ({ text: own, kind, start, end }) => {
      const hamza = kind === Kind.arabic ? hamzaKey(piece.text.slice(start, end), own, words) : null;
      return { text: own, kind, hamza: hamza === own ? null : hamza };
    };
    if (piece.filter !== null) {
      filters.push({ facet: piece.filter, words: scanned.map((w) => w.text), isExcluded });
      continue;
    }
    if (piece.isQuoted) {
      const form = scanned.length === 1 ? "word" : "phrase";
      units.push({ form, words: scanned.map(word), isExcluded, isHead: false });
      continue;
    }
    const groups = [];
    scanned.forEach((own, place) => {
      const hangs = place > 0 && (own.joint === Joint.hyphen || own.joint === Joint.glued
        || (scanned[place - 1].kind === Kind.digit
          && (own.kind === Kind.digit || scalars(own.text).length === 1)));
      if (hangs) groups.at(-1).push(word(own));
      else groups.push([word(own)]);
    });
    groups.forEach((group, place) => {
      const isPrefix = endsInStar && place === groups.length - 1 && group.length === 1;
      const form = isPrefix ? "prefix" : group.length === 1 ? "word" : "compound";
      units.push({ form, words: group, isExcluded, isHead: false });
    });
  }
  const seen = new Set();
  const distinct = withReferences(units.slice(0, mostUnits)).filter((unit) => {
    const name = JSON.stringify(unit);
    return !seen.has(name) && seen.add(name);
  });
  return { units: distinct, filters };
}

/** Whether a facet's value is one that a filter asks for. */
export function admits(filter, value, words) {
  if (filter.facet === Facet.year && filter.words.length === 2) {
    const years = [...filter.words, value].map(Number);
    if (years.every(Number.isInteger)) {
      return Math.min(years[0], years[1]) <= years[2] && years[2] <= Math.max(years[0], years[1]);
    }
  }
  const own = new Set(words.scan(value).map((word) => word.text));
  return filter.words.every((word) => own.has(word));
}
