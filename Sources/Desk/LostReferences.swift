import Synchronization

/// Notes whose mark stands nowhere in the text, and the numbers in the text that may be it.
///
/// A mark is a superscript in print. An extractor that does not know sizes leaves a bare number, in
/// its place or a word beside it. Marks rise from the first note to the last, so a lost one stands
/// between those of its neighbours.
struct LostReferences: Equatable, Sendable {
  /// A number that may be a note's mark.
  struct Candidate: Equatable, Sendable {
    var label: String
    /// The place of the number in the piece's words, in UTF-16 units.
    var range: Range<Int>
  }

  /// The candidates by the identifiers of the pieces that they stand in.
  private(set) var candidates: [Int: [Candidate]] = [:]
  /// The definitions for whose mark there is no candidate.
  private(set) var withoutCandidate: Set<Int> = []

  /// More numbers of the same value than this say nothing about any of them.
  private static let most = 3

  init(_ sheet: Sheet) {
    var definitions: [(label: Int, id: Int)] = []
    var places: [Int: [Int]] = [:]
    for (index, piece) in sheet.pieces.enumerated() {
      if let number = piece.noteNumber { definitions.append((number, piece.id)) }
      for number in piece.markedNotes { places[number, default: []].append(index) }
    }
    let lost = definitions.filter { places[$0.label] == nil }
    // Where hardly a mark is left, the notes are unplaced as a whole: that is no matter of a number.
    guard !lost.isEmpty, lost.count * 2 <= definitions.count || definitions.count < 4 else {
      return
    }
    let known = places.keys.sorted()
    for (label, id) in lost {
      let before = known.last { $0 < label }.flatMap { places[$0]?.first } ?? 0
      let after =
        known.first { $0 > label }.flatMap { places[$0]?.last } ?? (sheet.pieces.count - 1)
      guard before <= after else {
        withoutCandidate.insert(id)
        continue
      }
      var found: [(id: Int, candidate: Candidate)] = []
      for piece in sheet.pieces[before...after] {
        if case .note = piece.kind { continue }
        guard piece.kind != .other else { continue }
        found += Self.numbers(label, in: piece.words).map {
          (piece.id, Candidate(label: String(label), range: $0))
        }
      }
      guard (1...Self.most).contains(found.count) else {
        withoutCandidate.insert(id)
        continue
      }
      for (id, candidate) in found { candidates[id, default: []].append(candidate) }
    }
  }

  /// The places of a number in a text, in European or Arabic digits, apart from other digits.
  private static func numbers(_ number: Int, in words: String) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for match in words.matches(of: #/\d+/#) {
      guard match.output.count <= 4, Spots.value(match.output) == number else { continue }
      let before = words[..<match.range.lowerBound].last
      let after = words[match.range.upperBound...].first
      // The number of a date, a range, a decimal fraction or a mark of another note.
      if let before, "^/–-:%٪".contains(before) { continue }
      if let after, "/–:%٪".contains(after) { continue }
      if let after, ".,٫٬".contains(after),
        words[match.range.upperBound...].dropFirst().first?.isNumber == true
      {
        continue
      }
      let start = match.range.lowerBound.utf16Offset(in: words)
      found.append(start..<(start + match.output.utf16.count))
    }
    return found
  }

  /// The words with a candidate as the mark of its note: behind the word before the number, and
  /// behind the word after it, where the number may have been carried over the other side of it.
  static func readings(_ words: String, _ candidate: Candidate) -> [String] {
    let view = words.utf16
    guard candidate.range.upperBound <= view.count else { return [] }
    let start = view.index(view.startIndex, offsetBy: candidate.range.lowerBound)
    let end = view.index(view.startIndex, offsetBy: candidate.range.upperBound)
    let mark = "[^\(candidate.label)]"
    let head = words[..<start].trimmingSuffix { $0 == " " }
    // Signs that close what stands before: brackets go before the stop, the mark behind both.
    let signs = words[end...].prefix { closing.contains($0) }
    let rest = words[end...].dropFirst(signs.count)
    let own = head.reversed().prefix { closing.contains($0) }
    let stem = head.dropLast(own.count)
    let all = Array(own.reversed()) + signs
    let ordered = String(all.filter(brackets.contains) + all.filter { !brackets.contains($0) })
    var readings: [String] = []
    if !stem.isEmpty {
      let gap = rest.isEmpty || rest.hasPrefix(" ") ? "" : " "
      readings.append("\(stem)\(ordered)\(mark)\(gap)\(rest)")
    }
    let following = words[end...].trimmingPrefix(while: { $0 == " " })
    let next = following.prefix { $0 != " " }
    if !next.isEmpty, next.contains(where: { $0.isLetter || $0.isNumber }) {
      let isBound = head.last.map { "־-–(".contains($0) } ?? true
      let further = following.dropFirst(next.count)
      readings.append("\(head)\(isBound ? "" : " ")\(next)\(mark)\(further)")
    }
    return readings
  }

  private static let brackets: Set<Character> = [")", "]", "»"]
  private static let closing: Set<Character> = [
    ")", "]", "»", ".", ",", ";", ":", "!", "?", "؟", "،", "؛", "\"", "”", "״",
  ]
}

extension Substring {
  fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return text
  }
}

extension LostReferences {
  /// Looks for a sheet's lost references when they are first asked for: a journal's steps are taken one
  /// after another without.
  final class Finder: Sendable {
    private let found = Mutex<LostReferences?>(nil)

    func references(in sheet: Sheet) -> LostReferences {
      found.withLock { found in
        let references = found ?? LostReferences(sheet)
        found = references
        return references
      }
    }
  }
}
