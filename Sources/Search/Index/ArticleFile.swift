/// The files of an article: its passages in pieces of like size, of which answers show the best.
///
/// A posting says in which pieces a word stands, so that only those are fetched that are shown.
enum ArticleFile {
  /// The bytes that a piece has about.
  static let pieceSize = 4_000
  /// The most pieces of an article.
  static let mostPieces = 24

  /// The passages of each piece.
  static func pieces(of article: SearchableArticle) -> [Range<Int>] {
    let sizes = article.passages.map { 4 + $0.anchor.utf8.count + $0.text.unicodeScalars.count }
    let whole = sizes.reduce(0, +)
    let count = max(1, min(mostPieces, (whole + pieceSize / 2) / pieceSize))
    var pieces: [Range<Int>] = []
    var (first, sum) = (0, 0)
    for (passage, size) in sizes.enumerated() {
      sum += size
      if sum * count >= whole * (pieces.count + 1) || passage == sizes.count - 1 {
        pieces.append(first..<passage + 1)
        first = passage + 1
      }
    }
    return pieces
  }

  static func make(_ article: SearchableArticle) -> (hash: UInt64, files: [IndexFile]) {
    let hash = IndexFile.hash(content(of: article.passages[...]))
    let files = pieces(of: article).enumerated().map { number, piece in
      IndexFile(.article, content(of: article.passages[piece]), .init(hash, number))
    }
    return (hash, files)
  }

  static func content(of passages: ArraySlice<SearchableArticle.Passage>) -> [UInt8] {
    var content: [UInt8] = []
    content.appendList(passages) { passage, content in
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
