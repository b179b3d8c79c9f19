import CYAML

/// Reads a YAML document with libyaml into `YAMLNode`s.
///
/// What front matter never needs and what harms is refused with its place: aliases (a few lines of
/// them can stand for gigabytes), keys that stand twice, keys that are not scalars, deep nesting.
public struct YAMLParser {
  private let file: String
  private let firstLine: Int
  private(set) var findings: [Finding] = []

  /// A list or a mapping that is being read.
  private struct Frame {
    var isMapping: Bool
    var position: SourcePosition
    var nodes: [YAMLNode] = []
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    /// The names of the pairs.
    var names: Set<String> = []
    /// The key whose value comes next.
    var key: YAMLNode?
  }

  private var stack: [Frame] = []
  private var root: YAMLNode?
  private static let depthLimit = 24

  private init(file: String, firstLine: Int) {
    self.file = file
    self.firstLine = firstLine
  }

  /// The first document of a file's bytes; where it breaks off with an error, what was read before it.
  public static func parse(
    _ source: [UInt8], file: String
  ) -> (root: YAMLNode?, findings: [Finding]) {
    source.withUnsafeBufferPointer { parse($0, file: file, firstLine: 1) }
  }

  /// The first document of a source; where it breaks off with an error, what was read before it.
  ///
  /// - Parameter firstLine: the number in the file of the source's first line.
  static func parse(
    _ source: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int
  ) -> (root: YAMLNode?, findings: [Finding]) {
    var parser = YAMLParser(file: file, firstLine: firstLine)
    parser.run(source, limit: source.count)
    return (parser.root, parser.findings)
  }

  /// - Parameter limit: how many bytes of the source are read.
  private mutating func run(_ source: UnsafeBufferPointer<UInt8>, limit: Int) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    defer {
      parser.deallocate()
      event.deallocate()
    }
    guard yaml_parser_initialize(parser) == 1 else { return }
    defer { yaml_parser_delete(parser) }
    let isWhole = limit == source.count
    yaml_parser_set_input_string(parser, source.baseAddress, limit)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    var isOpen = true
    while isOpen {
      guard yaml_parser_parse(parser, event) == 1 else {
        // libyaml reads ahead, so a character that it refuses hides all that stands before it.
        if parser.pointee.error == YAML_READER_ERROR, isWhole {
          let offset = min(parser.pointee.problem_offset, source.count)
          report(.yamlSyntax, at: place(of: offset, in: source), ["problem": Self.control])
          stack = []
          root = nil
          let line = source[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
          return run(source, limit: line)
        }
        reportError(of: parser.pointee, in: source)
        break
      }
      isOpen = take(event.pointee)
      yaml_event_delete(event)
    }
    while !stack.isEmpty { close() }
  }

