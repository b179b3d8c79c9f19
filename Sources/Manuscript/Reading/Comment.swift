/// What an HTML comment means in annotated Markdown.
enum Comment: Equatable {
  /// `<!-- page 133 -->`
  case page(String?)
  /// `<!-- check: what is doubtful -->`
  case check(String)
  /// `<!-- missing -->`
  case missing
  /// `<!-- references -->`
  case references
  /// `<!-- links page 3 -->`
  case links(page: String?)
  /// An editor's own; readers do not see it.
  case other(String)

  /// Reads what stands between `<!--` and `-->`.
  init(_ content: some StringProtocol) {
    let text = content.drop(while: \.isWhitespace)
    let end = text.lastIndex { !$0.isWhitespace }
    let trimmed = end.map { text[...$0] } ?? text[text.startIndex..<text.startIndex]
    if trimmed.hasPrefix("check:") {
      let doubt = trimmed.dropFirst("check:".count).drop(while: \.isWhitespace)
      self = .check(String(doubt))
      return
    }
    let words = trimmed.split(whereSeparator: \.isWhitespace)
    switch (words.first, words.count) {
    case ("page", 1): self = .page(nil)
    case ("page", 2): self = .page(String(words[1]))
    case ("missing", 1): self = .missing
    case ("references", 1): self = .references
    case ("links", 1): self = .links(page: nil)
    case ("links", 2) where words[1] == "page": self = .links(page: nil)
    case ("links", 3) where words[1] == "page": self = .links(page: String(words[2]))
    default: self = .other(String(trimmed))
    }
  }
}
