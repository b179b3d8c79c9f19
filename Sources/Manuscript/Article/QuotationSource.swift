extension [Block] {
  /// The blocks of a quotation without its source, and the source: a last paragraph that begins with a
  /// dash says where the words are from. `nil` where there is none.
  public var quotationSource: (quoted: [Block], source: [Inline], anchor: String)? {
    guard count > 1, let last, case .paragraph(let inlines) = last.content,
      case .text(let text)? = inlines.first,
      ["— ", "– ", "-- "].contains(where: text.hasPrefix)
    else { return nil }
    return (Array(dropLast()), inlines, last.anchor)
  }
}