  /// Takes an event; gives `false` when the document is over or refused.
  private mutating func take(_ event: yaml_event_t) -> Bool {
    let position = position(event.start_mark)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = text(
        UnsafeBufferPointer(start: scalar.value, count: scalar.length), at: position)
      return add(YAMLNode(content: .scalar(text, style(scalar.style)), position: position))
    case YAML_SEQUENCE_START_EVENT:
      stack.append(Frame(isMapping: false, position: position))
    case YAML_MAPPING_START_EVENT:
      stack.append(Frame(isMapping: true, position: position))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      close()
    case YAML_ALIAS_EVENT:
      report(.yamlAlias, at: position)
      return add(YAMLNode(content: .scalar("", .plain), position: position))
    case YAML_DOCUMENT_END_EVENT, YAML_STREAM_END_EVENT:
      return false
    default: break
    }
    if stack.count > Self.depthLimit {
      report(.nestedTooDeep, at: position)
      return false
    }
    return true
  }

  /// A scalar's text without what escapes (`"\\x0b"`) can bring in and no XML document may hold
  /// (XML 1.0, `Char`): one such title would make the feed unreadable for all.
  private mutating func text(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: SourcePosition
  ) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let first = text.unicodeScalars.first(where: XMLCharacters.isForbidden) else {
      return text
    }
    report(
      .controlCharacter, at: position,
      ["value": "U+" + String(first.value + 0x10000, radix: 16, uppercase: true).dropFirst()])
    return XMLCharacters.allowed(of: text)
  }

  private mutating func close() {
    guard let frame = stack.popLast() else { return }
    let content =
      frame.isMapping ? YAMLNode.Content.mapping(frame.pairs) : .sequence(frame.nodes)
    _ = add(YAMLNode(content: content, position: frame.position))
  }

  private mutating func add(_ node: YAMLNode) -> Bool {
    // In place: a copy for each of a mapping's pairs would be quadratic.
    guard let top = stack.indices.last else {
      root = node
      return true
    }
    guard stack[top].isMapping else {
      stack[top].nodes.append(node)
      return true
    }
    guard let key = stack[top].key else {
      stack[top].key = node
      return true
    }
    stack[top].key = nil
    guard case .scalar(let name, _) = key.content else {
      report(.yamlKey, at: key.position)
      return true
    }
    if stack[top].names.insert(name).inserted {
      stack[top].pairs.append((key, node))
    } else {
      report(.duplicateKey, at: key.position, ["key": name])
    }
    return true
  }

  private func style(_ style: yaml_scalar_style_t) -> YAMLStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private func position(_ mark: yaml_mark_t) -> SourcePosition {
    SourcePosition(line: Int(mark.line) + firstLine, column: Int(mark.column) + 1)
  }

  private static let control = "control characters are not allowed"

  private func place(of offset: Int, in source: UnsafeBufferPointer<UInt8>) -> SourcePosition {
    var place = SourcePosition(line: firstLine, column: 1)
    for byte in source[..<offset] {
      if byte == 0x0A {
        place.line += 1
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }

  private mutating func reportError(
    of parser: yaml_parser_t, in source: UnsafeBufferPointer<UInt8>
  ) {
    let problem = parser.problem.map { String(cString: $0) } ?? "?"
    let mark = parser.problem_mark
    if let quote = Self.innerQuote(in: source, line: Int(mark.line)) {
      let place = SourcePosition(line: Int(mark.line) + firstLine, column: quote.column)
      report(.yamlQuote, at: place, ["value": quote.value])
    } else {
      let isTab = source.indices.contains(Int(mark.index)) && source[Int(mark.index)] == 0x09
      report(.yamlSyntax, at: position(mark), ["problem": isTab ? "tab" : problem])
    }
  }

  /// The value on a line that begins with a double quotation mark and has another before its end,
  /// as `title: "צה"ל"`, with the column of that mark.
  private static func innerQuote(
    in source: UnsafeBufferPointer<UInt8>, line: Int
  ) -> (value: String, column: Int)? {
    let lines = source.split(separator: 0x0A, maxSplits: line + 1, omittingEmptySubsequences: false)
    guard lines.indices.contains(line) else { return nil }
    let text = Array(String(decoding: lines[line], as: UTF8.self).unicodeScalars)
    guard let open = text.firstIndex(of: "\""), open > 0, text[open - 1] == " ",
      let end = text.lastIndex(where: { $0 != " " && $0 != "\r" })
    else { return nil }
    var index = open + 1
    while index < end {
      if text[index] == "\\" {
        index += 2
        continue
      }
      if text[index] == "\"" {
        var value = String.UnicodeScalarView()
        value.append(contentsOf: text[open...end])
        return (String(value), index + 1)
      }
      index += 1
    }
    return nil
  }

  private mutating func report(
    _ kind: Finding.Kind, at position: SourcePosition, _ facts: [String: String] = [:]
  ) {
    findings.append(Finding(kind, .error, file: file, position: position, facts: facts))
  }
}
