import Markup

/// The notes of a web page: links from marks in the text to places that lead back.
struct PageNotes {
  /// The labels of the marks by the identifiers of the places where their notes stand.
  private(set) var labels: [String: String] = [:]

  init(_ root: MarkupElement) {
    var targets: Set<String> = []
    var links: [(target: String, text: String, own: [String])] = []
    func walk(_ element: MarkupElement, _ above: [String]) {
      var own = [element["id"], element.name == "a" ? element["name"] : nil].compactMap { $0 }
      targets.formUnion(own)
      // A mark's identifier may stand on the sign that raises it.
      if element.name == "a", let address = element["href"], let target = Self.place(address) {
        own += above
        links.append((target, element.text, own))
      }
      for child in element.elements { walk(child, element.name == "a" ? [] : Self.own(element)) }
    }
    walk(root, [])
    let back = Dictionary(grouping: links, by: \.target)
    for link in links where labels[link.target] == nil {
      guard let label = Self.label(link.text), targets.contains(link.target),
        // Something leads back to the mark, or the place is called a note.
        link.own.contains(where: { back[$0] != nil }) || Self.isCalledNote(link.target),
        !Self.isCalledMark(link.target)
      else { continue }
      // A link that stands where a note does leads back from it.
      if link.own.contains(where: { labels[$0] != nil }) { continue }
      labels[link.target] = label
    }
  }

  private static func own(_ element: MarkupElement) -> [String] {
    [element["id"], element["name"]].compactMap { $0 }
  }

  /// The place on this very page to which an address leads.
  static func place(_ address: String) -> String? {
    guard let sign = address.firstIndex(of: "#"), address.index(after: sign) < address.endIndex
    else { return nil }
    return String(address[address.index(after: sign)...])
  }

  /// A mark: a number or a sign, in brackets or not.
  static func label(_ text: String) -> String? {
    let label = Cleaning.clean(text).filter { !$0.isWhitespace && !"[]()^.".contains($0) }
    guard (1...4).contains(label.count) else { return nil }
    if label.allSatisfy(\.isWholeNumber) {
      return String(label.compactMap { $0.wholeNumberValue.map { Character(String($0)) } })
    }
    let isSign = label.allSatisfy { "*†‡§¶#".contains($0) }
    return isSign || label.allSatisfy { "ivxlcIVXLC".contains($0) } || label.count == 1
      ? label : nil
  }

  private static func isCalledNote(_ name: String) -> Bool {
    let name = name.lowercased().drop { $0 == "_" || $0 == "#" }
    return ["fn", "ftn", "note", "footnote", "endnote", "edn", "cite_note", "en", "sdfootnote"]
      .contains { name.hasPrefix($0) }
  }

  private static func isCalledMark(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.contains("ref") || name.hasSuffix("anc")
  }

  /// The label of the note that an element holds, if it holds one and no more.
  func label(of element: MarkupElement) -> String? {
    if let label = element["id"].flatMap({ labels[$0] }) { return label }
    guard ["p", "li", "div", "dd", "aside", "td"].contains(element.name) else { return nil }
    var found: [String: String] = [:]
    var addressed: Set<String> = []
    func walk(_ element: MarkupElement) {
      for child in element.elements {
        for name in Self.own(child) { if let label = labels[name] { found[name] = label } }
        if let place = child["href"].flatMap(Self.place) { addressed.insert(place) }
        walk(child)
      }
    }
    walk(element)
    // What holds the mark, too, is the text with its note.
    guard addressed.isDisjoint(with: found.keys) else { return nil }
    let values = Set(found.values)
    return values.count == 1 ? values.first : nil
  }

  /// How many notes stand in an element.
  func count(in element: MarkupElement) -> Int {
    guard !labels.isEmpty else { return 0 }
    var count = 0
    func walk(_ element: MarkupElement) {
      if Self.own(element).contains(where: { labels[$0] != nil }) { count += 1 }
      element.elements.forEach(walk)
    }
    walk(element)
    return count
  }

  /// Whether a link leads back from a note to its mark.
  func isBack(_ element: MarkupElement) -> Bool {
    guard let place = element["href"].flatMap(Self.place) else { return false }
    return labels[place] == nil
  }
}
