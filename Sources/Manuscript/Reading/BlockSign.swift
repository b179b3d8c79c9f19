/// A sign among a block's inlines that the block as a whole gives its meaning: a bar is one of verse
/// only where all lines of the paragraph have one.
///
/// While a block is read, a sign is a text that begins with an unassigned code point (U+EFFF0 and those after
/// it), which no text has; `settled` makes text of all that got no meaning.
enum BlockSign: Equatable {
  case verseBar
  case verseGap
  case colon
  case attributes(ObjectAttributes)

  var inline: Inline {
    switch self {
    case .verseBar: .text("\u{EFFF0}")
    case .verseGap: .text("\u{EFFF1}")
    case .colon: .text("\u{EFFF2}")
    case .attributes(let attributes): .text("\u{EFFF3}" + attributes.source)
    }
  }

  /// The sign that an inline is; `nil` for any other.
  init?(_ inline: Inline?) {
    guard case .text(let text)? = inline else { return nil }
    switch text {
    case "\u{EFFF0}": self = .verseBar
    case "\u{EFFF1}": self = .verseGap
    case "\u{EFFF2}": self = .colon
    case _ where text.unicodeScalars.first == "\u{EFFF3}":
      let source = Array(String(text.unicodeScalars.dropFirst()).utf8)
      guard let read = LineSigns.attributes(in: source, at: 0, to: source.count) else { return nil }
      self = .attributes(read.attributes)
    default: return nil
    }
  }

  /// As it was written.
  private var source: String {
    switch self {
    case .verseBar: "|"
    case .verseGap: "||"
    case .colon: ": "
    case .attributes(let attributes): attributes.source
    }
  }

  /// The inlines, with every sign as text.
  static func settled(_ inlines: [Inline]) -> [Inline] {
    inlines.map { inline in
      if let sign = BlockSign(inline) { return .text(sign.source) }
      switch inline {
      case .emphasis(let content): return .emphasis(settled(content))
      case .strong(let content): return .strong(settled(content))
      case .strikethrough(let content): return .strikethrough(settled(content))
      case .span(let language, let content):
        return .span(language: language, settled(content))
      case .link(var link):
        link.content = settled(link.content)
        return .link(link)
      case .image(var figure):
        figure.caption = settled(figure.caption)
        return .image(figure)
      default: return inline
      }
    }.joiningTexts
  }

  /// The lines of verse that a paragraph is; `nil` where not every line of it begins with a bar.
  static func verse(_ inlines: [Inline]) -> [VerseLine]? {
    guard BlockSign(inlines.first) == .verseBar else { return nil }
    var lines: [[Inline]] = [[]]
    for inline in inlines {
      switch inline {
      case .softBreak, .lineBreak: lines.append([])
      default: lines[lines.count - 1].append(inline)
      }
    }
    guard lines.allSatisfy({ BlockSign($0.first) == .verseBar }) else { return nil }
    return lines.map { verseLine(Array($0.dropFirst())) }
  }

  private static func verseLine(_ inlines: [Inline]) -> VerseLine {
    var indent = 0
    if case .text(let text)? = inlines.first, BlockSign(inlines.first) == nil {
      indent = max(0, text.utf8.prefix { $0 == 0x20 }.count - 1)
    }
    var parts: [[Inline]] = [[]]
    for inline in inlines {
      if BlockSign(inline) == .verseGap {
        parts.append([])
      } else {
        parts[parts.count - 1].append(inline)
      }
    }
    for index in parts.indices {
      InlineBuilder.trim(&parts[index])
      parts[index] = settled(parts[index])
    }
    if parts.allSatisfy(\.isEmpty) { return VerseLine(parts: []) }
    return VerseLine(indent: parts[0].isEmpty ? 0 : indent, parts: parts)
  }

  /// Takes the attributes that stand at the end of a caption.
  static func takeAttributes(_ inlines: inout [Inline]) -> ObjectAttributes {
    guard case .attributes(let attributes)? = BlockSign(inlines.last) else {
      return ObjectAttributes()
    }
    inlines.removeLast()
    InlineBuilder.trim(&inlines)
    return attributes
  }
}
