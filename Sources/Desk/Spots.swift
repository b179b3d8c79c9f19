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
    (brackets(in: words) + signs(in: words)).sorted { $0.start < $1.start }
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
