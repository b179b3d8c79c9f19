// Answers queries by the files of the index: the same algorithm over the same files as
// Sources/Search/Query (SearchEngine, WordResolver, PassageFinder). Change both.
import { IndexFiles } from "./search-files.js";
import { admits, parse } from "./search-query.js";
import { Grade, excerpts, hits, pattern, percent, piecesOf } from "./search-passages.js";
import { WordResolver } from "./search-resolver.js";
import { leastDistance, rarity } from "./search-scores.js";
import {
  Kind, Words, maximumLength, minimumLength, scalars, written,
} from "./search-words.js";

const scale = 32;
const saturation = 38;
const proximityPercent = 40;
const proximityReach = 16;
const referenceReach = 3;

export class SearchEngine {
  /** @param {URL} root the site's root */
  static async open(root) {
    const engine = new SearchEngine();
    engine.index = await IndexFiles.open(root);
    engine.words = new Words(await engine.index.lettersContent());
    engine.resolver = new WordResolver(engine.index, engine.words);
    return engine;
  }

  /**
   * Answers a query.
   *
   * @param {string} text
   * @param {Array<Set<string>>} chosen by facet the values that filters were set to
   * @returns {Promise<{articles: number[], translations: Map<number, number[]>,
   *   scores: Map<number, number>, corrections: string[], replacements: object[],
   *   missing: string[], units: object[]}>} the articles found, the best first, translations of one
   *   under the best of them; for a corrected word what it is and was taken for
   */
  async answer(text, chosen = []) {
    const query = parse(text, this.words);
    this.index.wantsPlaces = query.units.length > 1 || query.units[0]?.words.length > 1;
    // What the words lead to is asked for while the query is put together.
    for (const unit of query.units) unit.words.forEach((word) => this.resolver.ask(word));
    const units = await this.units(query);
    const matches = await Promise.all(
      units.map((unit) => this.match(unit, units.length === 1)));
    const wanted = [];
    const excluded = new Set();
    const corrections = [];
    const missing = [];
    const replacements = [];
    units.forEach((unit, place) => {
      const match = matches[place];
      if (unit.isExcluded) {
        for (const article of match.articles.keys()) excluded.add(article);
        return;
      }
      wanted.push(match);
      corrections.push(...match.corrections.map(written));
      for (const to of match.corrections) {
        replacements.push({ word: unit.words[0].text, to: written(to) });
      }
      if (match.articles.size === 0) {
        const own = unit.words.map((word) => word.text).join(" ");
        missing.push(unit.form === "prefix" ? own : written(own));
      }
    });
    let scores = this.mostMatched(wanted);
    const isFiltered = query.filters.length > 0 || chosen.some((values) => values?.size > 0);
    if (wanted.length === 0 && (isFiltered || excluded.size > 0)) {
      for (let article = 0; article < this.index.articleCount; article++) scores.set(article, 0);
    }
    for (const article of excluded) scores.delete(article);
    if (isFiltered) {
      const allowed = await this.passing(query.filters, chosen);
      scores = new Map([...scores].filter(([article]) => allowed(article)));
    }
    if (wanted.length > 1) await this.addProximity(wanted, scores);
    const ordered = [...scores.keys()].sort(
      (one, other) => scores.get(other) - scores.get(one) || one - other);
    return {
      ...this.grouped(ordered), found: ordered, scores, corrections, replacements, missing,
      units: wanted.map((match) => match.patterns),
    };
  }

  /** The translations of one article as one answer: the best of them. */
  grouped(ordered) {
    const articles = [];
    const translations = new Map();
    const firsts = new Map();
    for (const article of ordered) {
      const group = this.index.translations.get(article);
      if (group && firsts.has(group)) {
        translations.get(firsts.get(group)).push(article);
      } else {
        if (group) firsts.set(group, article);
        translations.set(article, []);
        articles.push(article);
      }
    }
    return { articles, translations };
  }

  // Units

  async units(query) {
    const units = [];
    for (const unit of query.units) {
      const last = units.at(-1);
      if (unit.form === "word" && !unit.isExcluded && last?.form === "word" && !last.isExcluded
        && last.words[0].kind === unit.words[0].kind && unit.words[0].kind !== Kind.digit
        && await this.index.has(last.words[0].text + unit.words[0].text)) {
        units[units.length - 1] = {
          ...last, form: "compound", words: [...last.words, ...unit.words],
        };
      } else {
        units.push(unit);
      }
    }
    return units;
  }

  async match(unit, isAlone) {
    switch (unit.form) {
      case "word": return this.matchWord(unit, isAlone);
      case "prefix": return wordMatch(await this.resolver.meaningOfPrefix(unit.words[0].text));
      case "phrase": return this.matchPhrase(unit.words, Grade.clitic);
      case "reference": return this.matchReference(unit.words);
      default: return this.matchCompound(unit.words);
    }
  }

