import Orthography

/// What a shuffled line's spaces and signs say of its borders and cuts: the features whose weights
/// `Benchmarks/fit_shuffled.py` fits, which makes the same.
struct ShuffledFeatures {
  private let lexicon: any Lexicon

  init(lexicon: any Lexicon) { self.lexicon = lexicon }

  // MARK: - Borders

  /// The features of each gap between two tokens.
  ///
  /// - Parameter gaps: the spaces behind each token.
  func borders(_ tokens: [Scalars], gaps: [Int]) -> [[String]] {
    let outer = gaps.dropLast().map { min($0, 4) }
    let wide = outer.count { $0 > 1 }
    let share = Double(wide) / Double(max(1, outer.count))
    let sort =
      wide == 0 ? "0" : share > 0.6 ? "S" : share > 0.3 ? "M" : share > 0.12 ? "m" : "P"
    let stretched = wide > outer.count - wide ? "S" : "P"
    let odd = outer.firstIndex { $0 == 1 || $0 == 3 }
    let kinds = tokens.map(Self.kind(ofToken:))
    let unknown = tokens.map(isUnknown)
    return outer.indices.map { index in
      let gap = outer[index]
      let place =
        odd.map { index < $0 ? "before" : index == $0 ? "first" : "after" } ?? "none"
      let (left, right) = (kinds[index], kinds[index + 1])
      let small = "P1q".contains(left) || "P1q".contains(right) ? "s" : "-"
      let foreign = "LD".contains(left) || "LD".contains(right) ? "f" : "-"
      let base = "\(stretched)\(gap)"
      var features = [
        "gap\(gap)", "sort\(sort)\(gap)", "place\(base)\(place)",
        "beside\(base)\(place)\(small)\(foreign)", "left\(base)\(left)", "right\(base)\(right)",
        "back\(gap)" + (index > 0 ? "\(outer[index - 1])" : "x"),
        "on\(gap)" + (index + 1 < outer.count ? "\(outer[index + 1])" : "x"),
      ]
      if unknown[index] { features.append("unknown-left\(base)") }
      if unknown[index + 1] { features.append("unknown-right\(base)") }
      return features
    }
  }

  /// What a token is to the borders beside it: Latin, number, sign, one letter, a letter with a sign,
  /// two letters, or a word.
  private static func kind(ofToken token: Scalars) -> Character {
    let letters = token.count { LanguageTokens.isLetter($0) }
    switch letters {
    case 0:
      if token.contains(where: { $0.properties.isAlphabetic }) { return "L" }
      return token.contains { $0.isDigit } ? "D" : "P"
    case 1: return token.count == 1 ? "1" : "q"
    case 2: return "2"
    default: return "w"
    }
  }

  private func isUnknown(_ token: Scalars) -> Bool {
    let word = token.filter { LanguageTokens.isLetter($0) }
    return !word.isEmpty && level(word[...]) == "n"
  }

  /// How common a word is: h, m, l, or n for one that is not used. Where no list of frequencies is
  /// installed, a dictionary says whether it is a word.
  private func level(_ word: ArraySlice<Unicode.Scalar>) -> Character {
    let text = Array(word).string
    guard let frequency = lexicon.frequency(of: text) else {
      return lexicon.knows(text) == false ? "n" : "m"
    }
    return frequency > 1e-5 ? "h" : frequency > 3e-7 ? "m" : frequency > 1e-8 ? "l" : "n"
  }

  // MARK: - Cuts

  /// The features of each place inside a token, between its signs.
  func cuts(_ token: Scalars) -> [[String]] {
    let kinds = token.map(Self.kind)
    func part(_ place: Int) -> String {
      let kind = kinds[place]
      guard !"HLD".contains(kind) else { return String(kind) }
      return String(kind) + (place == 0 ? "<" : place == token.count - 1 ? ">" : "")
    }
    return token.indices.dropFirst().map { place in
      var features = ["pair\(part(place - 1))\(part(place))"]
      guard kinds[place - 1] == "H", kinds[place] == "H" else { return features }
      let start = kinds[..<place].lastIndex { $0 != "H" }.map { $0 + 1 } ?? 0
      let end = kinds[place...].firstIndex { $0 != "H" } ?? token.count
      let (whole, before, after) = (
        level(token[start..<end]), level(token[start..<place]), level(token[place..<end])
      )
      let length = min(end - start, 12) / 2
      features += [
        "whole-\(whole)", "before-\(before)", "after-\(after)", "parts-\(whole)\(before)\(after)",
        "length-\(length)", "length-\(whole == "n" ? "n" : "k")\(length)",
      ]
      if Self.finals.contains(token[place - 1]) { features.append("final-before") }
      if token[start..<(end - 1)].contains(where: Self.finals.contains) {
        features.append("final-inside")
      }
      if place - start == 1 { features.append("lone-before-\(token[start])") }
      if end - place == 1 { features.append("lone-after-\(token[place])") }
      return features
    }
  }

  private static func kind(_ sign: Unicode.Scalar) -> Character {
    if LanguageTokens.isLetter(sign) { return "H" }
    if sign.properties.isAlphabetic { return "L" }
    if sign.isDigit { return "D" }
    if quotes.contains(sign) { return "q" }
    if sign.isBracket { return "b" }
    return sign.isDash ? "h" : "p"
  }

  private static let quotes: Set<Unicode.Scalar> = ["\"", "'", "״", "׳", "”", "“", "’"]
  static let finals: Set<Unicode.Scalar> = ["ם", "ן", "ץ", "ף", "ך", "ة", "ى"]
}
