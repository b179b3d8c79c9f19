import Orthography

/// The families of a publication's words: the forms of one word, each with the clitics that it
/// bears.
///
/// A family is what one word of a query finds. Its members are words of the publication, nothing
/// else: a dictionary's words never enter the index.
struct WordFamilies {
  /// Forms of one word; all of them by their numbers in `names`.
  struct Family {
    /// The forms without clitics, in the order of their bytes.
    var bases: [Int] = []
    /// The words that stand in the publication, in that order too, each with the places of its
    /// bases in `bases`.
    var members: [(word: Int, bases: [Int])] = []
  }

  /// The publication's words by their numbers; after them bases and, after `stemMark`, stems.
  let names: WordTable

  /// The families, in an order that depends on the words alone.
  let families: [Family]

  /// The names that lead to families, in the order of their bytes: words and bases as they are, and
  /// stems.
  let keys: [(name: Int, families: [Int])]

  /// Stands before a stem among the keys, for a stem is no word.
  static let stemMark = "~"

  /// - Parameters:
  ///   - words: every distinct folded word of the publication.
  ///   - kinds: their scripts.
  init(words: WordTable, kinds: [LetterTable.Kind], readings: [String: [WordReading]]) {
    let chooser = BaseChooser(words: words, kinds: kinds, readings: readings)
    var drafts = FamilyDrafts(names: chooser.names)
    for word in words.inOrder {
      for candidate in chooser.bases(of: word, kind: kinds[word]) {
        drafts.add(
          word, candidate, kind: kinds[word],
          readings: kinds[word] == .hebrew ? readings[words[word]] ?? [] : [])
      }
    }
    drafts.joinStemsToLemmas()
    drafts.joinSpellings()
    drafts.joinBrokenPlurals()
    (families, keys) = drafts.finished()
    names = drafts.names
  }
}