  async matchWord({ words: [word], isExcluded, isHead }, isAlone) {
    const whole = await this.resolver.meaning(word, { mayCorrect: false, isAlone, isHead });
    // What is only near is no reason to leave an article out.
    if (isExcluded) {
      for (const [text, own] of whole.words) if (own.grade > Grade.form) whole.words.delete(text);
      return wordMatch(whole);
    }
    if (whole.words.size > 0) return wordMatch(whole);
    const parted = word.kind === Kind.digit ? null : await this.matchParted(word);
    if (parted) return parted;
    return wordMatch(await this.resolver.meaning(word, { mayCorrect: true, isAlone, isHead }));
  }

  async matchPhrase(words, reach) {
    const match = emptyMatch();
    const parts = [];
    for (const word of words) {
      const meaning = await this.resolver.meaning(word);
      const found = [...meaning.words.values()];
      const nearest = found.length > 0 ? Math.min(...found.map((own) => own.grade)) : Grade.exact;
      parts.push(found.filter((own) => own.grade <= Math.max(reach, nearest)));
      match.corrections.push(...meaning.corrections);
    }
    match.patterns = [pattern(parts)];
    await this.addRuns(parts, 1, match);
    return match;
  }

  /** The numbers of a reference, one near the other in their order, in digits or letters. */
  async matchReference(numbers) {
    const match = emptyMatch();
    const meanings = await Promise.all(
      numbers.map((number) => this.resolver.meaningOfNumber(number)));
    const parts = meanings.map((meaning) => [...meaning.words.values()]);
    match.patterns = [pattern(parts, referenceReach)];
    if (numbers.length === 1) [match.words] = parts;
    await this.addRuns(parts, referenceReach, match);
    return match;
  }

  /** Adds the articles in which words follow one another, each so many places after the last. */
  async addRuns(parts, reach, match) {
    if (parts.some((part) => part.length === 0)) return;
    const occurrences = await Promise.all(parts.map((part) => this.places(part, true)));
    for (const [article, first] of occurrences[0]) {
      let count = 0;
      let nearest = null;
      for (const [start, grade] of first) {
        let worst = grade;
        let place = start;
        for (let part = 1; part < occurrences.length && worst !== null; part++) {
          const own = occurrences[part].get(article);
          let next = place + 1;
          while (next <= place + reach && !own?.has(next)) next++;
          worst = next > place + reach ? null : Math.max(worst, own.get(next));
          place = next;
        }
        if (worst === null) continue;
        count++;
        nearest = Math.min(nearest ?? worst, worst);
      }
      if (nearest !== null) addArticle(match, article, count * scale, nearest);
    }
  }

  async matchCompound(words) {
    const match = await this.matchPhrase(words, Grade.form);
    if (new Set(words.map((word) => word.kind)).size === 1) {
      const joined = { text: words.map((word) => word.text).join(""), kind: words[0].kind };
      const whole = wordMatch(await this.resolver.meaning(joined, { mayCorrect: false }));
      for (const [article, { weight, grade }] of whole.articles) {
        addArticle(match, article, weight, grade);
      }
      match.words = whole.words;
      match.patterns.push(...whole.patterns);
    }
    if (match.articles.size > 0 || words.length < 2) return match;
    const apart = await Promise.all(words.map(
      (word) => this.matchWord({ words: [word], isExcluded: false, isHead: false }, false)));
    for (const article of this.mostMatched(apart).keys()) {
      addArticle(match, article, 1, Grade.correction);
    }
    match.corrections = apart.flatMap((own) => own.corrections);
    match.patterns = apart.flatMap((own) => own.patterns);
    return match;
  }

  async matchParted(word) {
    const letters = scalars(word.text);
    if (letters.length < minimumLength || letters.length > maximumLength) return null;
    for (let place = 2; place <= letters.length - 2; place++) {
      const parts = [letters.slice(0, place).join(""), letters.slice(place).join("")];
      if (!await this.index.has(parts[0]) || !await this.index.has(parts[1])) continue;
      const match = await this.matchPhrase(
        parts.map((text) => ({ text, kind: word.kind })), Grade.form);
      if (match.articles.size > 0) return match;
    }
    return null;
  }

  /**
   * By article and place the nearest grade of some words.
   *
   * @param {boolean} whole whether in all articles, and not in those alone where a word weighs most
   */
  async places(matches, whole) {
    const places = new Map();
    const families = new Map();
    for (const own of matches) {
      if (!families.has(own.family)) families.set(own.family, []);
      families.get(own.family).push(own);
    }
    await Promise.all([...families].map(async ([number, members]) => {
      const all = await this.index.places(number, whole);
      for (const member of members) {
        for (const [article, own] of all[member.member]) {
          if (!places.has(article)) places.set(article, new Map());
          const known = places.get(article);
          for (const place of own) {
            known.set(place, Math.min(known.get(place) ?? Grade.name, member.grade));
          }
        }
      }
    }));
    return places;
  }

