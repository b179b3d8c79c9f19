/// The file of an article: what an answer shows.
enum ArticleFile {
  static func make(_ article: SearchableArticle) -> IndexFile {
    IndexFile(.article, content(of: article))
  }

  static func content(of article: SearchableArticle) -> [UInt8] {
    var content: [UInt8] = []
    content.appendText(article.slug)
    content.appendText(article.url)
    content.appendText(article.language)
    content.appendText(article.title)
    content.appendList(article.authors) { $1.appendText($0) }
    content.appendVarint(max(0, article.year ?? 0))
    content.appendText(article.volume ?? "")
    content.appendList(article.passages) { passage, content in
      content.append(passage.field.rawValue)
      content.appendText(passage.anchor)
      content.appendText(passage.text)
    }
    return content
  }

  static func read(_ content: [UInt8], path: String) throws -> SearchableArticle {
    var reader = ByteReader(content, path: path)
    var article = SearchableArticle(
      slug: try reader.text(), url: try reader.text(), language: try reader.text(),
      title: try reader.text())
    article.authors = try reader.list { try $0.text() }
    let year = try reader.varint()
    article.year = year > 0 ? year : nil
    let volume = try reader.text()
    article.volume = volume.isEmpty ? nil : volume
    article.passages = try reader.list { reader in
      guard let field = SearchableArticle.Field(rawValue: try reader.byte()) else {
        throw IndexFault.damaged(path)
      }
      return SearchableArticle.Passage(
        anchor: try reader.text(), field: field, text: try reader.text())
    }
    return article
  }
}
