import Manuscript
import PDF

/// How the letters of a printed paper differ from the rest of it: italic, bold, part of a link.
///
/// The words of a line are known on paper and in writing, in two orders; they are matched by their
/// letters.
struct PrintedStyles {
  struct Style: Hashable {
    var isItalic = false
    var isBold = false
    /// The address to which it leads.
    var address: String?

    var isPlain: Bool { self == Style() }
  }

  private struct Letter {
    var scalar: Unicode.Scalar
    var style: Style
  }

  private let links: [[PDFLink]]
  /// What is said by a style that most of the paper has is nothing.
  private let tellsItalic: Bool
  private let tellsBold: Bool

  /// More of a block than this is set in a style by what the block is.
  private static let wholeShare = 0.8
  /// More of a paper than this is no emphasis.
  private static let largestShare = 0.3

  init(_ document: PDFDocument, lines: [[PrintedLine]]) {
    links = document.pages.map(\.links)
    var (all, italic, bold) = (0, 0, 0)
    for line in lines.joined() {
      for cluster in line.clusters where cluster.kind.isTelling && !cluster.isRaised {
        all += 1
        if cluster.isItalic { italic += 1 }
        if cluster.isBold { bold += 1 }
      }
    }
    tellsItalic = Double(italic) < Self.largestShare * Double(all)
    tellsBold = Double(bold) < Self.largestShare * Double(all)
  }

  /// The inlines of a text with emphasis, strength and links.
  ///
  /// - Parameters:
  ///   - text: the text that the inlines were made of, of the end of what the lines say.
  ///   - lines: its lines, with what of each belongs to it.
  func styled(
    _ inlines: [Inline], text: Scalars, lines: [(line: PrintedLine, text: Scalars)]
  ) -> [Inline] {
    var letters = lines.flatMap { self.letters(of: $0.line, text: $0.text) }
    let own = Marker.removed(from: text).filter(\.isLetterOrDigit)
    guard letters.count >= own.count else { return inlines }
    // A label at its beginning is no longer part of it.
    letters.removeFirst(letters.count - own.count)
    guard zip(letters, own).allSatisfy({ $0.scalar == $1 }), !own.isEmpty else { return inlines }
    let count = Double(own.count)
    let isItalic = Double(letters.count { $0.style.isItalic }) > Self.wholeShare * count
    let isBold = Double(letters.count { $0.style.isBold }) > Self.wholeShare * count
    var styles = letters.map { letter in
      var style = letter.style
      if isItalic { style.isItalic = false }
      if isBold { style.isBold = false }
      return style
    }
    guard styles.contains(where: { !$0.isPlain }) else { return inlines }
    var place = styles[...]
    styles = []
    return inlines.flatMap { StyledRuns.inlines(of: $0, &place) }
  }

  // MARK: - Letters of a line

  /// The letters and digits of what a line says, each as it is set.
  private func letters(of line: PrintedLine, text: Scalars) -> [Letter] {
    var words: [Scalars: [[Letter]]] = [:]
    var word: [Letter] = []
    func close() {
      if !word.isEmpty { words[Self.key(word.map(\.scalar)), default: []].append(word) }
      word = []
    }
    let clusters = line.clusters.filter { !$0.isRaised }
    for cluster in line.base == 1 ? clusters.reversed() : clusters {
      if cluster.isSpace {
        close()
        continue
      }
      let style = style(of: cluster, on: line.page)
      for scalar in ShapedLetters.plain(cluster.text).unicodeScalars where scalar.isLetterOrDigit {
        word.append(Letter(scalar: scalar, style: style))
      }
    }
    close()
    return Marker.removed(from: text).words.flatMap { written -> [Letter] in
      let scalars = written.filter(\.isLetterOrDigit)
      let key = Self.key(scalars)
      guard var printed = words[key]?.first else {
        return scalars.map { Letter(scalar: $0, style: Style()) }
      }
      if words[key]?.count ?? 0 > 1 { words[key]?.removeFirst() }
      return scalars.map { scalar in
        let index = printed.firstIndex { $0.scalar == scalar } ?? 0
        return printed.remove(at: index)
      }
    }
  }

  private static func key(_ word: Scalars) -> Scalars { word.sorted() }

  private func style(of cluster: PrintedCluster, on page: Int) -> Style {
    let link = links.indices.contains(page) ? links[page] : []
    let (x, y) = (cluster.middle, cluster.y - 0.3 * cluster.size)
    let address = link.first {
      $0.box.x0 <= x && x <= $0.box.x1 && $0.box.y0 <= y && y <= $0.box.y1
        && ($0.address.hasPrefix("http://") || $0.address.hasPrefix("https://"))
    }?.address
    return Style(
      isItalic: tellsItalic && cluster.isItalic, isBold: tellsBold && cluster.isBold,
      address: address)
  }
}
