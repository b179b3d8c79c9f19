import Manuscript

/// Mends in a source what is certain, and touches no other byte.
public enum Mending {
  /// Something that was mended.
  public struct Change: Equatable, Sendable {
    public var kind: Finding.Kind
    /// The line in the source as it was, counted from 1.
    public var line: Int
    public var before: String
    public var after: String
  }

  /// The mended source with what was done. Mended again, it stays as it is.
  ///
  /// Certain are: presentation forms, which Unicode itself says the letters of; direction marks that
  /// hide a line's markup; byte order marks inside the text; spaces before note marks; and of
  /// `SourceFaults` those with one way to be put right.
  public static func mend(_ source: [UInt8]) -> (source: [UInt8], changes: [Change]) {
    var (mended, changes) = mendOnce(source)
    var latest = changes
    // What one mark hid, another may have hidden too. Each round takes something away.
    while !latest.isEmpty {
      (mended, latest) = mendOnce(mended)
      changes += latest
    }
    return (mended, changes)
  }

  private static func mendOnce(_ source: [UInt8]) -> (source: [UInt8], changes: [Change]) {
    var output: [UInt8] = []
    output.reserveCapacity(source.count)
    var changes: [Change] = []
    let plan = Plan(source)
    var copied = 0
    for edit in plan.edits {
      output += source[copied..<edit.range.lowerBound]
      output += edit.replacement
      copied = edit.range.upperBound
      changes.append(
        Change(
          kind: edit.kind, line: edit.line, before: plan.shown(edit.range, in: source),
          after: String(decoding: edit.replacement, as: UTF8.self)))
    }
    output += source[copied...]
    return (output, changes)
  }

  private struct Edit {
    var range: Range<Int>
    var replacement: [UInt8]
    var kind: Finding.Kind
    var line: Int
  }

  private struct Plan {
    private(set) var edits: [Edit] = []

    init(_ source: [UInt8]) {
      // What is not UTF-8 must be saved anew by hand first.
      guard String(validating: source, as: UTF8.self) != nil else { return }
      let (article, findings) = ManuscriptReader.read(source, file: "")
      let hidden = Set(findings.filter { $0.kind == .hiddenMark }.map(\.position.line))
      // In front matter they stand in a word that only programs read.
      let stray = Set(findings.filter { $0.kind == .strayMark }.map(\.position.line))
      var checked = CheckedArticle(
        article, source: source, file: "", surroundings: Surroundings())
      checked.checkNotes()
      let spaced = Dictionary(
        grouping: checked.findings.filter { $0.kind == .spaceBeforeNote }.map(\.position),
        by: \.line)
      var line = 1
      var start = 0
      while start < source.count {
        let end = source[start...].firstIndex(of: 0x0A) ?? source.count
        mend(
          source, start..<end, line, isHidden: hidden.contains(line),
          isCode: stray.contains(line))
        // Beside code it is not certain which of several equal pieces is meant.
        if !source[start..<end].contains(0x60) {
          for place in spaced[line] ?? [] { closeGap(source, start..<end, place) }
        }
        start = end + 1
        line += 1
      }
      for fault in SourceFaults.find(in: source, article: article) {
        for edit in fault.edits {
          edits.append(
            Edit(
              range: edit.range, replacement: Array(edit.replacement.utf8), kind: fault.kind,
              line: fault.position.line))
        }
      }
      let ignored = Set(article.frontMatter.ignoredChecks)
      edits.removeAll { ignored.contains($0.kind.rawValue) }
      edits.sort { $0.range.lowerBound < $1.range.lowerBound }
      dropOverlaps()
    }

    /// Of two edits that touch the same bytes the first is made; the next round finds what is left.
    private mutating func dropOverlaps() {
      var end = 0
      edits.removeAll { edit in
        guard edit.range.lowerBound >= end else { return true }
        end = edit.range.upperBound
        return false
      }
    }

    /// Takes the spaces before a note mark away.
    private mutating func closeGap(
      _ source: [UInt8], _ line: Range<Int>, _ place: SourcePosition
    ) {
      var column = 1
      var index = line.lowerBound
      while index < line.upperBound, column < place.column {
        index += 1
        while index < line.upperBound, source[index] & 0xC0 == 0x80 { index += 1 }
        column += 1
      }
      var start = index
      while start > line.lowerBound, source[start - 1] == 0x20 { start -= 1 }
      var end = index
      while end < line.upperBound, source[end] == 0x20 { end += 1 }
      guard end > start, start > line.lowerBound else { return }
      edits.append(
        Edit(range: start..<end, replacement: [], kind: .spaceBeforeNote, line: place.line))
    }

    private mutating func mend(
      _ source: [UInt8], _ range: Range<Int>, _ line: Int, isHidden: Bool, isCode: Bool
    ) {
      let text = String(decoding: source[range], as: UTF8.self)
      var index = range.lowerBound
      var isAtStart = true
      for scalar in text.unicodeScalars {
        let length = UTF8.width(scalar)
        let place = index..<(index + length)
        index += length
        if isHidden, isAtStart, InvisibleMarks.isStray(scalar) {
          edits.append(Edit(range: place, replacement: [], kind: .hiddenMark, line: line))
          continue
        }
        isAtStart = false
        if isCode && InvisibleMarks.isStray(scalar) || scalar == "\u{FEFF}" && place.lowerBound > 0
        {
          edits.append(Edit(range: place, replacement: [], kind: .strayMark, line: line))
        } else if let letters = PresentationForms.letters(of: scalar) {
          edits.append(
            Edit(
              range: place, replacement: Array(letters.utf8), kind: .presentationForm,
              line: line))
        }
      }
    }

    /// What stood in a range, invisible characters by name.
    func shown(_ range: Range<Int>, in source: [UInt8]) -> String {
      let text = String(decoding: source[range], as: UTF8.self)
      return text.unicodeScalars.map { scalar in
        InvisibleMarks.isStray(scalar)
          ? "U+" + String(scalar.value, radix: 16, uppercase: true) : String(scalar)
      }.joined()
    }
  }
}
