import Foundation
import Orthography

/// Finds the words in letters that lost their spaces, by a dictionary: the division into words that
/// costs least.
///
/// A word that the dictionary knows costs little, the commonest words less, one that it does not know
/// more for each letter. Hebrew final letters, teh marbuta and alef maksura end words. What a
/// dictionary takes for a word is often one with a prefix, or two words; so prefixes cost something,
/// but for the Hebrew article, which is rather a prefix than the end of the word before it. The words
/// that a first division finds time and again cost less in the second.
final class WordSegmentation {
  private let lexicon: any Lexicon
  private var costs: [[Unicode.Scalar]: Double] = [:]
  private var counts: [[Unicode.Scalar]: Int] = [:]

  init(lexicon: any Lexicon) { self.lexicon = lexicon }

  /// Whether a script's words can be found at all.
  func covers(_ stretch: [Unicode.Scalar]) -> Bool { lexicon.knows(stretch.text) != nil }

  /// Learns how often stretches have each word.
  func learn(_ stretches: [[Unicode.Scalar]]) {
    var counts: [[Unicode.Scalar]: Int] = [:]
    for stretch in stretches {
      for word in words(stretch) { counts[Self.letters(word), default: 0] += 1 }
    }
    self.counts = counts
  }

  /// The longest word that is looked for.
  private static let longest = 12

  /// The words of a stretch of letters.
  ///
  /// - Complexity: linear in the stretch's length.
  func words(_ stretch: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var best = [Double](repeating: .infinity, count: stretch.count + 1)
    var back = [Int](repeating: 0, count: stretch.count + 1)
    best[0] = 0
    for start in stretch.indices where best[start] < .infinity {
      var letters: [Unicode.Scalar] = []
      var end = start
      while end < stretch.count {
        if Kind(stretch[end]) != .mark { letters.append(stretch[end]) }
        guard letters.count <= Self.longest else { break }
        end += 1
        // A vowel sign stays with its letter.
        if end < stretch.count, Kind(stretch[end]) == .mark { continue }
        let cost = best[start] + self.cost(letters)
        if cost < best[end] { (best[end], back[end]) = (cost, start) }
        if endsWord(letters), !isQuote(end, stretch) { break }
      }
    }
    var words: [[Unicode.Scalar]] = []
    var end = stretch.count
    while end > 0 {
      words.append(Array(stretch[back[end]..<end]))
      end = back[end]
    }
    return words.reversed()
  }

  private static func letters(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    word.filter { Kind($0) != .mark }
  }

  /// Whether no letter can follow in the same word.
  private func endsWord(_ letters: [Unicode.Scalar]) -> Bool {
    letters.last.map(Self.finals.contains) ?? false
  }

  private func isQuote(_ index: Int, _ stretch: [Unicode.Scalar]) -> Bool {
    index < stretch.count && Self.quotes.contains(stretch[index])
  }

  // MARK: - Costs

  private func cost(_ letters: [Unicode.Scalar]) -> Double {
    guard !letters.isEmpty else { return 60 }
    var cost = costs[letters] ?? 0
    if cost == 0 {
      cost = ownCost(letters)
      costs[letters] = cost
    }
    if let count = counts[letters], count > 1 {
      cost = min(cost, max(3, cost - 3 * log(Double(count))))
    }
    return cost
  }

  private func ownCost(_ letters: [Unicode.Scalar]) -> Double {
    let word = Array(
      letters.drop(while: Self.quotes.contains).reversed().drop(while: Self.quotes.contains)
        .reversed())
    guard let last = word.last, let first = word.first else { return 12 }
    if Self.commonWords.contains(word.text), lexicon.frequency(of: word.text) == nil { return 4 }
    // What only ends words begins none.
    if Self.finals.contains(first) { return 40 }
    if let frequency = lexicon.frequency(of: word.text) {
      return frequencyCost(frequency, word)
    }
    var cost = word.count == 1 ? 8.0 : word.count == 2 ? 4 : 0
    if Self.medials.contains(last), word.count > 1 { cost += 4 }
    guard isKnown(word) else { return cost + 9 + 3 * Double(word.count) }
    return cost + 9 + prefixCost(word)
  }

