import Foundation

/// What every code point is to search: the one table by which texts and queries are folded.
///
/// Two spellings that a reader takes for one word fold to one: points and other marks go, final and
/// presentation forms become the plain letter, Arabic letters that are written for one another
/// become one, digits of all scripts are ASCII's, Latin letters lose case and accents. The browser
/// folds by the same table, which the index carries (`bytes`).
///
/// Sources: Unicode's compatibility decomposition and general categories; for Arabic what
/// typesetters leave out (hamza on its carrier, the dots of final ya and of ta marbuta) and the
/// Persian and Urdu letters that stand for Arabic ones.
public struct LetterTable: Sendable {
  /// What a code point is in a text.
  public enum Kind: UInt8, Sendable {
    /// Ends a word.
    case separator = 0
    /// Belongs to no word by itself and does not end one: points, tatweel, direction marks.
    case mark = 1
    case hebrew = 2
    case arabic = 3
    /// A letter of Latin or of any other script.
    case letter = 4
    case digit = 5
    /// `"` and its like: gershayim between two Hebrew letters, a quotation mark elsewhere.
    case doubleQuote = 6
    /// `'` and its like: geresh between two Hebrew letters, a hyphen between others.
    case singleQuote = 7
    /// A hyphen, maqaf or dash: joins two words to a compound.
    case hyphen = 8

    /// Whether words are made of it.
    public var isWord: Bool { rawValue >= Kind.hebrew.rawValue && rawValue <= Kind.digit.rawValue }
  }

  /// The table.
  public static let standard = LetterTable()

  /// The kinds of the Basic Multilingual Plane.
  private let kinds: [UInt8]
  /// The folded UTF-8 of a word's code point where it is not the code point itself.
  private let foldings: [UInt32: [UInt8]]
  /// For the Basic Multilingual Plane the place in `starts`; 0 where a code point stays what it is.
  private let slots: [UInt16]
  /// Where each folding begins in `texts`, and behind the last where it ends.
  private let starts: [UInt32]
  /// The foldings, one after another.
  private let texts: [UInt8]

  /// The kind of a code point.
  @inline(__always)
  public func kind(of value: UInt32) -> Kind {
    if value < 0x10000 {
      return Kind(rawValue: kinds[Int(truncatingIfNeeded: value)]) ?? .separator
    }
    return Self.kindOutsideBMP(value, folded: foldings[value] != nil)
  }

  /// The UTF-8 that a code point of a word folds to; `nil` where it stays what it is.
  @inline(__always)
  public func folding(of value: UInt32) -> [UInt8]? {
    guard value < 0x10000 else { return foldings[value] }
    let slot = Int(slots[Int(truncatingIfNeeded: value)])
    return slot == 0 ? nil : Array(texts[Int(starts[slot])..<Int(starts[slot + 1])])
  }

  /// Appends what a code point of a word folds to; `false` where it stays what it is.
  @inline(__always)
  func appendFolding(of value: UInt32, to bytes: inout [UInt8]) -> Bool {
    guard value < 0x10000 else {
      guard let folding = foldings[value] else { return false }
      bytes += folding
      return true
    }
    let slot = Int(slots[Int(truncatingIfNeeded: value)])
    guard slot > 0 else { return false }
    for place in Int(starts[slot])..<Int(starts[slot + 1]) { bytes.append(texts[place]) }
    return true
  }

