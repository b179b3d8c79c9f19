import Orthography

/// All that the search index needs of one article, as bytes: made once, kept as long as the article
/// is as it was, and put together with others by `SegmentMerge`.
///
/// A segment depends on its article alone, so that segments may be made in parallel, on other
/// machines, and at other times.
public struct SearchSegment: Sendable {
  /// The segment as it is kept.
  public let bytes: [UInt8]
  /// The slug of the article.
  public var slug: String { article.slug }
  /// What answers show of the article, without its passages.
  let article: SearchableArticle
  /// The article's own files of the index.
  public let files: [IndexFile]
  /// What they have in their names.
  let textHash: UInt64
  /// Where the passages, words and joints begin in `bytes`.
  let bodyStart: Int

  static let kind = UInt8(ascii: "s")

  /// A name for all that an article's segment depends on: sixteen hexadecimal digits.
  public static func key(of article: SearchableArticle) -> String {
    IndexFile.digits(of: hash(of: article))
  }

  private static func hash(of article: SearchableArticle) -> UInt64 { Draft(article).hash }

  /// What tells an article's segment from every other, before the article is cut into words.
  public struct Draft {
    let article: SearchableArticle
    let passages: ArticleFile.Passages
    let head: [UInt8]
    let textHash: UInt64
    let hash: UInt64

    public init(_ article: SearchableArticle) {
      self.article = article
      passages = ArticleFile.Passages(article)
      head = SearchSegment.head(of: article)
      let text = passages.content()
      textHash = IndexFile.hash(text)
      hash = SearchSegment.hash(head: head, text: text)
    }

    /// `SearchSegment.key` of the article.
    public var key: String { IndexFile.digits(of: hash) }
  }

  private static func hash(head: [UInt8], text: [UInt8]) -> UInt64 {
    IndexFile.hash(text, after: IndexFile.hash(head))
  }

  static func head(of article: SearchableArticle) -> [UInt8] {
    var head: [UInt8] = []
    DirectoryFile.append(article, to: &head)
    head.appendList(article.keywords) { $1.appendCompact($0) }
    head.appendCompact(article.original ?? "")
    return head
  }

  /// Makes an article's segment.
  public init(_ article: SearchableArticle) { self.init(Draft(article)) }

  /// Makes an article's segment of what is known of it.
  public init(_ draft: Draft) {
    let article = draft.article
    textHash = draft.textHash
    files = ArticleFile.files(of: article, draft.passages, hash: textHash)
    var content: [UInt8] = []
    content.appendHash(draft.hash)
    content += draft.head
    content.appendHash(textHash)
    content.appendList(files) { $1.appendData($0.bytes) }
    let start = content.count
    SegmentBody.append(AnalysedArticle(article), of: article, to: &content)
    bytes = KeptFile.bytes(kind: Self.kind, content)
    bodyStart = bytes.count - content.count + start
    var bare = article
    bare.passages = []
    self.article = bare
  }

  /// The segment whose `bytes` were kept; `nil` where they are damaged or of another version.
  public init?(bytes: [UInt8]) {
    guard let start = KeptFile.contentStart(of: bytes, kind: Self.kind) else { return nil }
    var reader = ByteReader(bytes, path: "", from: start)
    do {
      _ = try reader.hash()
      var article = try DirectoryFile.readHead(&reader)
      article.keywords = try reader.list { try $0.compactText() }
      let original = try reader.compactText()
      article.original = original.isEmpty ? nil : original
      self.article = article
      let hash = try reader.hash()
      textHash = hash
      var number = 0
      files = try reader.list { reader in
        defer { number += 1 }
        return IndexFile(.article, packed: Array(try reader.data()), .init(hash, number))
      }
      bodyStart = reader.offset
      self.bytes = bytes
    } catch {
      return nil
    }
  }

  /// The segment of an article from the bytes that were kept under its `key`; `nil` where they are
  /// damaged, of another version, or another article's.
  public init?(_ article: SearchableArticle, bytes: [UInt8]) {
    self.init(Draft(article), bytes: bytes)
  }

  /// The same of what is known of the article.
  public init?(_ draft: Draft, bytes: [UInt8]) {
    self.init(bytes: bytes)
    guard let start = KeptFile.contentStart(of: bytes, kind: Self.kind) else { return nil }
    var reader = ByteReader(bytes, path: "", from: start)
    guard (try? reader.hash()) == draft.hash else { return nil }
  }

  /// The words of the segment and where they stand.
  var body: SegmentBody { SegmentBody(bytes, from: bodyStart) }
}
