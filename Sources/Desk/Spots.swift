/// Places in a text that print hardly has, each by its words: what the desk lights.
public struct Spot: Codable, Equatable, Sendable {
  /// The place in the text, in UTF-16 units.
  public var start: Int
  public var end: Int
  public var kind: String

  /// Everything in a text that can be shown at its place.
  public static func all(in words: String) -> [Spot] { Spots.all(in: words) }
}

enum Spots {
  /// Everything that can be shown at its place.
  static func all(in words: String) -> [Spot] {
    (brackets(in: words) + signs(in: words) + spaces(in: words) + ranges(in: words))
      .sorted { $0.start < $1.start }
  }

  /// Brackets without a partner, beside the number of an enumeration such as `2)`.
  static func brackets(in words: String) -> [Spot] {
    var open: [(sign: Character, place: String.Index)] = []
    var alone: [String.Index] = []
    for place in words.indices {
      switch words[place] {
      case "(", "[": open.append((words[place], place))
      case ")", "]":
        if let last = open.last, (last.sign == "(") == (words[place] == ")") {
          open.removeLast()
        } else if !isEnumerator(words, place) {
          alone.append(place)
        }
      default: break
      }
    }
    alone += open.map(\.place)
    return alone.sorted().map { place in
      spot(words, around: place, kind: "unpaired-brackets")
    }
  }

  /// Signs on the wrong side of a number or glued to an address: `Figure. 1<https:…>`, `word .`.
  static func signs(in words: String) -> [Spot] {
    var found: [Spot] = []
    guard words.contains("<http") || words.contains(" .") || words.contains(" ,") else { return [] }
    for match in words.matches(of: #/[\p{L}\d]<https?:/#) {
      found.append(spot(words, around: match.range.lowerBound, kind: "displaced-sign"))
    }
    for match in words.matches(of: #/\p{L} [.,](?= |$)/#) {
      found.append(spot(words, around: match.range.lowerBound, kind: "displaced-sign"))
    }
    return found
  }

  /// Words that are glued together at a sign (`כבאות,8`) or where one script meets another behind
  /// more than a prefix (`القضاةBrandt`).
  private static func spaces(in words: String) -> [Spot] {
    gluings(in: words).map { spot(words, around: $0, kind: "missing-space") }
  }

  /// Ranges of numbers of one length that fall: `44–41`.
  private static func ranges(in words: String) -> [Spot] {
    fallingRanges(in: words).map { spot(words, around: $0.lowerBound, kind: "reversed-range") }
  }

  /// The text with a space wherever one is missing.
  static func spaced(_ words: String) -> String {
    var text = words
    for place in gluings(in: words).reversed() { text.insert(" ", at: place) }
    return text
  }

  /// The text with its falling ranges turned.
  static func rising(_ words: String) -> String {
    var text = words
    for range in fallingRanges(in: words).reversed() {
      let numbers = words[range].split { !$0.isNumber }
      let sign = words[range].filter { !$0.isNumber }
      text.replaceSubrange(range, with: numbers[1] + sign + numbers[0])
    }
    return text
  }

  /// The places before which a space is missing. Addresses have no spaces.
  private static func gluings(in words: String) -> [String.Index] {
    var found: [String.Index] = []
    let addresses = words.matches(of: #/<[^>]*>|https?:\S+|\S+@\S+|www\.\S+/#).map(\.range)
    for match in words.matches(
      of:
        #/(?:[\p{L}\d][,،;؛](?=\p{L}))|(?:\p{L}[,،](?=\d))|(?:[א-ת]{2}[:.](?=[א-ת]{2}))|(?:[؀-ۿ]{2}[:.](?=[؀-ۿ]{2}))|(?:[א-ת]{3}(?=[A-Za-z]))|(?:[ء-ۓ]{3}(?=[A-Za-z]))|(?:[A-Za-z](?=[א-תء-ۓ]))/#
    ) where !addresses.contains(where: { $0.contains(match.range.lowerBound) }) {
      found.append(match.range.upperBound)
    }
    return found
  }

  private static func fallingRanges(in words: String) -> [Range<String.Index>] {
    words.matches(of: #/\d{1,4}[–-]\d{1,4}/#).compactMap { match in
      let numbers = match.output.split { !$0.isNumber }
      guard numbers.count == 2, numbers[0].count == numbers[1].count,
        value(numbers[0]) > value(numbers[1]),
        !isPartOfNumber(words[..<match.range.lowerBound].last),
        !isPartOfNumber(
          words[match.range.upperBound...].first, of: words[match.range.upperBound...])
      else { return nil }
      return match.range
    }
  }

  /// The number that some digits of any script are.
  static func value(_ digits: Substring) -> Int {
    digits.reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) }
  }

  /// Whether a sign beside a range makes it part of a date, a telephone number or a code.
  private static func isPartOfNumber(_ sign: Character?, of rest: Substring = "") -> Bool {
    guard let sign else { return false }
    if sign.isNumber || "-–/_".contains(sign) { return true }
    return ".:".contains(sign) && rest.dropFirst().first?.isNumber == true
  }

  /// Whether a closing bracket stands behind a short number or one letter, as those of lists do.
  static func isEnumerator(_ words: String, _ bracket: String.Index) -> Bool {
    guard words[bracket] == ")" else { return false }
    let label = words[..<bracket].reversed().prefix { $0.isNumber || $0.isLetter }
    guard label.count > 0, label.count <= 2, label.allSatisfy(\.isNumber) || label.count == 1 else {
      return false
    }
    let before = words[..<bracket].dropLast(label.count).last
    return before == nil || before == " "
  }

  /// The word at a place with the words beside it.
  private static func spot(_ words: String, around place: String.Index, kind: String) -> Spot {
    var start = place
    while start > words.startIndex, words[words.index(before: start)] != " " {
      start = words.index(before: start)
    }
    var end = place
    while end < words.endIndex, words[end] != " " { end = words.index(after: end) }
    return Spot(
      start: words.utf16.distance(from: words.startIndex, to: start),
      end: words.utf16.distance(from: words.startIndex, to: end), kind: kind)
  }
}
