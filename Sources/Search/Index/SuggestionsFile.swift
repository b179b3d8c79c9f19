/// The file of what a reader may mean while typing: authors and keywords, those of the most articles
/// first, and titles, the newest first; as many as the file's limit allows.
enum SuggestionsFile {
  /// The most bytes of the file.
  static let limit = 28_000

  /// What a suggestion is; the raw value stands in the file.
  enum Kind: UInt8 {
    case title = 0
    case author = 1
    case keyword = 2
  }

  private struct Suggestion {
    var kind: Kind
    var text: String
    /// The address of a title's article; empty for the others.
    var url = ""
  }

  static func make(_ articles: [SearchableArticle], _ name: IndexFile.Name) -> IndexFile {
    let names = counted(articles, .author) { $0.authors }
    let words = counted(articles, .keyword) { $0.keywords }
    let titles = articles.enumerated()
      .sorted { ($1.element.year ?? 0, $0.offset) < ($0.element.year ?? 0, $1.offset) }
      .map { Suggestion(kind: .title, text: $0.element.title, url: $0.element.url) }
    // Each kind has its share, however many of another there are.
    var all: [Suggestion] = []
    for place in 0..<(max(names.count, words.count, titles.count)) {
      for list in [names, words, titles] where place < list.count { all.append(list[place]) }
    }
    var count = all.count
    while true {
      let file = IndexFile(.suggestions, content(of: all.prefix(count)), name)
      if file.bytes.count <= limit || count == 0 { return file }
      count = min(count - 1, count * limit / file.bytes.count)
    }
  }

  private static func counted(
    _ articles: [SearchableArticle], _ kind: Kind, _ values: (SearchableArticle) -> [String]
  ) -> [Suggestion] {
    var counts: [String: Int] = [:]
    for article in articles { for value in Set(values(article)) { counts[value, default: 0] += 1 } }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { Suggestion(kind: kind, text: $0.key) }
  }

  private static func content(of suggestions: ArraySlice<Suggestion>) -> [UInt8] {
    var content: [UInt8] = []
    for suggestion in suggestions {
      content.append(suggestion.kind.rawValue)
      content.appendCompact(suggestion.text)
      if suggestion.kind == .title { content.appendCompact(suggestion.url) }
    }
    return content
  }
}
