/// What a sign between words and numbers does, by its code point.
enum Signs {
  /// Signs that say how two things relate: what stands on both sides is one expression.
  static func isRelation(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x3C, 0x3D, 0x3E, 0x2248, 0x2245, 0x2243, 0x2260, 0x2261, 0x2264, 0x2265, 0x226A, 0x226B,
      0x221D, 0x223C, 0x2208, 0x2209, 0x2282...0x2287, 0x2192, 0x2190, 0x2194, 0x21D2, 0x21D4:
      true
    default: false
    }
  }

  /// Signs of reckoning other than dashes.
  static func isOperation(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x2A, 0x2B, 0x2F, 0x5E, 0xB1, 0xB7, 0xD7, 0xF7, 0x2213, 0x2217, 0x22C5, 0x2227, 0x2228,
      0x222A, 0x2229, 0x2212:
      true
    default: false
    }
  }

  static func isDash(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x2D, 0x2010...0x2015, 0x2212: true
    default: false
    }
  }

  /// Dashes that are never a minus: en dash and longer ones.
  static func isEnDash(_ sign: UInt32) -> Bool { (0x2012...0x2015).contains(sign) }

  /// Signs that stand for a thing that is reckoned with: √, ∞, ∑.
  static func isOperand(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x2200, 0x2202, 0x2203, 0x2205...0x2207, 0x220F, 0x2211, 0x221A...0x221C, 0x221E, 0x222B,
      0xBC...0xBE, 0x2150...0x215E:
      true
    default: false
    }
  }

  /// Signs that reckon with what follows them: ∑, √, ∂.
  static func isOperator(_ sign: UInt32) -> Bool {
    isOperand(sign) && sign >= 0x2200 && sign != 0x221E
  }

  /// Signs that join two words or numbers without a space: `AT&T`, `and/or`, `12:3`, `a_b`.
  static func isGlue(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x26, 0x27, 0x2E, 0x2F, 0x3A, 0x3F, 0x40, 0x5C, 0x5F, 0x7E, 0xB7, 0x2019, 0x2022, 0x23:
      true
    default: false
    }
  }

  /// Signs that belong to the word in front of them: `C#`, `A*`, `Daf™`.
  static func isSuffix(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x23, 0x2A, 0xA9, 0xAE, 0x2122, 0x2120: true
    default: false
    }
  }

  /// Signs that say of the number behind them how often it counts or on which side of it things are.
  static func isBound(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x3C, 0x3E, 0x7E, 0xD7, 0x2248, 0x2264, 0x2265: true
    default: false
    }
  }

  /// Signs that belong to the word behind them: `.NET`, `#MeToo`, `@name`, `/usr`, `~/a`.
  static func isPrefix(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x23, 0x25, 0x24, 0x2E, 0x2F, 0x40, 0x5C, 0x7E: true
    default: false
    }
  }
}
