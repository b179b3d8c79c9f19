// The files of the search index (docs/search-index.md), each fetched once.
import { ByteReader, IndexFault, rest } from "./search-bytes.js";
import { familyOf, orderOf } from "./search-postings.js";

const version = 6;
const directoryBlock = 8;
/** How many blocks of keys, and of postings, the manifest names; how many a branch has if there are more. */
const keyBlocks = { most: 512, size: 128 };
const postingsBlocks = { most: 1024, size: 256 };
/** So many milliseconds a file may take. */
const patience = 15_000;
const decoder = new TextDecoder();

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

/** The place of the last of some entries in order that is not above what is looked for; -1 for none. */
function lastPlace(entries, isAbove) {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAbove(entries[middle])) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

const placeOf = (key, keys) => lastPlace(keys, (own) => compare(own, key) > 0);

/** Numbers of families in blocks, the first of which is given, as [{first, hasFurtherPlaces}]. */
function numbered(first, codes) {
  let family = first;
  return codes.map((code) => {
    const block = { first: family, hasFurtherPlaces: (code & 1) === 1 };
    family += code >>> 1;
    return block;
  });
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
    let previous = 0;
    for (const distances of reader.list((r) => r.rising())) {
      const group = distances.map((distance) => previous + distance);
      for (const article of group) index.translations.set(article, group);
      [previous] = group;
    }
    // Of each kind of blocks how many there are; by block the least key that it may have, or where
    // it begins; where there are too many, by branch those of its first block.
    let firstBranch = 0;
    const blocks = ({ most, size }, element) => {
      const count = reader.varint();
      const branches = count <= most ? 0 : Math.ceil(count / size);
      const entries = Array.from({ length: branches || count }, () => element(reader));
      firstBranch += branches;
      return { count, entries, size, firstBranch: branches > 0 ? firstBranch - branches : null };
    };
    index.terms = blocks(keyBlocks, (r) => r.text());
    index.reversed = blocks(keyBlocks, (r) => r.text());
    index.postings = blocks(postingsBlocks, (r) => r.varint());
    index.postings.entries = numbered(0, index.postings.entries);
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

  /** The least keys of the blocks of a branch. */
  keysOf(blocks, branch) {
    return this.load("b", blocks.firstBranch + branch, (bytes) => (
      rest(new ByteReader(bytes), (r) => r.text())));
  }

  /** The number of the last block whose first key is not above a key; -1 where there is none. */
  async blockOf(key, blocks) {
    const place = placeOf(key, blocks.entries);
    if (place < 0 || blocks.firstBranch === null) return place;
    return place * blocks.size + Math.max(0, placeOf(key, await this.keysOf(blocks, place)));
  }

  /** The least key that a block may have. */
  async firstKey(block, blocks) {
    if (blocks.firstBranch === null) return blocks.entries[block];
    const keys = await this.keysOf(blocks, Math.floor(block / blocks.size));
    return keys[block % blocks.size];
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
    const block = await this.blockOf(key, this.terms);
    if (block < 0) return [];
    return (await this.termBlock(block)).get(key) ?? [];
  }

  /** The keys of some blocks that begin with some letters. */
  async beginning(start, blocks, load) {
    const wanted = [];
    for (let block = Math.max(0, await this.blockOf(start, blocks)); block < blocks.count; block++) {
      const first = await this.firstKey(block, blocks);
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

  /** The block in which a family stands: {number, first, hasFurtherPlaces}. */
  async postingsBlock(family) {
    const last = (blocks) => lastPlace(blocks, (own) => own.first > family);
    const { entries, firstBranch, size } = this.postings;
    const place = last(entries);
    if (firstBranch === null) return { number: place, ...entries[place] };
    const blocks = await this.load("b", firstBranch + place, (bytes) => (
      numbered(entries[place].first, rest(new ByteReader(bytes), (r) => r.varint()))));
    const own = last(blocks);
    return { number: place * size + own, ...blocks[own] };
  }

  /** What the block of a family has of it: kind p postings, q places, x further places. */
  async slice(kind, family) {
    const { number, first } = await this.postingsBlock(family);
    const slices = await this.load(
      kind, number, (bytes) => rest(new ByteReader(bytes), (r) => r.data()));
    return new ByteReader(slices[family - first] ?? new Uint8Array(0));
  }

  /**
   * A family: its bases, and its members with their articles; the places of a member's bases, apart
   * those of which it is rather another word's form (seconds). With `wantsPlaces` their places are
   * fetched at the same time.
   */
  family(number) {
    if (this.wantsPlaces) this.slice("q", number).catch(() => {});
    if (!this.families.has(number)) {
      const promise = this.slice("p", number).then((reader) => familyOf(reader, number));
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
    const far = whole && (await this.postingsBlock(number)).hasFurtherPlaces
      ? this.slice("x", number) : null;
    near.catch(() => {});
    far?.catch(() => {});
    const { members, light } = await this.family(number);
    const places = members.map(() => new Map());
    const order = orderOf(members);
    const read = (reader, articles) => {
      for (const { article, entries } of articles) {
        for (const place of entries) places[place].set(article, reader.rising());
      }
    };
    let reader = await near;
    const count = reader.varint();
    read(reader, order.slice(0, count));
    if (!far || (count >= order.length && light.length === 0)) return places;
    reader = await far;
    read(reader, order.slice(count));
    for (const article of light) {
      let member = 0;
      for (let left = reader.varint(); left > 0; left--) {
        member += reader.varint();
        places[member].set(article, reader.rising());
      }
    }
    return places;
  }

  /** What stands at the head of an answer, and the article's files. */
  async head(number) {
    const heads = await this.load("d", Math.floor(number / directoryBlock), (bytes) => (
      rest(new ByteReader(bytes), (r) => ({
        owner: r.hash(), pieces: r.varint(), slug: r.compactText(), url: r.compactText(),
        language: r.compactText(), title: r.compactText(), authors: r.list((a) => a.compactText()),
        year: r.varint(), volume: r.compactText(),
      }))));
    return heads[number % directoryBlock];
  }

  /** The passages of a piece of an article, of which the head is given. */
  passages({ owner }, piece) {
    return this.load("a", piece, (bytes) => new ByteReader(bytes).list((r) => (
      { field: r.byte(), anchor: r.compactText(), text: r.compactText() })), owner);
  }

  /** What a reader may mean while typing: [{kind, text, url}]; kind 0 title, 1 author, 2 keyword. */
  suggestions() {
    return this.load("s", 0, (bytes) => rest(new ByteReader(bytes), (r) => {
      const kind = r.byte();
      const text = r.compactText();
      return { kind, text, url: kind === 0 ? r.compactText() : "" };
    }));
  }

  /** The values of a facet (0 language, 1 year, 2 author, 3 keyword, 4 volume): [{value, articles}]. */
  valuesOf(facet) {
    return this.load("f", facet, (bytes) => new ByteReader(bytes).list(
      (r) => ({ value: r.text(), articles: r.rising() })));
  }
}
