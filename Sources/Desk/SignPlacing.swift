/// Other places for the signs of a few words: extractors part brackets and punctuation from the words
/// that they belong to, and turn brackets round.
///
/// The words keep their order, and no sign is lost; each goes to one of the words, brackets in either
/// shape. What is better balanced comes of it, the least changed first.
struct SignPlacing {
  private let before: Substring
  private let after: Substring
  private let words: [Word]
  private let signs: [Sign]
  /// How many brackets without a partner and displaced signs the text has.
  private let faults: Int

  private struct Word {
    var text: String
    var opening: [Int] = []
    var closing: [Int] = []
  }

  private struct Sign {
    var sign: Character
    /// The word beside which it stands, and whether before or behind it.
    var word: Int
    var isBefore: Bool
    var isBracket: Bool
  }

  private static let most = (signs: 5, words: 5)

  /// - Parameters:
  ///   - text: a piece's words.
  ///   - spots: the places where something is amiss, near one another.
  init?(_ text: String, around spots: [Spot]) {
    guard let first = spots.first,
      let last = spots.prefix(while: { $0.start - first.start < 40 }).last
    else { return nil }
    let view = text.utf16
    var start = view.index(view.startIndex, offsetBy: first.start)
    var end = view.index(view.startIndex, offsetBy: last.end)
    // One word more on either side.
    start = Self.wordStart(text, before: start)
    end = Self.wordEnd(text, after: end)
    faults = Spots.brackets(in: text).count + Spots.signs(in: text).count
    before = text[..<start]
    after = text[end...]
    var words: [Word] = []
    var signs: [Sign] = []
    var pending: [Character] = []
    var isGlued = false
    var current = ""
    func isSign(_ character: Character) -> Bool { "()[].,;:".contains(character) }
    func close() {
      guard !current.isEmpty else { return }
      let index = words.count
      signs += pending.map {
        Sign(sign: $0, word: index, isBefore: true, isBracket: "()[]".contains($0))
      }
      pending = []
      words.append(Word(text: current))
      current = ""
      isGlued = true
    }
    var isAddress = false
    for character in text[start..<end] {
      if character == "<" {
        close()
        isGlued = false
        isAddress = true
      }
      if isAddress {
        current.append(character)
        if character == ">" {
          isAddress = false
          close()
        }
      } else if character == " " {
        close()
        isGlued = false
      } else if isSign(character) {
        close()
        if isGlued, !words.isEmpty {
          signs.append(
            Sign(
              sign: character, word: words.count - 1, isBefore: false,
              isBracket: "()[]".contains(character)))
        } else {
          pending.append(character)
        }
      } else {
        current.append(character)
      }
    }
    close()
    guard !words.isEmpty, words.count <= Self.most.words,
      signs.count + pending.count <= Self.most.signs
    else { return nil }
    signs += pending.map {
      Sign(sign: $0, word: words.count - 1, isBefore: false, isBracket: "()[]".contains($0))
    }
    guard !signs.isEmpty else { return nil }
    self.words = words
    self.signs = signs
  }

  /// The whole text with the signs otherwise, the likeliest first.
  func readings(_ limit: Int) -> [String] {
    var found: [(cost: Double, text: String)] = []
    var placed: [(word: Int, isBefore: Bool)] = []
    place(0, 0, &placed, &found)
    var seen: Set<String> = []
    return found.sorted { ($0.cost, $0.text) < ($1.cost, $1.text) }.map(\.text)
      .filter { seen.insert($0).inserted }.prefix(limit).map { $0 }
  }

  private func place(
    _ index: Int, _ cost: Double, _ placed: inout [(word: Int, isBefore: Bool)],
    _ found: inout [(cost: Double, text: String)]
  ) {
    guard index < signs.count else {
      if let (text, extra) = text(placed) { found.append((cost + extra, text)) }
      return
    }
    let sign = signs[index]
    for word in words.indices {
      for isBefore in sign.isBracket ? [true, false] : [false] {
        // A bracket that was turned in its place stands in the same gap between two words.
        let gaps = (word + (isBefore ? 0 : 1)) - (sign.word + (sign.isBefore ? 0 : 1))
        var own = Double(abs(gaps))
        if sign.isBefore != isBefore { own += 0.25 }
        guard own <= 2.5 else { continue }
        placed.append((word, isBefore))
        place(index + 1, cost + own, &placed, &found)
        placed.removeLast()
      }
    }
  }

  /// The text of a placing, and what speaks against it; `nil` where brackets do not pair.
  private func text(_ placed: [(word: Int, isBefore: Bool)]) -> (String, Double)? {
    var parts = words
    for (index, place) in placed.enumerated() {
      if place.isBefore {
        parts[place.word].opening.append(index)
      } else {
        parts[place.word].closing.append(index)
      }
    }
    var extra = 0.0
    let middle = parts.map { part in
      let opening = part.opening.map { Self.shape(signs[$0].sign, opens: true) }
      // A bracket closes before the punctuation of its clause.
      let closing = part.closing.sorted {
        (signs[$0].isBracket ? 0 : 1, $0) < (signs[$1].isBracket ? 0 : 1, $1)
      }.map { signs[$0].isBracket ? Self.shape(signs[$0].sign, opens: false) : signs[$0].sign }
      if closing.filter({ !"()[]".contains($0) }).count > 1 { extra += 3 }
      if opening.count > 1 { extra += 2 }
      return String(opening) + part.text + String(closing)
    }.joined(separator: " ")
    let text = String(before) + middle + String(after)
    // One place is put right at a time: what is amiss elsewhere stays for another choice.
    let left = Spots.brackets(in: text).count + Spots.signs(in: text).count
    guard left < max(1, faults) else { return nil }
    return (text, extra + Self.oddness(middle, before: before))
  }

  /// The next number of an enumeration is expected; a bracketed number that breaks one is not.
  private static func oddness(_ text: String, before: Substring) -> Double {
    var oddness = 0.0
    // A label's stop stands behind its number: `Figure 1.`
    oddness += Double(text.matches(of: #/\p{L}[.] \d{1,3}(?= <|$)/#).count) * 1.5
    let labels = before.matches(of: #/(?:^| )(\d{1,2})\)/#).compactMap { Int($0.output.1) }
    if let last = labels.last {
      if text.contains("(\(last + 1))") { oddness += 2 }
      // A clause ends before the next number.
      if text.firstMatch(of: #/[;,.] \d{1,2}\)/#) == nil { oddness += 2 }
    } else {
      oddness += Double(text.matches(of: #/(?:^| )\d{1,2}\)/#).count) * 2
    }
    return oddness
  }

  private static func shape(_ sign: Character, opens: Bool) -> Character {
    switch sign {
    case "(", ")": opens ? "(" : ")"
    case "[", "]": opens ? "[" : "]"
    default: sign
    }
  }

  private static func wordStart(_ text: String, before index: String.Index) -> String.Index {
    var place = index
    while place > text.startIndex, text[text.index(before: place)] == " " {
      place = text.index(before: place)
    }
    while place > text.startIndex, text[text.index(before: place)] != " " {
      place = text.index(before: place)
    }
    return place
  }

  private static func wordEnd(_ text: String, after index: String.Index) -> String.Index {
    var place = index
    while place < text.endIndex, text[place] == " " { place = text.index(after: place) }
    while place < text.endIndex, text[place] != " " { place = text.index(after: place) }
    return place
  }
}
