/// Block quotations: set in from both sides, and smaller or of several lines.
struct PrintedQuotations {
  let measures: PrintedMeasures

  func isQuotation(_ block: PrintedBlock) -> Bool {
    let em = measures.body
    guard block.isText, !block.lines.isEmpty, block.size <= measures.body + 0.3 else {
      return false
    }
    let insets = block.lines.map(measures.columnInsets)
    let isSmall = block.size < measures.body - 0.3
    let starts = insets.map(\.start)
    guard let least = starts.min(), let most = starts.max(), least > (isSmall ? 0.6 : 0.85) * em,
      most - least < 0.7 * em
        || (most - least < 2.6 * em && starts.dropFirst().allSatisfy { $0 < most })
    else { return false }
    let ends = insets.map(\.end)
    if block.lines.count == 1 { return isSmall && ends[0] > 0.6 * em }
    guard ends.min() ?? 0 > (isSmall ? 0.5 : 0.75) * em else { return false }
    // Centred lines are no quotation.
    let isCentred =
      insets.allSatisfy { abs($0.start - $0.end) < 0.5 * em } && most - least > 0.6 * em
    return !isCentred
  }
}
