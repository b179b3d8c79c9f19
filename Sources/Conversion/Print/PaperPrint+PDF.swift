import PDF

extension PaperPrint {
  /// Reads the words of a PDF with their places. One without a text has pages and no words.
  ///
  /// - Throws: `SourceFault` where the file is no PDF or cannot be read.
  public init(_ bytes: [UInt8]) throws(SourceFault) {
    guard PDFReader.isPDF(bytes) else { throw .unreadable(PaperFormat.recognise(bytes)) }
    let document: PDFDocument
    do {
      document = try PDFReader.read(bytes)
    } catch {
      throw .pdf(.unreadable(error))
    }
    let lines = LineMaker(document)
    PrintedPaper.read(
      lines, edges: PageEdgesOfLines(lines.lines, body: lines.body),
      reader: LineReader(brackets: lines.brackets, hasSpaces: lines.hasSpaces))
    pages = document.pages.map { Page(width: $0.width, height: $0.height, label: $0.label) }
    words = lines.lines.joined().flatMap { Self.words(of: $0) }
  }

  /// The words of a line in the order of reading, each with the place where its letters stand.
  private static func words(of line: PrintedLine) -> [Word] {
    var printed = line.clusters.split(whereSeparator: \.isSpace).map { clusters in
      (letters: letters(clusters.map(\.text).joined()), area: area(of: clusters, in: line))
    }
    if line.base == 1 { printed.reverse() }
    let whole = area(of: line.clusters[...], in: line)
    return Marker.removed(from: line.text).words.map { word in
      let own = letters(word.string)
      if let found = printed.firstIndex(where: { $0.letters == own }) {
        return Word(
          text: word.string, page: line.page + 1, line: line.number,
          area: printed.remove(at: found).area)
      }
      // A note's number, or a sign of the list, stands at the word without a space.
      let area = printed.first { holds($0.letters, own) }?.area ?? whole
      return Word(text: word.string, page: line.page + 1, line: line.number, area: area)
    }
  }

  /// A word's letters in an order that does not depend on how they are written.
  private static func letters(_ text: String) -> [Unicode.Scalar] {
    ShapedLetters.cleaned(Array(text.unicodeScalars)).filter(\.isLetterOrDigit).sorted()
  }

  /// Whether letters in order hold all of others.
  private static func holds(_ letters: [Unicode.Scalar], _ others: [Unicode.Scalar]) -> Bool {
    var rest = letters[...]
    for letter in others {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[(place + 1)...]
    }
    return !others.isEmpty
  }

  private static func area(of clusters: ArraySlice<PrintedCluster>, in line: PrintedLine) -> Area {
    let x0 = clusters.map(\.x0).min() ?? line.x0
    let x1 = clusters.map(\.x1).max() ?? line.x1
    return Area(x: x0, y: line.y - 0.85 * line.size, width: x1 - x0, height: 1.15 * line.size)
  }
}
