import CCmark

/// Makes inlines of cmark's nodes and brings back what `BodyPreparation` hid.
struct InlineBuilder {
  let pieces: [HiddenPiece]
  let file: String
  /// Added to cmark's line numbers to get those of the file.
  let lineOffset: Int
  private(set) var findings: [Finding] = []

  /// The `check:` comments met since `takeDoubts()` was last called.
  private var doubts: [String] = []
  /// The comments of a block that are neither pages nor checks, in order.
  private var signs: [Comment] = []
  private var buffer: [UInt8] = []
  private var blockLine = 0
  /// Inside a link no address is looked for.
  private var linkDepth = 0
  /// Whether signs have been met that only a whole block gives a meaning (`BlockSign`).
  private var hasBlockSigns = false

  /// Deeper nesting is flattened: a tree of values is taken apart recursively.
  private static let depthLimit = 24

  init(pieces: [HiddenPiece], file: String, lineOffset: Int) {
    self.pieces = pieces
    self.file = file
    self.lineOffset = lineOffset
  }

  struct Content {
    var inlines: [Inline]
    var doubts: [String]
    var signs: [Comment]
    /// Whether the inlines hold signs that must be given a meaning or made text (`BlockSign`).
    var hasBlockSigns = false

    /// The inlines, signs of blocks made text.
    var plainInlines: [Inline] { hasBlockSigns ? BlockSign.settled(inlines) : inlines }
  }

  /// The inlines of a block that holds inlines.
  mutating func content(of block: MarkdownParser.Node, line: Int) -> Content {
    blockLine = line
    var inlines = children(of: block, depth: 0)
    Self.trim(&inlines)
    defer {
      doubts.removeAll()
      signs.removeAll()
      hasBlockSigns = false
    }
    return Content(
      inlines: inlines, doubts: doubts, signs: signs, hasBlockSigns: hasBlockSigns)
  }

  /// Raw HTML that stands alone, shown as text.
  mutating func content(ofHTML literal: UnsafeBufferPointer<UInt8>, line: Int) -> Content {
    blockLine = line
    var inlines: [Inline] = []
    appendRawHTML(literal, to: &inlines)
    flush(&inlines)
    Self.trim(&inlines)
    defer {
      doubts.removeAll()
      signs.removeAll()
      hasBlockSigns = false
    }
    return Content(
      inlines: inlines, doubts: doubts, signs: signs, hasBlockSigns: hasBlockSigns)
  }

  // MARK: - Nodes

  private mutating func children(of parent: MarkdownParser.Node, depth: Int) -> [Inline] {
    var inlines: [Inline] = []
    var spans: [OpenSpan] = []
    var next = parent.pointee.first_child
    while let node = next {
      next = node.pointee.next
      append(node, depth: depth, to: &inlines, spans: &spans)
    }
    flush(&inlines)
    for span in spans.reversed() {
      // Never closed: the tag is shown as text.
      inlines.insert(.text(span.source), at: span.start)
      report(.rawHTML, .warning, ["html": span.source])
    }
    return spans.isEmpty ? inlines : inlines.joiningTexts
  }

  private struct OpenSpan {
    var language: String
    var source: String
    var start: Int
  }

  private mutating func append(
    _ node: MarkdownParser.Node, depth: Int, to inlines: inout [Inline], spans: inout [OpenSpan]
  ) {
    let type = UInt32(node.pointee.type)
    switch type {
    case CMARK_NODE_TEXT.rawValue:
      appendText(MarkdownParser.bytes(of: node.pointee.as.literal), to: &inlines)
    case CMARK_NODE_SOFTBREAK.rawValue:
      flush(&inlines)
      appendSoftBreak(to: &inlines)
    case CMARK_NODE_LINEBREAK.rawValue:
      flush(&inlines)
      inlines.append(.lineBreak)
    case CMARK_NODE_CODE.rawValue:
      flush(&inlines)
      inlines.append(.code(restored(MarkdownParser.bytes(of: node.pointee.as.literal))))
    case CMARK_NODE_HTML_INLINE.rawValue:
      appendHTML(
        MarkdownParser.bytes(of: node.pointee.as.literal), to: &inlines, spans: &spans)
    default:
      flush(&inlines)
      guard depth < Self.depthLimit else {
        inlines += flattened(node)
        return
      }
      let isLink = type == CMARK_NODE_LINK.rawValue
      if isLink { linkDepth += 1 }
      let content = children(of: node, depth: depth + 1)
      if isLink { linkDepth -= 1 }
      switch type {
      case CMARK_NODE_EMPH.rawValue where !content.isEmpty: inlines.append(.emphasis(content))
      case CMARK_NODE_STRONG.rawValue where !content.isEmpty: inlines.append(.strong(content))
      case UInt32(daf_node_strikethrough().rawValue) where !content.isEmpty:
        inlines.append(.strikethrough(content))
      case CMARK_NODE_LINK.rawValue: inlines.append(.link(link(node, content)))
      case CMARK_NODE_IMAGE.rawValue: inlines.append(.image(figure(node, content)))
      default: inlines += content
      }
    }
  }

