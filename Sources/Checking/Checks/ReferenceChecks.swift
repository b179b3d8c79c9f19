import Manuscript

extension CheckedArticle {
  /// Pictures that are not there, and those that people who do not see them learn nothing about.
  mutating func checkPictures() {
    for block in article.blocks + article.notes.flatMap(\.blocks) {
      var figures: [(Figure, SourcePosition)] = []
      block.walkBlocks { inner in
        if case .figure(let figure) = inner.content { figures.append((figure, inner.position)) }
      } inlines: { inline, position in
        if case .image(let figure) = inline { figures.append((figure, position)) }
      }
      for (figure, position) in figures { check(figure, position) }
    }
    let front = article.frontMatter
    for name in front.files + [front.image].compactMap({ $0 }) {
      checkFile(name, SourcePosition(line: 1))
    }
  }

  private mutating func checkFile(_ name: String, _ position: SourcePosition) {
    // A file that is shown in many places is one fault.
    guard checkedFiles.insert(name).inserted else { return }
    var facts = ["value": name]
    switch surroundings.file(name) {
    case .there: return
    case .missing: report(.missingFile, .error, at: place(of: name, at: position), facts)
    case .refused: report(.refusedFile, .error, at: place(of: name, at: position), facts)
    case .damaged: report(.damagedPicture, .warning, at: place(of: name, at: position), facts)
    case .active(let parts):
      facts["parts"] = parts.joined(separator: ", ")
      report(.activePicture, .warning, at: place(of: name, at: position), facts)
    }
  }

  private mutating func check(_ figure: Figure, _ position: SourcePosition) {
    let caption = figure.caption.plainText
    if figure.source.isEmpty {
      report(.pictureAwaited, .notice, at: position, ["text": caption])
      return
    }
    checkFile(figure.source, position)
    if figure.alternative == nil, caption.allSatisfy(\.isWhitespace) {
      report(.pictureWithoutText, .warning, at: position, ["value": figure.source])
    }
  }

  /// Links whose text is empty, whose address cannot be, or that lead nowhere in the site.
  mutating func checkLinks() {
    let links = article.links
    guard !links.isEmpty else { return }
    let own = article.anchors
    for (link, position) in links {
      let destination = link.destination
      let facts = ["value": destination]
      if destination.isEmpty {
        let place = place(of: "]()", at: position)
        report(.linkWithoutAddress, .warning, at: place, ["text": link.content.plainText])
      } else if !link.isAutolink, link.content.plainText.allSatisfy(\.isWhitespace) {
        report(.linkWithoutText, .warning, at: place(of: destination, at: position), facts)
      } else if destination.hasPrefix("#") {
        let anchor = String(destination.dropFirst()).removingPercentEncoding
        if !own.contains(anchor) {
          report(.deadLink, .error, at: place(of: destination, at: position), facts)
        }
      } else if Self.isRefused(destination) {
        report(.refusedLink, .warning, at: place(of: destination, at: position), facts)
      } else if isDead(destination, at: position) {
        report(.deadLink, .error, at: place(of: destination, at: position), facts)
      }
    }
  }

  /// Whether an address has a scheme that the page does not lead to.
  private static func isRefused(_ destination: String) -> Bool {
    let head = destination.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let colon = head.firstIndex(of: ":") else { return false }
    return !["http", "https", "mailto", "tel"].contains(head[..<colon].lowercased())
  }

  /// Whether a relative address names an article, a part of one, or a file that is not there.
  private func isDead(_ destination: String, at position: SourcePosition) -> Bool {
    let head = destination.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !head.contains(":"), !destination.hasPrefix("/") else { return false }
    if head == ".." {
      guard surroundings.slug != nil else { return false }
      return NeighbourLink(destination, at: position)?.isDead(surroundings.anchors) ?? false
    }
    let path = String(destination.prefix { $0 != "?" && $0 != "#" }).removingPercentEncoding
    return surroundings.file(path) == .missing
  }
}

extension Article {
  /// Every identifier that the article's page has for parts of the article.
  public var anchors: Set<String> {
    var anchors = Set(Anchors.reserved)
    for block in blocks {
      block.walkBlocks { inner in
        if !inner.anchor.isEmpty { anchors.insert(inner.anchor) }
        if case .list(let list) = inner.content {
          for item in list.items { anchors.insert(item.anchor) }
        }
        if case .definitions(let definitions) = inner.content {
          for definition in definitions { anchors.insert(definition.anchor) }
        }
      } inlines: { _, _ in
      }
    }
    for note in notes { anchors.insert(Anchors.note(note.label)) }
    for (label, _) in noteMarks {
      anchors.insert(Anchors.noteReference(label, occurrence: 1))
    }
    for (page, _) in pageMarks {
      if let page { anchors.insert(Anchors.page(page)) }
    }
    return anchors
  }
}

extension String {
  /// The text with `%D7%90` and the like put back; itself where that would be no UTF-8.
  var removingPercentEncoding: String {
    guard utf8.contains(0x25) else { return self }
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}
