import Manuscript

/// CSL-JSON, from which citation processors make citations (Citation Style Language 1.0.2).
enum CSL {
  static func bytes(_ items: [CitedItem]) -> [UInt8] {
    JSON.array(items.map(item)).bytes + [0x0A]
  }

  static func item(_ item: CitedItem) -> JSON {
    func text(_ text: String?) -> JSON? { text.map { .string($0) } }
    func names(_ names: [PersonName]) -> JSON? {
      names.isEmpty ? nil : .array(names.map(\.csl))
    }
    let title = [item.title, item.subtitle].compactMap { $0 }.joined(separator: ": ")
    func joined(_ pages: PageRange) -> String {
      [pages.first, pages.last].compactMap { $0 }.joined(separator: "-")
    }
    let isInSeries = item.kind == .report || item.kind == .book
    let keywords = item.keywords.joined(separator: ", ")
    var members: [(String, JSON?)] = [
      ("id", .string(item.id)),
      ("type", .string(type(of: item.kind))),
      ("title", title.isEmpty ? nil : .string(title)),
      ("author", names(item.authors)),
      ("editor", names(item.editors)),
      (isInSeries ? "collection-title" : "container-title", text(item.container)),
      ("volume", text(item.volume)),
      ("issue", text(item.issue)),
      ("number", text(item.number)),
      ("page", text(item.pages.map(joined))),
      ("issued", item.date.map(date)),
    ]
    members += [
      ("publisher", text(item.publisher)),
      ("publisher-place", text(item.place)),
      ("ISSN", text(item.issn)),
      ("ISBN", text(item.isbn)),
      ("DOI", text(item.doi)),
      ("URL", text(item.address)),
      ("language", text(item.language)),
      ("abstract", text(item.abstract)),
      ("keyword", keywords.isEmpty ? nil : .string(keywords)),
    ]
    members += [
      ("reviewed-title", text(item.reviewed?.title)),
      ("reviewed-author", names(item.reviewed?.author.map { [PersonName(written: $0)] } ?? [])),
      ("status", item.isRetracted ? .string("retracted") : nil),
      ("note", text(item.note)),
    ]
    return .object(members)
  }

  private static func type(of kind: Work.Kind?) -> String {
    kind?.rawValue ?? "document"
  }

  private static func date(_ date: PartialDate) -> JSON {
    let parts = [date.year, date.month, date.day].compactMap { $0 }
    return .object([("date-parts", .array([.array(parts.map { .number($0) })]))])
  }
}
