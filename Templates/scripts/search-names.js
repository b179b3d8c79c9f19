// How names sound in any script: the same as Sources/Orthography/Forms/NameSound.swift, by the rules
// that the index carries.
import { scalars } from "./search-words.js";

export const leastSound = 3;
/** The numbers of scripts: Latin, Cyrillic, Hebrew, Arabic. */
export const scripts = [1, 2, 3, 4];
export const hebrew = 3;
const mostKeys = 16;
const mostLetters = 24;
const vowelBits = new Map([
  ...scalars("aאاая").map((letter) => [letter, 1]),
  ...scalars("iyיيи").map((letter) => [letter, 2]),
  ...scalars("ouwוوоую").map((letter) => [letter, 4]),
]);

/** Whether a letter that stands twice is one sound. */
const isDoubled = (letter) => letter.codePointAt(0) < 0x590 || letter === "ו" || letter === "י";

/** The ways in which a folded word may sound: [{key, vowels}]. */
export function sounds(word, rules) {
  const letters = scalars(word);
  if (letters.length < 2 || letters.length > mostLetters) return [];
  let keys = [{ key: "", vowels: [] }];
  for (let place = 0; place < letters.length;) {
    if (place > 0 && letters[place] === letters[place - 1] && isDoubled(letters[place])) {
      place++;
      continue;
    }
    let length = Math.min(4, letters.length - place);
    while (length > 0 && !rules.has(letters.slice(place, place + length).join(""))) length--;
    if (length === 0) {
      if (letters[place] !== "'") return [];
      place++;
      continue;
    }
    const [first, inner, last] = rules.get(letters.slice(place, place + length).join(""));
    const end = place + length;
    const values = place === 0 ? first : end === letters.length ? last : inner;
    let vowels = 0;
    for (; place < end; place++) vowels |= vowelBits.get(letters[place]) ?? 0;
    const longer = [];
    for (const value of values.split("|")) {
      for (const own of keys) {
        if (longer.length >= mostKeys) break;
        const bits = [...own.vowels, ...new Array(value.length).fill(0)];
        if (bits.length > 0) bits[bits.length - 1] |= vowels;
        longer.push({ key: own.key + value, vowels: bits });
      }
    }
    keys = longer;
  }
  return keys.filter(({ key }) => key.length >= leastSound);
}

/** Whether two names may be one: after no consonant do they have different vowels. */
export const agree = (one, other) => one.key === other.key && one.vowels.every(
  (bits, place) => bits === 0 || other.vowels[place] === 0 || (bits & other.vowels[place]) !== 0);

/** A number for the script of a folded word. */
export function script(word) {
  const code = word.codePointAt(0) ?? 0xFFFF;
  if (code < 0x370) return 1;
  if (code >= 0x400 && code < 0x530) return 2;
  if (code >= 0x590 && code < 0x600) return 3;
  return code >= 0x600 && code < 0x700 ? 4 : 0;
}
