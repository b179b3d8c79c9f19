// What of an article answers a query: its best passages, and what to mark in a text. The same as
// Sources/Search/Query/PassageFinder.swift.
import { Joint } from "./search-words.js";

/** How a word of a text answers a word of a query, the best first. */
export const Grade = { exact: 0, clitic: 1, form: 2, kin: 3, correction: 4, name: 5 };
/** What a word counts by grade. */
export const percent = [100, 85, 60, 40, 30, 1];

const passageLimit = 3;
const wordsBefore = 10;
const excerptWords = 40;
const Field = { text: 0, title: 1, heading: 2, abstract: 3, keywords: 4, authors: 5, note: 6 };

/**
 * The pieces of an article in which the units may stand, the best first: those that have more of the
 * query, in the nearer forms.
 *
 * @param {number} count the number of the article's pieces
 */
export function piecesOf(article, count, units) {
  const scores = new Array(count).fill(0);
  for (const part of units.flat().flatMap((own) => own.parts)) {
    const best = new Array(count).fill(0);
    for (const word of part) {
      const place = word.articles.indexOf(article);
      if (place < 0) continue;
      for (let piece = 0; piece < count; piece++) {
        if ((word.pieces[place] >> piece) & 1) {
          best[piece] = Math.max(best[piece], percent[word.grade]);
        }
      }
    }
    best.forEach((score, piece) => { scores[piece] += score; });
  }
  return [...scores.keys()].filter((piece) => scores[piece] > 0)
    .sort((one, other) => scores[other] - scores[one] || one - other);
}

/** The best of some passages: [{anchor, text, marks: [[start, end]]}]. */
export function excerpts(passages, units, words) {
  const found = [];
  passages.forEach((passage, order) => {
    if (![Field.text, Field.heading, Field.abstract, Field.note].includes(passage.field)) return;
    const scanned = words.scan(passage.text);
    const own = hits(scanned, units);
    if (own.length === 0) return;
    found.push({ score: passageScore(own, passage.field, units.length), order, scanned, own });
  });
  found.sort((one, other) => other.score - one.score || one.order - other.order);
  return found.slice(0, passageLimit).map(({ order, scanned, own }) => {
    const { anchor, text } = passages[order];
    return { anchor, ...excerpt(text, scanned, own) };
  });
}

/** Every place of a text where a unit stands: [{unit, first, end, grade}], places of words. */
export function hits(scanned, units) {
  const found = [];
  for (let start = 0; start < scanned.length; start++) {
    units.forEach((patterns, unit) => {
      let best = null;
      for (const own of patterns) {
        const hit = hitAt(own, scanned, start);
        if (hit && (best === null || hit.grade < best.grade)) best = { unit, ...hit };
      }
      if (best) found.push(best);
    });
  }
  return found;
}

/**
 * A way in which a unit stands in a text: for each word the words that will do, with grades.
 *
 * @param {number} reach how many places a word stands after the one before it at most
 */
export function pattern(parts, reach = 1) {
  const grades = new Map();
  for (const own of parts.flat()) {
    grades.set(own.word, Math.min(grades.get(own.word) ?? Grade.name, own.grade));
  }
  return { words: parts.map((part) => new Set(part.map((own) => own.word))), grades, reach, parts };
}

function hitAt(own, scanned, start) {
  if (own.words.length === 0) return null;
  if (!own.words[0].has(scanned[start].text)) return compoundAt(own, scanned, start);
  let worst = own.grades.get(scanned[start].text);
  let place = start;
  for (const allowed of own.words.slice(1)) {
    let next = place + 1;
    const end = Math.min(scanned.length, place + 1 + own.reach);
    while (next < end && !allowed.has(scanned[next].text)) next++;
    if (next >= end) return null;
    worst = Math.max(worst, own.grades.get(scanned[next].text));
    place = next;
  }
  return { first: start, end: place + 1, grade: worst };
}

/** Two words that the index also has as one. */
function compoundAt(own, scanned, start) {
  if (own.words.length !== 1 || start + 1 >= scanned.length) return null;
  const { joint } = scanned[start + 1];
  if (joint !== Joint.hyphen && joint !== Joint.space) return null;
  const joined = scanned[start].text + scanned[start + 1].text;
  if (!own.words[0].has(joined)) return null;
  return { first: start, end: start + 2, grade: own.grades.get(joined) };
}

function passageScore(hits, field, unitCount) {
  const best = new Array(unitCount).fill(0);
  for (const hit of hits) best[hit.unit] = Math.max(best[hit.unit], percent[hit.grade]);
  const fieldScore = field === Field.abstract ? 12 : field === Field.heading ? 6
    : field === Field.note ? 0 : 10;
  return best.reduce((sum, own) => sum + own, 0) * 4 + Math.min(hits.length, 10) + fieldScore;
}

function excerpt(text, scanned, hits) {
  const first = Math.max(0, hits[0].first - wordsBefore);
  const last = Math.min(scanned.length, first + excerptWords);
  const start = first === 0 ? 0 : scanned[first].start;
  const end = last === scanned.length ? text.length : scanned[last - 1].end;
  const leading = first === 0 ? "" : "… ";
  const marks = [];
  for (const hit of hits) {
    if (hit.end > last) continue;
    for (let token = hit.first; token < hit.end; token++) {
      const from = scanned[token].start - start + leading.length;
      const to = scanned[token].end - start + leading.length;
      if (marks.length === 0 || marks.at(-1)[0] < from) marks.push([from, to]);
    }
  }
  return { text: leading + text.slice(start, end) + (end < text.length ? " …" : ""), marks };
}