  /// The cost of a word by how often it is used: the information that it gives, in natural units. A
  /// list's single letters come from abbreviations and misprints.
  private func frequencyCost(_ frequency: Double, _ word: [Unicode.Scalar]) -> Double {
    if word.count == 1, word != ["و"] { return 16 }
    if frequency > 0 { return -log(frequency) }
    return Self.rarest + (isKnown(word) ? 0 : 3 * Double(word.count))
  }

  /// What a word costs that is hardly ever used.
  private static let rarest = 19.0

  private func prefixCost(_ word: [Unicode.Scalar]) -> Double {
    var cost = 0.0
    var rest = word[...]
    var depth = 0
    while rest.count > 2, let letter = rest.first, let weight = Self.prefixes[letter],
      isKnown(Array(rest.dropFirst()))
    {
      if Script(letter) == .arabic {
        cost += 1.5 * weight * (1 + 0.6 * Double(depth))
      } else {
        cost += depth > 0 ? 2 * weight : letter == "ה" ? -3 : 0
      }
      rest = rest.dropFirst()
      depth += 1
    }
    return cost
  }

  private var known: [[Unicode.Scalar]: Bool] = [:]

  private func isKnown(_ word: [Unicode.Scalar]) -> Bool {
    if let answer = known[word] { return answer }
    let answer = lexicon.knows(word.text) == true
    known[word] = answer
    return answer
  }

  private static let quotes: Set<Unicode.Scalar> = ["״", "\"", "”", "“"]
  private static let finals: Set<Unicode.Scalar> = ["ך", "ם", "ן", "ף", "ץ", "ة", "ى"]
  /// Letters that have another form at the end of a word.
  private static let medials: Set<Unicode.Scalar> = ["כ", "מ", "נ", "פ", "צ"]

  /// One-letter words that are written together with the next, and how rare they are.
  private static let prefixes: [Unicode.Scalar: Double] = [
    "ו": 0.6, "ה": 0.6, "ב": 0.6, "ל": 0.7, "מ": 0.8, "ש": 1.2, "כ": 1.2,
    "و": 0.6, "ب": 0.8, "ل": 0.8, "ف": 1.6, "ك": 1.6, "س": 1.2, "أ": 3,
  ]

  /// The commonest words of Hebrew and Arabic, which make up a third of any text.
  private static let commonWords: Set<String> = [
    "של", "את", "על", "לא", "הוא", "היא", "כי", "עם", "זה", "בין", "או", "גם", "אל", "אך", "אם",
    "כל",
    "יותר", "רק", "מן", "לפי", "עד", "אשר", "זו", "אלה", "אלא", "אין", "יש", "אף", "ולא", "כדי",
    "היה",
    "הם", "כמו", "לבין", "שני", "הן", "ידי", "אחד", "אולם", "היו", "בו", "לו", "לה", "בה", "כך",
    "ביותר", "אחת", "רב", "אינו", "איננה", "תוך", "מה", "מי", "אנו",
    "في", "من", "على", "إلى", "أن", "عن", "التي", "الذي", "هذه", "هذا", "لا", "ما", "كان", "مع",
    "بين",
    "قد", "كل", "ذلك", "بعد", "لم", "وقد", "أو", "ثم", "إن", "هو", "هي", "عند", "غير", "حتى", "كما",
    "كانت", "أي", "بل", "قبل", "منذ", "لكن", "لها", "له", "به", "فيه", "حول", "أما", "إلا", "تلك",
    "هنا", "ولا", "وفي", "ومن", "وعلى", "حين", "لن", "ولم",
  ]
}
