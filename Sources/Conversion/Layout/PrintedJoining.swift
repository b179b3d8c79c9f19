/// Joins the lines of a block into one text.
struct PrintedJoining {
  /// All words of the paper, to tell a hyphen of a word from one of a line's end.
  let words: Set<String>

  init(_ pages: [[PrintedLine]]) {
    var words: Set<String> = []
    for line in pages.joined() where line.hasLatin {
      for word in line.text.words where word.contains("-") {
        words.insert(word.filter { $0.isLetter || $0 == "-" }.string.lowercased())
      }
    }
    self.words = words
  }

  /// - Parameter breaks: the pages that begin before the lines at these places.
  func text(_ lines: [Scalars], breaks: [Int: Int] = [:]) -> Scalars {
    var text: Scalars = []
    for (index, line) in lines.enumerated() where !line.isEmpty {
      guard !text.isEmpty else {
        text = line
        continue
      }
      let isTight = joinsTightly(&text, line)
      if !isTight { text.append(" ") }
      if let page = breaks[index] { text += Marker.page(page) }
      text += line
    }
    return text
  }

  /// Whether no space stands between a line and the next; takes off a hyphen that only parts a word.
  private func joinsTightly(_ text: inout Scalars, _ next: Scalars) -> Bool {
    guard let last = text.last, let first = next.first else { return false }
    let word = text[(text.lastIndex(where: \.isSpacing).map { $0 + 1 } ?? 0)...]
    if Self.isAddress(Array(word)) { return Self.addressGoesOn(Array(word), next) }
    if last == "\u{AD}" {
      text.removeLast()
      return true
    }
    guard last.isDash, text.count > 1, !text[text.count - 2].isSpacing, !first.isSpacing else {
      return false
    }
    if last == "-" || last == "\u{2010}", text[text.count - 2].isLeftToRightLetter,
      first.properties.isLowercase
    {
      let head = word.dropLast().filter { $0.isLetter || $0 == "-" }.string
      let tail = next.prefix { $0.isLetter }.string
      if !head.contains("-"), !words.contains((head + "-" + tail).lowercased()) {
        text.removeLast()
      }
    }
    return last != "—"
  }

  static func isAddress(_ word: Scalars) -> Bool {
    let text = word.string.lowercased()
    return text.contains("http://") || text.contains("https://") || text.hasPrefix("www.")
      || text.contains("doi.org/")
  }

  private static func addressGoesOn(_ word: Scalars, _ next: Scalars) -> Bool {
    guard let last = word.last, let first = next.first, first.value < 0x80 else { return false }
    let piece = next.prefix { !$0.isSpacing && !$0.isRightToLeftLetter && !Marker.isMarker($0) }
    if "/?&=#%".unicodeScalars.contains(first) { return true }
    guard first.isLetterOrDigit else { return false }
    if "/?&=_#%-~".unicodeScalars.contains(last) { return true }
    let inner = piece.dropLast()
    let isPart =
      inner.contains { "/=?._".unicodeScalars.contains($0) }
      || piece.contains("-") && piece.contains(where: \.isDigit)
    if ".,;)".unicodeScalars.contains(last) {
      return last == "." && (isPart || first.properties.isLowercase)
    }
    return isPart
  }
}
