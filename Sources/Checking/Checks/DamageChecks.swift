import Foundation
import Manuscript
import Orthography

extension CheckedArticle {
  /// Letters that are shapes and not letters, and invisible marks.
  mutating func checkSigns() {
    for text in texts where text.look.hasRareSign {
      var shapes = ""
      var marks: [Unicode.Scalar] = []
      for scalar in text.text.unicodeScalars {
        if PresentationForms.isShape(scalar) {
          shapes.unicodeScalars.append(scalar)
        } else if InvisibleMarks.isStray(scalar) {
          marks.append(scalar)
        }
      }
      if let first = shapes.first {
        let word = Self.word(around: first, in: text.text)
        report(
          .presentationForm, .warning, at: place(of: String(first), in: text),
          ["text": word, "count": String(shapes.unicodeScalars.count)])
      }
      if let first = marks.first {
        let names = Set(marks.map { "U+" + String($0.value, radix: 16, uppercase: true) })
        report(
          .strayMark, .warning, at: place(of: String(first), in: text),
          ["marks": names.sorted().joined(separator: ", "), "count": String(marks.count)])
      }
    }
  }

  private static func word(around character: Character, in text: String) -> String {
    let word = text.split(whereSeparator: \.isWhitespace).first { $0.contains(character) }
    return word.map(String.init) ?? String(character)
  }

  /// Brackets that close before they open, and those without a partner.
  mutating func checkBrackets() {
    for text in texts where text.look.hasBracket && text.role != .cell {
      guard let fault = BracketBalance.fault(in: text.text) else { continue }
      let kind: Finding.Kind = fault.isMirrored ? .mirroredBrackets : .unbalancedBracket
      report(
        kind, fault.isMirrored ? .warning : .notice, at: place(of: fault.piece, in: text),
        ["text": fault.piece])
    }
  }

  /// Forms of letters that stand where no word has them: the sign of turned or glued words.
  mutating func checkLetters() {
    for text in texts {
      var turned: [String] = []
      var glued: [String] = []
      let words = text.look.hasFinalLetterInside ? LetterForms.words(in: text.text) : []
      for word in words {
        switch LetterForms.fault(in: word) {
        case .finalFirst: turned.append(word)
        case .finalInside where surroundings.lexicon.knows(word) != true: glued.append(word)
        default: continue
        }
      }
      if let first = turned.first {
        report(
          .turnedWord, .warning, at: place(of: first, in: text),
          ["text": turned.prefix(5).joined(separator: " "), "count": String(turned.count)])
      }
      for word in glued {
        report(.finalLetterInside, .warning, at: place(of: word, in: text), ["text": word])
      }
      if let sign = Self.sentenceSign(atStartOf: text) {
        report(
          .punctuationFirst, .warning, at: place(of: sign, in: text),
          ["text": String(text.text.prefix(40))])
      }
    }
  }

  /// A sign that ends or parts sentences, where a paragraph of right-to-left script begins with it.
  private static func sentenceSign(atStartOf text: CheckedText) -> String? {
    guard text.role == .paragraph || text.role == .heading,
      [0x2E, 0x2C, 0x3B, 0x3A, 0x3F, 0x21, 0xD8].contains(text.look.first),
      let first = text.text.first, ".,;:،؛؟?!".contains(first), !text.text.hasPrefix("..")
    else { return nil }
    let letter = text.text.unicodeScalars.lazy.compactMap { Script($0) }.first
    guard letter?.direction == .rightToLeft else { return nil }
    // A decimal point or a name such as .NET.
    let second = text.text.dropFirst().first
    guard second?.isNumber != true, second?.isASCII != true || second == " " else { return nil }
    return String(text.text.prefix(12))
  }
}

