import Orthography

/// The part of a segment that tells of words: its passages, its distinct words with what each one's
/// postings are made of, and what stands beside what.
///
/// | | |
/// | --- | --- |
/// | passages | list: byte field (and 128 where a piece of the article begins), number of tokens |
/// | words | list: byte kind (and 16 where it stands among the authors, 32 where a spelling follows), folded word, spelling; list of fields: byte, number of tokens; the pieces where it is shown, as bits; its places: length in bytes, rising list |
/// | joined | list of what hyphens join: number of the word, place less the one before |
/// | spaces | length in bytes, and for each token a bit, the lowest first: whether a space parts it from the one before |
struct SegmentBody {
  private let bytes: [UInt8]
  private let start: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.start = start
  }

  /// A distinct word of the article.
  struct Word {
    var kind: LetterTable.Kind
    var isAuthor: Bool
    /// Where it stands folded, and as it is written, in the segment's bytes.
    var folded: Range<Int>
    var spelling: Range<Int>
    /// Where the fields that it stands in begin.
    var fieldsStart: Int
    /// The pieces of the article in which it is shown, as bits.
    var pieces: Int
    /// The rising list of its places.
    var places: Range<Int>
  }

  static func append(
    _ article: AnalysedArticle, of searchable: SearchableArticle, to content: inout [UInt8]
  ) {
    let pieces = ArticleFile.pieces(of: searchable)
    let fields = searchable.passages.map(\.field)
    let begins = Set(pieces.dropFirst().map(\.lowerBound))
    content.appendVarint(fields.count)
    for (passage, (field, length)) in zip(fields, article.passageLengths).enumerated() {
      content.append(field.rawValue | (begins.contains(passage) ? 128 : 0))
      content.appendVarint(length)
    }
    let count = article.words.count
    // The places of all words, one word's after another's, and how often each stands in each field.
    let fieldCount = SearchableArticle.Field.allCases.count
    var counts = [Int](repeating: 0, count: count * fieldCount)
    var masks = [Int](repeating: 0, count: count)
    var ends = [Int](repeating: 0, count: count + 1)
    for word in article.tokens { ends[word + 1] += 1 }
    for word in 0..<count { ends[word + 1] += ends[word] }
    var places = [Int](repeating: 0, count: article.tokens.count)
    var (token, piece) = (0, 0)
    for (passage, (field, length)) in zip(fields, article.passageLengths).enumerated() {
      if begins.contains(passage) { piece += 1 }
      for _ in 0..<length {
        let word = article.tokens[token]
        places[ends[word]] = token + passage * AnalysedArticle.passageGap
        ends[word] += 1
        counts[word * fieldCount + Int(field.rawValue)] += 1
        if field.isShown { masks[word] |= 1 << piece }
        token += 1
      }
    }
    content.appendVarint(count)
    var list: [UInt8] = []
    for word in 0..<count {
      let folded = article.words.bytes[article.words.range(of: word)]
      // Most words are written as they are folded.
      let isAsFolded = article.spellings[word].utf8.elementsEqual(folded)
      content.append(
        article.kinds[word].rawValue | (article.areAuthors[word] ? 16 : 0) | (isAsFolded ? 0 : 32))
      content.appendVarint(folded.count)
      content += folded
      if !isAsFolded { content.appendText(article.spellings[word]) }
      let own = counts[(word * fieldCount)..<((word + 1) * fieldCount)]
      content.appendVarint(own.count { $0 > 0 })
      for (field, number) in own.enumerated() where number > 0 {
        content.append(UInt8(field))
        content.appendVarint(number)
      }
      content.appendVarint(masks[word])
      list.removeAll(keepingCapacity: true)
      list.appendRising(places[(word == 0 ? 0 : ends[word - 1])..<ends[word]])
      content.appendData(list)
    }
    var previous = 0
    content.appendList(article.joined) { joined, content in
      content.appendVarint(joined.word)
      content.appendVarint(joined.place - previous)
      previous = joined.place
    }
    var bits = [UInt8](repeating: 0, count: (article.tokens.count + 7) / 8)
    for (token, isSpaced) in article.areSpaced.enumerated() where isSpaced {
      bits[token / 8] |= 1 << UInt8(token % 8)
    }
    content.appendData(bits)
  }

  struct Passage {
    var field: SearchableArticle.Field
    /// The number of its tokens.
    var length: Int
    /// The piece of the article in which it is.
    var piece: Int
  }

  /// Everything in the body.
  struct Content {
    var passages: [Passage] = []
    var words: [Word] = []
    var joined: [(word: Int, place: Int)] = []
    var spaces: Range<Int> = 0..<0
  }

  /// What the body holds; nothing where what made the segment was wrong, for its checksum holds.
  var content: Content { (try? read()) ?? Content() }

  private func read() throws -> Content {
    var reader = ByteReader(bytes, path: "", from: start)
    var content = Content()
    var piece = 0
    content.passages = try reader.list { reader in
      let code = try reader.byte()
      guard let field = SearchableArticle.Field(rawValue: code & 127) else {
        throw IndexFault.damaged("")
      }
      if code & 128 != 0 { piece += 1 }
      return Passage(field: field, length: try reader.varint(), piece: piece)
    }
    let count = try reader.varint()
    content.words.reserveCapacity(count)
    for _ in 0..<count {
      let flags = try reader.byte()
      guard let kind = LetterTable.Kind(rawValue: flags & 15) else { throw IndexFault.damaged("") }
      let folded = try reader.dataRange()
      let spelling = flags & 32 == 0 ? folded : try reader.dataRange()
      let fieldsStart = reader.offset
      for _ in 0..<(try reader.varint()) {
        try reader.skip(1)
        _ = try reader.varint()
      }
      content.words.append(
        Word(
          kind: kind, isAuthor: flags & 16 != 0, folded: folded, spelling: spelling,
          fieldsStart: fieldsStart, pieces: try reader.varint(), places: try reader.dataRange()))
    }
    var place = 0
    content.joined = try reader.list { reader in
      let word = try reader.varint()
      place += try reader.varint()
      return (word, place)
    }
    content.spaces = try reader.dataRange()
    return content
  }
}
