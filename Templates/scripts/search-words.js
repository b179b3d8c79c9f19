// Words as search knows them: the letter table and the rules of forms, read from the index's letters
// file (docs/search-index.md), and what is done with them. The same is done for the index by
// Sources/Orthography: WordScanner, FormRules, Spelling.
import { ByteReader } from "./search-bytes.js";

/** The kinds of a code point (LetterTable.Kind). */
export const Kind = {
  separator: 0, mark: 1, hebrew: 2, arabic: 3, letter: 4, digit: 5, doubleQuote: 6, singleQuote: 7,
  hyphen: 8,
};
/** How a word hangs on the one before it (WordScanner.Joint). */
export const Joint = { apart: 0, space: 1, hyphen: 2, glued: 3 };

const tableEnd = 0x1F000;
const minimumLength = 5;
const maximumLength = 24;
const scalars = (text) => Array.from(text);

function isSpace(code) {
  return code === 0x20 || (code >= 0x09 && code <= 0x0D) || code === 0xA0 || code === 0x202F
    || (code >= 0x2000 && code <= 0x200A) || code === 0x3000;
}

const partsThousands = (code) => code === 0x2C || code === 0x66C || code === 0xA0
  || code === 0x2009 || code === 0x202F;

export class Words {
  /** @param {Uint8Array} content of the letters file */
  constructor(content) {
    const reader = new ByteReader(content);
    this.kinds = new Uint8Array(tableEnd);
    const lengths = reader.list((r) => r.varint());
    let place = 0;
    for (const length of lengths) this.kinds.fill(reader.byte(), place, place += length);
    const codes = reader.rising();
    const distances = codes.map(() => reader.varint());
    this.foldings = new Map(codes.map((code, order) => {
      const distance = distances[order] >>> 1;
      return [code, distances[order] === 0 ? reader.text()
        : String.fromCodePoint(distances[order] & 1 ? code - distance : code + distance)];
    }));
    this.rules = new Map();
    for (let count = reader.varint(); count > 0; count--) {
      const kind = reader.byte();
      this.rules.set(kind, {
        prefixes: reader.list((r) => r.text()),
        endings: reader.list((r) => ({
          suffix: scalars(r.text()), replacement: scalars(r.text()), minimum: r.varint(),
        })),
        matres: new Set(scalars(reader.text())),
      });
    }
    this.soundPairs = reader.list((r) => [r.text(), r.text()]);
    this.nameRules = new Map(reader.list((r) => [r.text(), [r.text(), r.text(), r.text()]]));
  }

  kind(code) {
    if (code < tableEnd) return this.kinds[code];
    return code >= 0x20000 && code < 0x32000 ? Kind.letter : Kind.separator;
  }

  /** The words of a text: {text, start, end, kind, joint}, places in UTF-16. */
  scan(text) {
    const words = [];
    let joint = Joint.apart;
    let open = null;
    let folded = "";
    let start = 0;
    let end = 0;
    let group = 0;
    let isFirst = true;
    let isQuoted = false;
    const close = () => {
      words.push({ text: folded, start, end, kind: open, joint });
      open = null;
    };
    const joinsThousands = (next) => {
      if (!this.isThousands(text, next, folded.length - group, isFirst && folded[0] === "0", isFirst)) {
        return false;
      }
      group = folded.length;
      isFirst = false;
      return true;
    };
    for (let index = 0; index < text.length;) {
      const code = text.codePointAt(index);
      const next = index + (code > 0xFFFF ? 2 : 1);
      const kind = this.kind(code);
      if (kind >= Kind.hebrew && kind <= Kind.digit) {
        if (open !== kind) {
          if (open !== null) {
            close();
            joint = Joint.glued;
          }
          const letters = joint === Joint.glued ? [] : this.abbreviation(text, index, kind);
          open = kind;
          folded = "";
          start = index;
          group = 0;
          isFirst = true;
          if (letters.length > 0) {
            for (const place of letters) folded += this.fold(text, place);
            end = letters.at(-1) + (text.codePointAt(letters.at(-1)) > 0xFFFF ? 2 : 1);
            index = end;
            continue;
          }
        }
        folded += this.foldings.get(code) ?? text.slice(index, next);
        end = next;
      } else if (kind === Kind.doubleQuote || kind === Kind.singleQuote) {
        if (open === null) {
          joint = Joint.apart;
          isQuoted = kind === Kind.singleQuote;
          index = next;
          continue;
        }
        const isSingle = kind === Kind.singleQuote;
        const after = this.kindAfter(text, next);
        const isWithin = (open === Kind.hebrew && after === Kind.hebrew)
          || (open === Kind.digit && isSingle && joinsThousands(next));
        if (!isWithin) {
          if (open === Kind.hebrew && isSingle && !isQuoted && folded.length <= 2) {
            folded += "'";
            end = next;
          }
          const wordKind = open;
          close();
          joint = isSingle && wordKind === after ? Joint.hyphen : Joint.apart;
        }
      } else if (kind === Kind.hyphen) {
        joint = open === null ? Joint.apart : (close(), Joint.hyphen);
      } else if (kind === Kind.separator) {
        if (open !== null) {
          if (!(open === Kind.digit && partsThousands(code) && joinsThousands(next))) {
            close();
            joint = isSpace(code) ? Joint.space : Joint.apart;
          }
        } else if (!(joint === Joint.space && isSpace(code))) {
          joint = Joint.apart;
        }
      }
      if (open === null) isQuoted = false;
      index = next;
    }
    if (open !== null) close();
    return words;
  }

