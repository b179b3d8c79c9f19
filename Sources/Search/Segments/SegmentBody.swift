import Orthography

/// The part of a segment that tells of words: its passages, its distinct words with what each one's
/// postings are made of, and what stands beside what.
///
/// | | |
/// | --- | --- |
/// | passages | list: byte field, number of tokens |
/// | words | list: byte kind (and 16 where it stands among the authors, 32 where a spelling follows), folded word, spelling; list of fields: byte, number of tokens; its places: length in bytes, rising list |
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
    /// The rising list of its places.
    var places: Range<Int>
  }

  static func append(
    _ article: AnalysedArticle, fields: [SearchableArticle.Field], to content: inout [UInt8]
  ) {
    content.appendList(zip(fields, article.passageLengths).map { $0 }) { passage, content in
      content.append(passage.0.rawValue)
      content.appendVarint(passage.1)
    }
    var places = [[Int]](repeating: [], count: article.words.count)
    var counts = [[SearchableArticle.Field: Int]](repeating: [:], count: article.words.count)
    var token = 0
    for (passage, (field, length)) in zip(fields, article.passageLengths).enumerated() {
      for _ in 0..<length {
        let word = article.tokens[token]
        places[word].append(token + passage * AnalysedArticle.passageGap)
        counts[word][field, default: 0] += 1
        token += 1
      }
    }
    content.appendVarint(article.words.count)
    for word in 0..<article.words.count {
      let folded = article.words.bytes[article.words.range(of: word)]
      // Most words are written as they are folded.
      let isAsFolded = article.spellings[word].utf8.elementsEqual(folded)
      content.append(
        article.kinds[word].rawValue | (article.areAuthors[word] ? 16 : 0) | (isAsFolded ? 0 : 32))
      content.appendVarint(folded.count)
      content += folded
      if !isAsFolded { content.appendText(article.spellings[word]) }
      content.appendList(counts[word].sorted { $0.key.rawValue < $1.key.rawValue }) {
        $1.append($0.key.rawValue)
        $1.appendVarint($0.value)
      }
      var list: [UInt8] = []
      list.appendRising(places[word])
      content.appendVarint(list.count)
      content += list
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
    content.appendVarint(bits.count)
    content += bits
  }

  /// Everything in the body.
  struct Content {
    var passages: [(field: SearchableArticle.Field, length: Int)] = []
    var words: [Word] = []
    var joined: [(word: Int, place: Int)] = []
    var spaces: Range<Int> = 0..<0
  }

  /// What the body holds; nothing where what made the segment was wrong, for its checksum holds.
  var content: Content { (try? read()) ?? Content() }

  private func read() throws -> Content {
    var reader = ByteReader(bytes, path: "", from: start)
    var content = Content()
    content.passages = try reader.list { reader in
      guard let field = SearchableArticle.Field(rawValue: try reader.byte()) else {
        throw IndexFault.damaged("")
      }
      return (field, try reader.varint())
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
          fieldsStart: fieldsStart, places: try reader.dataRange()))
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
