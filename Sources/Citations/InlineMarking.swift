import Manuscript

/// A passage of a text that is to become a cross-reference.
struct Marking {
  /// The place in the UTF-8 of the inlines' plain text.
  var range: Range<Int>
  var id: String
  var target: String
}

extension [Inline] {
  /// The inlines with each marked passage as a cross-reference.
  ///
  /// A passage that runs over several inlines (a name in italics and its year) is marked in the one
  /// where it ends; inside a link nothing is marked, for a link in a link is none.
  func marked(_ markings: [Marking]) -> [Inline] {
    var offset = 0
    var rest = markings.sorted { $0.range.upperBound < $1.range.upperBound }[...]
    return marked(&rest, offset: &offset)
  }

  /// - Parameter markings: those that end behind the offset, by their ends.
  private func marked(_ markings: inout ArraySlice<Marking>, offset: inout Int) -> [Inline] {
    var result: [Inline] = []
    for inline in self {
      switch inline {
      case .text(let text):
        let range = offset..<(offset + text.utf8.count)
        result += text.cut(by: &markings, at: range)
        offset = range.upperBound
      case .emphasis(let content):
        result.append(.emphasis(content.marked(&markings, offset: &offset)))
      case .strong(let content): result.append(.strong(content.marked(&markings, offset: &offset)))
      case .strikethrough(let content):
        result.append(.strikethrough(content.marked(&markings, offset: &offset)))
      case .span(let language, let content):
        result.append(.span(language: language, content.marked(&markings, offset: &offset)))
      case .code, .link, .image, .noteReference, .pageBreak, .softBreak, .lineBreak,
        .crossReference, .math, .numberedReference:
        offset += [inline].plainText.utf8.count
        result.append(inline)
      }
    }
    return result
  }
}

extension String {
  /// The text that stands at a range of a longer one, cut at the passages that end in it.
  fileprivate func cut(by markings: inout ArraySlice<Marking>, at place: Range<Int>) -> [Inline] {
    // What ended in a link or a picture before the text is not marked.
    while let first = markings.first, first.range.upperBound <= place.lowerBound {
      markings.removeFirst()
    }
    var here: [Marking] = []
    while let first = markings.first, first.range.upperBound <= place.upperBound {
      here.append(first)
      markings.removeFirst()
    }
    guard !here.isEmpty else { return [.text(self)] }
    let bytes = Array(utf8)
    func piece(_ from: Int, _ to: Int) -> String {
      String(decoding: bytes[(from - place.lowerBound)..<(to - place.lowerBound)], as: UTF8.self)
    }
    var result: [Inline] = []
    var position = place.lowerBound
    for marking in here {
      let start = Swift.max(marking.range.lowerBound, position)
      if start > position { result.append(.text(piece(position, start))) }
      result.append(
        .crossReference(
          CrossReference(
            id: marking.id, target: marking.target,
            content: [.text(piece(start, marking.range.upperBound))])))
      position = marking.range.upperBound
    }
    if position < place.upperBound { result.append(.text(piece(position, place.upperBound))) }
    return result
  }
}
