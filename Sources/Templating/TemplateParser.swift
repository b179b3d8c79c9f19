/// Makes a template of its source.
///
/// White space follows the Mustache specification: a section's, block's, comment's or partial's tag
/// that stands alone on its line takes the line with it, and a partial's or block's lines are
/// indented as its tag is.
struct TemplateParser {
  private let lexer: TemplateLexer
  private let tokens: [TemplateLexer.Token]
  private var next = 0

  /// Sections, blocks and parents may be nested this deep in one template.
  static let deepestNesting = 64

  /// - Throws: `TemplateFault`.
  static func parse(name: String, source: [UInt8]) throws -> Template {
    var lexer = TemplateLexer(template: name, source: source)
    guard String(validating: source, as: UTF8.self) != nil else {
      throw TemplateFault(template: name, line: 1, key: name, kind: .notUTF8)
    }
    let tokens = try lexer.tokens()
    var parser = TemplateParser(lexer: lexer, tokens: tokens)
    var body = parser.body(startingAt: 0)
    _ = try parser.parse(into: &body, until: nil, depth: 0)
    return Template(name: name, nodes: body.nodes)
  }

  private init(lexer: TemplateLexer, tokens: [TemplateLexer.Token]) {
    self.lexer = lexer
    self.tokens = tokens
  }

  /// The nodes gathered for a template, section or block.
  private struct Body {
    var nodes: [Template.Node] = []
    /// Source before this offset is taken, or was the end of a line that a tag took with it.
    var taken: Int
  }

  private func body(startingAt offset: Int) -> Body { Body(taken: offset) }

  /// Reads up to the end tag of `open`, or to the end of the source, and gives that end tag.
  private mutating func parse(
    into body: inout Body, until open: TemplateLexer.Tag?, depth: Int
  ) throws -> TemplateLexer.Tag? {
    if depth > Self.deepestNesting, let open { throw fault(.tooDeep, open) }
    while next < tokens.count {
      let token = tokens[next]
      next += 1
      switch token {
      case .text(let range): append(range, to: &body)
      case .tag(let tag):
        if tag.kind == .end {
          guard tag.name == open?.name else {
            throw fault(.wrongEnd(expected: open?.name), tag)
          }
          return tag
        }
        try append(tag, to: &body, depth: depth)
      }
    }
    if let open { throw fault(.unclosedSection, open) }
    return nil
  }

  private mutating func append(
    _ tag: TemplateLexer.Tag, to body: inout Body, depth: Int
  ) throws {
    let standsAlone = tag.isFirstOnLine && tag.isLastOnLine
    switch tag.kind {
    case .variable, .raw:
      markLineStart(of: tag, in: &body)
      body.nodes.append(.variable(key(tag), isRaw: tag.kind == .raw))
      body.taken = tag.range.upperBound
    case .comment, .delimiters:
      if standsAlone { removeIndentation(of: tag, from: &body) }
      body.taken = endOfLine(after: tag, if: standsAlone)
    case .partial:
      let indentation = standsAlone ? removeIndentation(of: tag, from: &body) : []
      if !standsAlone { markLineStart(of: tag, in: &body) }
      body.nodes.append(.partial(tag.name, indentation: indentation, line: tag.line))
      body.taken = endOfLine(after: tag, if: standsAlone)
    case .section, .inverted:
      let inner = try section(tag, standsAlone: standsAlone, in: &body, depth: depth)
      body.nodes.append(
        tag.kind == .section ? .section(key(tag), inner) : .inverted(key(tag), inner))
    case .block:
      let outer = standsAlone ? Array(lexer.source[indentation(of: tag)]) : tagIndentation(tag)
      let inner = try section(tag, standsAlone: standsAlone, in: &body, depth: depth)
      let own = standsAlone ? Indentation.intrinsic(of: inner) : nil
      body.nodes.append(
        .block(tag.name, inner, indentation: own ?? outer, startsLine: standsAlone))
    case .parent:
      try parent(tag, in: &body, depth: depth)
    case .end: break
    }
  }

  /// Reads the inside of a section or block and takes the lines on which its tags stand alone.
  private mutating func section(
    _ tag: TemplateLexer.Tag, standsAlone: Bool, in body: inout Body, depth: Int
  ) throws -> [Template.Node] {
    if standsAlone {
      removeIndentation(of: tag, from: &body)
    } else {
      markLineStart(of: tag, in: &body)
    }
    var inner = self.body(startingAt: endOfLine(after: tag, if: standsAlone))
    guard let end = try parse(into: &inner, until: tag, depth: depth + 1) else { return [] }
    let endStandsAlone = end.isFirstOnLine && end.isLastOnLine
    if endStandsAlone {
      removeIndentation(of: end, from: &inner)
    } else {
      markLineStart(of: end, in: &inner)
    }
    body.taken = endOfLine(after: end, if: endStandsAlone)
    return inner.nodes
  }

