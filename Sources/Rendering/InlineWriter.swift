import Manuscript
import Orthography

/// An element that is put round a stretch of a block's flat text.
struct Mark {
  var range: Range<Int>
  var open: [UInt8]
  var close: [UInt8]
}

/// Writes a block's inlines, with marks round stretches of their text.
///
/// The inlines are walked in the order in which `FlatText` laid them out; `position` is the place in
/// the flat text that has been written so far.
struct InlineWriter {
  private let flat: FlatText
  private var marks: ArraySlice<Mark>
  private var open: [(end: Int, depth: Int, close: [UInt8])] = []
  private var position = 0
  private var depth = 0
  private var containers: ArraySlice<Range<Int>>

  /// - Parameter marks: properly nested, in the order of their beginnings, the longer first.
  init(_ flat: FlatText, marks: [Mark]) {
    self.flat = flat
    containers = flat.containers[...]
    self.marks = Self.cut(marks, at: flat.containers)[...]
  }

  /// Cuts marks at the edges of the elements that they cross: an element cannot begin inside
  /// another and end outside it.
  ///
  /// Marks and elements are in the order of their beginnings, so each is looked at in turn: the
  /// elements that are open where a mark begins, and those that begin in it.
  private static func cut(_ marks: [Mark], at containers: [Range<Int>]) -> [Mark] {
    guard !marks.isEmpty, !containers.isEmpty else { return marks }
    var result: [Mark] = []
    var open: [Range<Int>] = []
    var next = 0
    for mark in marks {
      let range = mark.range
      while next < containers.count, containers[next].lowerBound <= range.lowerBound {
        open.append(containers[next])
        next += 1
      }
      open.removeAll { $0.upperBound <= range.lowerBound }
      var edges: [Int] = []
      for container in open
      where range.lowerBound > container.lowerBound && range.upperBound > container.upperBound {
        edges.append(container.upperBound)
      }
      var inside = next
      while inside < containers.count, containers[inside].lowerBound < range.upperBound {
        if containers[inside].upperBound > range.upperBound {
          edges.append(containers[inside].lowerBound)
        }
        inside += 1
      }
      var start = range.lowerBound
      for edge in edges.sorted() where edge > start && edge < range.upperBound {
        result.append(Mark(range: start..<edge, open: mark.open, close: mark.close))
        start = edge
      }
      result.append(Mark(range: start..<range.upperBound, open: mark.open, close: mark.close))
    }
    return result.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
  }

  /// Writes one inline; `leaf` writes those that are one object in the flat text.
  mutating func write(
    _ inlines: [Inline], into html: inout HTMLBuffer,
    leaf: (Inline, inout HTMLBuffer) -> Void,
    element: (Inline, inout HTMLBuffer) -> StaticString
  ) {
    for inline in inlines {
      switch inline {
      case .text(let text): writeText(text.utf8.count, &html)
      case .softBreak:
        openMarks(&html)
        html.markup("\n")
        advance(1, &html)
      case .lineBreak:
        openMarks(&html)
        html.markup("<br/>\n")
        advance(1, &html)
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        write(container: inline, content, &html, leaf, element)
      case .crossReference(let reference):
        write(container: inline, reference.content, &html, leaf, element)
      case .link(let link) where !link.isAutolink:
        write(container: inline, link.content, &html, leaf, element)
      case .link(let link):
        openMarks(&html)
        leaf(inline, &html)
        advance(link.content.plainText.utf8.count, &html)
      case .pageBreak: leaf(inline, &html)
      case .code, .image, .noteReference, .span, .math, .numberedReference:
        openMarks(&html)
        leaf(inline, &html)
        advance(FlatText.object.count, &html)
      }
    }
  }

  private mutating func write(
    container inline: Inline, _ content: [Inline], _ html: inout HTMLBuffer,
    _ leaf: (Inline, inout HTMLBuffer) -> Void,
    _ element: (Inline, inout HTMLBuffer) -> StaticString
  ) {
    let end = containers.popFirst()?.upperBound ?? position
    openMarks(&html, reachingBeyond: end)
    let close = element(inline, &html)
    depth += 1
    write(content, into: &html, leaf: leaf, element: element)
    depth -= 1
    html.markup(close)
    closeMarks(&html)
  }

  private mutating func writeText(_ count: Int, _ html: inout HTMLBuffer) {
    let end = position + count
    while position < end {
      openMarks(&html)
      var next = end
      if let mark = marks.first { next = min(next, mark.range.lowerBound) }
      if let last = open.last, last.end > position { next = min(next, last.end) }
      html.text(flat.bytes, position..<next)
      position = next
      closeMarks(&html)
    }
  }

  private mutating func advance(_ count: Int, _ html: inout HTMLBuffer) {
    position += count
    closeMarks(&html)
  }

  private mutating func openMarks(_ html: inout HTMLBuffer, reachingBeyond end: Int = -1) {
    while let mark = marks.first, mark.range.lowerBound <= position, mark.range.upperBound > end {
      marks.removeFirst()
      guard mark.range.upperBound > position else { continue }
      html.markup(mark.open)
      open.append((mark.range.upperBound, depth, mark.close))
    }
  }

  private mutating func closeMarks(_ html: inout HTMLBuffer) {
    while let last = open.last, last.end <= position, last.depth == depth {
      html.markup(last.close)
      open.removeLast()
    }
  }
}