  // Scores

  mostMatched(units) {
    const counts = new Map();
    for (const unit of units) {
      for (const article of unit.articles.keys()) counts.set(article, (counts.get(article) ?? 0) + 1);
    }
    let most = 0;
    for (const count of counts.values()) most = Math.max(most, count);
    const scores = new Map();
    for (const unit of units) {
      const rare = rarity(unit.articles.size, this.index.articleCount);
      for (const [article, { weight, grade }] of unit.articles) {
        if (counts.get(article) !== most) continue;
        const saturated = Math.floor(weight * 2200 / (weight + saturation));
        const score = Math.floor(rare * saturated * percent[grade] / 100);
        scores.set(article, (scores.get(article) ?? 0) + score);
      }
    }
    return scores;
  }

  async addProximity(units, scores) {
    const places = await Promise.all(units.map((unit) => this.places(unit.words, false)));
    const sorted = (map) => [...map.keys()].sort((one, other) => one - other);
    for (const [article, score] of scores) {
      let bonus = 0;
      for (let pair = 1; pair < units.length; pair++) {
        const [one, other] = [places[pair - 1].get(article), places[pair].get(article)];
        if (!one || !other) continue;
        const distance = leastDistance(sorted(one), sorted(other));
        if (distance > proximityReach) continue;
        bonus += Math.floor(Math.floor(score * proximityPercent / 100) / Math.max(1, distance));
      }
      scores.set(article, score + bonus);
    }
  }

  // Filters

  /** Whether an article passes the query's filters and those that were chosen. */
  async passing(filters, chosen) {
    const having = async (facet, admits) => new Set((await this.index.valuesOf(facet))
      .filter(({ value }) => admits(value)).flatMap((value) => value.articles));
    const tests = await Promise.all([
      ...filters.map(async (filter) => {
        const articles = await having(
          filter.facet, (value) => admits(filter, value, this.words));
        return (article) => articles.has(article) !== filter.isExcluded;
      }),
      ...chosen.map(async (values, facet) => {
        if (!values || values.size === 0) return () => true;
        const articles = await having(facet, (value) => values.has(value));
        return (article) => articles.has(article);
      }),
    ]);
    return (article) => tests.every((test) => test(article));
  }

  /**
   * By facet the values that some articles have, and those that were chosen, with counts:
   * [{value, count}], those chosen first, the most first.
   *
   * @param {number} most how many values of a facet are wanted
   */
  async counts(articles, chosen, most) {
    const found = new Set(articles);
    return Promise.all(chosen.map(async (own, facet) => {
      const values = (await this.index.valuesOf(facet)).map((one) => (
        { value: one.value, count: one.articles.filter((article) => found.has(article)).length }));
      const known = new Set(values.map(({ value }) => value));
      for (const value of own) if (!known.has(value)) values.push({ value, count: 0 });
      return values.filter(({ value, count }) => count > 0 || own.has(value))
        .sort((one, other) => own.has(other.value) - own.has(one.value)
          || other.count - one.count || compareNames(one.value, other.value))
        .slice(0, most);
    }));
  }

  // Passages

  /**
   * The best passages of the first piece of an article that has any: [{anchor, text, marks: [[start,
   * end]]}]. Pieces with all words of a phrase may not have the phrase.
   */
  async excerpts(article, units) {
    const head = await this.index.head(article);
    for (const piece of piecesOf(article, head.pieces, units)) {
      const found = excerpts(await this.index.passages(head, piece), units, this.words);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** Every place of a text where a unit stands: [{unit, first, end, grade}], places of words. */
  hits(scanned, units) { return hits(scanned, units); }
}

function compareNames(one, other) { return one < other ? -1 : one > other ? 1 : 0; }

function emptyMatch() {
  return { articles: new Map(), words: [], corrections: [], patterns: [] };
}

function wordMatch(meaning) {
  const match = emptyMatch();
  match.words = [...meaning.words.values()];
  for (const word of match.words) {
    word.articles.forEach((article, place) => {
      addArticle(match, article, word.weights[place], word.grade);
    });
  }
  match.corrections = meaning.corrections;
  match.patterns = [pattern([match.words])];
  return match;
}

function addArticle(match, article, weight, grade) {
  const known = match.articles.get(article);
  match.articles.set(article, {
    weight: (known?.weight ?? 0) + weight, grade: Math.min(known?.grade ?? grade, grade),
  });
}
