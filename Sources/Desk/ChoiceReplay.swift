/// Applies what an editor decided to a paper that was converted anew.
///
/// A choice holds where the source's lines and the conversion's reading are what they were. Where only
/// the reading around the choice changed, the words that were chosen still go in the place of those
/// that were there. Where the lines changed, or the words are no longer there, the editor is asked:
/// the choice comes as a reading of its place.
public struct ChoiceReplay {
  public private(set) var session: DeskSession
  /// How many choices hold, and how many must be asked about.
  public private(set) var kept = 0
  public private(set) var asked = 0

  public init(_ choices: Choices, on draft: Draft) {
    var draft = draft
    let lines = SourceLines(draft.source)
    var decided: [(pieces: Range<Int>, place: Choices.Place)] = []
    for place in choices.places {
      let found = lines.place(
        of: place.hash, near: place.first, count: place.last - place.first + 1)
      let range = found ?? place.first...place.last
      let pieces = draft.base.pieces.indices.filter { index in
        draft.base.pieces[index].lines.contains { range.contains($0) }
      }
      guard let first = pieces.first, let last = pieces.last else {
        asked += 1
        continue
      }
      if found == nil {
        asked += 1
        Self.ask(place, first..<(last + 1), &draft)
      } else {
        decided.append((first..<(last + 1), place))
      }
    }
    var front = draft.base.front
    for field in choices.fields {
      front = Self.set(field, in: front)
      kept += 1
    }
    var asking: [(Range<Int>, Choices.Place)] = []
    var changes: [(Range<Int>, [String])] = []
    for (range, place) in decided {
      let texts = draft.base.pieces[range].filter { !$0.isPageBreak }.map {
        Piece.withoutChecks($0.text)
      }
      if texts == place.was || texts == place.now {
        changes.append((range, place.now))
      } else if texts.count == 1, place.was.count == 1, place.now.count == 1,
        let text = Self.patched(texts[0], place.was[0], place.now[0])
      {
        changes.append((range, [text]))
      } else {
        asking.append((range, place))
      }
    }
    for (range, place) in asking { Self.ask(place, range, &draft) }
    asked += asking.count
    kept += changes.count
    session = DeskSession(draft.base, draft: draft)
    session.decide(changes, front: front)
  }

  /// A choice that no longer fits comes as a reading of its place, before all others.
  private static func ask(_ place: Choices.Place, _ range: Range<Int>, _ draft: inout Draft) {
    let piece = draft.base.pieces[range.lowerBound]
    guard let line = piece.lines.min() else { return }
    let earlier = place.now.map { PieceKind(of: $0).words(of: $0) }.joined(separator: "\n\n")
    let alternative = Matter.Alternative(
      was: piece.words, now: earlier, probability: 0.5, evidence: ["earlier-choice"])
    if let index = draft.matters.firstIndex(where: { $0.lines.min() == line }) {
      draft.matters[index].weight = max(0.95, draft.matters[index].weight)
      draft.matters[index].kinds.insert("earlier-choice", at: 0)
      draft.matters[index].alternatives.insert(alternative, at: 0)
    } else {
      draft.matters.append(
        Matter(
          lines: piece.lines, weight: 0.95, kinds: ["earlier-choice"], alternatives: [alternative]))
    }
  }

  /// The words that were chosen, in a text that reads otherwise around them.
  private static func patched(_ text: String, _ was: String, _ now: String) -> String? {
    guard let change = WordChange(was, now) else { return text }
    guard !change.was.isEmpty, text.ranges(of: change.was).count == 1 else {
      return text.contains(change.now) && change.was.isEmpty ? text : nil
    }
    return text.replacing(change.was, with: change.now)
  }

  private static func set(_ field: Choices.Field, in front: String) -> String {
    if let old = FrontLines(front)[field.key] {
      return front.replacing(old, with: field.now, maxReplacements: 1)
    }
    guard !field.now.isEmpty else { return front }
    var lines = front.split(separator: "\n", omittingEmptySubsequences: false)
    guard let close = lines.lastIndex(of: "---"), close > 0 else { return front }
    lines.insert(field.now.dropLast()[...], at: close)
    return lines.joined(separator: "\n")
  }
}
