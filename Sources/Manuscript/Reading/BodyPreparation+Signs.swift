extension BodyPreparation {
  /// Takes the sign with which a line begins, beyond those of GFM; whether it is done with the line.
  ///
  /// A fence or a formula that stands alone is given to cmark as a comment, a caption or a definition
  /// as a heading: those it takes for blocks of their own, whatever line they follow.
  mutating func takeSign(at content: Int, to end: Int) -> Bool {
    let isBelow = isBelowTable || table != nil
    if content < end { isBelowTable = false }
    guard content < end, scanner.afterContainers(from: lineStart, to: end) == content,
      !isIndentedCode(content)
    else { return false }
    switch source[content] {
    case 0x7C where table == nil && LineSigns.isVerse(in: source, at: content, to: end):
      guard !isTableHeader(content..<end) else { return false }
      copy(lineStart, content)
      hide(.verseBar, from: content, to: content + 1)
      prepareInline(from: content + 1, to: end, isVerse: true)
      return true
    case 0x3A:
      if let fence = LineSigns.fence(in: source, at: content, to: end) {
        copy(lineStart, content)
        hideAsBlock(.fence(fence), from: content, to: end)
        return true
      }
      guard LineSigns.isColon(in: source, at: content, to: end), isBelow || !lineBefore.isEmpty
      else { return false }
      table = nil
      copy(lineStart, content)
      output += Array("###### ".utf8)
      hide(.colon, from: content, to: content + 2)
      prepareInline(from: content + 2, to: end)
      hide(.empty, from: end, to: end)
      return true
    case 0x24:
      guard
        let formula = FormulaSigns.block(
          in: source, at: content, lineEnd: end, mayHaveLines: content == lineStart)
      else { return false }
      table = nil
      copy(lineStart, content)
      hideAsBlock(
        .formula(scanner.text(formula.tex.lowerBound, formula.tex.upperBound), isDisplayed: true),
        from: content, to: formula.end)
      formulaEnd = formula.end
      return true
    default: return false
    }
  }

  private mutating func hideAsBlock(_ kind: HiddenPiece.Kind, from start: Int, to end: Int) {
    output += Array("<!--".utf8)
    hide(kind, from: start, to: end)
    output += Array("-->".utf8)
  }

  /// Whether four spaces or a tab stand before a line's content, with nothing else.
  private func isIndentedCode(_ content: Int) -> Bool {
    let before = source[lineStart..<content]
    return before.reversed().prefix { $0 == 0x20 }.count >= 4 || before.contains(0x09)
  }

  /// Whether the next line is the rule of a table whose header is a line.
  private func isTableHeader(_ row: Range<Int>) -> Bool {
    var start = row.upperBound
    if start < source.count, source[start] == 0x0D { start += 1 }
    guard start < source.count, source[start] == 0x0A else { return false }
    start += 1
    var end = start
    while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
    let content = scanner.afterContainers(from: start, to: end)
    return TableShape.columns(ofRule: source, content..<end) == TableShape.cells(source, row)
  }
}
