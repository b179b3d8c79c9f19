/// Finds the addresses that stand in a text without brackets.
enum BareAddresses {
  /// Appends a text, with its addresses as links, to a block's inlines.
  static func append(_ text: String, to inlines: inout [Inline]) {
    guard mayHoldAddress(text) else {
      inlines.append(.text(text))
      return
    }
    let bytes = Array(text.utf8)
    var start = 0
    var index = 0
    while index < bytes.count {
      guard let scheme = scheme(in: bytes, at: index) else {
        index += 1
        continue
      }
      let end = end(of: bytes, from: index + scheme.count)
      guard end > index + scheme.count else {
        index += scheme.count
        continue
      }
      if index > start {
        inlines.append(.text(String(decoding: bytes[start..<index], as: UTF8.self)))
      }
      let address = String(decoding: bytes[index..<end], as: UTF8.self)
      inlines.append(
        .link(Link(destination: address, content: [.text(address)], isAutolink: true)))
      start = end
      index = end
    }
    if start < bytes.count {
      inlines.append(.text(String(decoding: bytes[start...], as: UTF8.self)))
    }
  }

  private static func mayHoldAddress(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count > 8 else { return false }
      var index = 0
      while index + 2 < bytes.count {
        if bytes[index] == 0x3A, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F { return true }
        index += 1
      }
      return false
    }
  }

  private static func scheme(in bytes: [UInt8], at index: Int) -> [UInt8]? {
    guard bytes[index] == 0x68 || bytes[index] == 0x48 else { return nil }
    if index > 0, isLetterOrDigit(bytes[index - 1]) { return nil }
    for scheme in schemes where index + scheme.count < bytes.count {
      if zip(scheme, bytes[index...]).allSatisfy({ $0 == $1 | 0x20 || $0 == $1 }) { return scheme }
    }
    return nil
  }

  private static let schemes = [Array("https://".utf8), Array("http://".utf8)]

  /// Where an address ends: at a space, a bracket that closes one outside it, or letters of
  /// another script that are glued to it (`https://example.org/xלהמשך`). Such letters belong to the
  /// address only where a part of it begins (`/wiki/צבא`), for there a word was meant.
  private static func end(of bytes: [UInt8], from start: Int) -> Int {
    var index = start
    var isInForeignPart = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x80 {
        guard isInForeignPart || (index > start && startsPart(after: bytes[index - 1])),
          isLetter(bytes, at: index)
        else { break }
        isInForeignPart = true
        index += length(ofScalarFrom: byte)
        continue
      }
      guard byte > 0x20, byte != 0x3C, byte != 0x3E, byte != 0x22, byte != 0x60, byte != 0x7F else {
        break
      }
      if isInForeignPart, isLetterOrDigit(byte) { break }
      if byte == 0x5B, index + 1 < bytes.count, bytes[index + 1] == 0x5E { break }
      isInForeignPart = false
      index += 1
    }
    return trimmed(bytes, start, index)
  }

  /// Punctuation at the end belongs to the sentence, and a closing bracket to it that the address
  /// has no opening one for.
  private static func trimmed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var end = end
    // How many more of each kind close than open.
    var round = count(0x29, bytes, start, end) - count(0x28, bytes, start, end)
    var square = count(0x5D, bytes, start, end) - count(0x5B, bytes, start, end)
    while end > start {
      switch bytes[end - 1] {
      case 0x21, 0x27, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5F, 0x7E: break
      case 0x29 where round > 0: round -= 1
      case 0x5D where square > 0: square -= 1
      default: return end
      }
      end -= 1
    }
    return end
  }

  private static func count(_ byte: UInt8, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    bytes[start..<end].reduce(0) { $1 == byte ? $0 + 1 : $0 }
  }

  private static func startsPart(after byte: UInt8) -> Bool {
    [0x2F, 0x3D, 0x5F, 0x2D, 0x3F, 0x26, 0x23, 0x28, 0x2E].contains(byte)
  }

  private static func isLetter(_ bytes: [UInt8], at index: Int) -> Bool {
    let count = length(ofScalarFrom: bytes[index])
    let scalar = String(decoding: bytes[index..<min(index + count, bytes.count)], as: UTF8.self)
      .unicodeScalars.first
    return scalar?.properties.isAlphabetic ?? false
  }

  private static func length(ofScalarFrom byte: UInt8) -> Int {
    byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
