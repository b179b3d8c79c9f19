import Manuscript
import Orthography

/// Note labels and page numbers in the digits that the article's page shows.
public enum PrintedNumerals {
  /// A label in the digits that an article asks for; labels that are not numbers in ASCII digits
  /// stand as they are.
  public static func show(_ label: String, _ front: FrontMatter) -> String {
    guard let numerals = front.numerals, !label.isEmpty,
      label.utf8.allSatisfy({ (48...57).contains($0) })
    else {
      return label
    }
    switch numerals {
    case .latin: return label
    case .arabic:
      let own = Languages.language(front.language)?.digits ?? ""
      // A language without digits of its own has those of Arabic here.
      let digits = Array(own.first?.isASCII == false ? own : "٠١٢٣٤٥٦٧٨٩")
      return String(label.utf8.map { digits[Int($0) - 48] })
    case .hebrew:
      guard let number = Int(label), (1...999).contains(number) else { return label }
      return hebrew(number)
    }
  }

  /// A number from 1 to 999 in Hebrew letters, without geresh or gershayim: 15 is טו and 16 טז,
  /// as the custom is.
  static func hebrew(_ number: Int) -> String {
    let ones = ["", "א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט"]
    let tens = ["", "י", "כ", "ל", "מ", "נ", "ס", "ע", "פ", "צ"]
    let hundreds = ["", "ק", "ר", "ש", "ת", "תק", "תר", "תש", "תת", "תתק"]
    let tail =
      switch number % 100 {
      case 15: "טו"
      case 16: "טז"
      default: tens[number / 10 % 10] + ones[number % 10]
      }
    return hundreds[number / 100 % 10] + tail
  }
}
