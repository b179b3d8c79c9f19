/// How much each thing counts when answers are put in order: all the weights of search.
///
/// The score of a word in an article is BM25F (Robertson, Zaragoza and Taylor 2004): occurrences are
/// weighted by field and held against the field's usual length, summed, and only then brought to a
/// curve that flattens, so that a word said fifty times in the notes does not beat a title.
enum SearchWeights {
  /// What an occurrence in a field weighs, and how much a field that is longer than usual lowers it
  /// (BM25F's b).
  static func field(_ field: SearchableArticle.Field) -> (weight: Double, lengthEffect: Double) {
    switch field {
    // A title says what an article is about; its length says nothing.
    case .title: (8, 0.2)
    // Chosen by the author for search.
    case .keywords: (6, 0.2)
    // A name that is typed is mostly an author's.
    case .authors: (6, 0.2)
    case .abstract: (3, 0.5)
    case .heading: (3, 0.3)
    case .text: (1, 0.6)
    // Notes name many things that the article is not about.
    case .note: (0.5, 0.6)
    }
  }

  /// Weighted occurrences are kept in the index as whole numbers of this part.
  static let scale = 32.0

  /// BM25F's k1 (1.2, the usual value) in the same unit: at this many an occurrence has half of its
  /// whole effect.
  static let saturation = 38

  /// What a word counts by the nearest form in which an article has it, in percent. The steps are
  /// wide enough that one more or less occurrence does not undo them.
  static func percent(_ grade: MatchGrade) -> Int {
    switch grade {
    case .exact: 100
    case .clitic: 85
    case .form: 60
    case .kin: 40
    case .correction: 30
    // Less than the least of any other, whatever a word weighs.
    case .name: 1
    }
  }

  /// Of words near one another, the bonus in percent of their score when they touch; at a distance
  /// of d words it is divided by d.
  static let proximityPercent = 40

  /// The numbers of a reference are at most so many words apart: chapter and verse, each with its
  /// word.
  static let referenceReach = 3

  /// Words farther apart than this are not near.
  static let proximityReach = 16
}

/// How a word of a text answers a word of a query, the best first.
public enum MatchGrade: UInt8, Sendable, Comparable {
  /// The same word but for marks and letter forms.
  case exact = 0
  /// The same word with other clitics.
  case clitic = 1
  /// Another form of the word.
  case form = 2
  /// A form that is rather another word's, or another word of the same root.
  case kin = 3
  /// A word a typing error away.
  case correction = 4
  /// A name that sounds alike, in this script or another.
  case name = 5

  public static func < (left: MatchGrade, right: MatchGrade) -> Bool {
    left.rawValue < right.rawValue
  }
}
