/// How the number of a list's item or of a note is printed, by the names that Word has for it (ECMA-376,
/// ST_NumberFormat), as far as papers in Hebrew, Arabic and European languages use it.
enum PrintedNumber {
  /// The number as it is printed; `nil` for a bullet and for no number.
  ///
  /// - Parameter name: the format's name in the file.
  static func text(_ number: Int, as name: String) -> String? {
    switch name {
    case "bullet", "none": return nil
    case "hebrew1": return hebrew(number)
    case "hebrew2": return letter(number, of: hebrewLetters)
    case "arabicAlpha": return letter(number, of: arabicLetters)
    case "arabicAbjad": return letter(number, of: abjad)
    case "lowerLetter": return letter(number, of: latinLetters)
    case "upperLetter": return letter(number, of: latinLetters).uppercased()
    case "lowerRoman": return roman(number)
    case "upperRoman": return roman(number).uppercased()
    case "chicago":
      let place = max(1, number) - 1
      return String(repeating: signs[place % 4], count: min(place / 4 + 1, 8))
    case "hindiNumbers": return String(String(number).map { arabicDigits[$0] ?? $0 })
    default: return String(number)
    }
  }

  /// Whether a format writes whole numbers by digits.
  static func isByDigits(_ name: String) -> Bool {
    ["decimal", "decimalZero", "hindiNumbers", "ordinal"].contains(name)
  }

  private static let hebrewLetters = "אבגדהוזחטיכלמנסעפצקרשת".map { String($0) }
  private static let arabicLetters = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي".map { String($0) }
  private static let abjad = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ".map { String($0) }
  private static let latinLetters = "abcdefghijklmnopqrstuvwxyz".map { String($0) }
  private static let signs = ["*", "†", "‡", "§"]
  private static let arabicDigits = Dictionary(
    uniqueKeysWithValues: zip("0123456789", "٠١٢٣٤٥٦٧٨٩"))

  /// After the last letter the letters are doubled.
  private static func letter(_ number: Int, of letters: [String]) -> String {
    guard number > 0 else { return String(number) }
    let times = min((number - 1) / letters.count + 1, 8)
    return String(repeating: letters[(number - 1) % letters.count], count: times)
  }

  /// A number in Hebrew letters by their values: טו and טז for 15 and 16.
  static func hebrew(_ number: Int) -> String {
    guard (1...999).contains(number) else { return String(number) }
    var rest = number
    var text = ""
    for (value, letter) in [(400, "ת"), (300, "ש"), (200, "ר"), (100, "ק")] {
      while rest >= value {
        text += letter
        rest -= value
      }
    }
    if rest == 15 || rest == 16 { return text + (rest == 15 ? "טו" : "טז") }
    let tens = ["", "י", "כ", "ל", "מ", "נ", "ס", "ע", "פ", "צ"]
    let ones = ["", "א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט"]
    return text + tens[rest / 10] + ones[rest % 10]
  }

  static func roman(_ number: Int) -> String {
    guard (1...3_999).contains(number) else { return String(number) }
    var rest = number
    var text = ""
    let signs = [
      (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
