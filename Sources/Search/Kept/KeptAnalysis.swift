import Orthography

/// The analysis of an article as bytes, so that a later build need not analyse an article again that
/// is as it was.
extension AnalysedArticle {
  private static let kind = UInt8(ascii: "a")

  /// A name for all that an article's analysis depends on: sixteen hexadecimal digits.
  public static func keptName(of article: SearchableArticle) -> String {
    let digits = String(
      IndexFile.hash(ArticleFile.content(of: article), after: headHash(article)), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A hash of what stands at the head of an answer, which is not in the article's file.
  private static func headHash(_ article: SearchableArticle) -> UInt64 {
    var head: [UInt8] = []
    DirectoryFile.append(article, to: &head)
    return IndexFile.hash(head)
  }

  /// The analysis as bytes.
  public var kept: [UInt8] {
    var content: [UInt8] = []
    content.appendHash(Self.headHash(article))
    DirectoryFile.append(article, to: &content)
    content.appendList(article.keywords) { $1.appendCompact($0) }
    content.appendCompact(article.original ?? "")
    content.appendVarint(file.bytes.count)
    content += file.bytes
    content.appendVarint(words.count)
    for word in 0..<words.count {
      let folded = words[word]
      content.append(kinds[word].rawValue)
      content.appendText(folded)
      // Most words are written as they are folded, and none is written as nothing.
      let isAsFolded = spellings[word].utf8.elementsEqual(folded.utf8)
      content.appendText(isAsFolded ? "" : spellings[word])
    }
    content.appendList(passageStarts) { $1.appendVarint($0) }
    content.appendVarint(tokens.count)
    for (token, joint) in zip(tokens, joints) {
      content.appendVarint(Int(token) << 2 | Int(joint.rawValue))
    }
    return KeptFile.bytes(kind: Self.kind, content)
  }

  /// The analysis of an article from the bytes of `kept`; `nil` where they are damaged, of another
  /// version of the analysis, or of an article with other text.
  public init?(_ article: SearchableArticle, kept bytes: [UInt8]) {
    guard let content = KeptFile.content(of: bytes, kind: Self.kind),
      let read = try? Self.read(content, article)
    else { return nil }
    self = read
  }

  /// The analysis of an article that is known to be as it was, from the bytes of `kept`; `nil` where
  /// they are damaged or of another version of the analysis.
  public init?(kept bytes: [UInt8]) {
    guard let content = KeptFile.content(of: bytes, kind: Self.kind),
      let read = try? Self.read(content, nil)
    else { return nil }
    self = read
  }

  /// - Parameter expected: whose analysis it is to be; `nil` for that of any.
  private static func read(_ content: [UInt8], _ expected: SearchableArticle?) throws -> Self {
    let damage = IndexFault.damaged("")
    var reader = ByteReader(content, path: "")
    var (head, own) = try DirectoryFile.read(&reader)
    if let expected, head != headHash(expected) { throw damage }
    own.keywords = try reader.list { try $0.compactText() }
    let original = try reader.compactText()
    own.original = original.isEmpty ? nil : original
    let file = IndexFile(.article, packed: Array(try reader.data()))
    // Two articles may have one name by chance; the text itself tells whose analysis it is.
    let text = try IndexFile.content(of: file.bytes, kind: .article, path: "")
    if let expected, text != ArticleFile.content(of: expected) { throw damage }
    own.passages = try ArticleFile.read(text, path: "")
    var analysed = Self(uncut: expected ?? own, file: file)
    for number in 0..<(try reader.varint()) {
      guard let kind = LetterTable.Kind(rawValue: try reader.byte()) else { throw damage }
      let folded = try reader.data()
      let spelling = try reader.data()
      guard folded.withUnsafeBufferPointer({ analysed.words.insert($0) }) == number else {
        throw damage
      }
      analysed.kinds.append(kind)
      analysed.spellings.append(
        String(decoding: spelling.isEmpty ? folded : spelling, as: UTF8.self))
    }
    analysed.passageStarts = try reader.list { try $0.varint() }
    for _ in 0..<(try reader.varint()) {
      let number = try reader.varint()
      guard let joint = WordScanner.Joint(rawValue: UInt8(number & 3)),
        number >> 2 < analysed.words.count
      else { throw damage }
      analysed.tokens.append(UInt32(number >> 2))
      analysed.joints.append(joint)
    }
    guard reader.isAtEnd, analysed.isWhole else { throw damage }
    return analysed
  }

  /// Whether the passages part the tokens as those of an article do.
  private var isWhole: Bool {
    passageStarts.count == article.passages.count
      && passageStarts.first ?? 0 == 0 && passageStarts.last ?? 0 <= tokens.count
      && zip(passageStarts, passageStarts.dropFirst()).allSatisfy { $0 <= $1 }
      && passageStarts.allSatisfy { $0 == tokens.count || joints[$0] == .apart }
  }
}
