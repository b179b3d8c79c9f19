/// Gives the marks of a text the labels of their notes.
extension PrintedNotes {
  /// Rewrites the marks of lines; one that leads to no note is what it is in print.
  func relabel(_ lines: [PrintedLine]) {
    for line in lines where line.text.contains(Marker.note) {
      line.text = relabelled(line.text, page: line.page)
    }
  }

  /// A block's text from its lines with their final marks.
  func relabelled(_ block: PrintedBlock, _ joining: PrintedJoining) -> Scalars {
    joining.text(block.lines.map(\.text), breaks: block.breaks)
  }

  private func relabelled(_ text: Scalars, page: Int) -> Scalars {
    var result: Scalars = []
    var index = 0
    while let start = text[index...].firstIndex(of: Marker.note),
      let end = text[start...].firstIndex(of: Marker.end)
    {
      result += text[index..<start]
      let parts = text[(start + 1)..<end].split(separator: ",").map {
        PrintedNoteLabel.ascii(Array($0))
      }
      let labels = parts.map { label($0, page: page) ?? missing($0) }
      if labels.contains(where: { $0 == nil }) {
        result += text[(start + 1)..<end]
      } else {
        while result.last?.isSpacing == true { result.removeLast() }
        for label in labels.compactMap({ $0 }) {
          result += [Marker.note] + Array(label.unicodeScalars) + [Marker.end]
        }
      }
      index = end + 1
    }
    return result + text[index...]
  }

  /// The label of a note whose text was not found, where the others show that there must be one.
  private func missing(_ label: String) -> String? {
    guard let number = Int(label), let most = notes.compactMap({ Int($0.label) }).max(),
      number >= 1, number <= most, !notes.contains(where: { $0.label == label })
    else { return nil }
    return label
  }
}
