/// Phrases that are looked for at a place of a text.
struct Phrases {
  /// The folded words of the phrases by the first of them, the longest phrase first.
  private let byFirstWord: [String: [[String]]]

  init(_ list: [String]) {
    let phrases = list.map { CitationText($0).tokens.map(\.folded) }.sorted { $0.count > $1.count }
    byFirstWord = Dictionary(grouping: phrases) { $0.first ?? "" }
  }

  /// The words with which the phrases begin, folded.
  var firstWords: Set<String> { Set(byFirstWord.keys) }

  /// The end of the longest phrase that stands at a token.
  func end(at index: Int, in tokens: [CitationText.Token]) -> Int? {
    byFirstWord[tokens[index].folded]?.first { phrase in
      index + phrase.count <= tokens.count
        && zip(phrase, tokens[index...]).allSatisfy { $0 == $1.folded }
    }.map { index + $0.count }
  }
}
