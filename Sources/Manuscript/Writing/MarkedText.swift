/// A line or lines of Markdown of which it is known what is text and what is markup, so that text
/// that would be read as markup can be escaped by what stands beside it.
struct MarkedText {
  private var bytes: [UInt8] = []
  private var isText: [Bool] = []

  mutating func append(text: String) {
    bytes += Array(text.utf8)
    isText += Array(repeating: true, count: bytes.count - isText.count)
  }

  mutating func append(markup: String) {
    bytes += Array(markup.utf8)
    isText += Array(repeating: false, count: bytes.count - isText.count)
  }

  /// The Markdown.
  func escaped(by writer: InlineWriter) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    let judgement = Judgement(of: self)
    var lineStart = self.lineStart(from: 0)
    for (index, byte) in bytes.enumerated() {
      if index > 0, bytes[index - 1] == 0x0A { lineStart = self.lineStart(from: index) }
      guard isText[index] else {
        output.append(byte)
        continue
      }
      switch byte {
      case 0x0A, 0x0D, 0x09:
        output += Array("&#\(byte);".utf8)
      case 0x20 where isAtLineEnd(index) || (writer.escaping == .all && isAtDelimiter(index)):
        output += Array("&#32;".utf8)
      case 0xC2 where writer.escaping == .all && next(index) == 0xA0:
        output += Array("&nbsp;".utf8)
      case 0xA0 where writer.escaping == .all && bytes[index - 1] == 0xC2: continue
      case _ where writer.isInTable && byte == 0x7C,
        _ where writer.isInVerse && byte == 0x7C && (next(index) == 0x7C || index == 0),
        _ where writer.escaping == .all && Self.specials.contains(byte),
        _ where isMarkup(at: index, judgement), _ where opensBlock(at: index, lineStart),
        _ where writer.isInHeading && byte == 0x23 && endsHeading(at: index):
        output += [0x5C, byte]
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static let specials = Set("\\`*_[]<>&!|~#$@{".utf8)

  // MARK: - Inside a line

  /// What the whole text decides about its signs of emphasis, code and deletion: one alone has no
  /// partner and stays text.
  private struct Judgement {
    var stars = 0
    var underscores = 0
    var tildes = 0
    var backticks = 0

    init(of text: MarkedText) {
      var index = 0
      while index < text.bytes.count {
        let byte = text.bytes[index]
        let end = text.endOfRun(from: index)
        switch byte {
        case 0x2A where text.isDelimiter(index, end): stars += 1
        case 0x5F where text.isDelimiter(index, end): underscores += 1
        case 0x7E where end - index >= 2: tildes += 1
        case 0x60: backticks += 1
        default: break
        }
        index = end
      }
    }
  }

  private func isMarkup(at index: Int, _ judgement: Judgement) -> Bool {
    switch bytes[index] {
    case 0x2A:
      judgement.stars > 1 && isDelimiter(startOfRun(at: index), endOfRun(from: index))
    case 0x5F:
      judgement.underscores > 1 && isDelimiter(startOfRun(at: index), endOfRun(from: index))
    case 0x7E:
      judgement.tildes > 1 && endOfRun(from: index) - startOfRun(at: index) >= 2
    case 0x60: judgement.backticks > 1
    case 0x5B: opensLabel(at: index)
    case 0x5D:
      next(index) == 0x28 && bytes[..<index].contains(0x5B)
    case 0x21: next(index) == 0x5B && index + 1 < bytes.count && !isText[index + 1]
    case 0x3C: next(index).map { Self.isLetter($0) || [0x2F, 0x21, 0x3F].contains($0) } ?? false
    case 0x26: Self.startsCharacterReference(bytes, at: index)
    case 0x24: FormulaSigns.formula(in: bytes, at: index, to: bytes.count) != nil
    case 0x40: LineSigns.reference(in: bytes, at: index, to: bytes.count) != nil
    case 0x7B: LineSigns.attributes(in: bytes, at: index, to: bytes.count) != nil
    case 0x5C: next(index).map { Self.isPunctuation($0) || $0 == 0x0A } ?? true
    default: false
    }
  }

  private func next(_ index: Int) -> UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  /// `[^label]`, or `[label]:` at the start.
  private func opensLabel(at index: Int) -> Bool {
    if next(index) == 0x5E { return true }
    guard index == 0 || bytes[index - 1] == 0x0A else { return false }
    guard let close = bytes[index...].firstIndex(of: 0x5D) else { return false }
    return next(close) == 0x3A
  }

  private func startOfRun(at index: Int) -> Int {
    var start = index
    while start > 0, bytes[start - 1] == bytes[index] { start -= 1 }
    return start
  }

  private func endOfRun(from index: Int) -> Int {
    var end = index
    while end < bytes.count, bytes[end] == bytes[index] { end += 1 }
    return end
  }

  /// Whether a run of `*` or `_` could open or close emphasis (CommonMark 0.31, 6.2); where the
  /// neighbours are beyond ASCII, it is taken that it could.
  private func isDelimiter(_ start: Int, _ end: Int) -> Bool {
    let before = start > 0 ? bytes[start - 1] : 0x20
    let after = end < bytes.count ? bytes[end] : 0x20
    let isSpaceBefore = before == 0x20 || before == 0x0A
    let isSpaceAfter = after == 0x20 || after == 0x0A
    if isSpaceBefore && isSpaceAfter { return false }
    if bytes[start] == 0x5F {
      return !(Self.isLetterOrDigit(before) && Self.isLetterOrDigit(after))
    }
    return true
  }

  // MARK: - At the ends of lines

  private func isAtLineEnd(_ index: Int) -> Bool {
    index == 0 || bytes[index - 1] == 0x0A || index + 1 == bytes.count || bytes[index + 1] == 0x0A
      || (bytes[index + 1] == 0x5C && index + 2 < bytes.count && bytes[index + 2] == 0x0A)
  }

  /// Whether a space stands right inside or outside of signs of emphasis, which it would unmake.
  private func isAtDelimiter(_ index: Int) -> Bool {
    let neighbours = [index - 1, index + 1].filter { bytes.indices.contains($0) }
    return neighbours.contains { !isText[$0] && [0x2A, 0x5F, 0x7E].contains(bytes[$0]) }
  }

  /// Whether a sign would open a heading, quotation, list, rule, fence or table at a line's start.
  private func opensBlock(at index: Int, _ start: Int) -> Bool {
    let byte = bytes[index]
    if byte == 0x3A, index > start, bytes[index - 1] == 0x5D {
      // A note mark at the start with a colon after it would be a definition.
      return !isText[start] && bytes[start] == 0x5B && bytes[start + 1] == 0x5E
        && bytes[start..<index].firstIndex(of: 0x5D) == index - 1
    }
    if byte == 0x2E || byte == 0x29 {
      return index > start && index - start <= 9 && isLineEndOrSpace(index + 1)
        && bytes[start..<index].allSatisfy { Self.isDigit($0) }
    }
    guard start == index else { return false }
    let after = endOfRun(from: index)
    if Self.opensBlockOfOwn(bytes, at: index) { return true }
    switch byte {
    case 0x23: return after - index <= 6 && isLineEndOrSpace(after)
    case 0x3E: return true
    case 0x2B: return isLineEndOrSpace(index + 1)
    case 0x2D, 0x2A:
      return isLineEndOrSpace(index + 1) || lineConsists(of: [byte, 0x20, 0x7C, 0x3A], from: index)
    case 0x5F, 0x3D: return lineConsists(of: [byte, 0x20], from: index)
    case 0x60, 0x7E: return after - index >= 3
    case 0x7C, 0x3A: return lineConsists(of: [0x7C, 0x3A, 0x2D, 0x20], from: index)
    default: return false
    }
  }

  /// Whether a line would be one of verse, a caption, a definition, a fence or a formula.
  private static func opensBlockOfOwn(_ bytes: [UInt8], at index: Int) -> Bool {
    switch bytes[index] {
    case 0x7C, 0x3A:
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      // A line of verse is one only where the paragraph begins with it.
      return bytes[index] == 0x7C
        ? index == 0 && LineSigns.isVerse(in: bytes, at: index, to: end)
        : LineSigns.isColon(in: bytes, at: index, to: end)
          || LineSigns.fence(in: bytes, at: index, to: end) != nil
    case 0x24: return index + 1 < bytes.count && bytes[index + 1] == 0x24
    default: return false
    }
  }

  private func isLineEndOrSpace(_ index: Int) -> Bool {
    index >= bytes.count || bytes[index] == 0x20 || bytes[index] == 0x0A
  }

  private func lineConsists(of signs: [UInt8], from index: Int) -> Bool {
    bytes[index...].prefix { $0 != 0x0A }.allSatisfy { signs.contains($0) }
  }

  /// Where the text of a line starts; direction marks before it do not count.
  private func lineStart(from index: Int) -> Int {
    var start = index
    while start + 2 < bytes.count, bytes[start] == 0xE2, bytes[start + 1] == 0x80,
      bytes[start + 2] == 0x8E || bytes[start + 2] == 0x8F
    {
      start += 3
    }
    return start
  }

  private func endsHeading(at index: Int) -> Bool {
    endOfRun(from: index) == bytes.count && startOfRun(at: index) == index
      && (index == 0 || bytes[index - 1] == 0x20)
  }

  // MARK: - Characters

  /// Whether `&name;`, `&#1;` or `&#x1;` stands at an index.
  static func startsCharacterReference(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 2 < bytes.count else { return false }
    var end = index + 1
    if bytes[end] == 0x23 { end += 1 }
    let start = end
    while end < bytes.count, end - start < 40, isLetterOrDigit(bytes[end]) { end += 1 }
    return end > start && end < bytes.count && bytes[end] == 0x3B
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Letters beyond ASCII are taken as letters.
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || byte >= 0x80
  }
}
