/// The signs that mark notes in place of numbers: `*`, `†`, `‡` …, and `**` for the second asterisk.
///
/// In rows of numbers a sign counts as a number above all that print has, so that rows of signs rise
/// as those of numbers do.
enum NoteSign {
  /// The number of the first sign.
  static let first = 1_001

  private static let signs: Scalars = ["*", "†", "‡", "§", "¶", "‖"]

  static func isSign(_ scalar: Unicode.Scalar) -> Bool { signs.contains(scalar) }

  static func isSign(_ number: Int) -> Bool { number >= first }

  /// The number of a run of one sign: a doubled sign stands behind all single ones, and where only
  /// asterisks are used `**` comes second (see `NoteLabel.unify`).
  static func number(of run: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let sign = run.first, run.allSatisfy({ $0 == sign }), (1...3).contains(run.count),
      let place = signs.firstIndex(of: sign)
    else { return nil }
    return first + place + (run.count - 1) * signs.count
  }

  /// The sign as it is printed.
  static func text(of number: Int) -> String {
    let place = number - first
    return String(
      repeating: String(Character(signs[place % signs.count])), count: place / signs.count + 1)
  }

  /// The runs of signs in a text, with their numbers.
  static func runs(in text: Scalars) -> [(signs: Range<Int>, value: Int)] {
    var found: [(signs: Range<Int>, value: Int)] = []
    var index = 0
    while index < text.count {
      guard isSign(text[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index] == text[start] { index += 1 }
      if let value = number(of: text[start..<index]) { found.append((start..<index, value)) }
    }
    return found
  }
}

extension Array where Element == Unicode.Scalar {
  /// What may be the mark or the label of a note: numbers of at most three digits, or signs.
  func noteTokens(_ kind: NotePlan.Labels) -> [(range: Range<Int>, value: Int)] {
    switch kind {
    case .numbers: shortNumbers.map { ($0.digits, $0.value) }
    case .signs: NoteSign.runs(in: self).map { ($0.signs, $0.value) }
    }
  }
}
