/// An article's file in the pieces that an editor handles; put together they are the file, byte for
/// byte.
public struct Sheet: Codable, Equatable, Sendable {
  /// The front matter with its two rules and the line break behind them; empty where there is none.
  public var front: String
  public var pieces: [Piece]
  /// What stands behind the last piece: line breaks.
  public var tail: String

  /// The article's file.
  public var text: String {
    var text = front
    for piece in pieces {
      text += piece.gap
      text += piece.text
    }
    return text + tail
  }

  /// Takes a file apart.
  ///
  /// - Parameter firstID: the number of the first piece; the others follow.
  public init(_ file: String, firstID: Int = 1) {
    var slicer = Slicer(file, id: firstID)
    slicer.run()
    front = slicer.front
    pieces = slicer.pieces
    tail = slicer.gap
  }

  /// The position of the piece with an identifier.
  func index(of id: Int) -> Int? { pieces.firstIndex { $0.id == id } }

  /// The numbers of the lines of the file with which the pieces begin, counted from 1.
  var firstLines: [Int] {
    var line = 1 + Self.breaks(front)
    return pieces.map { piece in
      line += Self.breaks(piece.gap)
      defer { line += Self.breaks(piece.text) }
      return line
    }
  }

  private static func breaks(_ text: String) -> Int { text.utf8.count { $0 == 0x0A } }
}

/// Cuts a file into pieces, line by line.
private struct Slicer {
  private let lines: [Substring]
  private var index = 0
  private var id: Int
  var front = ""
  var pieces: [Piece] = []
  /// What has been read since the last piece.
  var gap = ""

  init(_ file: String, id: Int) {
    lines = file.split(separator: "\n", omittingEmptySubsequences: false)
    self.id = id
  }

  mutating func run() {
    takeFront()
    while index < lines.count {
      if isBlank(lines[index]) {
        gap += lines[index] + (index + 1 < lines.count ? "\n" : "")
        index += 1
        continue
      }
      let end = self.end(from: index)
      let text = lines[index..<end].joined(separator: "\n")
      pieces.append(Piece(id: id, gap: gap, text: text))
      id += 1
      // The break behind the piece's last line belongs to the next gap.
      gap = end < lines.count ? "\n" : ""
      index = end
    }
  }

  private mutating func takeFront() {
    guard lines.first == "---",
      let close = lines.dropFirst().firstIndex(where: { $0 == "---" || $0 == "..." })
    else { return }
    front = lines[...close].joined(separator: "\n") + (close + 1 < lines.count ? "\n" : "")
    index = close + 1
  }

  /// The line behind a piece that begins with a line.
  private func end(from start: Int) -> Int {
    let first = lines[start]
    for (opening, closing) in [("```", "```"), ("~~~", "~~~"), (":::", ":::"), ("$$", "$$")]
    where first.hasPrefix(opening) {
      let rest = lines[(start + 1)...]
      if let close = rest.firstIndex(where: { $0.hasPrefix(closing) }) { return close + 1 }
    }
    switch PieceKind(of: String(first)) {
    case .heading: return start + 1
    case .note, .item: return indentedEnd(from: start + 1)
    default: break
    }
    var end = start + 1
    while end < lines.count, !isBlank(lines[end]), !beginsPiece(lines[end], after: first) {
      end += 1
    }
    return end
  }

  /// Lines that are set in belong to the item or the note before them, also behind an empty line.
  private func indentedEnd(from start: Int) -> Int {
    var end = start
    while end < lines.count {
      let isSetIn = lines[end].hasPrefix("  ") || lines[end].hasPrefix("\t")
      if isBlank(lines[end]) {
        var next = end
        while next < lines.count, isBlank(lines[next]) { next += 1 }
        guard next < lines.count, lines[next].hasPrefix("    ") || lines[next].hasPrefix("\t")
        else { return end }
        end = next
      } else if isSetIn || !beginsPiece(lines[end], after: "-") {
        end += 1
      } else {
        return end
      }
    }
    return end
  }

  private func beginsPiece(_ line: Substring, after first: Substring) -> Bool {
    switch PieceKind(of: String(line)) {
    case .heading, .note: true
    case .item: !first.hasPrefix("|")
    case .quotation: !first.hasPrefix(">")
    default: false
    }
  }

  private func isBlank(_ line: Substring) -> Bool {
    line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
