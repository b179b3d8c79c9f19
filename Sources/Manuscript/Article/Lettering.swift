/// The letters with which the items of a bulleted list begin, as they are printed: `א.`, `(ב)`, `ג׳`,
/// `أ.`, `a)`, `(1)`.
///
/// A list is lettered where every item begins with such a mark and the marks go up by one, in one of
/// the orders in use: the Hebrew numerals, the Arabic alphabet, the abjad, the Latin alphabet,
/// numbers in brackets.
public struct Lettering: Equatable, Sendable {
  /// For each item its mark, with its signs.
  public var marks: [String]

  /// The lettering of a list; `nil` where it has none.
  public init?(_ list: List) {
    guard list.start == nil, !list.isBibliography, !list.items.isEmpty else { return nil }
    var marks: [String] = []
    var orders: [[Int]] = []
    for item in list.items {
      guard case .paragraph(let inlines)? = item.blocks.first?.content,
        case .text(let text)? = inlines.first, let mark = Self.mark(text)
      else { return nil }
      marks.append(mark.text)
      orders.append(Self.places(of: mark.label))
    }
    guard let first = orders.first else { return nil }
    let isRising = first.indices.contains { order in
      guard first[order] > 0, list.items.count > 1 || first[order] == 1 else { return false }
      return orders.enumerated().allSatisfy { $1[order] == first[order] + $0 }
    }
    guard isRising else { return nil }
    self.marks = marks
  }

  /// The list without the marks in its texts.
  public func bare(_ list: List) -> List {
    var list = list
    for (index, mark) in marks.enumerated() where list.items.indices.contains(index) {
      guard let block = list.items[index].blocks.first,
        case .paragraph(var inlines) = block.content, case .text(let text)? = inlines.first
      else { continue }
      inlines[0] = .text(String(text.dropFirst(mark.count).drop { $0 == " " }))
      list.items[index].blocks[0].content = .paragraph(inlines)
    }
    return list
  }

  /// The mark at a text's beginning: as printed, and its letters or digits alone.
  public static func mark(_ text: some StringProtocol) -> (text: String, label: String)? {
    var rest = text[...]
    let isOpened = rest.first == "("
    if isOpened { rest = rest.dropFirst() }
    let label = rest.prefix { $0.isLetter || $0.isNumber }
    guard (1...4).contains(label.count) else { return nil }
    rest = rest.dropFirst(label.count)
    let geresh = rest.prefix { "׳'".contains($0) }.prefix(1)
    rest = rest.dropFirst(geresh.count)
    let stop = rest.prefix { ".)".contains($0) }.prefix(1)
    rest = rest.dropFirst(stop.count)
    guard isOpened ? stop == ")" : !stop.isEmpty || !geresh.isEmpty,
      rest.first == " ", label.first?.isNumber == false || isOpened
    else { return nil }
    return (String(text[..<rest.startIndex]), String(label))
  }

  /// The place of a label in each of the orders, 0 where it has none.
  public static func places(of label: String) -> [Int] {
    let abjad = label == "هـ" ? "ه" : label
    return [
      hebrew(label), place(of: bare(label), in: arabicAlphabet),
      place(of: bare(abjad), in: abjadOrder), place(of: label.lowercased(), in: latinAlphabet),
      number(label),
    ]
  }

  private static let arabicAlphabet = Array("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
  private static let abjadOrder = Array("ابجدهوزحطيكلمنسعفصقرشتثخذضظغ")
  private static let latinAlphabet = Array("abcdefghijklmnopqrstuvwxyz")

  private static func place(of label: String, in order: [Character]) -> Int {
    guard label.count == 1, let letter = label.first else { return 0 }
    return (order.firstIndex(of: letter) ?? -1) + 1
  }

  /// The first letter is written with a hamza: أ.
  private static func bare(_ label: String) -> String {
    label == "أ" || label == "إ" ? "ا" : label
  }

  private static func number(_ label: String) -> Int {
    label.allSatisfy(\.isNumber) ? Int(WesternDigits.replacing(label)) ?? 0 : 0
  }

  /// The value of Hebrew letters as a numeral: ones, tens and hundreds in falling order, 15 and 16 as
  /// טו and טז.
  private static func hebrew(_ label: String) -> Int {
    if label == "טו" { return 15 }
    if label == "טז" { return 16 }
    var sum = 0
    var last = Int.max
    for letter in label {
      guard let value = hebrewValues[letter], value < last else { return 0 }
      sum += value
      last = value >= 100 ? 100 : value >= 10 ? 10 : 1
      if last == 100, value == 400 { last = 401 }
    }
    return sum
  }

  private static let hebrewValues: [Character: Int] = {
    var values: [Character: Int] = [:]
    for (index, letter) in "אבגדהוזחט".enumerated() { values[letter] = index + 1 }
    for (index, letter) in "יכלמנסעפצ".enumerated() { values[letter] = (index + 1) * 10 }
    for (index, letter) in "קרשת".enumerated() { values[letter] = (index + 1) * 100 }
    return values
  }()
}

/// The digits 0-9 for those of Arabic and Persian.
public enum WesternDigits {
  /// The text with every Arabic-Indic or Eastern Arabic-Indic digit as the digit 0-9 of its value.
  public static func replacing(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0660...0x0669: result += String(scalar.value - 0x0660)
      case 0x06F0...0x06F9: result += String(scalar.value - 0x06F0)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
