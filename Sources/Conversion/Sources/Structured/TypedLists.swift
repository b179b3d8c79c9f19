import Manuscript

/// Finds the lists whose marks were typed as text: paragraphs that begin with bullets, or with
/// numbers that follow one another from 1.
enum TypedLists {
  private static let bullets: Set<Character> = ["•", "●", "◦", "▪", "■", "○", "∙", "·"]

  static func mark(_ blocks: inout [StructuredBlock]) {
    var index = 0
    while index < blocks.count {
      if let rest = bulleted(blocks[index]) {
        blocks[index].inlines = rest
        blocks[index].kind = .item(StructuredBlock.Item(level: 0))
      } else if number(blocks[index])?.value == 1 {
        var end = index + 1
        while end < blocks.count, number(blocks[end])?.value == end - index + 1 { end += 1 }
        for item in index..<end where end - index > 1 {
          guard let (value, rest) = number(blocks[item]) else { continue }
          blocks[item].inlines = rest
          blocks[item].kind = .item(StructuredBlock.Item(level: 0, number: value))
        }
        index = end
        continue
      }
      index += 1
    }
  }

  private static func bulleted(_ block: StructuredBlock) -> [Inline]? {
    guard block.kind == .paragraph, case .text(let text)? = block.inlines.first,
      let sign = text.first, bullets.contains(sign)
    else { return nil }
    return without(text.dropFirst(), block.inlines)
  }

  private static func number(_ block: StructuredBlock) -> (value: Int, rest: [Inline])? {
    guard block.kind == .paragraph, case .text(let text)? = block.inlines.first else { return nil }
    let digits = text.prefix { $0.isWholeNumber }
    guard (1...3).contains(digits.count), let value = Int(digits) else { return nil }
    let rest = text.dropFirst(digits.count)
    guard let sign = rest.first, ".)".contains(sign), rest.dropFirst().first == " " else {
      return nil
    }
    return (value, without(rest.dropFirst(), block.inlines))
  }

  private static func without(_ text: Substring, _ inlines: [Inline]) -> [Inline] {
    let rest = text.drop { $0 == " " }
    return (rest.isEmpty ? [] : [.text(String(rest))]) + inlines.dropFirst()
  }
}
