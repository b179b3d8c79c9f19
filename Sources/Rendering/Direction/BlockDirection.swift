import Manuscript
import Orthography

/// The language and direction that a stretch of the page is in.
struct Setting: Equatable {
  /// BCP 47 tag.
  var language: String
  var direction: Direction
  /// The kind of letters that need no mark in this language.
  var letters: Token.Kind

  init(language: String, direction: Direction? = nil) {
    self.language = language
    self.direction = direction ?? Direction(language: language)
    letters =
      switch Languages.script(of: language) {
      case .hebrew: .hebrew
      case .arabic: .arabic
      case .latin: .latin
      case .other: .otherLetters
      }
  }
}

/// How many letters of each direction a text has, and which direction comes first.
struct DirectionCount {
  private var first: Direction?
  /// That of the last letters outside brackets.
  private var last: Direction?
  private var leftToRight = 0
  private var rightToLeft = 0

  init(_ tokens: [Token] = []) {
    var depth = 0
    for token in tokens {
      if token.kind == .opening { depth += 1 }
      if token.kind == .closing { depth = max(depth - 1, 0) }
      guard token.kind.isLetters else { continue }
      if depth == 0 { last = token.kind.direction }
      // Letters, not bytes: a letter that is not of ASCII is two bytes.
      let letters = token.kind == .latin ? token.range.count : token.range.count / 2
      if token.kind.direction == .rightToLeft {
        if first == nil { first = .rightToLeft }
        rightToLeft += letters
      } else {
        if first == nil { first = .leftToRight }
        leftToRight += letters
      }
    }
  }

  /// Adds what stands after it.
  mutating func add(_ next: DirectionCount) {
    if first == nil { first = next.first }
    last = next.last ?? last
    leftToRight += next.leftToRight
    rightToLeft += next.rightToLeft
  }

  /// The direction that the text has in a surrounding, if it is another than the surrounding's: the
  /// text both begins with letters of the other direction and has more of those. An English
  /// reference among Hebrew notes turns; a Hebrew sentence that begins with a Latin name, or quotes
  /// a long English title, does not. Nor does one among Hebrew or Arabic that ends in their letters,
  /// unless these are few: Latin names and references stand at its head, not the reverse.
  func turned(in surrounding: Direction) -> Direction? {
    let (same, other) =
      surrounding == .leftToRight ? (leftToRight, rightToLeft) : (rightToLeft, leftToRight)
    guard let first, first != surrounding, other > same else { return nil }
    let endsAsItStands = surrounding == .rightToLeft && last == surrounding && 4 * same > other
    return endsAsItStands ? nil : first
  }
}
