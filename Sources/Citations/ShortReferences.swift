import Manuscript

/// The short references of an article's notes, each led to the note that names the work.
struct ShortReferences {
  /// A short reference that leads to a work.
  struct Led {
    /// The place in the UTF-8 of the note's first paragraph.
    var range: Range<Int>
    /// The anchor of the note, or of the bibliography entry.
    var target: String
  }

  /// By the note's place in `Article.notes`.
  private(set) var led: [Int: Led] = [:]
  private(set) var findings: [Finding] = []

  private let notes: [Note]
  private let texts: [CitationText]
  private let references: [Ibidem.Reference?]
  private let bibliography: Bibliography
  /// By label the first note that has it.
  private let byLabel: [String: Int]
  /// What is known of the works by a name, up to some note.
  private var byName: [[String]: WorksByName] = [:]

  /// The works by one name that notes have named so far.
  private struct WorksByName {
    /// The first note that has not been looked at.
    var next = 0
    /// By the words at its head the last note that names a work.
    var works: [String: Int] = [:]
    var hasSeveral = false
  }

  init(article: Article, bibliography: Bibliography, file: String) {
    notes = article.notes
    self.bibliography = bibliography
    texts = notes.map { CitationText($0.blocks.first?.plainText ?? "") }
    references = texts.map(Ibidem.read)
    byLabel = Dictionary(
      notes.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, reference) in references.enumerated() {
      guard let reference else { continue }
      switch target(of: reference, at: index) {
      case .success(let target): led[index] = Led(range: reference.range, target: target)
      case .failure(let fault):
        findings.append(
          Finding(
            fault.kind, .notice, file: file, position: notes[index].position,
            facts: ["label": notes[index].label]))
      }
    }
  }

  /// Why a short reference leads nowhere.
  private struct Fault: Error {
    var kind: Finding.Kind
  }

  private mutating func target(of reference: Ibidem.Reference, at index: Int) -> Result<
    String, Fault
  > {
    switch reference.kind {
    case .same: return targetOfSame(at: index)
    case .earlier(let name): return target(ofName: name, before: index)
    case .note(let label):
      guard let named = byLabel[label], !notes[named].isMissing
      else { return .failure(Fault(kind: .ibidAfterMissingNote)) }
      return .success(led[named]?.target ?? Anchors.note(label))
    }
  }

  /// `Ibid.` means the work of the note before, if that note is there and names one work.
  private func targetOfSame(at index: Int) -> Result<String, Fault> {
    guard index > 0 else { return .failure(Fault(kind: .ibidWithoutWork)) }
    let before = notes[index - 1]
    if let number = Int(notes[index].label), Int(before.label) != number - 1 {
      return .failure(Fault(kind: .ibidAfterMissingNote))
    }
    if before.isMissing { return .failure(Fault(kind: .ibidAfterMissingNote)) }
    let rest = NamedWorks(texts[index - 1])
    if references[index - 1] != nil {
      guard let target = led[index - 1]?.target else {
        return .failure(Fault(kind: .ibidWithoutWork))
      }
      // Beside the short reference the note may name a work in full: which one is meant is open.
      let hasOther = texts[index - 1].utf8.contains(UInt8(ascii: ";")) && rest != .none
      return hasOther ? .failure(Fault(kind: .ibidAfterSeveralWorks)) : .success(target)
    }
    switch rest {
    case .one: return .success(Anchors.note(before.label))
    case .several: return .failure(Fault(kind: .ibidAfterSeveralWorks))
    case .none: return .failure(Fault(kind: .ibidWithoutWork))
    }
  }

  /// A name stands at a reference's head: among its first words.
  private static let headLength = 8

  /// `Weiss, op. cit.` means the one work by Weiss that was named before.
  private mutating func target(
    ofName name: [String], before index: Int
  ) -> Result<String, Fault> {
    // The notes are asked in order, so that each is looked at once for a name.
    var known = byName[name] ?? WorksByName()
    byName[name] = nil
    while known.next < index, !known.hasSeveral {
      let earlier = known.next
      known.next += 1
      if references[earlier] != nil || notes[earlier].isMissing { continue }
      let head = texts[earlier].tokens.prefix(Self.headLength).map(\.folded)
      guard name.allSatisfy(head.contains) else { continue }
      known.hasSeveral = NamedWorks(texts[earlier]) == .several
      known.works[head.joined(separator: " ")] = earlier
    }
    byName[name] = known
    if known.hasSeveral || known.works.count > 1 {
      return .failure(Fault(kind: .ibidAfterSeveralWorks))
    }
    if let note = known.works.values.first { return .success(Anchors.note(notes[note].label)) }
    let entries = bibliography.entries.filter { entry in name.allSatisfy(entry.head.contains) }
    if entries.count == 1 { return .success(entries[0].anchor) }
    return .failure(Fault(kind: entries.isEmpty ? .ibidWithoutWork : .ibidAfterSeveralWorks))
  }
}
