/// The files that filters need: one for language, year, author, keyword and volume each, with the
/// articles by value.
enum FacetsFile {
  /// What an answer can be filtered by; the raw value is the number of its file.
  enum Facet: Int, CaseIterable {
    case language
    case year
    case author
    case keyword
    case volume

    func values(of article: SearchableArticle) -> [String] {
      switch self {
      case .language: [article.language]
      case .year: article.year.map { [String($0)] } ?? []
      case .author: article.authors
      case .keyword: article.keywords
      case .volume: article.volume.map { [$0] } ?? []
      }
    }
  }

  static func content(_ facet: Facet, of articles: [SearchableArticle]) -> [UInt8] {
    var content: [UInt8] = []
    var byValue: [String: [Int]] = [:]
    for (number, article) in articles.enumerated() {
      for value in Set(facet.values(of: article)) { byValue[value, default: []].append(number) }
    }
    content.appendList(byValue.sorted { $0.key < $1.key }) { value, content in
      content.appendText(value.key)
      content.appendRising(value.value)
    }
    return content
  }

  static func read(
    _ content: [UInt8], path: String
  ) throws -> [(value: String, articles: [Int])] {
    var reader = ByteReader(content, path: path)
    return try reader.list { (try $0.text(), try TermsFile.rising(&$0)) }
  }
}
