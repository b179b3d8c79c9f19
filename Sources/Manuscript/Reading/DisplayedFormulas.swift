/// Takes displayed formulas that are alone on a line of a paragraph out of it: they are blocks.
enum DisplayedFormulas {
  /// The paragraphs and formulas that a paragraph is made of; `nil` where it has no such line.
  static func parts(of inlines: [Inline]) -> [Block.Content]? {
    guard inlines.contains(where: isDisplayed) else { return nil }
    var parts: [Block.Content] = []
    var paragraph: [Inline] = []
    var hasFormula = false
    func close() {
      InlineBuilder.trim(&paragraph)
      if !paragraph.isEmpty { parts.append(.paragraph(paragraph)) }
      paragraph = []
    }
    for line in lines(of: inlines) {
      let content = line.filter { !isBlank($0) }
      if content.count == 1, case .math(let tex, true) = content[0] {
        close()
        parts.append(.math(tex))
        hasFormula = true
      } else {
        paragraph += line
      }
    }
    close()
    return hasFormula ? parts : nil
  }

  /// Lines, each with the break at its end.
  private static func lines(of inlines: [Inline]) -> [[Inline]] {
    var lines: [[Inline]] = [[]]
    for inline in inlines {
      lines[lines.count - 1].append(inline)
      switch inline {
      case .softBreak, .lineBreak: lines.append([])
      default: continue
      }
    }
    return lines
  }

  private static func isDisplayed(_ inline: Inline) -> Bool {
    if case .math(_, true) = inline { true } else { false }
  }

  private static func isBlank(_ inline: Inline) -> Bool {
    switch inline {
    case .softBreak, .lineBreak: true
    case .text(let text): text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    default: false
    }
  }
}
