/// Something that stands in an expression as one: a word, a number, a bracket, a quotation.
struct Piece {
  enum Kind {
    /// Letters with what is glued to them.
    case word
    /// Digits with what is glued to them.
    case number
    /// Digits in groups: a telephone number, an ISBN, `1 200 000`, a place on the Earth.
    case groups
    /// A bracket with its content.
    case bracket
    /// A quotation with its marks.
    case quotation
    case address
  }

  var kind: Kind
  /// The tokens.
  var range: Range<Int>
  /// Whether there are letters in it.
  var hasLetters: Bool
  /// Whether a sign of relation or reckoning is in it.
  var isReckoned = false
  /// Whether it is a range, `12–19`.
  var isRange = false
  /// Whether it must be isolated though nothing follows: it has a sign, a point in front, a plus or
  /// an exponent.
  var isSigned = false

  /// Whether it counts as a word for what may stand beside it.
  var isWordLike: Bool { hasLetters || kind == .quotation || kind == .address }
}
