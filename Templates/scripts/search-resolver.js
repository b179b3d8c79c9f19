// What a word of a query means among the words of an index. The same as
// Sources/Search/Query/WordResolver.swift.
import { Grade } from "./search-passages.js";
import { Kind, Words, minimumLength, scalars } from "./search-words.js";

const prefixLimit = 256;
const correctionLimit = 8;
const minimumRest = 3;
const stemMark = "~";

export class WordResolver {
  constructor(index, words) {
    this.index = index;
    this.words = words;
  }

  /** What a word of a query stands for. */
  async meaning(word, mayCorrect = true) {
    const meaning = { words: new Map(), corrections: [] };
    const { text, kind } = word;
    if (await this.add(text, text, Grade.form, null, meaning)) return meaning;
    if (!this.words.rules.has(kind)) return meaning;
    if (await this.addForms(text, kind, meaning)) return meaning;
    const splits = this.words.splits(text, kind)
      .filter((rest) => scalars(rest).length >= minimumRest);
    for (const rest of splits) await this.add(rest, null, Grade.form, null, meaning, true);
    if (meaning.words.size > 0) return meaning;
    for (const rest of splits) {
      if (await this.addForms(rest, kind, meaning)) return meaning;
    }
    if (!mayCorrect) return meaning;
    for (const candidate of [text, ...splits]) {
      for (const near of await this.corrections(candidate)) {
        if (await this.add(near, null, Grade.clitic, Grade.correction, meaning)) {
          meaning.corrections.push(near);
        }
      }
      if (meaning.words.size > 0) break;
    }
    return meaning;
  }

  async meaningOfPrefix(prefix) {
    const meaning = { words: new Map(), corrections: [] };
    const keys = (await this.index.keysBeginning(prefix)).slice(0, prefixLimit);
    const families = new Set((await Promise.all(keys.map((key) => this.index.families(key)))).flat());
    for (const number of [...families].sort((one, other) => one - other)) {
      const family = await this.index.family(number);
      family.members.forEach((member, place) => {
        if (member.word.startsWith(prefix)) {
          addMember(meaning, member, Grade.exact, number, place);
        } else if (member.bases.some((base) => family.bases[base].startsWith(prefix))) {
          addMember(meaning, member, Grade.clitic, number, place);
        }
      });
    }
    return meaning;
  }

  /** Adds what a key finds; whether there was anything. */
  async add(key, exact, limit, grade, meaning, isBase = false) {
    let found = false;
    for (const number of await this.index.families(key)) {
      const family = await this.index.family(number);
      if (isBase && !family.bases.includes(key)) continue;
      const bases = new Set();
      if (family.bases.includes(key)) bases.add(family.bases.indexOf(key));
      for (const member of family.members) {
        if (member.word === key) member.bases.forEach((base) => bases.add(base));
      }
      family.members.forEach((member, place) => {
        const own = member.word === exact ? Grade.exact
          : member.bases.some((base) => bases.has(base)) ? Grade.clitic : Grade.form;
        if (own > limit) return;
        addMember(meaning, member, grade ?? own, number, place);
        found = true;
      });
    }
    return found;
  }

  async addForms(word, kind, meaning) {
    const stem = stemMark + this.words.stem(word, kind);
    let found = await this.add(stem, null, Grade.form, Grade.form, meaning);
    if (kind === Kind.hebrew) {
      for (const spelling of this.words.variants(word)) {
        if (await this.add(spelling, null, Grade.form, Grade.form, meaning)) found = true;
      }
    }
    return found;
  }

  /** The words of the index that are a typing error away, or that sound alike. */
  async corrections(word) {
    const letters = scalars(word);
    if (letters.length < minimumLength) return [];
    const half = Math.floor(letters.length / 2);
    // With one error, either half is whole, but where the letters on either side of the middle are
    // exchanged.
    const across = [
      ...letters.slice(0, half - 1), letters[half], letters[half - 1], ...letters.slice(half + 1),
    ].join("");
    const candidates = (await Promise.all([
      this.index.keysBeginning(letters.slice(0, half).join("")),
      this.index.wordsEnding(letters.slice(half).join("")),
      this.index.families(across).then((found) => (found.length > 0 ? [across] : [])),
    ])).flat();
    let near = [...new Set(candidates)].filter((candidate) => {
      const other = scalars(candidate);
      return other.length >= minimumLength - 1 && Words.isNear(letters, other);
    });
    if (near.length === 0) {
      const alike = this.words.homophones(word);
      const families = await Promise.all(alike.map((own) => this.index.families(own)));
      near = alike.filter((_, place) => families[place].length > 0);
    }
    return near.slice(0, correctionLimit);
  }
}

function addMember(meaning, member, grade, family, place) {
  const known = meaning.words.get(member.word);
  if (known) known.grade = Math.min(known.grade, grade);
  else meaning.words.set(member.word, { ...member, grade, family, member: place });
}
