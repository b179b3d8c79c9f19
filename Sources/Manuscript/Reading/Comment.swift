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

  /// For a comment of an editor's own that was probably meant to be another: its text and the word
  /// that it should begin with.
  var misspelling: (text: String, nearest: String)? {
    guard case .other(let text) = self else { return nil }
    let first = text.prefix { $0.isASCII && $0.isLetter }.lowercased()
    let rest = text.dropFirst(first.count)
    // A remark that begins with a word such as "pages" is no mark; a mark says little more.
    guard rest.first == ":" || text.split(whereSeparator: \.isWhitespace).count <= 3 else {
      return nil
    }
    let known = ["page", "check", "missing", "references", "links"]
    let nearest = known.min { left, right in
      FrontMatterKeys.distance(first, left) < FrontMatterKeys.distance(first, right)
    }
    guard let nearest, first.count >= 4, FrontMatterKeys.distance(first, nearest) <= 2 else {
      return nil
    }
    return (text, nearest == "check" ? "check:" : nearest)
  }
}
