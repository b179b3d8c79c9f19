import Manuscript

/// A note of the paper, its lines joined.
struct NoteText: Sendable {
  var label: Int
  var text: Scalars
  /// The numbers of the source's lines that it was made of.
  var sourceLines: [Int]
  /// The note as the source gives it, where the source says what its parts are.
  var content: [Block]?
  var doubts: [Doubt] = []
  var isMissing = false

  /// A note put together from lines.
  init(
    label: Int, text: Scalars, sourceLines: [Int], doubts: [Doubt] = [], isMissing: Bool = false
  ) {
    self.label = label
    self.text = text
    self.sourceLines = sourceLines
    self.doubts = doubts
    self.isMissing = isMissing
  }

  /// A note as the source gives it.
  init(label: Int, content: [Block], sourceLines: [Int]) {
    self.init(
      label: label, text: Passage.plainText(of: content), sourceLines: sourceLines)
    self.content = content
  }
}
