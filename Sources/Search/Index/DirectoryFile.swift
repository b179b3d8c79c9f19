/// The files that tell of some articles in their order: each one's files, and what stands at the head
/// of an answer, so that a list of answers needs none of their texts.
enum DirectoryFile {
  /// An article as the directory has it.
  struct Entry: Sendable {
    /// What answers show, without the passages.
    var article: SearchableArticle
    /// What the article's files have in their names.
    var hash: UInt64
    /// How many files it has.
    var pieces: Int
  }

  static func content(of entries: ArraySlice<Entry>) -> [UInt8] {
    var content: [UInt8] = []
    for entry in entries {
      content.appendHash(entry.hash)
      content.appendVarint(entry.pieces)
      append(entry.article, to: &content)
    }
    return content
  }

  /// Appends the head of an article.
  static func append(_ article: SearchableArticle, to content: inout [UInt8]) {
    content.appendCompact(article.slug)
    content.appendCompact(article.url)
    content.appendCompact(article.language)
    content.appendCompact(article.title)
    content.appendList(article.authors) { $1.appendCompact($0) }
    content.appendVarint(max(0, article.year ?? 0))
    content.appendCompact(article.volume ?? "")
  }

  static func read(_ reader: inout ByteReader) throws -> Entry {
    let (hash, pieces) = (try reader.hash(), try reader.varint())
    return Entry(article: try readHead(&reader), hash: hash, pieces: pieces)
  }

  /// The head of an article, without its passages.
  static func readHead(_ reader: inout ByteReader) throws -> SearchableArticle {
    var article = SearchableArticle(
      slug: try reader.compactText(), url: try reader.compactText(),
      language: try reader.compactText(), title: try reader.compactText())
    article.authors = try reader.list { try $0.compactText() }
    let year = try reader.varint()
    article.year = year > 0 ? year : nil
    let volume = try reader.compactText()
    article.volume = volume.isEmpty ? nil : volume
    return article
  }
}
