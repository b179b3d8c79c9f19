/// The file of an article: its passages, of which answers show the best.
enum ArticleFile {
  static func make(_ article: SearchableArticle) -> IndexFile {
    IndexFile(.article, content(of: article))
  }

  static func content(of article: SearchableArticle) -> [UInt8] {
    var content: [UInt8] = []
    content.appendList(article.passages) { passage, content in
      content.append(passage.field.rawValue)
      content.appendCompact(passage.anchor)
      content.appendCompact(passage.text)
    }
    return content
  }

  static func read(_ content: [UInt8], path: String) throws -> [SearchableArticle.Passage] {
    var reader = ByteReader(content, path: path)
    return try reader.list { reader in
      guard let field = SearchableArticle.Field(rawValue: try reader.byte()) else {
        throw IndexFault.damaged(path)
      }
      return SearchableArticle.Passage(
        anchor: try reader.compactText(), field: field, text: try reader.compactText())
    }
  }
}
