/// The files of an article: its passages in pieces of like size, of which answers show the best.
///
/// A posting says in which pieces a word stands, so that only those are fetched that are shown.
enum ArticleFile {
  /// The bytes that a piece has about.
  static let pieceSize = 4_000
  /// The most pieces of an article.
  static let mostPieces = 24
  /// All pieces, as bits.
  static let allPieces = 1 << mostPieces - 1

  /// The passages of each piece.
  static func pieces(of article: SearchableArticle) -> [Range<Int>] {
    let sizes = article.passages.map {
      4 + $0.anchor.utf8.count + $0.text.utf8.count { $0 & 0xC0 != 0x80 }
    }
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

  /// An article's passages as its files have them.
  struct Passages {
    private var bytes: [UInt8] = []
    /// Where each one ends in `bytes`.
    private var ends: [Int] = []

    init(_ article: SearchableArticle) {
      for passage in article.passages {
        bytes.append(passage.field.rawValue)
        bytes.appendCompact(passage.anchor)
        bytes.appendCompact(passage.text)
        ends.append(bytes.count)
      }
    }

    /// The content of all of them, or of those of a piece.
    func content(_ piece: Range<Int>? = nil) -> [UInt8] {
      let piece = piece ?? ends.indices
      var content: [UInt8] = []
      content.appendVarint(piece.count)
      guard !piece.isEmpty else { return content }
      let start = piece.lowerBound == 0 ? 0 : ends[piece.lowerBound - 1]
      return content + bytes[start..<ends[piece.upperBound - 1]]
    }
  }

  /// - Parameter hash: of the content of all passages.
  static func files(
    of article: SearchableArticle, _ passages: Passages, hash: UInt64
  ) -> [IndexFile] {
    pieces(of: article).enumerated().map { number, piece in
      IndexFile(.article, passages.content(piece), .init(hash, number))
    }
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
