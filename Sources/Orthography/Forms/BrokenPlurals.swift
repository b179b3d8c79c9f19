/// Arabic's broken plurals, by the patterns of grammar.
///
/// A pattern gives the singulars that a plural of its shape may have; which of them is a word only a
/// text tells. Words are folded: hamza on its carrier and alif are one, ta marbuta is ha.
public enum BrokenPlurals {
  /// The singulars that a folded word without clitics may be a broken plural of, by patterns that
  /// few other words have.
  public static func singulars(of word: String) -> [String] { singulars(of: word, patterns) }

  /// The singulars by patterns that many other words have too: nearer than nothing, but no sign that
  /// the word is a plural.
  public static func possibleSingulars(of word: String) -> [String] {
    singulars(of: word, commonPatterns)
  }

  private static func singulars(of word: String, _ patterns: [Pattern]) -> [String] {
    let letters = Array(word.unicodeScalars)
    guard letters.count <= 8 else { return [] }
    var singulars: [String] = []
    for pattern in patterns {
      guard let roots = match(letters, pattern.plural) else { continue }
      singulars += pattern.singulars.map { fill($0, with: roots) }
    }
    return singulars.filter { $0 != word }
  }

  /// A plural's shape and its singulars'; the digits stand for the root's consonants.
  private struct Pattern {
    var plural: [Unicode.Scalar]
    var singulars: [String]

    init(plural: String, singulars: [String]) {
      self.plural = Array(plural.unicodeScalars)
      self.singulars = singulars
    }
  }

  private static let patterns: [Pattern] = [
    Pattern(plural: "ا12ا3", singulars: ["123", "123ه"]),
    Pattern(plural: "ا1وا2", singulars: ["1ا2"]),
    Pattern(plural: "ا123ه", singulars: ["12ا3", "12ي3"]),
    Pattern(plural: "12و3", singulars: ["123"]),
    Pattern(plural: "123اء", singulars: ["12ي3", "1ا23"]),
    Pattern(plural: "ا123اء", singulars: ["12ي3"]),
    Pattern(plural: "م1ا2ي3", singulars: ["م12و3", "م12ا3"]),
    Pattern(plural: "م1ا23", singulars: ["م123", "م123ه"]),
    Pattern(plural: "12اي3", singulars: ["12ي3ه", "12ا3ه"]),
    Pattern(plural: "1وا23", singulars: ["1ا23", "1ا23ه"]),
    Pattern(plural: "1وا2ي3", singulars: ["1ا2و3", "1ا2ي3"]),
    Pattern(plural: "ت1ا2ي3", singulars: ["ت12ي3"]),
    Pattern(plural: "ا1ا2ي3", singulars: ["ا12و3", "ا12ا3"]),
    Pattern(plural: "12ا3ي4", singulars: ["123و4", "123ا4", "123ي4"]),
    // Of a weak or a hamza at the end: قناة قنوات, فتاة فتيات, أداة أدوات, مبدأ مبادئ, مأساة مآس.
    Pattern(plural: "12وات", singulars: ["12اه"]),
    Pattern(plural: "12يات", singulars: ["12اه"]),
    Pattern(plural: "ا1وات", singulars: ["ا1اه"]),
    Pattern(plural: "م1ا2ي", singulars: ["م12ا", "م12اه"]),
  ]

  private static let commonPatterns: [Pattern] = [
    Pattern(plural: "123", singulars: ["12ي3ه", "12ا3", "12ي3", "123ه"]),
    // One of a people or a body of men: جندي جنود, تركي أتراك.
    Pattern(plural: "12و3", singulars: ["123ي"]),
    Pattern(plural: "ا12ا3", singulars: ["123ي"]),
    Pattern(plural: "122", singulars: ["12ه"]),
    Pattern(plural: "12ا3", singulars: ["123", "1ا23"]),
    Pattern(plural: "123ه", singulars: ["1ا23"]),
    Pattern(plural: "ا12ا3", singulars: ["1ا23"]),
    Pattern(plural: "ا123", singulars: ["123"]),
    Pattern(plural: "123ي", singulars: ["12ي3"]),
    Pattern(plural: "12ا34", singulars: ["1234", "1234ه"]),
    Pattern(plural: "ا1ا23", singulars: ["ا123", "ا123ي"]),
  ]

  private static func match(
    _ letters: [Unicode.Scalar], _ shape: [Unicode.Scalar]
  ) -> [Unicode.Scalar]? {
    guard shape.count == letters.count else { return nil }
    var roots: [Unicode.Scalar] = []
    for (letter, sign) in zip(letters, shape) {
      if ("1"..."4").contains(sign) {
        let number = Int(sign.value - 0x31)
        if number < roots.count {
          guard roots[number] == letter else { return nil }
          continue
        }
        // A weak middle consonant is common (سوق, دور, عين); a weak first or last one makes other
        // shapes.
        if sign != "2", letter == "ا" { return nil }
        roots.append(letter)
      } else if letter != sign {
        return nil
      }
    }
    return roots
  }

  private static func fill(_ pattern: String, with roots: [Unicode.Scalar]) -> String {
    var word: [Unicode.Scalar] = []
    for sign in pattern.unicodeScalars {
      word.append(("1"..."4").contains(sign) ? roots[Int(sign.value - 0x31)] : sign)
    }
    return String(letters: word)
  }
}
