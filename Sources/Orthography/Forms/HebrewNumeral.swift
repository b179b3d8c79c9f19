/// Numbers in Hebrew letters, folded: chapters, verses, paragraphs, days.
public enum HebrewNumeral {
  /// The value of letters that are a number from 1 to 999 in the usual order, 15 as טו and 16 as טז;
  /// `nil` for others.
  public static func value(of letters: String) -> Int? {
    guard (1...5).contains(letters.unicodeScalars.count) else { return nil }
    var value = 0
    for letter in letters.unicodeScalars {
      guard let place = order.firstIndex(of: letter) else { return nil }
      value += place < 9 ? place + 1 : place < 18 ? (place - 8) * 10 : (place - 17) * 100
    }
    return value < 1000 && written(value) == letters ? value : nil
  }

  /// A number from 1 to 999 in letters without geresh or final forms; `nil` for another.
  public static func written(_ value: Int) -> String? {
    guard (1...999).contains(value) else { return nil }
    var letters = String.UnicodeScalarView()
    var rest = value
    while rest >= 100 {
      let hundreds = min(4, rest / 100)
      letters.append(order[17 + hundreds])
      rest -= hundreds * 100
    }
    if rest == 15 || rest == 16 {
      letters.append(order[8])
      rest -= 9
    } else if rest >= 10 {
      letters.append(order[8 + rest / 10])
      rest %= 10
    }
    if rest > 0 { letters.append(order[rest - 1]) }
    return String(letters)
  }

  private static let order = Array("אבגדהוזחטיכלמנסעפצקרשת".unicodeScalars)
}
