import Manuscript
import Orthography

/// The words of the site's own, in one language: what stands on buttons and headings, and how the
/// language writes dates and numbers. Read from `Templates/strings/LANGUAGE.yaml`.
public struct Interface: Sendable, Equatable {
  /// BCP 47 tag.
  public let language: String
  /// Every string by its key.
  public let strings: [String: String]
  /// Strings that come in several forms, by key: by CLDR plural category where they depend on a number,
  /// by tag for the names of languages.
  let tables: [String: [String: String]]
  /// The twelve months.
  let months: [String]
  /// The digits from 0 to 9; ASCII digits unless the file says others.
  private(set) var digits: [Character]
  private var hasOwnDigits: Bool

  public init(
    language: String, strings: [String: String], tables: [String: [String: String]] = [:],
    months: [String] = []
  ) {
    self.language = language
    self.strings = strings
    self.tables = tables
    self.months = months
    let digits = Array(strings["digits"] ?? "")
    hasOwnDigits = digits.count == 10
    self.digits = hasOwnDigits ? digits : Array("0123456789")
  }

  /// The same words with the digits of an article, so that its page has one kind of them: volume and
  /// date above the text as page numbers and note marks in it.
  func withDigits(of numerals: FrontMatter.Numerals?) -> Interface {
    guard hasOwnDigits, numerals != .arabic else { return self }
    var interface = self
    interface.digits = Array("0123456789")
    interface.hasOwnDigits = false
    return interface
  }

  /// A string by its key; the key itself where the file lacks it, so that the gap is seen.
  func callAsFunction(_ key: String) -> String { strings[key] ?? key }

  /// A string with its placeholders filled.
  func fill(_ key: String, _ values: [String: String]) -> String {
    self(key).filling { values[String($0)] }
  }

  /// A string for so many things: “3 articles”.
  func count(_ key: String, _ number: Int) -> String {
    let forms = tables[key] ?? [:]
    let rule = Languages.language(language)?.plurals ?? .oneAndOther
    let category = rule.category(of: number)
    let pattern = forms[category.rawValue] ?? forms["other"] ?? "{count}"
    return pattern.filling { $0 == "count" ? self.number(number) : nil }
  }

  /// A whole number in the language's digits; thousands apart from 10,000 on.
  func number(_ number: Int) -> String {
    let plain = String(number.magnitude)
    var text = number < 0 ? "-" : ""
    let separator = strings["thousands"] ?? ""
    for (index, digit) in plain.enumerated() {
      if plain.count > 4, index > 0, (plain.count - index).isMultiple(of: 3) { text += separator }
      text += inDigits(String(digit))
    }
    return text
  }

  /// ASCII digits of a text in the language's digits.
  func inDigits(_ text: String) -> String {
    guard hasOwnDigits else { return text }
    return String(
      text.map { character in
        guard character.isASCII, let value = character.wholeNumberValue else { return character }
        return digits[value]
      })
  }

  /// A date as the language writes it, as precise as it is known.
  func date(_ date: PartialDate) -> String {
    let year = inDigits(String(date.year))
    guard let month = date.month, months.indices.contains(month - 1) else { return year }
    let values = ["month": months[month - 1], "year": year]
    guard let day = date.day else { return fill("dateOfMonth", values) }
    return fill("dateOfDay", values.merging(["day": inDigits(String(day))]) { first, _ in first })
  }
}
