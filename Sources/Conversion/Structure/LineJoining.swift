/// Joins the lines of a paragraph into one text.
enum LineJoining {
  /// The joined text.
  ///
  /// - Parameter pageIndex: the index of the page that begins with the next line that begins one;
  ///   advanced for each.
  static func join(_ lines: [TextLine], pageIndex: inout Int) -> Scalars {
    var text: Scalars = []
    for (position, line) in lines.enumerated() {
      let next = line.text
      if position == 0 {
        text = next
        continue
      }
      let isAddress = addressGoesOn(text, next)
      let isHyphenated = Ending.endsWithHyphen(text) && !(next.first?.isSpacing ?? true)
      let isClosing = next.first.map { $0.isClausePunctuation || $0.isClosingBracket } ?? false
      // A sign that belongs to the word before it was parted from it by the line's end alone.
      let isTorn = isClosing && (line.isMoved || line.isOrdered)
      let isOpen = line.isOrdered && (text.last?.isOpeningBracket ?? false)
      if !isAddress, !isHyphenated, !isTorn, !isOpen, !next.isEmpty, !text.isEmpty {
        text.append(" ")
      }
      if line.startsPage {
        text += Marker.page(pageIndex)
        pageIndex += 1
      }
      text += next
    }
    return text
  }

  /// Whether the text ends inside a link's address that goes on in the next line.
  private static func addressGoesOn(_ text: Scalars, _ next: Scalars) -> Bool {
    guard let start = text.lastIndex(where: \.isSpacing).map({ $0 + 1 }) ?? Optional(0),
      DirectionalRuns.isAddress(Array(text[start...])), let last = text.last,
      let word = next.split(whereSeparator: \.isSpacing).first.map(Array.init),
      let first = word.first, first.value < 0x80, first.isLetterOrDigit || first == "/"
    else { return false }
    let hasInner = word.dropLast().contains {
      $0 == "/" || $0 == "." || $0 == "_" || $0 == "=" || $0 == "%" || $0 == "&"
    }
    switch last {
    case "/", "-", "_", "=", "&", "?", "%", "~", "#": return true
    case ".": return hasInner
    case ",", ";", ")", ">": return false
    default:
      // The address fills its line, and what follows is one long word without a vowel's rhythm.
      return hasInner || (word.count >= 15 && word.contains(where: \.isDigit))
    }
  }
}
