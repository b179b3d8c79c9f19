extension Document {
  /// The account of every letter and digit as the document stands: what of the source is in it, in
  /// whatever form, and what was removed by name.
  var account: Account {
    var pieces: [Account.Piece] = []
    if printed == nil, pageLines.isEmpty, passages.isEmpty {
      pieces += pages.flatMap(\.lines).map { line in
        Account.Piece(
          lines: [line.number] + line.furtherNumbers,
          text: Array(Cleaning.clean(line.text).unicodeScalars))
      }
    }
    pieces += (pageLines.flatMap { $0 } + lines + starred).map(piece)
    pieces += paragraphs.flatMap { $0 }.map(piece)
    pieces += rawNotes.flatMap(\.lines).map(piece)
    pieces += doubledNumbers.map { line, number in
      Account.Piece(lines: [line], text: Array("\(number)\(number)".unicodeScalars))
    }
    pieces.append(
      Account.Piece(
        lines: frontLines, text: FrontMatterText.text(of: frontMatter), mayRepeat: true))
    pieces += passages.map {
      Account.Piece(lines: $0.sourceLines, text: $0.printedLabel + $0.text)
    }
    pieces += targets?.pieces ?? []
    pieces += notes.map { Account.Piece(lines: $0.sourceLines, text: $0.text) }
    let lines = source.flatMap(\.lines).map {
      (number: $0.number, text: Array(Cleaning.clean($0.text).unicodeScalars))
    }
    return Account(source: lines, pieces: pieces, removals: removals)
  }

  private func piece(_ line: TextLine) -> Account.Piece {
    Account.Piece(lines: line.sourceNumbers, text: line.text.isEmpty ? line.raw : line.text)
  }
}
