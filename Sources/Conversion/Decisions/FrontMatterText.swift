import Manuscript

/// All the words of a front matter, for the account.
enum FrontMatterText {
  static func text(of front: FrontMatter) -> Scalars {
    var parts: [String] = [front.title, front.subtitle ?? "", front.abstract ?? ""]
    parts += front.keywords
    parts += front.authors.flatMap(text(of:))
    parts.append(front.acknowledgements ?? "")
    if let citation = front.citation {
      parts += [citation.containerTitle, citation.publisher, citation.volume, citation.issue]
        .compactMap { $0 }
      parts += citation.editors
    }
    for translation in front.translations {
      parts += [translation.title ?? "", translation.abstract ?? ""]
      parts += translation.keywords
      parts += translation.authors.flatMap(text(of:))
    }
    return Array(parts.joined(separator: " ").unicodeScalars)
  }

  private static func text(of author: FrontMatter.Author) -> [String] {
    [author.name, author.email ?? "", author.note ?? ""] + author.affiliations
  }
}
