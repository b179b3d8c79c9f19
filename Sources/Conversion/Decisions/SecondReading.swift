import Manuscript

/// Compares an article with what another file of the same paper says: where they differ, one of them
/// is wrong, and an editor should look.
///
/// Blocks are compared by their words, three in a row, whatever the other file has before and behind
/// them: two programs part the same text into other paragraphs, but say the same words.
public struct SecondReading {
  private let rows: Set<String>
  private let words: Set<String>
  private let name: String

  /// - Parameters:
  ///   - other: the article that was made of the other file.
  ///   - name: the other file, as the editor knows it.
  public init(_ other: Article, name: String) {
    let all = other.passages.map { Self.words($0.text) }
    rows = Set(all.joined().reduce(into: Rows()) { $0.add($1) }.found)
    words = Set(all.joined())
    self.name = name
  }

  /// Marks the blocks and notes of an article that the other file does not have word for word.
  ///
  /// - Returns: how many were marked.
  public func mark(_ article: inout Article) -> Int {
    let language = article.frontMatter.language
    var count = 0
    article.blocks = article.blocks.map { marked($0, language, &count) }
    article.notes = article.notes.map { note in
      var note = note
      let text = note.blocks.map(\.ownText).joined(separator: " ")
      if let place = difference(text) {
        note.doubts.append(sentence(place, language))
        count += 1
      }
      return note
    }
    return count
  }

  private func marked(_ block: Block, _ language: String, _ count: inout Int) -> Block {
    var block = block
    switch block.content {
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.map { marked($0, language, &count) }
      }
      block.content = .list(list)
    case .quotation(let blocks):
      block.content = .quotation(blocks.map { marked($0, language, &count) })
    default:
      guard let place = difference(block.ownText) else { break }
      block.doubts.append(sentence(place, language))
      count += 1
    }
    return block
  }

  /// The first words of a text that do not stand so in the other file; `nil` where all do.
  private func difference(_ text: String) -> String? {
    let own = Self.words(text)
    if own.count < 3 { return own.first { !words.contains($0) } }
    for start in 0...(own.count - 3) {
      let row = own[start..<(start + 3)].joined(separator: " ")
      if !rows.contains(row) { return row }
    }
    return nil
  }

  private func sentence(_ place: String, _ language: String) -> String {
    "\(Doubt.otherReading.sentence(language: language)) (\(name)): \(place)"
  }

  private struct Rows {
    var found: [String] = []
    private var last: [String] = []

    mutating func add(_ word: String) {
      last.append(word)
      if last.count == 3 {
        found.append(last.joined(separator: " "))
        last.removeFirst()
      }
    }
  }

  /// The words of a text by their letters and digits alone.
  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).compactMap { word in
      let letters = word.unicodeScalars.filter(\.isLetterOrDigit)
      return letters.isEmpty ? nil : String(String.UnicodeScalarView(letters)).lowercased()
    }
  }
}
