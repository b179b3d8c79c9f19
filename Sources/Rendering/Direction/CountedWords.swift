/// Tells whether a number counts the word behind it: `27 מדינות`, `3 مليارات`.
enum CountedWords {
  /// Whether the word that follows a token's end is one that a number counts: a plural, or a word for
  /// a measure or a large number, in Hebrew or Arabic letters. Plurals are asked of whole numbers
  /// only: `4.0` before one is a version.
  static func follow(_ reader: PieceReader, _ end: Int, isWhole: Bool) -> Bool {
    var index = end
    if reader.kind(index) == .space { index += 1 }
    guard index > end, index < reader.tokens.count else { return false }
    let word = String(decoding: reader.text(index), as: UTF8.self)
    switch reader.kind(index) {
    case .hebrew:
      return hebrew.contains(word) || (isWhole && (word.hasSuffix("ים") || word.hasSuffix("ות")))
    case .arabic:
      guard !word.hasPrefix("ال") else { return false }
      // وحدها: a word with a pronoun is definite, and what is counted is not.
      return arabic.contains(word)
        || (isWhole && !word.hasSuffix("ها")
          && ["ة", "ات", "ين", "ون", "ا"].contains { word.hasSuffix($0) })
    default: return false
    }
  }

  private static let hebrew: Set<String> = [
    "אחוז", "אחוזים", "אלף", "מיליון", "מיליארד", "איש", "שנה", "יום", "פעם", "דקה", "שעה", "דולר",
    "שקל",
    "אירו", "קילומטר", "מטר", "טון", "קילו", "ליטר", "דונם", "נפש", "עמוד", "מדינה",
  ]
  private static let arabic: Set<String> = [
    "ألف", "آلاف", "مليون", "ملايين", "مليار", "عام", "سنة", "يوم", "أيام", "شخص", "دولة", "دول",
    "مرة", "كيلومتر", "متر", "طن", "دولار", "بلد", "هزار", "میلیون", "میلیارد", "سال", "روز", "نفر",
    "کشور",
  ]
}

/// Units that stand behind a number with a space: SI symbols, and the usual ones beside them.
enum Units {
  /// Whether letters are a unit, or several with signs between them: `mg/L`, `g·cm⁻³`, `m/s²`.
  static func contains(_ letters: [UInt8]) -> Bool {
    let text = String(decoding: letters, as: UTF8.self)
    if isSymbol(text) { return true }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "·" }
    return parts.count > 1 && parts.allSatisfy { isSymbol(String($0)) }
  }

  private static func isSymbol(_ text: String) -> Bool {
    if symbols.contains(text) || currencies.contains(text) { return true }
    let base = text.prefix { !exponents.contains($0) }
    return base.count < text.count && symbols.contains(String(base))
  }

  private static let exponents = Set("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")

  private static let symbols: Set<String> = [
    "m", "km", "cm", "mm", "nm", "µm", "μm", "dm", "ha", "g", "kg", "mg", "µg", "μg", "ng", "t",
    "s",
    "ms", "min", "h", "d", "Hz", "kHz", "MHz", "GHz", "W", "kW", "MW", "GW", "kWh", "MWh", "GWh",
    "V", "kV",
    "A", "mA", "J", "kJ", "MJ", "N", "Pa", "hPa", "kPa", "MPa", "bar", "K", "C", "°C", "°F", "mol",
    "mmol", "µmol", "μmol", "M", "mM", "nM", "eV", "keV", "MeV", "GeV", "T", "mT", "Gy", "Sv",
    "mSv",
    "Bq", "lx", "lm", "cd", "rad", "rpm", "bpm", "fps", "dpi", "cal", "kcal", "mmHg", "Mt", "Gt",
    "l", "L", "dl", "dL", "ml", "mL", "µl", "µL", "μL", "dB", "B", "kB", "KB", "MB", "GB", "TB",
    "bit", "kbit", "Mbit", "Gbit", "Mbps", "Gbps", "px",
    "pt", "gr", "Kg", "Km", "cc", "sec", "hr", "hrs", "yr", "yrs", "lbs", "psi", "atm", "IU", "Da",
    "kDa", "bp", "kb", "Mb", "Gb", "Å", "pc", "kpc", "Mpc", "AU", "ly", "Ma", "Ga", "ka", "kyr",
    "Myr", "F", "pF", "nF", "µF", "Wb", "kat", "Ω", "kΩ", "MΩ", "mV", "µV", "µm²",
    "ppm", "ppb", "mph", "ft", "in", "mi", "lb", "oz", "am", "pm", "AM", "PM", "CE",
    "BCE", "AD", "BC", "AH", "CI", "SD", "SE", "N", "S", "E", "W", "x", "y", "n",
  ]
  /// Words and short forms of large numbers: `€2.5 bn`.
  static let thousands: Set<String> = [
    "k", "mn", "bn", "tn", "thousand", "million", "billion", "trillion",
  ]
  /// ISO 4217 codes of the currencies that are met most.
  static let currencies: Set<String> = [
    "USD", "EUR", "GBP", "ILS", "NIS", "JPY", "CHF", "EGP", "JOD", "SAR", "AED", "KWD", "QAR",
    "LBP",
    "SYP", "IQD", "IRR", "TRY", "RUB", "CNY", "INR", "CAD", "AUD",
  ]
}
