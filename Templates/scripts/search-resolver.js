// What a word of a query means among the words of an index. The same as
// Sources/Search/Query/WordResolver.swift.
import { agree, hebrew, leastSound, script, scripts, sounds } from "./search-names.js";
import { Grade } from "./search-passages.js";
import { lastVerse } from "./search-query.js";
import {
  Kind, Words, maximumLength, minimumLength, numeralValue, numeralWritten, scalars, withoutLastHamza,
} from "./search-words.js";

const prefixLimit = 256;
const correctionLimit = 8;
// A word of fewer letters sounds like too many others.
const leastHomophone = 4;
const minimumRest = 3;
const stemMark = "~";
const nameMark = "&";
const bookMark = "@";
const isWord = (key) => !/[~=&@]/.test(key);
const encoder = new TextEncoder();

/** The key of a dictionary's word: its first two letters and a hash of 24 bits. */
function lemmaKey(lemma) {
  let hash = 0x811C9DC5;
  for (const byte of encoder.encode(lemma)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  hash = (hash ^ (hash >>> 24)) >>> 0;
  return `${scalars(lemma).slice(0, 2).join("")}=${(hash & 0xFFFFFF).toString(36)}`;
}

const emptyMeaning = () => ({ words: new Map(), corrections: [] });
const isEmpty = (meaning) => meaning.words.size === 0;

/** What the perfect of an Arabic verb begins with, by its imperfect (ArabicVerbs.perfects). */
function perfects(word) {
  const rest = scalars(word).slice(1).join("");
  return word.startsWith("ي") && scalars(rest).length >= 4 ? [rest, `ا${rest}`] : [];
}

export class WordResolver {
  constructor(index, words) {
    this.index = index;
    this.words = words;
  }

  /**
   * What a word of a query stands for.
   *
   * @param {{mayCorrect?: boolean, isAlone?: boolean, isHead?: boolean}} context whether what stands
   *   nowhere may be corrected, whether it is the whole query, whether numbers follow it
   */
  async meaning(word, { mayCorrect = true, isAlone = false, isHead = false } = {}) {
    const meaning = emptyMeaning();
    const { text, kind } = word;
    await this.addWord(word, isAlone, isHead, meaning);
    if (!isEmpty(meaning) || await this.addForms(text, kind, meaning, word.hamza)) {
      await this.addNamesOfName(text, meaning);
      return meaning;
    }
    if (!this.words.rules.has(kind)) return meaning;
    const splits = this.words.splits(text, kind)
      .filter((rest) => scalars(rest).length >= minimumRest);
    for (const rest of splits) {
      await this.add(rest, meaning, { isBase: true });
      await this.add(lemmaKey(rest), meaning);
    }
    if (!isEmpty(meaning)) {
      for (const rest of splits) await this.addNamesOfName(rest, meaning);
      return meaning;
    }
    for (const rest of splits) {
      if (await this.addForms(rest, kind, meaning)) return meaning;
    }
    if (!mayCorrect) return meaning;
    for (const candidate of [text, ...splits]) {
      for (const near of await this.corrections(candidate)) {
        if (await this.add(near, meaning, { limit: Grade.clitic, grade: Grade.correction })
          || await this.add(lemmaKey(near), meaning, { grade: Grade.correction })) {
          meaning.corrections.push(near);
        }
      }
      if (!isEmpty(meaning)) break;
    }
    if (isEmpty(meaning) || kind === Kind.letter) {
      for (const candidate of [text, ...splits]) {
        if (await this.addNames(candidate, null, meaning)) break;
      }
    }
    return meaning;
  }

  /** Fetches all that some keys lead to at once; what is asked of them then is there. */
  async fetched(keys) {
    const leads = await Promise.all(keys.map((key) => this.index.leads(key)));
    await Promise.all(leads.flat().map((lead) => this.index.family(lead.family)));
    return leads;
  }

  /** Begins to fetch what a word leads to as it stands. */
  ask({ text }) { this.fetched([text, lemmaKey(text)]).catch(() => {}); }

  /** Adds what a word finds as it stands, and what a dictionary's word or another spelling leads to. */
  async addWord({ text, hamza }, isAlone, isHead, meaning) {
    const least = Grade.form;
    await this.fetched(
      [text, lemmaKey(text), ...(hamza ? [hamza] : []), ...(isHead ? [bookMark + text] : [])]);
    await this.add(text, meaning, { exact: text });
    await this.add(lemmaKey(text), meaning, { least });
    if (hamza) await this.add(hamza, meaning, { least });
    if (isHead) await this.add(bookMark + text, meaning, { least });
    if (text.endsWith("'") && (isEmpty(meaning) || !isAlone)) {
      await this.add(text.slice(0, -1), meaning, { grade: Grade.kin });
    }
  }

  /** What a number of a reference stands for: the number in digits or in Hebrew letters. */
  async meaningOfNumber(word) {
    const meaning = emptyMeaning();
    const plain = word.text.endsWith("'") ? word.text.slice(0, -1) : word.text;
    const texts = [word.text];
    if (word.kind === Kind.hebrew) {
      texts.push(plain, `${plain}'`);
      const value = numeralValue(plain);
      if (value !== null) texts.push(String(value));
    } else if (/^[0-9]+$/.test(plain) && Number(plain) <= lastVerse) {
      const letters = numeralWritten(Number(plain));
      if (letters !== null) texts.push(letters, `${letters}'`);
    }
    for (const text of texts) {
      for (const lead of await this.index.leads(text)) {
        if (lead.isKin) continue;
        const family = await this.index.family(lead.family);
        family.members.forEach((member, place) => {
          const base = family.bases[member.first >>> 1];
          if (member.word !== text && (member.heavy !== null || base !== text)) return;
          const grade = text === word.text ? Grade.exact : Grade.clitic;
          addMember(meaning, member, grade, lead.family, place);
        });
      }
    }
    return meaning;
  }

  async meaningOfPrefix(prefix) {
    const meaning = emptyMeaning();
    const keys = (await this.index.keysBeginning(prefix)).slice(0, prefixLimit);
    const leads = (await Promise.all(keys.map((key) => this.index.leads(key)))).flat();
    const families = new Set(leads.map((lead) => lead.family));
    for (const number of [...families].sort((one, other) => one - other)) {
      const family = await this.index.family(number);
      family.members.forEach((member, place) => {
        if (member.word.startsWith(prefix)) {
          addMember(meaning, member, Grade.exact, number, place);
        } else if ([...member.bases, ...member.seconds]
          .some((base) => family.bases[base].startsWith(prefix))) {
          addMember(meaning, member, Grade.clitic, number, place);
        }
      });
    }
    return meaning;
  }

  /**
   * Adds what a key finds; whether there was anything.
   *
   * @param {{exact?: string, limit?: number, least?: number, grade?: number, isBase?: boolean}} how
   *   the query's own word; the farthest grade that is taken; the nearest that is given; one that all
   *   counts as; whether the key must be a word without clitics
   */
  async add(key, meaning, how = {}) {
    const { exact = null, limit = Grade.kin, least = Grade.exact, grade = null, isBase = false } = how;
    let found = false;
    const leads = await this.index.leads(key);
    const families = await Promise.all(leads.map((lead) => this.index.family(lead.family)));
    leads.forEach((lead, order) => {
      const family = families[order];
      if (isBase && (lead.isKin || !family.bases.includes(key))) return;
      const bases = new Set();
      if (family.bases.includes(key)) bases.add(family.bases.indexOf(key));
      for (const member of family.members) {
        if (member.word === key) {
          for (const base of [...member.bases, ...member.seconds]) bases.add(base);
        }
      }
      family.members.forEach((member, place) => {
        const own = member.word === exact ? Grade.exact
          : lead.isKin || member.bases.length === 0 ? Grade.kin
            : member.bases.some((base) => bases.has(base)) ? Grade.clitic : Grade.form;
        if (own > limit) return;
        addMember(meaning, member, grade ?? Math.max(own, least), lead.family, place);
        found = true;
      });
    });
    return found;
  }

  /** Adds the families that share a word's stem, or that have it in another spelling. */
  async addForms(word, kind, meaning, hamza = null) {
    if (!this.words.rules.has(kind)) return false;
    const least = Grade.form;
    const stem = this.words.stem(word, kind) + stemMark;
    const spellings = kind === Kind.hebrew ? this.words.variants(word) : [];
    if (hamza) spellings.push(this.words.stem(hamza, kind) + stemMark);
    const bare = kind === Kind.arabic ? withoutLastHamza(word) : null;
    await this.fetched([stem, ...spellings, ...(bare === null ? [] : [bare])]);
    let found = await this.add(stem, meaning, { least });
    for (const spelling of spellings) {
      if (await this.add(spelling, meaning, { least })) found = true;
    }
    if (bare !== null && await this.add(bare, meaning, { least })) found = true;
    if (kind === Kind.arabic && !found) {
      for (const perfect of perfects(word)) {
        const key = this.words.stem(perfect, kind) + stemMark;
        if (await this.add(key, meaning, { least: Grade.kin })) found = true;
      }
    }
    return found;
  }

  /** Adds the names that sound as a word does, if the index has the word as a name. */
  async addNamesOfName(word, meaning) {
    for (const lead of await this.index.leads(word)) {
      if (!lead.isName || lead.isKin) continue;
      const family = await this.index.family(lead.family);
      const bases = new Set(family.members.filter((member) => member.word === word)
        .flatMap((member) => member.bases).map((place) => family.bases[place]));
      if (family.bases.includes(word)) bases.add(word);
      for (const base of bases) await this.addNames(base, lead.family, meaning);
    }
  }

  /** Adds the names of other scripts that sound as a word does; whether there were any. */
  async addNames(word, own, meaning) {
    const rules = this.words.nameRules;
    const ownScript = script(word);
    const ownSounds = sounds(word, rules);
    const keys = new Set(ownSounds.map((sound) => sound.key));
    await Promise.all([...keys].flatMap(
      (key) => scripts.map((other) => this.index.leads(nameMark + key + other))));
    const wanted = [];
    for (const key of keys) {
      const isShort = key.length <= leastSound;
      const isCertain = own === null ? ownScript < hebrew : isShort
        && (await this.index.leads(nameMark + key + ownScript))
          .some((lead) => lead.family === own && lead.isName);
      for (const other of scripts.filter((script) => script !== ownScript)) {
        for (const { family, isName } of await this.index.leads(nameMark + key + other)) {
          if (!isShort || isCertain || isName) wanted.push({ key, number: family });
        }
      }
    }
    const families = await Promise.all(wanted.map(({ number }) => this.index.family(number)));
    let found = false;
    wanted.forEach(({ key, number }, order) => {
      const family = families[order];
      const isLike = family.bases.map((base) => sounds(base, rules).some((one) => (
        one.key === key && ownSounds.some((sound) => agree(sound, one)))));
      family.members.forEach((member, place) => {
        if (!member.bases.some((base) => isLike[base])) return;
        addMember(meaning, member, Grade.name, number, place);
        found = true;
      });
    });
    return found;
  }

  /** The words of the index that are a typing error away, or that sound alike. */
  async corrections(word) {
    const letters = scalars(word);
    if (letters.length < leastHomophone || letters.length > maximumLength) return [];
    let near = letters.length < minimumLength ? [] : await this.misspellings(word, letters);
    if (near.length === 0) {
      const alike = this.words.homophones(word);
      const are = await Promise.all(alike.map(async (own) => (
        await this.index.has(own) || this.index.has(lemmaKey(own)))));
      near = alike.filter((_, place) => are[place]);
    }
    return near.slice(0, correctionLimit);
  }

  async misspellings(word, letters) {
    const half = Math.floor(letters.length / 2);
    // With one error, either half is whole, but where the letters on either side of the middle are
    // exchanged.
    const across = [
      ...letters.slice(0, half - 1), letters[half], letters[half - 1], ...letters.slice(half + 1),
    ].join("");
    const candidates = (await Promise.all([
      this.index.keysBeginning(letters.slice(0, half).join("")),
      this.index.wordsEnding(letters.slice(half).join("")),
      across === word ? [] : this.index.has(across).then((isThere) => (isThere ? [across] : [])),
    ])).flat();
    return [...new Set(candidates)].filter((candidate) => {
      if (!isWord(candidate)) return false;
      const other = scalars(candidate);
      return other.length >= minimumLength - 1 && Words.isNear(letters, other);
    });
  }
}

function addMember(meaning, member, grade, family, place) {
  const known = meaning.words.get(member.word);
  if (known) known.grade = Math.min(known.grade, grade);
  else meaning.words.set(member.word, { ...member, grade, family, member: place });
}
