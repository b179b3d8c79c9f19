extension [Inline] {
  /// The same inlines with spaces for the ends of lines: a heading has one line, though Markdown
  /// allows several above a rule of `=`.
  var onOneLine: [Inline] {
    guard contains(where: \.hasBreak) else { return self }
    return map(\.onOneLine).joiningTexts
  }
}

extension Inline {
  fileprivate var hasBreak: Bool {
    switch self {
    case .softBreak, .lineBreak: true
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .span(_, let content):
      content.contains(where: \.hasBreak)
    case .link(let link): link.content.contains(where: \.hasBreak)
    case .image(let figure): figure.caption.contains(where: \.hasBreak)
    case .crossReference(let reference): reference.content.contains(where: \.hasBreak)
    case .text, .code, .math, .numberedReference, .noteReference, .pageBreak: false
    }
  }

  fileprivate var onOneLine: Inline {
    switch self {
    case .softBreak, .lineBreak: return .text(" ")
    case .emphasis(let content): return .emphasis(content.onOneLine)
    case .strong(let content): return .strong(content.onOneLine)
    case .strikethrough(let content): return .strikethrough(content.onOneLine)
    case .span(let language, let content):
      return .span(language: language, content.onOneLine)
    case .link(var link):
      link.content = link.content.onOneLine
      return .link(link)
    case .image(var figure):
      figure.caption = figure.caption.onOneLine
      return .image(figure)
    case .text, .code, .math, .numberedReference, .noteReference, .pageBreak, .crossReference:
      return self
    }
  }
}
