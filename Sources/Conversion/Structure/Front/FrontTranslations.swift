import Manuscript

/// What a paper whose lines are as printed says of itself in other languages: below the front in its
/// own, and at its end.
struct FrontTranslations {
  private(set) var translations: [FrontMatter.Translation] = []
  private(set) var removals: [Removal] = []
  /// The lines that are left.
  private(set) var body: [TextLine]
  /// The numbers of the source's lines that they take.
  private(set) var sourceLines: [Int] = []

  private let isRightToLeft: Bool

  /// A title with its authors takes no more lines than this.
  private static let longestHead = 14

  /// - Parameter lines: the paper's lines below the front in its own language.
  init(lines: [TextLine], isRightToLeft: Bool) {
    body = lines
    self.isRightToLeft = isRightToLeft
    if let first = lines.first, isOther(first) { take(from: 0) }
    if let start = lastStart { take(from: start) }
  }

  private func isOther(_ line: TextLine) -> Bool {
    line.text.hasRightToLeftLetter != isRightToLeft && line.text.contains(where: \.isLetter)
  }

  /// Takes the front that begins with a line, if one does.
  private mutating func take(from start: Int) {
    let language = FrontWords.language(of: Array(body[start...].prefix(8).map(\.text).joined()))
    let reading = FrontReading(lines: Array(body[start...]), heads: [], language: language)
    let front = reading.frontMatter
    guard !front.title.isEmpty, front.abstract != nil, reading.count > 0 else { return }
    var translation = FrontMatter.Translation(language: language)
    translation.title = front.title
    translation.authors = front.authors
    translation.abstract = front.abstract
    translation.keywords = front.keywords
    translations.append(translation)
    removals += reading.removals
    sourceLines += reading.sourceLines
    body.removeSubrange(start..<(start + reading.count))
  }

  /// Where the front in another language at the paper's end begins: above the label of its abstract,
  /// with nothing in the paper's own language below.
  private var lastStart: Int? {
    guard
      let label = body.lastIndex(where: {
        FrontMatterWords.after(FrontMatterWords.abstract, in: $0.text) != nil && isOther($0)
      }), !body[label...].contains(where: { !isOther($0) && $0.text.contains(where: \.isLetter) })
    else { return nil }
    var start = label
    while start > 0, label - start < Self.longestHead, !body[start].startsPage {
      let before = body[start - 1].text
      guard isOther(body[start - 1]), !Ending.endsSentence(before), !ListLabel.begins(before) else {
        break
      }
      start -= 1
    }
    return start < label ? start : nil
  }
}
