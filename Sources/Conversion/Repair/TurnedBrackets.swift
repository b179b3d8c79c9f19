/// TurnedBrackets that a text shows the wrong way round: `)x(` for `(x)`.
///
/// A font has one glyph for what opens from the left and closes from the right, so a text taken
/// from a page may have the glyph's shape where the bracket's meaning should be.
enum TurnedBrackets {
  /// How strongly a line's brackets speak for being turned: above 0 they are, below 0 they are
  /// not, 0 says nothing.
  ///
  /// An opening bracket clings to the word after it, a closing one to the word before.
  static func turned(_ line: Scalars) -> Int {
    var votes = 0
    for (index, scalar) in line.enumerated() where scalar.isPairedBracket {
      let before = index > 0 ? line[index - 1] : " "
      let after = index + 1 < line.count ? line[index + 1] : " "
      let clingsBack = clings(before)
      let clingsOn = clings(after)
      if scalar.isOpeningBracket {
        if clingsOn, !clingsBack { votes -= 1 }
        if clingsBack || before.isClausePunctuation, after.isSpacing || after.isClausePunctuation {
          votes += 1
        }
      } else {
        if clingsBack, !clingsOn { votes -= 1 }
        if clingsOn, before.isSpacing || before.isClausePunctuation || before.isDash { votes += 1 }
      }
    }
    return votes
  }

  private static func clings(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetterOrDigit || scalar.isQuotationMark || scalar == "%" || scalar == "…"
  }

  /// The text with every bracket facing the other way.
  static func mirrored(_ text: Scalars) -> Scalars {
    text.map { $0.isPairedBracket ? $0.mirrored : $0 }
  }

  /// The number of brackets without a partner. A number or a letter of a list, as in `1)`, wants
  /// none.
  static func unpaired(_ text: Scalars) -> Int {
    var open: [Unicode.Scalar] = []
    var unpaired = 0
    for (index, scalar) in text.enumerated() {
      if scalar.isOpeningBracket {
        open.append(scalar)
      } else if scalar.isClosingBracket {
        if open.isEmpty {
          if !isListLabel(text, closedAt: index) { unpaired += 1 }
        } else {
          open.removeLast()
        }
      }
    }
    return unpaired + open.count
  }

  private static func isListLabel(_ text: Scalars, closedAt index: Int) -> Bool {
    var start = index
    while start > 0, text[start - 1].isLetterOrDigit { start -= 1 }
    let label = index - start
    return (1...2).contains(label) && (start == 0 || text[start - 1].isSpacing)
  }
}
