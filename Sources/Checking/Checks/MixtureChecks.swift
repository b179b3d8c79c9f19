import Manuscript
import Orthography

extension CheckedArticle {
  /// Digits of two kinds in one number, and quotation marks of two kinds in one article.
  mutating func checkMixture() {
    for text in texts {
      for number in Numbers.mixed(in: text.text) {
        report(.mixedDigits, .warning, at: place(of: number, in: text), ["text": number])
      }
    }
    checkQuotationMarks()
  }

  /// Straight and Hebrew marks beside Hebrew letters: a text has one or the other.
  private mutating func checkQuotationMarks() {
    var straight: [(String, CheckedText)] = []
    var hebrew: [(String, CheckedText)] = []
    for text in texts {
      for (word, isStraight) in QuotationMarks.words(in: text.text) {
        if isStraight { straight.append((word, text)) } else { hebrew.append((word, text)) }
      }
    }
    guard !straight.isEmpty, !hebrew.isEmpty else { return }
    let isStraightRarer = straight.count <= hebrew.count
    let rarer = isStraightRarer ? straight : hebrew
    guard let (word, text) = rarer.first else { return }
    report(
      .mixedQuotationMarks, .notice, at: place(of: word, in: text),
      [
        "text": word, "count": String(rarer.count),
        "sign": isStraightRarer ? "\"" : "״", "other": isStraightRarer ? "״" : "\"",
      ])
  }
}

/// Numbers as they stand in a text.
enum Numbers {
  /// Those that have digits of more than one kind: `٢٠2٤`, `١٥/5/٢٠٢٤`.
  static func mixed(in text: String) -> [String] {
    var mixed: [String] = []
    var number = String.UnicodeScalarView()
    var kinds: Set<UInt32> = []
    func close() {
      if kinds.count > 1 {
        while let last = number.last, !isDigit(last) { number.removeLast() }
        mixed.append(String(number))
      }
      number.removeAll()
      kinds.removeAll()
    }
    for scalar in text.unicodeScalars {
      if isDigit(scalar) {
        number.append(scalar)
        kinds.insert(scalar.value & 0xFFF0)
      } else if !number.isEmpty, ["/", ".", ",", ":", "٫", "٬"].contains(scalar) {
        number.append(scalar)
      } else {
        close()
      }
    }
    close()
    return mixed
  }

  /// ASCII, Arabic-Indic and Eastern Arabic-Indic digits.
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x0660...0x0669, 0x06F0...0x06F9: true
    default: false
    }
  }
}

enum QuotationMarks {
  /// The words that have a quotation mark beside a Hebrew letter, and whether it is the straight
  /// one.
  static func words(in text: String) -> [(word: String, isStraight: Bool)] {
    guard text.unicodeScalars.contains(where: { $0 == "\"" || $0 == "\u{05F4}" }) else { return [] }
    var found: [(String, Bool)] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      let scalars = Array(word.unicodeScalars)
      guard let index = scalars.firstIndex(where: { $0 == "\"" || $0 == "\u{05F4}" }) else {
        continue
      }
      let neighbours = [index - 1, index + 1].filter { scalars.indices.contains($0) }
      if neighbours.contains(where: { Script(scalars[$0]) == .hebrew }) {
        found.append((String(word), scalars[index] == "\""))
      }
    }
    return found
  }
}
