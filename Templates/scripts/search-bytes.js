// Reads the contents of the index's files (docs/search-index.md).

/** What is wrong with the index: a file is missing, damaged, or of a version not known. */
export class IndexFault extends Error {}

const decoder = new TextDecoder();
/** Where the letters begin that the bytes from 80 to EF stand for in compact texts. */
const windows = [0x0590, 0x0600];

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

/** All that is left, as a function reads it. */
export function rest(reader, element) {
  const list = [];
  while (!reader.isAtEnd) list.push(element(reader));
  return list;
}