  private init() {
    var kinds = [UInt8](repeating: 0, count: 0x10000)
    var foldings: [UInt32: [UInt8]] = [:]
    for value in UInt32(0)..<0x1F000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let kind = Self.kind(of: scalar)
      if value < 0x10000 { kinds[Int(value)] = kind.rawValue }
      guard kind.isWord else { continue }
      let folded = Self.fold(scalar)
      if folded.isEmpty, value < 0x10000 { kinds[Int(value)] = Kind.mark.rawValue }
      if folded != Array(String(scalar).utf8) { foldings[value] = folded }
    }
    var slots = [UInt16](repeating: 0, count: 0x10000)
    var starts: [UInt32] = [0]
    var texts: [UInt8] = []
    for (value, folding) in foldings where value < 0x10000 {
      slots[Int(value)] = UInt16(starts.count)
      starts.append(UInt32(texts.count))
      texts += folding
    }
    starts.append(UInt32(texts.count))
    self.kinds = kinds
    self.foldings = foldings
    self.slots = slots
    self.starts = starts
    self.texts = texts
  }

  private static func kindOutsideBMP(_ value: UInt32, folded: Bool) -> Kind {
    guard value < 0x1F000, let scalar = Unicode.Scalar(value) else {
      // Ideographs of the supplementary planes; everything else there is no word.
      return (0x20000..<0x32000).contains(value) ? .letter : .separator
    }
    return kind(of: scalar)
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x22, 0x05F4, 0x201C...0x201F, 0x2033, 0xFF02: return .doubleQuote
    case 0x27, 0x60, 0xB4, 0x05F3, 0x2018...0x201B, 0x2032, 0xFF07: return .singleQuote
    case 0x2D, 0x05BE, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return .hyphen
    // Half rings and apostrophes of transliteration: ʿIraq and Iraq are one.
    case 0x02B9...0x02BF, 0x0640, 0x200C, 0x200D: return .mark
    case 0x200B, 0x05C0, 0x05C3, 0x05C6: return .separator
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return .mark
    case .decimalNumber: return .digit
    case .spacingMark: return .letter
    default: break
    }
    guard properties.isAlphabetic else { return .separator }
    switch Script(scalar) {
    case .hebrew: return .hebrew
    case .arabic: return .arabic
    default: return .letter
    }
  }

  /// The folded UTF-8 of a code point of a word; empty where nothing of it remains.
  private static func fold(_ scalar: Unicode.Scalar) -> [UInt8] {
    if let number = scalar.properties.numericValue,
      scalar.properties.generalCategory == .decimalNumber, (0...9).contains(number)
    {
      return [0x30 + UInt8(number)]
    }
    let decomposed =
      hasDecomposition(scalar)
      ? String(scalar).decomposedStringWithCompatibilityMapping : String(scalar)
    var folded = ""
    for part in decomposed.unicodeScalars {
      for lower in part.properties.lowercaseMapping.unicodeScalars {
        switch lower.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .spaceSeparator: continue
        default: folded += letters[lower] ?? String(lower)
        }
      }
    }
    return Array(folded.utf8)
  }

  /// Whether a code point may have a compatibility decomposition: the blocks where letters do.
  private static func hasDecomposition(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAA...0x058F, 0x0620...0x06FF, 0x1D00...0x1FFF, 0x2071...0x218F, 0xFB00...0xFDFF,
      0xFE70...0xFEFF, 0xFF00...0xFFEF, 0x1D400...0x1D7FF:
      true
    default: false
    }
  }

  /// Letters that stand for one another without a decomposition that says so.
  private static let letters: [Unicode.Scalar: String] = [
    "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "װ": "וו", "ױ": "וי", "ײ": "יי",
    "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ۍ": "ي", "ے": "ي",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ۃ": "ه", "ھ": "ه", "ە": "ه", "ک": "ك", "ڪ": "ك",
    "گ": "ك", "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف", "ڨ": "ق",
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
    "ħ": "h", "ς": "σ",
  ]
}

extension LetterTable {
  /// The table in the form in which the index carries it to the browser (docs/search-index.md):
  /// runs of equal kinds, then the foldings; what is alike stands together, so that it packs well.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var runs: [(length: Int, kind: UInt8)] = []
    for value in UInt32(0)..<0x1F000 {
      let kind = kind(of: value).rawValue
      if let last = runs.last, last.kind == kind {
        runs[runs.count - 1].length += 1
      } else {
        runs.append((1, kind))
      }
    }
    bytes.appendVarint(runs.count)
    for run in runs { bytes.appendVarint(run.length) }
    for run in runs { bytes.append(run.kind) }
    let sorted = foldings.sorted { $0.key < $1.key }
    bytes.appendVarint(sorted.count)
    var previous: UInt32 = 0
    for (value, _) in sorted {
      bytes.appendVarint(Int(value - previous))
      previous = value
    }
    var texts: [[UInt8]] = []
    for (value, folding) in sorted {
      let letters = String(decoding: folding, as: UTF8.self).unicodeScalars
      if letters.count == 1, let letter = letters.first {
        let distance = Int(letter.value) - Int(value)
        bytes.appendVarint(distance > 0 ? 2 * distance : 1 - 2 * distance)
      } else {
        bytes.appendVarint(0)
        texts.append(folding)
      }
    }
    for text in texts {
      bytes.appendVarint(text.count)
      bytes += text
    }
    return bytes
  }
}

extension [UInt8] {
  /// Appends a number of zero or more in LEB128: seven bits a byte, the lowest first, the high bit
  /// set on all but the last.
  public mutating func appendVarint(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}
