/// A reading of a word by a dictionary: clitics, and a word of which the rest is a form.
public struct WordReading: Sendable, Equatable, Hashable {
  /// The clitics, folded; empty where the word is read whole.
  public var prefix: String
  /// The dictionary's word, folded.
  public var lemma: String
  public var part: Part
  /// Whether the form is seldom meant: an imperative, a verb with an object's ending.
  public var isRare: Bool

  /// The part of speech, as far as search cares.
  public enum Part: UInt8, Sendable {
    /// A noun or an adjective.
    case nominal = 0
    case verb = 1
    case other = 2
    /// A name of a person or a place.
    case name = 3
    /// A verb's participle, which is a noun as well: עולה, שופט.
    case participle = 4
  }

  public init(prefix: String, lemma: String, part: Part, isRare: Bool = false) {
    self.prefix = prefix
    self.lemma = lemma
    self.part = part
    self.isRare = isRare
  }
}

/// What a dictionary knows of words, asked once for all the words of a publication.
public struct WordReadings: Sendable {
  /// The dictionary's name and version, which the index records; `nil` where there is none.
  public var source: String?
  /// The readings by the folded word.
  public var readings: [String: [WordReading]]
  /// Why a dictionary that is there did not answer; `nil` where it did, or where there is none.
  public var failure: String?

  /// No dictionary: rules do all.
  public static let none = WordReadings(source: nil, readings: [:])

  public init(
    source: String?, readings: [String: [WordReading]], failure: String? = nil
  ) {
    self.source = source
    self.readings = readings
    self.failure = failure
  }
}
