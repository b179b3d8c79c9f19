// The files of the search index (docs/search-index.md), each fetched once.
import { familyOf, orderOf } from "./search-postings.js";

/** What is wrong with the index: a file is missing, damaged, or of a version not known. */
export class IndexFault extends Error {}

const version = 5;
const directoryBlock = 16;
/** So many milliseconds a file may take. */
const patience = 15_000;
const decoder = new TextDecoder();
/** Where the letters begin that the bytes from 80 to EF stand for in compact texts. */
const windows = [0x0590, 0x0600];

/** Compares two texts by code points, as their UTF-8 bytes compare. */
export function compare(one, other) {
  const left = one[Symbol.iterator]();
  const right = other[Symbol.iterator]();
  for (;;) {
    const [a, b] = [left.next(), right.next()];
    if (a.done || b.done) return a.done ? (b.done ? 0 : -1) : 1;
    const difference = a.value.codePointAt(0) - b.value.codePointAt(0);
    if (difference !== 0) return difference;
  }
}

/** Reads numbers and texts front to back. */
export class ByteReader {
  constructor(bytes) {
    this.bytes = bytes;
    this.offset = 0;
  }

  get isAtEnd() { return this.offset >= this.bytes.length; }

  byte() {
    if (this.isAtEnd) throw new IndexFault("a file of the index ends too soon");
    return this.bytes[this.offset++];
  }

  varint() {
    let number = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      number += (byte & 0x7F) * factor;
      if (byte < 0x80) return number;
    }
  }

  data() {
    const length = this.varint();
    if (length > this.bytes.length - this.offset) {
      throw new IndexFault("a file of the index ends too soon");
    }
    this.offset += length;
    return this.bytes.subarray(this.offset - length, this.offset);
  }

  text() { return decoder.decode(this.data()); }

  /** A text with one byte for a letter. */
  compactText() {
    const reader = new ByteReader(this.data());
    let window = windows[0];
    let text = "";
    while (!reader.isAtEnd) {
      const byte = reader.byte();
      if (byte < 0x80) text += String.fromCharCode(byte);
      else if (byte < 0xF0) text += String.fromCharCode(window + byte - 0x80);
      else if (byte < 0xF2) window = windows[byte - 0xF0];
      else text += String.fromCodePoint(reader.varint());
    }
    return text;
  }

  hash() {
    let digits = "";
    for (let count = 0; count < 8; count++) digits += this.byte().toString(16).padStart(2, "0");
    return digits;
  }

  list(element) {
    const list = [];
    for (let count = this.varint(); count > 0; count--) list.push(element(this));
    return list;
  }

  /** Rising numbers, each written as its distance from the one before. */
  rising() {
    let previous = 0;
    return this.list((reader) => (previous += reader.varint()));
  }
}

/** Where a file is; the manifest has neither owner nor number. */
const pathOf = (kind, owner, number) => (
  owner === undefined ? "search/index.bin" : `search/${kind}-${owner}-${number}.bin`);

/**
 * Fetches a file and unpacks it.
 *
 * @param {string} owner the hash of what the file belongs to: the index, an article, its own content
 * @param {number} number its place among the files of its kind
 */
async function content(root, kind, owner, number) {
  const path = pathOf(kind, owner, number);
  const damaged = () => new IndexFault(`${path} is damaged`);
  let bytes;
  try {
    // The manifest changes with every build, the other files never.
    const response = await fetch(new URL(path, root), {
      signal: AbortSignal.timeout(patience), ...(owner === undefined ? { cache: "no-cache" } : {}),
    });
    if (!response.ok) throw new IndexFault(`${path}: ${response.status}`);
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw error instanceof IndexFault ? error : new IndexFault(`${path}: ${error.message}`);
  }
  const reader = new ByteReader(bytes);
  if (reader.byte() !== 0x44 || reader.byte() !== 0x41) throw damaged();
  if (reader.byte() !== version) throw new IndexFault(`${path} is of another format`);
  if (reader.byte() !== kind.charCodeAt(0)) throw damaged();
  // No file is taken for another.
  if (owner !== undefined && (reader.hash() !== owner || reader.varint() !== number)) throw damaged();
  try {
    const stream = new Blob([bytes.subarray(reader.offset)]).stream()
      .pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw damaged();
  }
}

