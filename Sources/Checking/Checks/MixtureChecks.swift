import Manuscript

extension CheckedArticle {
  /// Digits of two kinds in one number, and quotation marks of two kinds in one article.
  mutating func checkMixture() {
    for text in texts where text.look.hasArabicDigit {
      for number in Numbers.mixed(in: text.text) {
        report(.mixedDigits, .warning, at: place(of: number, in: text), ["text": number])
      }
    }
    checkQuotationMarks()
  }

  /// Straight and Hebrew marks beside Hebrew letters: a text has one or the other.
  private mutating func checkQuotationMarks() {
    var straight = QuotationMarks.Count()
    var hebrew = QuotationMarks.Count()
    for (index, text) in texts.enumerated() where text.look.hasQuotationMark {
      QuotationMarks.count(in: text.text, number: index, straight: &straight, hebrew: &hebrew)
    }
    let isStraightRarer = straight.number <= hebrew.number
    let rarer = isStraightRarer ? straight : hebrew
    guard straight.number > 0, hebrew.number > 0, let first = rarer.first else { return }
    let text = texts[first.text]
    let word = QuotationMarks.word(in: text.text, at: first.offset)
    report(
      .mixedQuotationMarks, .notice, at: place(of: word, in: text),
      [
        "text": word, "count": String(rarer.number),
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

/// Quotation marks beside Hebrew letters.
enum QuotationMarks {
  struct Count {
    var number = 0
    /// The first one: the number of its text and its offset in the text's UTF-8.
    var first: (text: Int, offset: Int)?

    fileprivate mutating func add(_ text: Int, _ offset: Int) {
      number += 1
      first = first ?? (text, offset)
    }
  }

  static func count(
    in text: String, number: Int, straight: inout Count, hebrew: inout Count
  ) {
    var text = text
    text.withUTF8 { bytes in
      for index in bytes.indices {
        if bytes[index] == 0x22 {
          if isHebrew(bytes, index - 2) || isHebrew(bytes, index + 1) {
            straight.add(number, index)
          }
        } else if bytes[index] == 0xD7, index + 1 < bytes.count, bytes[index + 1] == 0xB4 {
          if isHebrew(bytes, index - 2) || isHebrew(bytes, index + 2) {
            hebrew.add(number, index)
          }
        }
      }
    }
  }

  private static func isHebrew(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index >= 0, index + 1 < bytes.count, bytes[index] == 0xD7 else { return false }
    return (0x90...0xAA).contains(bytes[index + 1])
  }

  /// What stands around an offset, up to white space.
  static func word(in text: String, at offset: Int) -> String {
    let bytes = Array(text.utf8)
    let start = bytes[..<offset].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: 0x20) ?? bytes.count
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