/// Code points that stand for the shape of a letter instead of the letter (Unicode blocks Alphabetic
/// and Arabic Presentation Forms).
enum PresentationForms {
  /// Ligatures that are signs of their own, as ﷺ, are none.
  static func isShape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFB00...0xFB06, 0xFB1D...0xFB28, 0xFB2A...0xFB4F, 0xFB50...0xFBB1, 0xFBD3...0xFD3D,
      0xFD50...0xFDEF, 0xFE70...0xFEFC:
      true
    default: false
    }
  }

  /// The letters that a shape stands for (its compatibility mapping); `nil` for other characters and
  /// for marks that Unicode gives a space to stand on.
  static func letters(of scalar: Unicode.Scalar) -> String? {
    guard isShape(scalar) else { return nil }
    let letters = String(scalar).precomposedStringWithCompatibilityMapping
    return letters.contains(" ") || letters == String(scalar) ? nil : letters
  }
}

/// Characters that are not seen and that a text seldom wants.
enum InvisibleMarks {
  /// Direction marks, embeddings, overrides, isolates, and the zero-width space and byte order mark.
  /// The joiners are left alone: Persian and other languages spell with them.
  static func isStray(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF, 0x00AD: true
    default: false
    }
  }
}

/// Round and square brackets of a text.
enum BracketBalance {
  struct Fault {
    /// The words in question.
    var piece: String
    /// Whether one closes before another opens: `)כך(`.
    var isMirrored: Bool
  }

  /// The first fault of a text.
  static func fault(in text: String) -> Fault? {
    let scalars = Array(text.unicodeScalars)
    var open: [Int] = []
    var closed: [Int] = []
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "(", "[": open.append(index)
      case ")", "]":
        if let last = open.last, scalars[last] == (scalar == ")" ? "(" : "[") {
          open.removeLast()
        } else if !isEnumerator(scalars, at: index) {
          closed.append(index)
        }
      default: continue
      }
    }
    for close in closed {
      guard let opening = open.first(where: { $0 > close }) else { continue }
      let isTight =
        close + 1 < scalars.count && !isSpace(scalars[close + 1]) && opening > 0
        && !isSpace(scalars[opening - 1])
      if isTight, opening - close < 200 {
        return Fault(piece: piece(scalars, close...opening), isMirrored: true)
      }
    }
    if let index = closed.first {
      return Fault(piece: piece(scalars, max(0, index - 12)...index), isMirrored: false)
    }
    if let index = open.first {
      let end = min(scalars.count - 1, index + 12)
      return Fault(piece: piece(scalars, index...end), isMirrored: false)
    }
    return nil
  }

  /// `א)`, `12)`: a sign or a number of an enumeration, at a word's start.
  private static func isEnumerator(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    var start = index
    while start > 0, index - start < 4,
      scalars[start - 1].properties.isAlphabetic
        || scalars[start - 1].properties.numericType != nil || scalars[start - 1] == "'"
        || scalars[start - 1] == "׳"
    {
      start -= 1
    }
    return start < index && index - start <= 3 && (start == 0 || isSpace(scalars[start - 1]))
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private static func piece(_ scalars: [Unicode.Scalar], _ range: ClosedRange<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}

/// Where the forms of letters may stand: Hebrew final letters and the Arabic tāʾ marbūṭa end words.
enum LetterForms {
  enum Fault {
    case finalFirst
    case finalInside
  }

  /// Runs of letters of Hebrew and Arabic; marks of vowels belong to them.
  static func words(in text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let script = Script(scalar), script.direction == .rightToLeft {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word.removeAll()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  static func fault(in word: String) -> Fault? {
    let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic && $0 != "\u{0640}" }
    guard letters.count > 1 else { return nil }
    for (index, letter) in letters.enumerated() where endsWords(letter) {
      if index == 0 { return .finalFirst }
      if index < letters.count - 1 { return .finalInside }
    }
    return nil
  }

  private static func endsWords(_ scalar: Unicode.Scalar) -> Bool {
    ["ך", "ם", "ן", "ף", "ץ", "ة"].contains(scalar)
  }
}
