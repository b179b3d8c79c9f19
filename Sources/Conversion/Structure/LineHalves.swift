/// Printed lines that a raised note mark parts in two, for a program that goes from left to right
/// (PDFium): what stands behind the mark is put out first, then the mark, then what stands before it.
///
/// The three may be lines of their own, or one line, and where the mark ends its line there is nothing
/// behind it. The halves are no wider together than the column.
struct LineHalves {
  /// A line made of its pieces.
  struct Whole {
    var lines: ClosedRange<Int>
    var text: Scalars
  }

  /// The width of a full line in signs.
  private let fullWidth: Int

  init(lines: [TextLine]) {
    let widths = lines.lazy.map(\.width).filter { $0 > 20 }.sorted()
    fullWidth = widths.isEmpty ? 0 : widths[widths.count * 9 / 10]
  }

  /// The line that the pieces round a mark make; `nil` if they are no such pieces.
  ///
  /// - Parameters:
  ///   - mark: where in the line at an index the mark stands.
  ///   - page: the lines of its page that may be pieces.
  func whole(
    _ lines: [TextLine], at index: Int, mark: Range<Int>, page: ClosedRange<Int>
  ) -> Whole? {
    let line = lines[index]
    guard line.isPiece, line.isRightToLeft || line.raw.trimmed.count == mark.count else {
      return nil
    }
    let label = Array(line.raw[mark])
    let left = Array(line.raw[..<mark.lowerBound]).trimmed
    let right = Array(line.raw[mark.upperBound...]).trimmed
    let before = index > page.lowerBound ? lines[index - 1] : nil
    let after = index < page.upperBound ? lines[index + 1] : nil
    switch (left.isEmpty, right.isEmpty) {
    case (false, false):
      guard line.isTail || left[0].isClausePunctuation else { return nil }
      return Whole(lines: index...index, text: Self.joined(right, label, left))
    case (true, false):
      if let after, after.isTail, fits(after, right) {
        return Whole(
          lines: index...(index + 1), text: Self.joined(right, label, after.raw.trimmed))
      }
      if let after, !Ending.endsSentence(right), Ending.endsSentence(after.raw.trimmed),
        fits(after, right)
      {
        return Whole(
          lines: index...(index + 1), text: Self.joined(after.raw.trimmed, label, right))
      }
      return Whole(lines: index...index, text: Self.joined(right, label, []))
    case (false, true):
      guard let after, fits(after, left) else { return nil }
      return Whole(lines: index...(index + 1), text: Self.joined(after.raw.trimmed, label, left))
    case (true, true):
      guard let after, !after.isTail else { return nil }
      let first = after.raw.trimmed
      if let before, fits(before, first) {
        return Whole(
          lines: (index - 1)...(index + 1), text: Self.joined(first, label, before.raw.trimmed))
      }
      return Whole(lines: index...(index + 1), text: Self.joined(first, label, []))
    }
  }

  /// A line that was put out from its far end, the mark between its halves: the half behind it comes
  /// first.
  func turned(_ lines: [TextLine], at index: Int, mark: Range<Int>) -> Whole {
    let text = lines[index].raw
    return Whole(
      lines: index...index,
      text: Self.joined(
        Array(text[mark.upperBound...]).trimmed, Array(text[mark]),
        Array(text[..<mark.lowerBound]).trimmed))
  }

  /// The line that several marks parted: all pieces in turned order, each mark behind its own.
  ///
  /// - Parameters:
  ///   - marks: the marks in the order in which they came out, the last one first.
  ///   - isFree: whether a line may be the piece before the first mark.
  func whole(_ lines: [TextLine], marks: [MarkPlace], isFree: (Int) -> Bool) -> Whole {
    var last = marks[marks.count - 1].line
    // The text behind each mark, down to the next.
    var pieces: [(label: Scalars, text: Scalars)] = []
    let before = Array(lines[marks[0].line].raw[..<marks[0].range.lowerBound]).trimmed
    for (index, mark) in marks.enumerated() {
      let next = index + 1 < marks.count ? marks[index + 1] : nil
      var text: Scalars = []
      for line in mark.line...(next?.line ?? mark.line) {
        let raw = lines[line].raw
        let start = line == mark.line ? mark.range.upperBound : 0
        let end = line == next?.line ? next?.range.lowerBound ?? raw.count : raw.count
        text = (text + [" "] + raw[start..<end]).trimmed
      }
      pieces.append((Array(lines[mark.line].raw[mark.range]), text))
    }
    if pieces[pieces.count - 1].text.isEmpty, isFree(last + 1), lines[last + 1].isPiece {
      last += 1
      pieces[pieces.count - 1].text = lines[last].raw.trimmed
    }
    let text = pieces.reversed().reduce(into: Scalars()) { text, piece in
      text += (text.isEmpty ? [] : [" "]) + piece.text + piece.label
    }
    return Whole(
      lines: marks[0].line...last, text: before.isEmpty ? text : Self.joined(text, [], before))
  }

  /// Whether a line and another half have room in the column; letters are not all of one width.
  private func fits(_ line: TextLine, _ half: Scalars) -> Bool {
    line.isPiece && line.raw.trimmed.count + half.count <= fullWidth * 21 / 20
  }

  private static func joined(_ first: Scalars, _ label: Scalars, _ rest: Scalars) -> Scalars {
    guard let next = rest.first else { return first + label }
    return first + label + (next.isClausePunctuation ? [] : [" "]) + rest
  }
}
