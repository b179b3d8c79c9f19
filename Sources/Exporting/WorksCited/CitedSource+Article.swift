import Citations
import Manuscript
import Orthography

extension CitedSource {
  /// Raised with every change after which an article's sources are others.
  public static let version = 1

  /// What an article cites: the entries of its bibliographies, and the works that its notes name.
  public static func all(in linked: LinkedArticle) -> [CitedSource] {
    all(in: linked) { PrintedReference($0, text: "") }
  }

  /// - Parameter printed: what an entry says, by its parts; asked in their order.
  fileprivate static func all(
    in linked: LinkedArticle, _ printed: (FlatEntry) -> PrintedReference
  ) -> [CitedSource] {
    var places = PlaceReader()
    linked.article.accept(&places)
    func led(_ anchor: String) -> [Place] {
      (linked.places[anchor] ?? []).compactMap { places.byIdentifier[$0] }.withoutRepetition
    }
    var sources = linked.article.blocks.flatMap { block -> [CitedSource] in
      guard case .list(let list) = block.content, list.isBibliography else { return [] }
      return list.items.compactMap { item in
        let content = item.blocks.flatMap { block -> [Inline] in
          if case .paragraph(let inlines) = block.content { inlines } else { [] }
        }
        let flat = FlatEntry(content)
        var source = CitedSource(flat, printed(flat))
        source?.places = led(item.anchor)
        if source?.places.isEmpty == true {
          source?.places = [Place(kind: .bibliography, anchor: item.anchor)]
        }
        return source
      }
    }
    for note in linked.article.notes {
      let named = note.blocks.flatMap { block -> [NotedReference] in
        guard case .paragraph(let inlines) = block.content else { return [] }
        return NotedReference.all(in: inlines)
      }
      let anchor = Anchors.note(note.label)
      for reference in named {
        var source = CitedSource(reference)
        source.places = [Place(kind: .note(note.label), anchor: anchor)]
        // “Ibid.” means the one work that the note before it names.
        if named.count == 1 { source.places = (source.places + led(anchor)).withoutRepetition }
        sources.append(source)
      }
    }
    return sources
  }

  private init?(_ flat: FlatEntry, _ printed: PrintedReference) {
    guard flat.codes.contains(where: FlatEntry.isLetter) else { return nil }
    self.init(text: String(flat.characters))
    emphases = flat.emphases
    address = printed.address
    doi = printed.doi
    title = printed.title
    year = printed.year
    families = NotedReference.families(of: printed.names)
    isEntry = true
  }

  private init(_ reference: NotedReference) {
    self.init(text: String(reference.flat.characters))
    emphases = reference.flat.emphases
    address = reference.address
    doi = address.flatMap(PrintedReference.doi)
    title = reference.title
    year = reference.year
    families = reference.families
  }
}

extension ExportedArticle {
  /// What the article cites. What other exporters have told of its entries is not told again.
  public var cited: [CitedSource] {
    var entries = records.references(of: Work(self)).makeIterator()
    return CitedSource.all(in: linked) { entries.next() ?? PrintedReference($0, text: "") }
  }
}

extension [CitedSource.Place] {
  fileprivate var withoutRepetition: [CitedSource.Place] {
    var seen: Set<CitedSource.Place> = []
    return filter { seen.insert($0).inserted }
  }
}

/// Where each cross-reference of an article stands.
private struct PlaceReader: Visitor {
  var byIdentifier: [String: CitedSource.Place] = [:]
  private var page: String?
  private var note: String?

  mutating func visit(_ block: Block) -> Descent {
    if case .pageBreak(let number) = block.content { page = number }
    return .inside
  }

  mutating func visit(_ note: Note) -> Descent {
    self.note = note.label
    return .inside
  }

  mutating func visit(_ inline: Inline) -> Descent {
    switch inline {
    case .pageBreak(let number): page = number
    case .crossReference(let reference):
      byIdentifier[reference.id] =
        if let note {
          CitedSource.Place(kind: .note(note), anchor: Anchors.note(note))
        } else {
          CitedSource.Place(kind: .text(page: page), anchor: reference.id)
        }
    default: break
    }
    return .inside
  }
}
