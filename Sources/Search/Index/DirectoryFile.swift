/// The files that tell of some articles in their order: each one's file, and what stands at the head
/// of an answer, so that a list of answers needs none of their texts.
enum DirectoryFile {
  /// - Parameter articles: what answers show of each, and the hash of its file.
  static func make(_ articles: ArraySlice<(article: SearchableArticle, hash: UInt64)>) -> IndexFile
  {
    var content: [UInt8] = []
    for (article, hash) in articles {
      content.appendHash(hash)
      append(article, to: &content)
    }
    return IndexFile(.directory, content)
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

  /// The next article: the hash of its file, and its head without passages.
  static func read(_ reader: inout ByteReader) throws -> (hash: UInt64, article: SearchableArticle)
  {
    (try reader.hash(), try readHead(&reader))
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
