/// Printed lines that vowel signs tear in pieces, for a program that goes from left to right (PDFium):
/// a sign that stands high begins a line of its own, in the middle of its word, and what is read after
/// it has been put out before.
///
/// A piece ends with the sign, and what goes on there begins with the rest of the word. The pieces are
/// no wider together than the column.
struct TornLines {
  /// The width of a full line in signs.
  private let fullWidth: Int

  init(pages: [Page]) {
    let widths = pages.lazy.flatMap(\.lines).map { $0.text.unicodeScalars.count }
      .filter { $0 > 20 }.sorted()
    fullWidth = widths.isEmpty ? 0 : widths[widths.count * 9 / 10]
  }

  /// The lines of a page with torn ones made whole.
  func joined(_ page: Page) -> Page {
    var lines: [Line] = []
    for line in page.lines {
      if let last = lines.last, let text = whole(line, before: last) {
        lines[lines.count - 1].text = text
        lines[lines.count - 1].furtherNumbers += [line.number] + line.furtherNumbers
      } else {
        lines.append(line)
      }
    }
    return Page(lines: lines)
  }

  /// The lines of a page that signs broke for a program that reads each printed line from its beginning
  /// (pdftotext): a line ends with a sign apart, and goes on in the next with the letter that carries it
  /// or that comes after it.
  static func mended(_ page: Page) -> Page {
    var lines: [Line] = []
    for line in page.lines {
      if let last = lines.last, let text = continued([Unicode.Scalar](last.text), by: line.text) {
        lines[lines.count - 1].text = text
        lines[lines.count - 1].furtherNumbers += [line.number] + line.furtherNumbers
      } else {
        lines.append(line)
      }
    }
    return Page(lines: lines)
  }

  /// A line that ends with a sign apart, and the one that it goes on in: `بمعا ٍ` and `ن متعددة`, where a
  /// letter alone carries the sign; else it is the last letter of the next line's first word.
  private static func continued(_ line: [Unicode.Scalar], by next: String) -> String? {
    let signs = Array(line.reversed().prefix { Kind($0) == .mark }.reversed())
    let start = Array(line.dropLast(signs.count))
    let rest = [Unicode.Scalar](next)
    guard !signs.isEmpty, start.last.map({ Kind($0) == .space }) ?? false,
      let end = start.last(where: { Kind($0) != .space }), Kind(end) == .right
    else { return nil }
    let word = rest.prefix { Kind($0) == .right }
    guard !word.isEmpty else { return nil }
    let before = Array(start.reversed().drop { Kind($0) == .space }.reversed())
    let joint = word.count == 1 ? [] : [Unicode.Scalar(" ")]
    return (before + joint + word + signs + rest.dropFirst(word.count)).text
  }

  /// A line and the one that was put out before it as one, if the first is read right before the
  /// second.
  private func whole(_ first: Line, before second: Line) -> String? {
    let (left, right) = ([Unicode.Scalar](first.text), [Unicode.Scalar](second.text))
    guard let start = right.first, let end = left.last, Kind(start) == .right,
      Kind(left[0]) == .right, left.count + right.count <= fullWidth * 21 / 20
    else { return nil }
    if Kind(end) == .mark {
      // The sign of a case stands on the last letter of its word.
      let isEnding = (0x64B...0x64D).contains(end.value) && left.dropLast().last == "ة"
      return isEnding ? nil : (left + right).text
    }
    let letters = right.prefix { Kind($0) == .right }
    let signs = right.dropFirst(letters.count).prefix { Kind($0) == .mark }
    guard letters.count == 1, !signs.isEmpty, Kind(end) == .right else { return nil }
    let isWord = right.count > 2 + signs.count && Kind(right[1 + signs.count]) != .space
    // A letter and its sign: the end of a word if a space follows it, else the beginning of one.
    return (left + (isWord ? [" "] : []) + right).text
  }
}