  /// The leaves of a node that is nested too deep, in order.
  private mutating func flattened(_ node: MarkdownParser.Node) -> [Inline] {
    report(.nestedTooDeep, .warning)
    var inlines: [Inline] = []
    guard let iterator = cmark_iter_new(node) else { return inlines }
    defer { cmark_iter_free(iterator) }
    var spans: [OpenSpan] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard event == CMARK_EVENT_ENTER, let leaf = cmark_iter_get_node(iterator),
        leaf.pointee.first_child == nil, leaf != node
      else { continue }
      append(leaf, depth: 0, to: &inlines, spans: &spans)
    }
    flush(&inlines)
    return inlines
  }

  private func link(_ node: MarkdownParser.Node, _ content: [Inline]) -> Link {
    let destination = restored(MarkdownParser.bytes(of: node.pointee.as.link.url))
    let title = restored(MarkdownParser.bytes(of: node.pointee.as.link.title))
    var isAutolink = false
    if title.isEmpty, content.count == 1, case .text(let text) = content[0] {
      isAutolink = text == destination || "mailto:" + text == destination
    }
    return Link(
      destination: destination, title: title.isEmpty ? nil : title, content: content,
      isAutolink: isAutolink)
  }

  private func figure(_ node: MarkdownParser.Node, _ content: [Inline]) -> Figure {
    let title = restored(MarkdownParser.bytes(of: node.pointee.as.link.title))
    return Figure(
      caption: content, source: restored(MarkdownParser.bytes(of: node.pointee.as.link.url)),
      alternative: title.isEmpty ? nil : title)
  }

  // MARK: - Text

  private mutating func flush(_ inlines: inout [Inline]) {
    guard !buffer.isEmpty else { return }
    let text = String(decoding: buffer, as: UTF8.self)
    if linkDepth > 0 {
      inlines.append(.text(text))
    } else {
      BareAddresses.append(text, to: &inlines)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func appendText(
    _ bytes: UnsafeBufferPointer<UInt8>, to inlines: inout [Inline]
  ) {
    var copied = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == Sentinel.lead,
        let (number, end) = Sentinel.number(in: bytes, at: index),
        number < pieces.count
      else {
        index += 1
        continue
      }
      buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
      append(pieces[number], to: &inlines)
      index = end
      copied = end
    }
    buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
  }

  private mutating func append(_ piece: HiddenPiece, to inlines: inout [Inline]) {
    switch piece.kind {
    case .noteReference(let label):
      flush(&inlines)
      inlines.append(.noteReference(label))
    case .noteLabel, .literal, .fence: buffer += Array(piece.source.utf8)
    case .empty: break
    case .formula where linkDepth > 0, .numberedReference where linkDepth > 0,
      .attributes where linkDepth > 0:
      buffer += Array(piece.source.utf8)
    case .formula(let tex, let isDisplayed):
      flush(&inlines)
      inlines.append(.math(tex, isDisplayed: isDisplayed))
    case .numberedReference(let name):
      flush(&inlines)
      inlines.append(.numberedReference(name))
    case .verseBar: append(.verseBar, to: &inlines)
    case .verseGap: append(.verseGap, to: &inlines)
    case .colon: append(.colon, to: &inlines)
    case .attributes(let attributes): append(.attributes(attributes), to: &inlines)
    case .comment(let comment): append(comment, to: &inlines)
    }
  }

  private mutating func append(_ sign: BlockSign, to inlines: inout [Inline]) {
    flush(&inlines)
    inlines.append(sign.inline)
    hasBlockSigns = true
  }

  private mutating func append(_ comment: Comment, to inlines: inout [Inline]) {
    switch comment {
    case .page(let number):
      flush(&inlines)
      inlines.append(.pageBreak(number))
    case .check(let doubt):
      doubts.append(doubt)
      closeGap()
    case .missing, .references, .links: signs.append(comment)
    case .other: closeGap()
    }
  }

  /// After a comment that leaves nothing behind, the space before it is enough.
  private mutating func closeGap() {
    if buffer.last == 0x20 { buffer.removeLast() }
  }

  /// What was hidden, as written: for code, addresses and titles.
  private func restored(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    Self.restored(bytes, pieces)
  }

  static func restored(_ bytes: UnsafeBufferPointer<UInt8>, _ pieces: [HiddenPiece]) -> String {
    guard bytes.contains(Sentinel.lead) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let (number, end) = Sentinel.number(in: bytes, at: index), number < pieces.count {
        result += Array(pieces[number].source.utf8)
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: - HTML

  private mutating func appendHTML(
    _ bytes: UnsafeBufferPointer<UInt8>, to inlines: inout [Inline], spans: inout [OpenSpan]
  ) {
    let source = restored(bytes)
    if source == "</span>", let span = spans.popLast() {
      flush(&inlines)
      let content = Array(inlines[span.start...])
      inlines.removeSubrange(span.start...)
      inlines.append(.span(language: span.language, content))
    } else if spans.count < Self.depthLimit, let language = Self.language(ofSpan: source) {
      flush(&inlines)
      spans.append(OpenSpan(language: language, source: source, start: inlines.count))
    } else {
      appendRawHTML(bytes, to: &inlines)
    }
  }

  /// The language of `<span lang="en">`.
  private static func language(ofSpan tag: String) -> String? {
    guard tag.hasPrefix("<span"), tag.hasSuffix(">") else { return nil }
    let attribute = tag.dropFirst(5).dropLast()
    guard attribute.first?.isWhitespace == true else { return nil }
    let trimmed = attribute.split(whereSeparator: \.isWhitespace)
    guard trimmed.count == 1, let only = trimmed.first, only.hasPrefix("lang=") else { return nil }
    let value = only.dropFirst(5)
    guard value.count > 2, let quote = value.first, quote == "\"" || quote == "'",
      value.last == quote
    else { return nil }
    let language = value.dropFirst().dropLast()
    guard language.utf8.allSatisfy({ isLetterOrDigit($0) || $0 == 0x2D }) else { return nil }
    return String(language)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Comments that cmark saw are taken as such; all else is shown as text, so that no word is lost.
  private mutating func appendRawHTML(
    _ bytes: UnsafeBufferPointer<UInt8>, to inlines: inout [Inline]
  ) {
    let source = String(restored(bytes).drop { $0 == " " })
    if source.hasPrefix("<!--"), let close = source.firstRange(of: "-->") {
      append(Comment(source[..<close.lowerBound].dropFirst(4)), to: &inlines)
      let rest = source[close.upperBound...]
      if rest.contains(where: { !$0.isWhitespace }) {
        appendLines(String(rest), to: &inlines)
      }
      return
    }
    report(.rawHTML, .warning, ["html": String(source.prefix(60))])
    var text: [UInt8] = []
    for byte in bytes where byte != 0x0D { text.append(byte) }
    while text.last == 0x0A { text.removeLast() }
    var start = 0
    text.withUnsafeBufferPointer { text in
      for index in 0...text.count where index == text.count || text[index] == 0x0A {
        if start > 0 {
          flush(&inlines)
          appendSoftBreak(to: &inlines)
        }
        appendText(UnsafeBufferPointer(rebasing: text[start..<index]), to: &inlines)
        start = index + 1
      }
    }
  }

  private mutating func appendLines(_ text: String, to inlines: inout [Inline]) {
    for (index, line) in text.split(whereSeparator: \.isNewline).enumerated() {
      if index > 0 {
        flush(&inlines)
        appendSoftBreak(to: &inlines)
      }
      buffer += Array(line.utf8)
    }
  }

  // MARK: - Tidying

  /// A line that held nothing but a comment leaves no line behind.
  private func appendSoftBreak(to inlines: inout [Inline]) {
    switch inlines.last {
    case .softBreak, .lineBreak: return
    default: inlines.append(.softBreak)
    }
  }

  private mutating func report(
    _ kind: Finding.Kind, _ severity: Finding.Severity, _ facts: [String: String] = [:]
  ) {
    findings.append(
      Finding(kind, severity, file: file, position: SourcePosition(line: blockLine), facts: facts))
  }
}