  fold(text, place) {
    const code = text.codePointAt(place);
    return this.foldings.get(code) ?? String.fromCodePoint(code);
  }

  /** Whether three digits and no more follow a group of so many. */
  isThousands(text, start, length, beginsWithZero, isFirst) {
    if (isFirst ? length < 1 || length > 3 || beginsWithZero : length !== 3) return false;
    let digits = 0;
    for (let index = start; index < text.length && digits < 4; digits++) {
      const code = text.codePointAt(index);
      if (this.kind(code) !== Kind.digit) break;
      index += code > 0xFFFF ? 2 : 1;
    }
    return digits === 3;
  }

  /** The places of the letters of an abbreviation with stops that begins at a place. */
  abbreviation(text, start, kind) {
    if (kind === Kind.digit) return [];
    const letters = [];
    for (let index = start; index < text.length;) {
      const code = text.codePointAt(index);
      if (this.kind(code) !== kind) break;
      const next = index + (code > 0xFFFF ? 2 : 1);
      if (text[next] !== ".") {
        const after = next < text.length ? this.kind(text.codePointAt(next)) : Kind.separator;
        // The last letter may bear no stop, but no other letter follows it.
        if (after >= Kind.hebrew && after <= Kind.digit) return [];
        letters.push(index);
        break;
      }
      letters.push(index);
      index = next + 1;
    }
    return letters.length >= (kind === Kind.letter ? 2 : 3) ? letters : [];
  }

  /** The kind of what follows quotation marks and points. */
  kindAfter(text, index) {
    while (index < text.length) {
      const code = text.codePointAt(index);
      const kind = this.kind(code);
      if (kind !== Kind.mark && kind !== Kind.doubleQuote && kind !== Kind.singleQuote) return kind;
      index += code > 0xFFFF ? 2 : 1;
    }
    return Kind.separator;
  }

  /** The rests of a word after clitics, the shortest clitics first. */
  splits(word, kind) {
    return (this.rules.get(kind)?.prefixes ?? [])
      .filter((prefix) => word.startsWith(prefix))
      .map((prefix) => [prefix, word.slice(prefix.length)])
      .filter(([prefix, rest]) => scalars(rest).length >= (prefix.endsWith("ד") ? 4 : 2))
      .map(([, rest]) => rest);
  }

  stem(word, kind) {
    const rules = this.rules.get(kind);
    let letters = scalars(word);
    for (const { suffix, replacement, minimum } of rules.endings) {
      const length = letters.length - suffix.length;
      if (length + replacement.length < minimum || length < 0) continue;
      if (!suffix.every((letter, place) => letters[length + place] === letter)) continue;
      letters = letters.slice(0, length).concat(replacement);
      break;
    }
    if (rules.matres.size === 0) return letters.join("");
    const plain = [];
    for (const letter of letters) {
      if (rules.matres.has(letter) && plain.at(-1) === letter) continue;
      plain.push(letter);
    }
    if (plain.length > 4 && rules.matres.has(plain[1])) plain.splice(1, 1);
    return plain.join("");
  }

  /** Full and defective spellings of a Hebrew word (Spelling.variants). */
  variants(word) {
    const letters = scalars(word);
    const variants = [];
    if (letters.length >= 5) {
      for (let place = 1; place < letters.length; place++) {
        if (letters[place] !== "ו" && letters[place] !== "י") continue;
        if (place === 1 || letters[place - 1] === letters[place]) {
          variants.push(letters.toSpliced(place, 1).join(""));
        }
      }
    }
    for (let place = 1; place < letters.length - 2 && letters.length >= 6; place++) {
      if (letters[place] === "ו" && letters[place + 1] === "ו") {
        variants.push(letters.toSpliced(place, 2, "ב").join(""));
      }
    }
    for (let place = 1; place < letters.length - 1 && letters.length >= 5; place++) {
      if (letters[place] === "ב") variants.push(letters.toSpliced(place, 1, "ו", "ו").join(""));
    }
    if (letters.length >= 4) {
      for (const mater of ["ו", "י"]) {
        if (letters[1] !== mater) variants.push(letters.toSpliced(1, 0, mater).join(""));
      }
    }
    return variants;
  }