/** Sorted texts, each with its beginning shared with the one before; and what follows each. */
function frontCoded(bytes, entry) {
  const reader = new ByteReader(bytes);
  const entries = [];
  let previous = new Uint8Array(0);
  while (!reader.isAtEnd) {
    const shared = reader.varint();
    const rest = reader.data();
    const key = new Uint8Array(shared + rest.length);
    key.set(previous.subarray(0, shared));
    key.set(rest, shared);
    entries.push([decoder.decode(key), entry(reader)]);
    previous = key;
  }
  return entries;
}

const backwards = (text) => Array.from(text).reverse().join("");

/** The number of the last block whose first key is not above a key; -1 where there is none. */
function blockOf(key, blocks) {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(blocks[middle], key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The index of a site. */
export class IndexFiles {
  /** @param {URL} root the site's root */
  static async open(root) {
    const index = new IndexFiles();
    index.root = root;
    const reader = new ByteReader(await content(root, "m"));
    index.name = reader.hash();
    index.source = reader.text();
    index.articleCount = reader.varint();
    index.letters = reader.hash();
    /** By article the articles that are the same in other languages. */
    index.translations = new Map();
    for (const group of reader.list((r) => r.rising())) {
      for (const article of group) index.translations.set(article, group);
    }
    /** By block the least key that it may have. */
    index.terms = reader.list((r) => r.text());
    index.reversed = reader.list((r) => r.text());
    let first = 0;
    index.postings = reader.list((r) => {
      const code = r.varint();
      const block = { first, hasFurtherPlaces: (code & 1) === 1 };
      first += code >>> 1;
      return block;
    });
    index.loaded = new Map();
    index.families = new Map();
    return index;
  }

  /** The content of a file as a function reads it, once for all who ask. */
  load(kind, number, read, owner = this.name) {
    const name = `${kind}${owner}-${number}`;
    if (!this.loaded.has(name)) {
      const promise = content(this.root, kind, owner, number).then(read);
      // A file that did not come may come the next time.
      promise.catch(() => this.loaded.delete(name));
      this.loaded.set(name, promise);
    }
    return this.loaded.get(name);
  }

  lettersContent() { return this.load("l", 0, (bytes) => bytes, this.letters); }

  termBlock(block) {
    return this.load("t", block, (bytes) => new Map(
      frontCoded(bytes, (reader) => reader.rising().map((code) => (
        { family: code >>> 2, isKin: (code & 1) === 1, isName: (code & 2) === 2 })))));
  }

  /** Whether a word is a form of some family. */
  async has(word) { return (await this.leads(word)).some((lead) => !lead.isKin); }

  /**
   * What a key leads to: [{family, isKin, isName}]; kin where it is no form of the family's own, a
   * name where the family's may stand in other scripts (for a sound: where it certainly is one).
   */
  async leads(key) {
    const block = blockOf(key, this.terms);
    if (block < 0) return [];
    return (await this.termBlock(block)).get(key) ?? [];
  }

  /** The keys of some blocks that begin with some letters. */
  async beginning(start, blocks, load) {
    const wanted = [];
    for (let block = Math.max(0, blockOf(start, blocks)); block < blocks.length; block++) {
      const first = blocks[block];
      if (!first.startsWith(start) && compare(start, first) < 0) break;
      wanted.push(load(block));
    }
    return (await Promise.all(wanted)).flatMap(
      (keys) => [...keys].filter((key) => key.startsWith(start)));
  }

  keysBeginning(start) {
    return this.beginning(start, this.terms, async (block) => (await this.termBlock(block)).keys());
  }

  async wordsEnding(end) {
    const found = await this.beginning(backwards(end), this.reversed, (block) => this.load(
      "r", block, (bytes) => frontCoded(bytes, () => null).map(([key]) => key)));
    return found.map(backwards);
  }

  /** The number of the block in which a family stands. */
  postingsBlock(family) {
    let low = 0;
    let high = this.postings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.postings[middle].first <= family) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** What the block of a family has of it: kind p postings, q places, x further places. */
  async slice(kind, family) {
    const block = this.postingsBlock(family);
    const slices = await this.load(kind, block, (bytes) => {
      const reader = new ByteReader(bytes);
      const all = [];
      while (!reader.isAtEnd) all.push(reader.data());
      return all;
    });
    return new ByteReader(slices[family - this.postings[block].first] ?? new Uint8Array(0));
  }

  /**
   * A family: its bases, and its members with their articles; the places of a member's bases, apart
   * those of which it is rather another word's form (seconds). With `wantsPlaces` their places are
   * fetched at the same time.
   */
  family(number) {
    if (this.wantsPlaces) this.slice("q", number).catch(() => {});
    if (!this.families.has(number)) {
      const promise = this.slice("p", number).then(familyOf);
      promise.catch(() => this.families.delete(number));
      this.families.set(number, promise);
    }
    return this.families.get(number);
  }

  /**
   * By member of a family and article the places.
   *
   * @param {boolean} whole whether those of all articles are wanted, and not of the heaviest alone
   */
  async places(number, whole) {
    const near = this.slice("q", number);
    const block = this.postings[this.postingsBlock(number)];
    const far = whole && block.hasFurtherPlaces ? this.slice("x", number) : null;
    near.catch(() => {});
    far?.catch(() => {});
    const { members } = await this.family(number);
    const places = members.map(() => new Map());
    const order = orderOf(members);
    const read = (reader, from, to) => {
      for (const { entries } of order.slice(from, to)) {
        for (const member of entries) places[member.place].set(member.article, reader.rising());
      }
    };
    const reader = await near;
    const count = reader.varint();
    read(reader, 0, count);
    if (far && count < order.length) read(await far, count, order.length);
    return places;
  }

  /** What stands at the head of an answer, and the article's files. */
  async head(number) {
    const heads = await this.load("d", Math.floor(number / directoryBlock), (bytes) => {
      const reader = new ByteReader(bytes);
      const list = [];
      while (!reader.isAtEnd) {
        list.push({
          owner: reader.hash(), pieces: reader.varint(),
          slug: reader.compactText(), url: reader.compactText(),
          language: reader.compactText(), title: reader.compactText(),
          authors: reader.list((r) => r.compactText()), year: reader.varint(),
          volume: reader.compactText(),
        });
      }
      return list;
    });
    return heads[number % directoryBlock];
  }

  /** The passages of a piece of an article, of which the head is given. */
  passages({ owner }, piece) {
    return this.load("a", piece, (bytes) => new ByteReader(bytes).list((r) => (
      { field: r.byte(), anchor: r.compactText(), text: r.compactText() })), owner);
  }

  /** What a reader may mean while typing: [{kind, text, url}]; kind 0 title, 1 author, 2 keyword. */
  suggestions() {
    return this.load("s", 0, (bytes) => {
      const reader = new ByteReader(bytes);
      const list = [];
      while (!reader.isAtEnd) {
        const kind = reader.byte();
        const text = reader.compactText();
        list.push({ kind, text, url: kind === 0 ? reader.compactText() : "" });
      }
      return list;
    });
  }

  /** By facet (language, year, author, keyword, volume) its values: [{value, articles}]. */
  facets() {
    return this.load("f", 0, (bytes) => {
      const reader = new ByteReader(bytes);
      return [0, 1, 2, 3, 4].map(() => reader.list(
        (r) => ({ value: r.text(), articles: r.rising() })));
    });
  }
}
