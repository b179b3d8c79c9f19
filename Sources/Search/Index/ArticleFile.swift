/// The file of an article: what an answer shows.
enum ArticleFile {
  static func make(_ article: SearchableArticle) -> IndexFile {
    IndexFile(.article, content(of: article))
  }

  static func content(of article: SearchableArticle) -> [UInt8] {
    var content: [UInt8] = []
    content.appendCompact(article.slug)
    content.appendCompact(article.url)
    content.appendCompact(article.language)
    content.appendCompact(article.title)
    content.appendList(article.authors) { $1.appendCompact($0) }
    content.appendVarint(max(0, article.year ?? 0))
    content.appendCompact(article.volume ?? "")
    content.appendList(article.passages) { passage, content in
      content.append(passage.field.rawValue)
      content.appendCompact(passage.anchor)
      content.appendCompact(passage.text)
    }
    return content
  }

  static func read(_ content: [UInt8], path: String) throws -> SearchableArticle {
    var reader = ByteReader(content, path: path)
    var article = SearchableArticle(
      slug: try reader.compactText(), url: try reader.compactText(),
      language: try reader.compactText(),
      title: try reader.compactText())
    article.authors = try reader.list { try $0.compactText() }
    let year = try reader.varint()
    article.year = year > 0 ? year : nil
    let volume = try reader.compactText()
    article.volume = volume.isEmpty ? nil : volume
    article.passages = try reader.list { reader in
      guard let field = SearchableArticle.Field(rawValue: try reader.byte()) else {
        throw IndexFault.damaged(path)
      }
      return SearchableArticle.Passage(
        anchor: try reader.compactText(), field: field, text: try reader.compactText())
    }
    return article
  }
}
