/// Takes a template apart into text and tags.
struct TemplateLexer {
  /// A stretch of text or a tag.
  enum Token {
    case text(Range<Int>)
    case tag(Tag)
  }

  struct Tag {
    var kind: Kind
    var name: String
    var line: Int
    /// Where it stands in the source, delimiters included.
    var range: Range<Int>
    /// Whether only spaces and tabs stand before it on its line.
    var isFirstOnLine: Bool
    /// Whether only spaces, tabs and the line's end stand behind it.
    var isLastOnLine: Bool
  }

  enum Kind {
    case variable
    case raw
    case section
    case inverted
    case end
    case partial
    case parent
    case block
    case comment
    case delimiters
  }

  let template: String
  let source: [UInt8]
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)

  init(template: String, source: [UInt8]) {
    self.template = template
    self.source = source
  }

  /// The tokens in order.
  ///
  /// - Throws: `TemplateFault` for a tag that is not closed or not well formed.
  mutating func tokens() throws -> [Token] {
    var tokens: [Token] = []
    var position = 0
    var line = 1
    while let start = find(opening, from: position) {
      if start > position { tokens.append(.text(position..<start)) }
      line += countLines(position..<start)
      let tag = try tag(at: start, line: line)
      line += countLines(tag.range)
      tokens.append(.tag(tag))
      position = tag.range.upperBound
    }
    if position < source.count { tokens.append(.text(position..<source.count)) }
    return tokens
  }

  private mutating func tag(at start: Int, line: Int) throws -> Tag {
    var contentStart = start + opening.count
    let isTriple =
      opening.elementsEqual("{{".utf8) && contentStart < source.count
      && source[contentStart] == UInt8(ascii: "{")
    let first = contentStart < source.count ? source[contentStart] : 0
    let kind = isTriple ? Kind.raw : Self.kinds[first] ?? .variable
    let terminator =
      switch kind {
      case .raw where isTriple: Array("}}}".utf8)
      case .delimiters: [UInt8(ascii: "=")] + closing
      default: closing
      }
    if kind != .variable { contentStart += 1 }
    guard let contentEnd = find(terminator, from: contentStart) else {
      let rest = source[start...].prefix { $0 != UInt8(ascii: "\n") }.prefix(60)
      throw fault(.unclosedTag, String(decoding: rest, as: UTF8.self), line)
    }
    let end = contentEnd + terminator.count
    let content = trimmed(contentStart..<contentEnd)
    switch kind {
    case .comment: break
    case .delimiters:
      try setDelimiters(source[content], line: line)
    default:
      let hasSpace = source[content].contains { Self.isSpace($0) || $0 == 10 || $0 == 13 }
      guard !content.isEmpty, !hasSpace else {
        throw fault(.badName, String(decoding: source[start..<end], as: UTF8.self), line)
      }
    }
    return Tag(
      kind: kind, name: String(decoding: source[content], as: UTF8.self), line: line,
      range: start..<end, isFirstOnLine: indentation(before: start) != nil,
      isLastOnLine: lineEnd(after: end) != nil)
  }

  private static let kinds: [UInt8: Kind] = [
    UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .end,
    UInt8(ascii: ">"): .partial, UInt8(ascii: "<"): .parent, UInt8(ascii: "$"): .block,
    UInt8(ascii: "!"): .comment, UInt8(ascii: "&"): .raw, UInt8(ascii: "="): .delimiters,
  ]

  private mutating func setDelimiters(_ content: ArraySlice<UInt8>, line: Int) throws {
    let parts = content.split { Self.isSpace($0) || $0 == 10 || $0 == 13 }
    guard parts.count == 2, !content.contains(UInt8(ascii: "=")) else {
      throw fault(.badDelimiters, String(decoding: content, as: UTF8.self), line)
    }
    opening = Array(parts[0])
    closing = Array(parts[1])
  }

  /// The spaces and tabs between the start of the line and an offset, if nothing else is there.
  func indentation(before offset: Int) -> Range<Int>? {
    var start = offset
    while start > 0, Self.isSpace(source[start - 1]) { start -= 1 }
    return start == 0 || source[start - 1] == UInt8(ascii: "\n") ? start..<offset : nil
  }

  /// The offset behind the line's end, if nothing but spaces and tabs stands before it.
  func lineEnd(after offset: Int) -> Int? {
    var end = offset
    while end < source.count, Self.isSpace(source[end]) { end += 1 }
    if end == source.count { return end }
    if source[end] == UInt8(ascii: "\r"), end + 1 < source.count,
      source[end + 1] == UInt8(ascii: "\n")
    {
      return end + 2
    }
    return source[end] == UInt8(ascii: "\n") ? end + 1 : nil
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool { Self.isSpace(byte) || byte == 10 || byte == 13 }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(source[start]) { start += 1 }
    while end > start, isBlank(source[end - 1]) { end -= 1 }
    return start..<end
  }

  private func find(_ needle: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first, source.count >= needle.count else { return nil }
    var position = start
    while position <= source.count - needle.count {
      if source[position] == first,
        source[position..<(position + needle.count)].elementsEqual(needle)
      {
        return position
      }
      position += 1
    }
    return nil
  }

  private func countLines(_ range: Range<Int>) -> Int {
    source[range].reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
  }

  private func fault(_ kind: TemplateFault.Kind, _ key: String, _ line: Int) -> TemplateFault {
    TemplateFault(template: template, line: line, key: key, kind: kind)
  }
}
