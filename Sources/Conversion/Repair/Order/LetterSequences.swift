import Foundation

/// How letters follow one another in the words of a paper: tells a word from one that was turned,
/// where no dictionary does.
///
/// A word's likelihood is that of each letter after the two before it, backed off to one and to none
/// (Witten and Bell's interpolation with a fixed weight).
struct LetterSequences {
  private var counts: [Int: [[Unicode.Scalar]: Double]] = [:]
  private var contexts: [Int: [[Unicode.Scalar]: Double]] = [:]

  /// Learns from words.
  init(words: [[Unicode.Scalar]]) {
    for word in words {
      let letters = Self.bounded(word)
      for index in 2..<letters.count {
        for length in 0...2 {
          let context = Array(letters[(index - length)..<index])
          counts[length, default: [:]][context + [letters[index]], default: 0] += 1
          contexts[length, default: [:]][context, default: 0] += 1
        }
      }
    }
  }

  /// The logarithm of a word's likelihood.
  func likelihood(_ word: [Unicode.Scalar]) -> Double {
    let letters = Self.bounded(word)
    var sum = 0.0
    for index in 2..<letters.count {
      // Some forty letters and marks: each as likely as any before something is known.
      var likelihood = 1.0 / 40
      for length in 0...2 {
        let context = Array(letters[(index - length)..<index])
        let count = counts[length]?[context + [letters[index]]] ?? 0
        let total = contexts[length]?[context] ?? 0
        likelihood = (count + 3 * likelihood) / (total + 3)
      }
      sum += log(likelihood)
    }
    return sum
  }

  /// A word with its beginning and end marked.
  private static func bounded(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    [" ", " "] + word + [" "]
  }
}
