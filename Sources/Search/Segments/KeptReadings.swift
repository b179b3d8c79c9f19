import Orthography

/// What a dictionary has answered, by the words as they were asked, so that a later build need not
/// ask again.
public struct KeptReadings: Sendable {
  /// Which dictionary, to the last change of it.
  private let dictionary: String
  private var answers: [String: [WordReading]] = [:]

  private static let kind = UInt8(ascii: "r")

  /// - Parameters:
  ///   - dictionary: what tells this dictionary from every other and from its other versions.
  ///   - bytes: what was kept before. What is damaged, or another dictionary's, is left out.
  public init(dictionary: String, kept bytes: [UInt8] = []) {
    self.dictionary = dictionary
    if let start = KeptFile.contentStart(of: bytes, kind: Self.kind),
      let answers = try? Self.read(bytes, from: start, dictionary)
    {
      self.answers = answers
    }
  }

  /// Those of some words (`wordsForDictionary`) that have not been asked yet.
  public func unasked(of words: [String: String]) -> [String: String] {
    words.filter { answers[$0.value] == nil }
  }

  /// Takes in what the dictionary says of some words; of those that it does not know, that too.
  public mutating func add(_ readings: WordReadings, of words: [String: String]) {
    for (folded, word) in words { answers[word] = readings.readings[folded] ?? [] }
  }

  /// The readings of words by their folded form, as the dictionary would give them.
  public func readings(of words: [String: String]) -> [String: [WordReading]] {
    words.compactMapValues { word in
      answers[word].flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  /// What is known of some words as bytes; the same for the same words and answers.
  public func kept(of words: [String: String]) -> [UInt8] {
    var content: [UInt8] = []
    content.appendText(dictionary)
    let asked = Set(words.values).filter { answers[$0] != nil }
    let ordered = asked.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    content.appendList(ordered) { word, content in
      content.appendText(word)
      content.appendList(answers[word] ?? []) { reading, content in
        content.appendText(reading.prefix)
        content.appendText(reading.lemma)
        content.append(reading.part.rawValue << 1 | (reading.isRare ? 1 : 0))
      }
    }
    return KeptFile.bytes(kind: Self.kind, content)
  }

  private static func read(
    _ bytes: [UInt8], from start: Int, _ dictionary: String
  ) throws -> [String: [WordReading]] {
    let damage = IndexFault.damaged("")
    var reader = ByteReader(bytes, path: "", from: start)
    guard try reader.text() == dictionary else { throw damage }
    var answers: [String: [WordReading]] = [:]
    for _ in 0..<(try reader.varint()) {
      let word = try reader.text()
      answers[word] = try reader.list { reader in
        let (prefix, lemma) = (try reader.text(), try reader.text())
        let byte = try reader.byte()
        guard let part = WordReading.Part(rawValue: byte >> 1) else { throw damage }
        return WordReading(prefix: prefix, lemma: lemma, part: part, isRare: byte & 1 == 1)
      }
    }
    guard reader.isAtEnd else { throw damage }
    return answers
  }
}