  /** Whether two words are a typing error apart (Damerau 1964). */
  static isNear(word, other) {
    if (Math.abs(word.length - other.length) > 1) return false;
    const [shorter, longer] = word.length <= other.length ? [word, other] : [other, word];
    const same = (from, offset) => {
      for (let place = from; place < shorter.length; place++) {
        if (shorter[place] !== longer[place + offset]) return false;
      }
      return true;
    };
    let start = 0;
    while (start < shorter.length && shorter[start] === longer[start]) start++;
    if (shorter.length < longer.length) return same(start, 1);
    if (start === shorter.length) return false;
    return same(start + 1, 0)
      || (shorter[start] === longer[start + 1] && shorter[start + 1] === longer[start]
        && same(start + 2, 0));
  }

  /** The words that sound as a word does, one or two letters written by a homophone. */
  homophones(word) {
    const exchange = (letters, from) => {
      const found = [];
      for (let place = from; place < letters.length; place++) {
        for (const [one, other] of this.soundPairs) {
          if (letters[place] !== one && letters[place] !== other) continue;
          found.push([place, letters.with(place, letters[place] === one ? other : one)]);
        }
      }
      return found;
    };
    if (scalars(word).length > maximumLength) return [];
    const once = exchange(scalars(word), 0);
    const twice = once.flatMap(([place, letters]) => exchange(letters, place + 1));
    return [...once, ...twice].map(([, letters]) => letters.join(""));
  }
}

// Arabic's hamza (Sources/Orthography/Forms/Hamza.swift)

const isWeak = (letter) => letter === "ا" || letter === "و" || letter === "ي";
const isSeated = (letter) => letter === "ء" || (letter >= "أ" && letter <= "ئ");

/** A folded word with its hamzas off their seats; null where none is written but at the head. */
function hamzaKey(written, folded, words) {
  const letters = [];
  let hasHamza = false;
  for (const letter of written) {
    if ((letter === "\u0654" || letter === "\u0655") && letters.length > 1) {
      letters[letters.length - 1] = "ء";
      hasHamza = true;
    } else if (words.kind(letter.codePointAt(0)) === Kind.arabic) {
      if (letters.length > 0 && isSeated(letter)) {
        letters.push("ء");
        hasHamza = true;
      } else {
        letters.push(...scalars(words.foldings.get(letter.codePointAt(0)) ?? letter));
      }
    }
  }
  if (!hasHamza || letters.length !== scalars(folded).length) return null;
  if (letters.length > 2 && letters.at(-1) === "ء" && isWeak(letters.at(-2))) {
    letters.splice(-2, 1);
  }
  return letters.join("");
}

/** A word without a hamza at its end after a long vowel. */
function withoutLastHamza(word) {
  const letters = scalars(word);
  return letters.length > 2 && letters.at(-1) === "ء" && isWeak(letters.at(-2))
    ? letters.slice(0, -1).join("") : null;
}

// Hebrew numerals (Sources/Orthography/Forms/HebrewNumeral.swift)

const numeralOrder = "אבגדהוזחטיכלמנסעפצקרשת";

function numeralWritten(value) {
  if (!(value >= 1 && value <= 999)) return null;
  let letters = "";
  let rest = value;
  while (rest >= 100) {
    const hundreds = Math.min(4, Math.floor(rest / 100));
    letters += numeralOrder[17 + hundreds];
    rest -= hundreds * 100;
  }
  if (rest === 15 || rest === 16) {
    letters += "ט";
    rest -= 9;
  } else if (rest >= 10) {
    letters += numeralOrder[8 + Math.floor(rest / 10)];
    rest %= 10;
  }
  return rest > 0 ? letters + numeralOrder[rest - 1] : letters;
}

function numeralValue(letters) {
  if (letters.length < 1 || letters.length > 5) return null;
  let value = 0;
  for (const letter of letters) {
    const place = numeralOrder.indexOf(letter);
    if (place < 0) return null;
    value += place < 9 ? place + 1 : place < 18 ? (place - 8) * 10 : (place - 17) * 100;
  }
  return value < 1000 && numeralWritten(value) === letters ? value : null;
}

const finalForms = { "כ": "ך", "מ": "ם", "נ": "ן", "פ": "ף", "צ": "ץ" };

/** Folded words as one writes them: Hebrew letters at their ends have their final form. */
const written = (folded) =>
  folded.replace(/(?<=[^ ])[כמנפצ](?= |$)/gu, (letter) => finalForms[letter]);

export {
  hamzaKey, maximumLength, minimumLength, numeralValue, numeralWritten, scalars, withoutLastHamza, written,
};
