import Orthography

/// Joins the pieces into which a program broke a printed line, at numbers, Latin words, brackets and
/// raised numbers, where they follow one another as they are read.
///
/// Of all ways to part a page's pieces into lines the likeliest is taken: pieces are joined where
/// their edges fit, lines are filled and no wider than the column, and where a program sets lines
/// apart by an empty line, none goes through one.
struct LinePieces {
  /// The width of a full line.
  private let fullWidth: Double

  /// Whether lines were broken so at all: pieces that begin with a closing sign, or end with an
  /// opening one, are no rarity.
  private let hasPieces: Bool

  /// Whether an empty line stands between most full lines.
  private let partsLines: Bool

  private var roles = PieceRoles()

  /// A line of a page takes no more pieces than this.
  private static let longest = 24

  /// - Parameter pages: the pieces of each page; empty ones are empty lines.
  init(pages: [[LinePiece]]) {
    let pieces = pages.flatMap { $0 }.filter { !$0.text.isEmpty }
    let widths = pieces.map(\.width).filter { $0 > 20 }.sorted()
    let fullWidth = widths.isEmpty ? 0 : widths[widths.count * 9 / 10]
    self.fullWidth = fullWidth
    var (parted, together, empty) = (0, 0, 0)
    for page in pages {
      empty += page.count { $0.text.isEmpty }
      for index in page.indices.dropFirst() where page[index - 1].width > fullWidth * 0.85 {
        if page[index].text.isEmpty { parted += 1 } else { together += 1 }
      }
    }
    partsLines = parted > together * 3
    let torn = pieces.count { $0.startsClosing || $0.endsOpen }
    // Boxes between empty lines, of full lines each, are in no order.
    hasPieces =
      fullWidth > 25 && torn > 3 && torn * 18 > pieces.count
      && (partsLines || empty * 6 < pieces.count)
  }

  /// The pieces of a page as printed lines; `nil` where lines are whole. Pages are taken one after
  /// another.
  mutating func lines(of page: [LinePiece]) -> [Line]? {
    guard hasPieces else { return nil }
    var pieces: [LinePiece] = []
    var empties: [LinePiece?] = []
    var empty: LinePiece?
    for piece in page {
      if piece.text.isEmpty {
        empty = piece
      } else {
        pieces.append(piece)
        empties.append(empty)
        empty = nil
      }
    }
    let roles = roles.roles(of: pieces, fullWidth: fullWidth)
    let starts = starts(pieces, isParted: empties.map { $0 != nil }, roles)
    var lines: [Line] = []
    for (start, end) in zip(starts, starts.dropFirst() + [pieces.count]) {
      if let empty = empties[start] { lines.append(empty.line) }
      lines.append(
        LinePiece.joined(
          Array(pieces[start..<end]), marks: roles[start..<end].map { $0 == .mark }))
    }
    return lines
  }

  /// Where lines begin in the cheapest parting.
  private func starts(
    _ pieces: [LinePiece], isParted: [Bool], _ roles: [PieceRoles.Role?]
  ) -> [Int] {
    var costs: [Double] = [0]
    var starts = [0]
    for end in pieces.indices.map({ $0 + 1 }) {
      var best = (cost: Double.infinity, start: end - 1)
      var inner = 0.0
      var width = 0.0
      for start in stride(from: end - 1, through: max(0, end - Self.longest), by: -1) {
        width += pieces[start].width + (pieces[start].startsClosing ? 0 : 0.5)
        if start < end - 1 {
          inner += seam(pieces, start + 1, isParted: isParted[start + 1], roles)
          // The running head, and a page's number beside it, are lines by themselves.
          guard start > 1, width < fullWidth * 1.3 else { break }
        }
        let cost =
          costs[start] + inner + PieceSeams.startCost(pieces[start], roles[start])
          + close(pieces, start..<end, width: width, roles)
        if cost < best.cost { best = (cost, start) }
      }
      costs.append(best.cost)
      starts.append(best.start)
    }
    var found: [Int] = []
    var end = pieces.count
    while end > 0 {
      found.append(starts[end])
      end = starts[end]
    }
    return found.reversed()
  }

  /// What speaks against joining a piece to the one before it.
  private func seam(
    _ pieces: [LinePiece], _ index: Int, isParted: Bool, _ roles: [PieceRoles.Role?]
  ) -> Double {
    var cost = PieceSeams.cost(
      (pieces[index - 1], roles[index - 1]), (pieces[index], roles[index]))
    guard partsLines else { return cost }
    if isParted { return cost + 2.5 }
    // Without an empty line stand the pieces of a line, and lines that follow a raised number or have
    // no right-to-left letters.
    let isCut = pieces[index - 1].endsLeft != pieces[index].startsLeft
    if isCut, roles[index - 1] != .mark { cost -= 2 }
    return cost
  }

  private func close(
    _ pieces: [LinePiece], _ range: Range<Int>, width: Double, _ roles: [PieceRoles.Role?]
  ) -> Double {
    let last = pieces[range.upperBound - 1]
    var cost = PieceSeams.endCost(last)
    if range.count > 1 { cost += max(0, width / fullWidth - 1.08) * 14 }
    let gap = 0.9 - width / fullWidth
    if gap > 0 {
      let isEnd = last.endsSentence || roles[range.upperBound - 1] == .mark
      cost += isEnd ? min(0.2, gap) : min(range.count > 1 ? 1 : 0.3, gap * 4)
    }
    return cost
  }
}
