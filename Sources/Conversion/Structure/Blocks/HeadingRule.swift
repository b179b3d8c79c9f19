/// Tells headings by a rule: a short block without a full stop that text follows is one. It decides
/// alone in a text without form feeds, of which the weights of `Calibration` say nothing.
struct HeadingRule {
  let style: LineStyle

  func mark(_ passages: inout [Passage]) {
    for index in passages.indices where isHeading(index, passages) {
      passages[index].kind = .heading(level: 2)
      let text = Marker.removed(from: passages[index].text)
      // A heading is no clause that goes on, and holds no end of a sentence.
      if !style.hasParagraphLines, text.count > 40 || isOpen(text),
        isOpen(text) || HeadingFeatures.holdsSentenceEnd(text)
      {
        passages[index].doubts.append(.paragraphEnd)
      }
    }
  }

  /// Whether a block of a text looks like a heading by its length, its end and what follows.
  func isHeading(_ index: Int, _ passages: [Passage]) -> Bool {
    let passage = passages[index]
    guard let text = passage.headingText(in: style), let first = text.first, let last = text.last,
      !first.isClausePunctuation
    else { return false }
    let ending = text.last(where: { !$0.isDigit }) ?? last
    let isColon = ending == ":" || passage.endsWithColon
    guard ![".", ",", ";", "،", "…"].contains(ending), !(isColon && !style.hasParagraphLines),
      passages.isFollowedByText(index), !Enumeration.begins(text), !Captions.begins(text)
    else { return false }
    return !isColon || (text.words.count <= 4 && !introducesItems(index, passages))
  }

  private func introducesItems(_ index: Int, _ passages: [Passage]) -> Bool {
    guard index + 1 < passages.count, case .item = passages[index + 1].kind else { return false }
    return true
  }

  /// Whether no clause ends with a text's last word.
  private func isOpen(_ text: Scalars) -> Bool {
    WordPairs.isBound(text.words.last ?? []) || (text.last?.isDash ?? false)
  }
}

extension Passage {
  /// The words of a block that is short enough for a heading and has letters; `nil` for any other.
  func headingText(in style: LineStyle) -> Scalars? {
    guard kind == .paragraph, lines.first?.beginsItem != true, lines.count <= 3 else { return nil }
    let text = Marker.removed(from: text)
    let limit = style.hasParagraphLines ? 110 : min(max(style.fullWidth, 40) * 2, 180)
    return text.count <= limit && text.contains(where: \.isLetter) ? text : nil
  }
}
