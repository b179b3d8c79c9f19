/// The file that filters need: by language, year, author, keyword and volume the articles.
enum FacetsFile {
  /// What an answer can be filtered by; the raw value is its place in the file.
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

  static func content(of articles: [SearchableArticle]) -> [UInt8] {
    var content: [UInt8] = []
    for facet in Facet.allCases {
      var byValue: [String: [Int]] = [:]
      for (number, article) in articles.enumerated() {
        for value in Set(facet.values(of: article)) { byValue[value, default: []].append(number) }
      }
      content.appendList(byValue.sorted { $0.key < $1.key }) { value, content in
        content.appendText(value.key)
        content.appendRising(value.value)
      }
    }
    return content
  }

  static func read(
    _ content: [UInt8], path: String
  ) throws -> [Facet: [(value: String, articles: [Int])]] {
    var reader = ByteReader(content, path: path)
    var facets: [Facet: [(value: String, articles: [Int])]] = [:]
    for facet in Facet.allCases {
      facets[facet] = try reader.list { reader in
        (try reader.text(), try TermsFile.rising(&reader))
      }
    }
    return facets
  }
}
