import Manuscript

/// Gathers a paragraph's runs and makes inlines of them: runs of one style together, spaces outside
/// of emphasis, addresses as links.
struct StyledText {
  /// How a run is set off.
  struct Style: OptionSet, Hashable {
    let rawValue: Int
    static let strong = Style(rawValue: 1)
    static let emphasis = Style(rawValue: 2)
    static let strikethrough = Style(rawValue: 4)
  }

  private enum Piece {
    case text(String, Style, link: String?)
    case other(Inline)
  }

  private var pieces: [Piece] = []

  /// Whether nothing but spaces was added.
  var isEmpty: Bool {
    pieces.allSatisfy { piece in
      if case .text(let text, _, _) = piece { text.allSatisfy(\.isWhitespace) } else { false }
    }
  }

  /// Adds text of a style, which leads to an address if it is a link's.
  mutating func add(_ text: String, style: Style = [], link: String? = nil) {
    guard !text.isEmpty else { return }
    if case .text(let before, style, link) = pieces.last {
      pieces[pieces.count - 1] = .text(before + text, style, link: link)
    } else {
      pieces.append(.text(text, style, link: link))
    }
  }

  /// Adds what is no text: a note's mark, a page break, a line's end.
  mutating func add(_ inline: Inline) { pieces.append(.other(inline)) }

  mutating func add(_ other: StyledText) { pieces += other.pieces }

  /// The inlines: invisible characters taken out, runs of spaces one space, none at the ends.
  ///
  /// - Parameter isPlain: whether emphasis is dropped, as it is in headings.
  func inlines(isPlain: Bool = false) -> [Inline] {
    var cleaned = pieces.map { piece -> Piece in
      guard case .text(let text, let style, let link) = piece else { return piece }
      return .text(Self.cleaned(text), isPlain ? [] : style, link: link)
    }
    Self.closeSpaces(&cleaned)
    Self.closeLines(&cleaned)
    var inlines: [Inline] = []
    var index = 0
    while index < cleaned.count {
      switch cleaned[index] {
      case .other(let inline):
        inlines.append(inline)
        index += 1
      case .text(_, let style, let link):
        // What has one style and one target is wrapped as one, though a mark stands in it.
        var text = ""
        while index < cleaned.count, case .text(let more, style, link) = cleaned[index] {
          text += more
          index += 1
        }
        inlines += Self.wrapped(text, style, link: link)
      }
    }
    return Self.merged(inlines)
  }

  /// The text without invisible characters, one space for each run of white space. Lines' ends are
  /// white space in a source that knows paragraphs, and part words before they are cleaned away.
  static func cleaned(_ text: String) -> String {
    normalised(Cleaning.clean(normalised(text)))
  }

  /// One space for each run of white space.
  static func normalised(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var wasSpace = false
    for scalar in text.unicodeScalars {
      let isSpace = scalar.isSpacing || isLineEnd(scalar)
      if isSpace {
        if !wasSpace { result.append(" ") }
      } else {
        result.append(scalar)
      }
      wasSpace = isSpace
    }
    return String(result)
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    (0x0A...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
  }

  /// Takes away lines' ends with nothing before or behind them.
  private static func closeLines(_ pieces: inout [Piece]) {
    func isEmpty(_ piece: Piece) -> Bool {
      switch piece {
      case .text(let text, _, _): text.isEmpty
      case .other(.lineBreak): true
      case .other: false
      }
    }
    while let last = pieces.last, isEmpty(last) { pieces.removeLast() }
    pieces = Array(pieces.drop(while: isEmpty))
  }

  /// Takes away the second of two spaces that stand on both sides of a style's edge, and those at the
  /// ends of the paragraph and of its lines.
  private static func closeSpaces(_ pieces: inout [Piece]) {
    var endsInSpace = true
    for index in pieces.indices {
      switch pieces[index] {
      case .text(var text, let style, let link):
        if endsInSpace, text.first == " " { text.removeFirst() }
        pieces[index] = .text(text, style, link: link)
        if let last = text.last { endsInSpace = last == " " }
      case .other(.lineBreak): endsInSpace = true
      case .other(.pageBreak): break
      case .other(let inline):
        // A mark stands directly after its word.
        if case .noteReference = inline, index > 0, !endsAtStart(pieces, index),
          case .text(var before, let style, let link) = pieces[index - 1], before.last == " "
        {
          before.removeLast()
          pieces[index - 1] = .text(before, style, link: link)
        }
        endsInSpace = false
      }
    }
    var wantsNone = true
    for index in pieces.indices.reversed() {
      switch pieces[index] {
      case .text(var text, let style, let link):
        if wantsNone, text.last == " " { text.removeLast() }
        pieces[index] = .text(text, style, link: link)
        if !text.isEmpty { wantsNone = false }
      case .other(.lineBreak): wantsNone = true
      case .other(.pageBreak): break
      case .other: wantsNone = false
      }
    }
  }

  /// Whether nothing but spaces stands before a place.
  private static func endsAtStart(_ pieces: [Piece], _ index: Int) -> Bool {
    pieces[..<index].allSatisfy { piece in
      if case .text(let text, _, _) = piece { text.allSatisfy { $0 == " " } } else { false }
    }
  }

  private static func wrapped(_ text: String, _ style: Style, link: String?) -> [Inline] {
    guard !text.isEmpty else { return [] }
    let core = text.drop { $0 == " " }
    let inner = core.reversed().drop { $0 == " " }.reversed()
    guard !inner.isEmpty else { return [.text(text)] }
    let lead = String(text.prefix(text.count - core.count))
    let tail = String(repeating: " ", count: core.count - inner.count)
    var content = content(String(inner), link: link)
    if style.contains(.strikethrough) { content = [.strikethrough(content)] }
    if style.contains(.emphasis) { content = [.emphasis(content)] }
    if style.contains(.strong) { content = [.strong(content)] }
    return (lead.isEmpty ? [] : [.text(lead)]) + content + (tail.isEmpty ? [] : [.text(tail)])
  }

  /// Text with its bare addresses as links; or as the words of a link.
  private static func content(_ text: String, link: String?) -> [Inline] {
    guard let link else { return withAddresses(text) }
    if text == link || text.hasPrefix("http://") || text.hasPrefix("https://") {
      return withAddresses(text)
    }
    return [.link(Link(destination: link, content: [.text(text)]))]
  }

  /// Parts the addresses from a text.
  static func withAddresses(_ text: String) -> [Inline] {
    guard text.contains("://") else { return [.text(text)] }
    let scalars = Array(text.unicodeScalars)
    var inlines: [Inline] = []
    var plain: Scalars = []
    var index = 0
    while index < scalars.count {
      if let (address, length) = InlineText.address(scalars, at: index) {
        if !plain.isEmpty { inlines.append(.text(plain.string)) }
        plain = []
        inlines.append(
          .link(Link(destination: address, content: [.text(address)], isAutolink: true)))
        index += length
      } else {
        plain.append(scalars[index])
        index += 1
      }
    }
    if !plain.isEmpty { inlines.append(.text(plain.string)) }
    return inlines
  }

  /// Texts that stand side by side as one.
  private static func merged(_ inlines: [Inline]) -> [Inline] {
    inlines.reduce(into: []) { result, inline in
      if case .text(let more) = inline, case .text(let before)? = result.last {
        result[result.count - 1] = .text(before + more)
      } else {
        result.append(inline)
      }
    }
  }
}
