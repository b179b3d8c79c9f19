import Orthography

/// Words of Hebrew and Arabic script that a hyphen parts at a line's end. Their typesetters hardly part
/// words, but texts that came out of programs have them; the hyphen of a compound stands there too.
struct PartedWords {
  enum Verdict {
    /// One word: the hyphen goes.
    case whole
    /// Two words that a hyphen joins.
    case compound
    case unknown
  }

  /// What was found, by both parts with the hyphen between them.
  private(set) var verdicts: [String: Verdict] = [:]

  /// - Parameters:
  ///   - runs: lines that follow one another: the text's, each note's.
  ///   - lexicon: the words of the paper's language.
  init(_ runs: [[Scalars]], lexicon: any Lexicon) {
    // The words of the paper that stand inside lines, and the first parts of its compounds.
    var words: Set<String> = []
    var heads: Set<String> = []
    var places: [(head: String, tail: String)] = []
    for lines in runs {
      for (index, line) in lines.enumerated() {
        let parts = Self.pieces(line)
        for (place, piece) in parts.enumerated() {
          if piece.isHyphen {
            let isInside = place > 0 && place + 1 < parts.count && !parts[place + 1].isHyphen
            if isInside { heads.insert(parts[place - 1].text) }
          } else {
            words.insert(piece.text)
          }
        }
        guard index + 1 < lines.count, parts.count > 1, parts[parts.count - 1].isHyphen,
          Self.endsInHyphen(line), let tail = Self.pieces(lines[index + 1]).first, !tail.isHyphen,
          lines[index + 1].first?.isRightToLeftLetter == true
        else { continue }
        places.append((parts[parts.count - 2].text, tail.text))
      }
    }
    for (head, tail) in places {
      let isKnown = { (word: String) in lexicon.knows(word) == true }
      let isWhole = words.contains(head + tail) || isKnown(head + tail)
      let areWords = isKnown(head) && isKnown(tail)
      verdicts["\(head)-\(tail)"] =
        heads.contains(head)
        ? .compound
        : isWhole ? (areWords ? .unknown : .whole) : areWords ? .compound : .unknown
    }
  }

  /// The text with the words that are whole; and whether it holds one of which nobody knows.
  func joined(_ text: Scalars) -> (text: Scalars, isDoubtful: Bool) {
    guard !verdicts.isEmpty, text.contains(where: Self.isHyphen) else { return (text, false) }
    var joined: Scalars = []
    var isDoubtful = false
    let parts = Self.pieces(text)
    var place = 0
    for (index, piece) in parts.enumerated() where piece.isHyphen {
      guard index > 0, index + 1 < parts.count,
        parts[index - 1].range.upperBound == piece.range.lowerBound,
        text[piece.range.upperBound..<parts[index + 1].range.lowerBound].allSatisfy(
          Marker.isMarker),
        let verdict = verdicts["\(parts[index - 1].text)-\(parts[index + 1].text)"]
      else { continue }
      // No mark of a page can stand inside a word.
      let isAtOnce = piece.range.upperBound == parts[index + 1].range.lowerBound
      switch verdict {
      case .whole where !isAtOnce: isDoubtful = true
      case .whole:
        joined += text[place..<piece.range.lowerBound]
        place = piece.range.upperBound
      case .unknown: isDoubtful = true
      case .compound: break
      }
    }
    return (joined + text[place...], isDoubtful)
  }

  private struct Piece {
    var text: String
    var range: Range<Int>
    var isHyphen: Bool
  }

  /// The words of right-to-left script in a text and the hyphens that touch them.
  private static func pieces(_ text: Scalars) -> [Piece] {
    var pieces: [Piece] = []
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, isOfWord(text[index]) { index += 1 }
      if index > start {
        pieces.append(
          Piece(text: Array(text[start..<index]).string, range: start..<index, isHyphen: false))
      } else if isHyphen(text[index]) {
        if let last = pieces.last, last.range.upperBound == index, !last.isHyphen {
          pieces.append(Piece(text: "-", range: index..<index + 1, isHyphen: true))
        }
        index += 1
      } else {
        index += 1
      }
    }
    return pieces
  }

  private static func endsInHyphen(_ line: Scalars) -> Bool {
    line.last.map(isHyphen) ?? false
  }

  private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "\u{2010}"
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isRightToLeftLetter && scalar != "\u{05BE}"
      || scalar.properties.generalCategory == .nonspacingMark
  }
}
