/// The label of a Latin paragraph that runs from right to left: it stands at the right end of the
/// first line, seen as `text .7`, `text (7` or `text (7)`.
struct EndLabel {
  /// As it is written: `7.`, `7)`, `(7)`.
  var label: Scalars
  /// The clusters that stand before it on paper, without spaces at their end.
  var rest: [PrintedCluster]

  /// - Parameter clusters: a line from left to right.
  init?(_ clusters: [PrintedCluster]) {
    var index = clusters.count
    func text(_ place: Int) -> String { place >= 0 ? clusters[place].text : "" }
    var isEnclosed = false
    if text(index - 1) == ")" || text(index - 1) == "(" {
      isEnclosed = true
      index -= 1
    }
    let end = index
    while index > 0, clusters[index - 1].isDigit, !clusters[index - 1].isRaised { index -= 1 }
    guard (1...3).contains(end - index), index > 1 else { return nil }
    let number = clusters[index..<end].flatMap { Array($0.text.unicodeScalars) }
    let sign = text(index - 1)
    var rest = Array(clusters[..<(index - 1)])
    switch sign {
    case "(", ")": label = isEnclosed ? ["("] + number + [")"] : number + [")"]
    case ".", "-", "–":
      guard !isEnclosed, let mark = sign.unicodeScalars.first else { return nil }
      label = number + [mark]
    default: return nil
    }
    let isApart = rest.last?.isSpace ?? false
    while rest.last?.isSpace == true { rest.removeLast() }
    guard let last = rest.last,
      isApart || (sign == "." && !(last.kind == .left || last.isDigit)),
      let kind = rest.last(where: { $0.kind.isTelling })?.kind,
      kind == .left || kind == .europeanNumber, rest.contains(where: { $0.kind == .left })
    else { return nil }
    self.rest = rest
  }
}
