// The files of the search index (docs/search-index.md), each fetched once.

/** What is wrong with the index: a file is missing, damaged, or of a version not known. */
export class IndexFault extends Error {}

const version = 4;
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

/** FNV-1a of 64 bits, in the digits of files' names. */
function hashOf(bytes) {
  // The prime is 2^40 and 435; the hash is kept in two halves of 32 bits.
  let high = 0xCBF29CE4;
  let low = 0x84222325;
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0;
    const product = low * 435;
    high = (Math.imul(high, 435) + (low << 8) + Math.floor(product / 0x100000000)) >>> 0;
    low = product % 0x100000000;
  }
  const digits = (half) => half.toString(16).padStart(8, "0");
  return digits(high) + digits(low);
}

async function packed(root, path, options) {
  try {
    const response = await fetch(
      new URL(path, root), { ...options, signal: AbortSignal.timeout(patience) });
    if (!response.ok) throw new IndexFault(`${path}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw error instanceof IndexFault ? error : new IndexFault(`${path}: ${error.message}`);
  }
}

/**
 * Fetches a file and unpacks it.
 *
 * @param {Promise<string>} own the hash of its bytes, where it is not the one in its name
 */
async function content(root, kind, hash, own = hash) {
  const path = kind === "m" ? "search/index.daf" : `search/${kind}-${hash}.daf`;
  // The manifest changes with every build, the other files never.
  const bytes = await packed(root, path, kind === "m" ? { cache: "no-cache" } : {});
  if (bytes[0] !== 0x44 || bytes[1] !== 0x41 || bytes[3] !== kind.charCodeAt(0)) {
    throw new IndexFault(`${path} is damaged`);
  }
  if (bytes[2] !== version) throw new IndexFault(`${path} is of format ${bytes[2]}`);
  if (kind !== "m" && hashOf(bytes) !== await own) throw new IndexFault(`${path} is damaged`);
  try {
    const stream = new Blob([bytes.subarray(4)]).stream()
      .pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new IndexFault(`${path} is damaged`);
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
    if (compare(blocks[middle].first, key) <= 0) low = middle + 1;
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
    index.source = reader.text();
    index.articleCount = reader.varint();
    index.letters = reader.hash();
    index.facetsHash = reader.hash();
    index.suggestionsHash = reader.hash();
    /** By article the articles that are the same in other languages. */
    index.translations = new Map();
    for (const group of reader.list((r) => r.rising())) {
      for (const article of group) index.translations.set(article, group);
    }
    const keyed = (r) => ({ first: r.text(), hash: r.hash() });
    index.terms = reader.list(keyed);
    index.reversed = reader.list(keyed);
    index.postings = reader.list((r) => ({ first: r.varint(), hash: r.hash() }));
    index.directory = reader.list((r) => r.hash());
    index.loaded = new Map();
    return index;
  }

  /** The content of a file as a function reads it, once for all who ask. */
  load(kind, hash, read, own = hash) {
    const name = kind + hash;
    if (!this.loaded.has(name)) {
      const promise = content(this.root, kind, hash, own).then(read);
      // A file that did not come may come the next time.
      promise.catch(() => this.loaded.delete(name));
      this.loaded.set(name, promise);
    }
    return this.loaded.get(name);
  }

  lettersContent() { return this.load("l", this.letters, (bytes) => bytes); }

  termBlock(block) {
    return this.load("t", this.terms[block].hash, (bytes) => new Map(
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
      const first = blocks[block].first;
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
      "r", this.reversed[block].hash,
      (bytes) => frontCoded(bytes, () => null).map(([key]) => key)));
    return found.map(backwards);
  }

  postingsBlock(family) {
    let block = this.postings.length - 1;
    while (block > 0 && this.postings[block].first > family) block--;
    return this.postings[block];
  }

  slices(reader) {
    const slices = [];
    while (!reader.isAtEnd) slices.push(reader.data());
    return slices;
  }

  postingsOf(block) {
    return this.load("p", block.hash, (bytes) => {
      const reader = new ByteReader(bytes);
      return { positions: reader.hash(), slices: this.slices(reader) };
    });
  }

  positionsOf(block) {
    const own = this.postingsOf(block).then(({ positions }) => positions);
    own.catch(() => {});
    return this.load("q", block.hash, (bytes) => this.slices(new ByteReader(bytes)), own);
  }

  /**
   * A family: its bases, and its members with their articles; the places of a member's bases, apart
   * those of which it is rather another word's form (seconds). With `wantsPlaces` their places are
   * fetched at the same time.
   */
  async family(number) {
    const block = this.postingsBlock(number);
    if (this.wantsPlaces) this.positionsOf(block).catch(() => {});
    const { slices } = await this.postingsOf(block);
    const reader = new ByteReader(slices[number - block.first] ?? new Uint8Array(0));
    return {
      bases: reader.list((r) => r.text()),
      members: reader.list((r) => {
        const bases = [];
        const seconds = [];
        const word = r.text();
        for (let count = r.varint(); count > 0; count--) {
          const code = r.varint();
          (code & 1 ? seconds : bases).push(code >>> 1);
        }
        const member = { word, bases, seconds, articles: [], weights: [] };
        let article = 0;
        for (let count = r.varint(); count > 0; count--) {
          article += r.varint();
          member.articles.push(article);
          member.weights.push(r.varint());
        }
        return member;
      }),
    };
  }

  /** The places of each member of a family in each of its articles. */
  async places(number, family) {
    const block = this.postingsBlock(number);
    const slices = await this.positionsOf(block);
    const reader = new ByteReader(slices[number - block.first] ?? new Uint8Array(0));
    return family.members.map((member) => member.articles.map(() => reader.rising()));
  }

  /** What stands at the head of an answer, and the hash of the article's file. */
  async head(number) {
    const heads = await this.load(
      "d", this.directory[Math.floor(number / directoryBlock)], (bytes) => {
        const reader = new ByteReader(bytes);
        const list = [];
        while (!reader.isAtEnd) {
          list.push({
            file: reader.hash(), slug: reader.compactText(), url: reader.compactText(),
            language: reader.compactText(), title: reader.compactText(),
            authors: reader.list((r) => r.compactText()), year: reader.varint(),
            volume: reader.compactText(),
          });
        }
        return list;
      });
    return heads[number % directoryBlock];
  }

  /** An article with its passages. */
  async article(number) {
    const head = await this.head(number);
    const passages = await this.load("a", head.file, (bytes) => new ByteReader(bytes).list((r) => (
      { field: r.byte(), anchor: r.compactText(), text: r.compactText() })));
    return { ...head, passages };
  }

  /** What a reader may mean while typing: [{kind, text, url}]; kind 0 title, 1 author, 2 keyword. */
  suggestions() {
    return this.load("s", this.suggestionsHash, (bytes) => {
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
    return this.load("f", this.facetsHash, (bytes) => {
      const reader = new ByteReader(bytes);
      return [0, 1, 2, 3, 4].map(() => reader.list(
        (r) => ({ value: r.text(), articles: r.rising() })));
    });
  }
}
