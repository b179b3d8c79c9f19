import Manuscript

/// Puts the captions that stand below pictures into the figures.
enum FigureCaptions {
  static func join(_ blocks: inout [StructuredBlock]) {
    var joined: [StructuredBlock] = []
    for block in blocks {
      guard let last = joined.indices.last, case .figure = joined[last].kind,
        joined[last].inlines.isEmpty, isCaption(block)
      else {
        joined.append(block)
        continue
      }
      joined[last].inlines = block.inlines
      joined[last].numbers += block.numbers
      joined[last].doubts += block.doubts
    }
    blocks = joined
  }

  /// A caption by its style, or by the word for a figure with which it begins.
  private static func isCaption(_ block: StructuredBlock) -> Bool {
    if block.kind == .caption { return true }
    guard block.kind == .paragraph, block.text.unicodeScalars.count < 300 else { return false }
    let head = block.text.lowercased()
    return ["איור ", "תרשים ", "תמונה ", "מפה ", "figure ", "fig. ", "شكل ", "الشكل ", "صورة "]
      .contains { head.hasPrefix($0) }
  }
}
