/// A line that was mended: before and after.
public struct RepairRecord: Equatable, Sendable {
  /// What was done: a kind of `LineRepair`, or `order-…` for a line that its extractor wrote in
  /// another order.
  public var kind: String
  /// The number of the line in the source.
  public var line: Int
  public var before: String
  public var after: String

  /// What putting lines in order did.
  static func records(of order: LineOrder.Result, source: [Page]) -> [RepairRecord] {
    var texts: [Int: String] = [:]
    for page in source { for line in page.lines { texts[line.number] = line.text } }
    var restored: [Int: String] = [:]
    for page in order.pages { for line in page.lines { restored[line.number] = line.text } }
    return order.repairs.map {
      RepairRecord(
        kind: "order-\($0.family)", line: $0.line, before: texts[$0.line] ?? "",
        after: restored[$0.line] ?? "")
    }
  }

  /// What was done to lines singly.
  static func records(of lines: [TextLine]) -> [RepairRecord] {
    lines.flatMap { line in
      line.repairs.map {
        RepairRecord(
          kind: $0.rawValue, line: line.number, before: line.raw.string, after: line.text.string)
      }
    }
  }
}
