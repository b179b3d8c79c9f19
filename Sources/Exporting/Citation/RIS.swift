import Manuscript

/// RIS, which EndNote, Zotero and Mendeley read (Research Information Systems, 2011 specification).
enum RIS {
  static func bytes(_ items: [CitedItem]) -> [UInt8] { Array(items.map(record).joined().utf8) }

  private static func record(_ item: CitedItem) -> String {
    var lines: [String] = []
    func add(_ tag: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      lines.append("\(tag)  - \(DublinCoreTags.oneLine(value))")
    }
    add("TY", type(of: item.kind))
    for author in item.authors { add("AU", author.inverted) }
    for editor in item.editors { add("A2", editor.inverted) }
    add("TI", [item.title, item.subtitle].compactMap { $0 }.joined(separator: ": "))
    add("T2", item.container)
    add("VL", item.volume)
    add("IS", item.issue ?? item.number)
    add("SP", item.pages?.first)
    add("EP", item.pages?.last)
    add("PY", item.date.map { String($0.year) })
    add("DA", item.date.map(date))
    add("PB", item.publisher)
    add("CY", item.place)
    add("SN", item.isbn ?? item.issn)
    add("DO", item.doi)
    add("UR", item.address)
    add("LA", item.language)
    for keyword in item.keywords { add("KW", keyword) }
    add("AB", item.abstract)
    add("N1", item.note)
    add("RI", item.reviewed?.text)
    // The last line has its blank, for readers that look for it.
    return lines.joined(separator: "\r\n") + "\r\nER  - \r\n\r\n"
  }

  private static func type(of kind: Work.Kind?) -> String {
    switch kind {
    case .article, .review: "JOUR"
    case .chapter: "CHAP"
    case .report: "RPRT"
    case .book: "BOOK"
    case nil: "GEN"
    }
  }

  /// `YYYY/MM/DD/`, as far as it is known, with its three slashes.
  private static func date(_ date: PartialDate) -> String {
    let parts = date.iso8601.split(separator: "-").map(String.init)
    return (0..<3).map { $0 < parts.count ? parts[$0] : "" }.joined(separator: "/") + "/"
  }
}