  /// Reads a parent tag: the blocks inside it are arguments, anything else there is passed over.
  private mutating func parent(
    _ tag: TemplateLexer.Tag, in body: inout Body, depth: Int
  ) throws {
    var arguments: [String: [Template.Node]] = [:]
    if depth > Self.deepestNesting { throw fault(.tooDeep, tag) }
    while next < tokens.count {
      let token = tokens[next]
      next += 1
      guard case .tag(let inside) = token else { continue }
      switch inside.kind {
      case .block:
        let start = inside.isLastOnLine ? lexer.lineEnd(after: inside.range.upperBound) : nil
        var inner = self.body(startingAt: start ?? inside.range.upperBound)
        guard let end = try parse(into: &inner, until: inside, depth: depth + 1) else { return }
        if end.isFirstOnLine, start != nil { removeIndentation(of: end, from: &inner) }
        arguments[inside.name] = Indentation.removingIntrinsic(from: inner.nodes)
      case .end:
        guard inside.name == tag.name else {
          throw fault(.wrongEnd(expected: tag.name), inside)
        }
        let standsAlone = tag.isFirstOnLine && inside.isLastOnLine
        let indentation = standsAlone ? removeIndentation(of: tag, from: &body) : []
        if !standsAlone { markLineStart(of: tag, in: &body) }
        body.nodes.append(
          .parent(tag.name, indentation: indentation, arguments: arguments, line: tag.line))
        body.taken = endOfLine(after: inside, if: standsAlone)
        return
      case .section, .inverted, .parent:
        // Not an argument: read to its end, so that the ends match, and dropped.
        var dropped = self.body(startingAt: inside.range.upperBound)
        try append(inside, to: &dropped, depth: depth + 1)
      default: continue
      }
    }
    throw fault(.unclosedSection, tag)
  }

  // MARK: - Text and lines

  private func append(_ range: Range<Int>, to body: inout Body) {
    let start = max(range.lowerBound, body.taken)
    guard start < range.upperBound else { return }
    let bytes = Array(lexer.source[start..<range.upperBound])
    var lineStarts: [Int] = []
    var isLineStart = start == 0 || lexer.source[start - 1] == UInt8(ascii: "\n")
    for (offset, byte) in bytes.enumerated() {
      let isLineEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if isLineStart, !isLineEnd { lineStarts.append(offset) }
      isLineStart = byte == UInt8(ascii: "\n")
    }
    body.nodes.append(.text(Template.Literal(bytes: bytes, lineStarts: lineStarts)))
    body.taken = range.upperBound
  }

  /// Remembers that a tag begins its line, where no white space before it has done so.
  private func markLineStart(of tag: TemplateLexer.Tag, in body: inout Body) {
    guard tag.isFirstOnLine, indentation(of: tag).isEmpty else { return }
    body.nodes.append(.text(Template.Literal(bytes: [], lineStarts: [0])))
  }

  private func indentation(of tag: TemplateLexer.Tag) -> Range<Int> {
    lexer.indentation(before: tag.range.lowerBound) ?? tag.range.lowerBound..<tag.range.lowerBound
  }

  private func tagIndentation(_ tag: TemplateLexer.Tag) -> [UInt8] {
    Array(lexer.source[indentation(of: tag)])
  }

  /// Takes the white space before a tag out of the text and gives it.
  @discardableResult
  private func removeIndentation(
    of tag: TemplateLexer.Tag, from body: inout Body
  ) -> [UInt8] {
    let range = indentation(of: tag)
    if !range.isEmpty, case .text(var literal)? = body.nodes.last,
      literal.bytes.count >= range.count
    {
      literal.bytes.removeLast(range.count)
      literal.lineStarts.removeAll { $0 >= literal.bytes.count }
      body.nodes[body.nodes.count - 1] = .text(literal)
    }
    return Array(lexer.source[range])
  }

  private func endOfLine(after tag: TemplateLexer.Tag, if standsAlone: Bool) -> Int {
    let end = tag.range.upperBound
    return standsAlone ? lexer.lineEnd(after: end) ?? end : end
  }

  private func key(_ tag: TemplateLexer.Tag) -> Template.Key {
    let path = tag.name == "." ? [] : tag.name.split(separator: ".").map(String.init)
    return Template.Key(path: path, line: tag.line)
  }

  private func fault(_ kind: TemplateFault.Kind, _ tag: TemplateLexer.Tag) -> TemplateFault {
    TemplateFault(template: lexer.template, line: tag.line, key: tag.name, kind: kind)
  }
}
