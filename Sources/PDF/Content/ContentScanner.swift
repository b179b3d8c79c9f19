/// Parts a content stream, or a character map, into operands and operators (ISO 32000-2, 7.2 and 7.8).
struct ContentScanner {
  /// What stands at a place.
  enum Token {
    case operand(PDFObject)
    case keyword(String)
  }

  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; `nil` at the end.
  mutating func next() -> Token? {
    skipSpace()
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "/"): return .operand(.name(name()))
    case UInt8(ascii: "("): return .operand(.string(literal()))
    case UInt8(ascii: "<"):
      if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "<") {
        position += 2
        return .operand(dictionary(depth: 0))
      }
      return .operand(.string(hexadecimal()))
    case UInt8(ascii: "["):
      position += 1
      return .operand(array(depth: 0))
    case UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      position += 1
      return next()
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 48...57:
      return .operand(.number(number()))
    default:
      let start = position
      while position < bytes.count, Self.isRegular(bytes[position]) { position += 1 }
      if position == start { position += 1 }
      let word = String(decoding: bytes[start..<position], as: UTF8.self)
      switch word {
      case "true": return .operand(.bool(true))
      case "false": return .operand(.bool(false))
      case "null": return .operand(.null)
      default: return .keyword(word)
      }
    }
  }

  /// The dictionary and the bytes of an inline picture, after `BI`.
  mutating func inlinePicture() -> (dictionary: [String: PDFObject], bytes: [UInt8]) {
    var entries: [String: PDFObject] = [:]
    var key: String?
    while let token = next() {
      if case .keyword(let word) = token {
        if word == "ID" { break }
        continue
      }
      guard case .operand(let operand) = token else { continue }
      if let waiting = key {
        entries[waiting] = operand
        key = nil
      } else {
        key = operand.name
      }
    }
    position += 1
    let start = min(position, bytes.count)
    var end = start
    while end + 1 < bytes.count {
      if bytes[end] == UInt8(ascii: "E"), bytes[end + 1] == UInt8(ascii: "I"),
        end == start || Self.isSpace(bytes[end - 1]),
        end + 2 >= bytes.count || Self.isSpace(bytes[end + 2]),
        bytes[min(end + 2, bytes.count)..<min(end + 12, bytes.count)].allSatisfy({
          Self.isSpace($0) || (32..<127).contains($0)
        })
      {
        position = end + 2
        return (entries, Array(bytes[start..<max(start, end - 1)]))
      }
      end += 1
    }
    position = bytes.count
    return (entries, Array(bytes[start...]))
  }

  // MARK: Pieces

  private mutating func skipSpace() {
    while position < bytes.count {
      if Self.isSpace(bytes[position]) {
        position += 1
      } else if bytes[position] == UInt8(ascii: "%") {
        while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
      } else {
        return
      }
    }
  }

  private mutating func name() -> String {
    position += 1
    var name: [UInt8] = []
    while position < bytes.count, Self.isRegular(bytes[position]) {
      if bytes[position] == UInt8(ascii: "#"), position + 2 < bytes.count,
        let high = bytes[position + 1].hexadecimalDigit,
        let low = bytes[position + 2].hexadecimalDigit
      {
        name.append(high << 4 | low)
        position += 3
      } else {
        name.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func number() -> Double {
    var (value, scale, isNegative, hasPoint) = (0.0, 1.0, false, false)
    scan: while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "+"): break
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case 48...57:
        value = value * 10 + Double(bytes[position] - 48)
        if hasPoint { scale *= 10 }
      default: break scan
      }
      position += 1
    }
    let result = value / scale
    guard result.isFinite else { return 0 }
    return isNegative ? -result : result
  }

  private mutating func literal() -> [UInt8] {
    position += 1
    var text: [UInt8] = []
    var depth = 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "("):
        depth += 1
        text.append(byte)
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return text }
        text.append(byte)
      case UInt8(ascii: "\\"): escape(&text)
      default: text.append(byte)
      }
    }
    return text
  }

  private mutating func escape(_ text: inout [UInt8]) {
    guard position < bytes.count else { return }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case 13: if position < bytes.count, bytes[position] == 10 { position += 1 }
    case 10: break
    case 48...55:
      var value = Int(byte - 48)
      for _ in 0..<2 {
        guard position < bytes.count, (48...55).contains(bytes[position]) else { break }
        value = value * 8 + Int(bytes[position] - 48)
        position += 1
      }
      text.append(UInt8(truncatingIfNeeded: value))
    default: text.append(byte)
    }
  }

  private mutating func hexadecimal() -> [UInt8] {
    position += 1
    var output: [UInt8] = []
    var high: UInt8?
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: ">") { break }
      guard let digit = byte.hexadecimalDigit else { continue }
      if let first = high {
        output.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    if let high { output.append(high << 4) }
    return output
  }

  private mutating func array(depth: Int) -> PDFObject {
    var items: [PDFObject] = []
    while position < bytes.count {
      skipSpace()
      guard position < bytes.count else { break }
      if bytes[position] == UInt8(ascii: "]") {
        position += 1
        break
      }
      guard let item = nested(depth: depth) else { continue }
      items.append(item)
    }
    return .array(items)
  }

  private mutating func dictionary(depth: Int) -> PDFObject {
    var entries: [String: PDFObject] = [:]
    var key: String?
    while position < bytes.count {
      skipSpace()
      guard position < bytes.count else { break }
      if bytes[position] == UInt8(ascii: ">") {
        position += position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: ">") ? 2 : 1
        break
      }
      guard let item = nested(depth: depth) else { continue }
      if let waiting = key {
        entries[waiting] = item
        key = nil
      } else {
        key = item.name
      }
    }
    return .dictionary(entries)
  }

  /// An item of an array or a dictionary; `nil` for what is none.
  private mutating func nested(depth: Int) -> PDFObject? {
    guard depth < 24 else {
      position = bytes.count
      return nil
    }
    switch bytes[position] {
    case UInt8(ascii: "["):
      position += 1
      return array(depth: depth + 1)
    case UInt8(ascii: "<")
    where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "<"):
      position += 2
      return dictionary(depth: depth + 1)
    default:
      let before = position
      let token = next()
      if position == before { position += 1 }
      if case .operand(let operand)? = token { return operand }
      return nil
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 10 || byte == 13 || byte == 9 || byte == 12 || byte == 0
  }

  private static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 12, 13, 32: false
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      false
    default: true
    }
  }
}
