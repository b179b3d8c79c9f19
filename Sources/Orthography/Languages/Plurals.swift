/// The plural categories of CLDR.
public enum PluralCategory: String, Sendable {
  case zero
  case one
  case two
  case few
  case many
  case other
}

/// How a language chooses among them (CLDR, “Language Plural Rules”, cardinals of whole numbers).
public enum PluralRule: Sendable, Equatable {
  /// One, and all else: English, German.
  case oneAndOther
  /// Nothing and one alike, and all else: French, Persian.
  case oneOrLess
  case hebrew
  case arabic
  case russian

  /// The category of a whole number.
  public func category(of number: Int) -> PluralCategory {
    switch self {
    case .oneAndOther: return number == 1 ? .one : .other
    case .oneOrLess: return number == 0 || number == 1 ? .one : .other
    case .hebrew: return number == 1 ? .one : number == 2 ? .two : .other
    case .arabic:
      switch (number, number % 100) {
      case (0, _): return .zero
      case (1, _): return .one
      case (2, _): return .two
      case (_, 3...10): return .few
      case (_, 11...99): return .many
      default: return .other
      }
    case .russian:
      switch (number % 10, number % 100) {
      case (_, 11...14): return .many
      case (1, _): return .one
      case (2...4, _): return .few
      default: return .many
      }
    }
  }
}
