/// Page breaks in a source whose lines are whole paragraphs: an empty line parts a sentence, or two
/// items of a list whose other items have none between them.
enum ParagraphLines {
  /// The lines, those that a page begins with marked.
  static func marked(_ lines: [TextLine]) -> [TextLine] {
    var lines = lines
    for index in lines.indices.dropFirst() where lines[index].blanksBefore > 0 {
      let (last, next) = (lines[index - 1], lines[index])
      if runsOn(last, next) || partsList(index, lines) { lines[index].startsPage = true }
    }
    return lines
  }

  /// Whether a paragraph goes on after the empty line: its first half is long and ends in
  /// mid-sentence, or its second half begins with a sign that ends a clause.
  static func runsOn(_ last: TextLine, _ next: TextLine) -> Bool {
    guard let first = next.text.first, let end = last.text.last, next.blanksBefore > 0,
      !ListLabel.begins(next.text)
    else { return false }
    if first.isClausePunctuation { return true }
    guard last.width > 90 else { return false }
    return !Ending.endsSentence(last.text) && !end.isPairedBracket && end != ">" && !end.isDash
  }

  private static func partsList(_ index: Int, _ lines: [TextLine]) -> Bool {
    guard ListLabel.begins(lines[index].text), ListLabel.begins(lines[index - 1].text) else {
      return false
    }
    func isTight(_ position: Int) -> Bool {
      lines.indices.contains(position) && position > 0 && lines[position].blanksBefore == 0
        && ListLabel.begins(lines[position].text) && ListLabel.begins(lines[position - 1].text)
    }
    return isTight(index - 1) || isTight(index + 1)
  }
}
