/// One of the series of notes that an article may have side by side: those with numbers, and those with
/// letters or signs (an editor's notes beside the author's, a `*` for thanks).
public struct NoteSeries: Equatable, Sendable {
  public enum Kind: String, Sendable {
    case numbers
    /// Letters and signs: `א`, `b`, `*`, `†`.
    case marks
  }

  public var kind: Kind
  /// In the order of the file.
  public var notes: [Note]

  /// The series of a note with a label.
  public static func kind(ofLabel label: String) -> Kind {
    !label.isEmpty && label.unicodeScalars.allSatisfy { $0.properties.numericType == .decimal }
      ? .numbers : .marks
  }
}

extension Article {
  /// The article's notes by series: that of the first mark in the text before the other.
  public var noteSeries: [NoteSeries] {
    var series: [NoteSeries] = []
    for note in notes {
      let kind = NoteSeries.kind(ofLabel: note.label)
      if let index = series.firstIndex(where: { $0.kind == kind }) {
        series[index].notes.append(note)
      } else {
        series.append(NoteSeries(kind: kind, notes: [note]))
      }
    }
    guard series.count > 1 else { return series }
    var first = FirstMark()
    blocks.accept(&first)
    if let kind = first.kind, series[0].kind != kind { series.reverse() }
    return series
  }
}

/// The series of the first note mark in a text.
private struct FirstMark: Visitor {
  private(set) var kind: NoteSeries.Kind?

  mutating func visit(_ block: Block) -> Descent { kind == nil ? .inside : .past }

  mutating func visit(_ inline: Inline) -> Descent {
    if kind == nil, case .noteReference(let label) = inline {
      kind = NoteSeries.kind(ofLabel: label)
    }
    return kind == nil ? .inside : .past
  }
}
