/// Digits in groups that are one number: `050 123 4567`, `+972 3 612 3456`, `(03) 612-3456`,
/// `978 965 123 456 7`, `1 200 000`.
///
/// Groups with spaces between them are one number where they begin as a telephone number does (`+`,
/// `0`, a code in brackets), where all groups after the first have three digits, or where three
/// groups or more have seven digits and not every one could be a year. `12 20` and `1985 1990` are
/// numbers of the sentence. With hyphens alone they are so where they begin as a telephone number
/// does, stand behind a word for one, or are three groups or more, and are no date and no years.
struct DigitGroups {
  private let reader: PieceReader

  /// An IBAN has nine groups; more are a list.
  private static let limit = 10

  init(_ reader: PieceReader) { self.reader = reader }

  /// The index after the groups that begin at a token; `nil` where there are none.
  func end(at start: Int) -> Int? {
    var index = start
    var isTelephone = false
    if reader.sign(index) == 0x2B, reader.kind(index) == .dash {
      isTelephone = true
      index += 1
    }
    var lengths: [Int] = []
    var values: [ArraySlice<UInt8>] = []
    func take(_ place: Int) {
      let text = reader.text(place)
      // Arabic-Indic digits have two bytes.
      lengths.append(reader.kind(place) == .digits ? text.count : text.count / 2)
      values.append(text)
    }
    let digits: Token.Kind
    if reader.kind(index) == .opening {
      guard let inner = reader.kind(index + 1), inner == .digits || inner == .arabicDigits,
        reader.kind(index + 2) == .closing, isZero(index + 1) || isTelephone
      else { return nil }
      digits = inner
      take(index + 1)
      isTelephone = true
      index += 3
    } else {
      guard let first = reader.kind(index), first == .digits || first == .arabicDigits,
        !isGlued(index)
      else { return nil }
      digits = first
      take(index)
      isTelephone = isTelephone || isZero(index)
      index += 1
    }
    var spaces = 0
    var dashes = 0
    while lengths.count < Self.limit {
      var next = index
      if reader.kind(next) == .space {
        next += 1
      } else if reader.kind(next) == .dash, reader.sign(next) != 0x2B {
        next += 1
      } else if reader.sign(next) == 0x2E {
        next += 1
      }
      // +44 (0)20 …: the zero that is dialled at home alone.
      if isTelephone, reader.kind(next) == .opening, isZero(next + 1),
        reader.kind(next + 1) == digits, reader.kind(next + 2) == .closing
      {
        take(next + 1)
        index = next + 3
        spaces += 1
        continue
      }
      guard next > index || reader.kind(index - 1) == .closing, reader.kind(next) == digits else {
        break
      }
      if reader.kind(index) == .dash { dashes += 1 }
      if reader.kind(index) == .space || reader.kind(index - 1) == .closing { spaces += 1 }
      take(next)
      index = next + 1
    }
    guard !isGluedBehind(index) else { return nil }
    let count = lengths.reduce(0, +)
    if spaces == 0 {
      let isDate = lengths == [2, 2, 4] || lengths == [4, 2, 2]
      guard dashes > 0, !isDate, count >= 7 else { return nil }
      let isChain = lengths.count >= 3 && !areYears(lengths, values)
      return isTelephone || isChain || isNamed(start) ? index : nil
    }
    if isTelephone, count <= 15 { return count >= 6 ? index : nil }
    if (1...3).contains(lengths[0]), lengths.dropFirst().allSatisfy({ $0 == 3 }) {
      return decimalsEnd(index, digits)
    }
    return lengths.count >= 3 && count >= 7 && !areYears(lengths, values) ? index : nil
  }

  private func areYears(_ lengths: [Int], _ values: [ArraySlice<UInt8>]) -> Bool {
    zip(lengths, values).allSatisfy { $0 == 4 && ($1.first == 0x31 || $1.first == 0x32) }
  }

  /// Whether a word for a telephone stands before the digits: `هاتف 298-2001`.
  private func isNamed(_ start: Int) -> Bool {
    var index = start - 1
    while reader.kind(index) == .space || reader.sign(index) == 0x3A { index -= 1 }
    guard reader.kind(index)?.direction == .rightToLeft else { return false }
    let word = String(decoding: reader.text(index), as: UTF8.self)
    return Self.telephones.contains { word.hasSuffix($0) }
  }

  /// They may have an article or a prefix in front.
  private static let telephones = [
    "טלפון", "פקס", "נייד", "هاتف", "فاكس", "تلفون", "جوال", "تلفن", "فکس", "نمابر", "موبایل",
  ]

  private func isZero(_ index: Int) -> Bool {
    let text = reader.text(index)
    if reader.kind(index) == .digits { return text.first == 0x30 }
    return text.starts(with: [0xD9, 0xA0]) || text.starts(with: [0xDB, 0xB0])
  }

  /// `1 200 000,50`.
  private func decimalsEnd(_ index: Int, _ digits: Token.Kind) -> Int {
    let hasDecimals =
      (reader.sign(index) == 0x2C || reader.sign(index) == 0x2E)
      && reader.kind(index + 1) == digits
    return hasDecimals ? index + 2 : index
  }

  private func isGlued(_ index: Int) -> Bool {
    switch reader.kind(index - 1) {
    case .latin, .otherLetters, .digits, .arabicDigits, .unit: true
    case .punctuation, .dash: reader.isSolid(index - 2)
    default: false
    }
  }

  private func isGluedBehind(_ index: Int) -> Bool {
    switch reader.kind(index) {
    case .latin, .otherLetters, .superscript: true
    default: false
    }
  }
}
