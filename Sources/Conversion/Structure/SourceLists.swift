/// The lines that begin the items of numbered lists of sources.
///
/// A list of sources looks like notes after the text: it is numbered from 1, goes on over pages, and
/// some number in the text above equals each of its own. Its heading tells it, and that the marks of
/// its numbers do not rise through the text, as those of notes do that stand under such a heading.
enum SourceLists {
  /// So many lines below its heading the list begins: a page's head may come between.
  private static let longestHead = 3
  /// So many lines lie between two items, with the head and the foot of a page.
  private static let longestItem = 20
  /// So many numbers in a row may be lost.
  private static let longestGap = 3

  /// The indices of the lines that begin items.
  static func items(in lines: [TextLine]) -> Set<Int> {
    var found: Set<Int> = []
    // The last numbers of the longest rising rows of marks, by the rows' length.
    var rising: [Int] = []
    for (index, line) in lines.enumerated() {
      if FrontMatterWords.isBibliography(line.raw) {
        let list = items(in: lines, below: index)
        let marks = rising.count { $0 <= list.last }
        if list.lines.count >= 3, marks * 2 < list.lines.count { found.formUnion(list.lines) }
      }
      guard !found.contains(index) else { continue }
      for number in marks(in: line.raw) {
        let place = rising.partitionPoint { $0 >= number }
        if place < rising.count { rising[place] = number } else { rising.append(number) }
      }
    }
    return found
  }

  private static func items(in lines: [TextLine], below heading: Int) -> (lines: [Int], last: Int) {
    var items: [Int] = []
    var last = 0
    var place = heading + 1
    while place < lines.count,
      place - (items.last ?? heading) <= (items.isEmpty ? longestHead : longestItem),
      !FrontMatterWords.isBibliography(lines[place].raw)
    {
      let reach = last + 1...last + (items.isEmpty ? 1 : 1 + longestGap)
      let labels = NoteLabel.candidates(in: lines[place].raw, line: place)
      if let label = labels.first(where: { reach.contains($0.number) }) {
        items.append(place)
        last = label.number
      }
      place += 1
    }
    return (items, last)
  }

  /// The numbers that touch the letter or the sign before them.
  private static func marks(in text: Scalars) -> [Int] {
    text.shortNumbers.compactMap { digits, number in
      guard let before = text[..<digits.lowerBound].last,
        before.isLetter || before.isClausePunctuation || before.isClosingBracket
          || before.isQuotationMark
      else { return nil }
      return number
    }
  }
}

extension Array {
  /// The index of the first element for which the condition holds, where it holds for all behind it.
  fileprivate func partitionPoint(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
