import Manuscript

/// A link from an article to another of the same publication, or to a part of it. Articles' pages lie
/// side by side, so its address begins with `../`.
public struct NeighbourLink: Equatable, Sendable {
  public var slug: String
  /// The identifier of the part; empty where the whole is meant.
  public var anchor: String
  /// The address as it is written.
  public var destination: String
  public var position: SourcePosition

  /// - Returns: `nil` where an address leads elsewhere.
  public init?(_ destination: String, at position: SourcePosition) {
    let head = destination.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard head == ".." else { return nil }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts[0].prefix { $0 != "?" }).removingPercentEncoding
    let steps = path.split(separator: "/")
    // What lies further up or down is not the articles' to know.
    guard steps.count == 2, steps[1] != ".." else { return nil }
    slug = String(steps[1])
    anchor = parts.count > 1 ? String(parts[1]).removingPercentEncoding : ""
    self.destination = destination
    self.position = position
  }

  /// Whether nothing stands where it leads to.
  ///
  /// - Parameter anchors: the identifiers on an article's page by its slug; `nil` where there is no
  ///   such article.
  public func isDead(_ anchors: (String) -> Set<String>?) -> Bool {
    guard let anchors = anchors(slug) else { return true }
    return !anchor.isEmpty && !anchors.contains(anchor)
  }

  /// What is said of it where it is dead.
  public func finding(file: String) -> Finding {
    Finding(.deadLink, .error, file: file, position: position, facts: ["value": destination])
  }

  /// The links of an article to others, each with its place.
  ///
  /// - Parameter source: the article's file.
  public static func all(in article: Article, source: [UInt8]) -> [NeighbourLink] {
    var found = article.links.compactMap { NeighbourLink($0.link.destination, at: $0.position) }
    guard !found.isEmpty else { return [] }
    var locator = SourceLocator(source)
    for index in found.indices {
      let piece = Array(found[index].destination.utf8)
      let position = found[index].position
      found[index].position = locator.place(of: piece, from: position.line) ?? position
    }
    return found
  }
}

extension Article {
  /// Every link of body and notes in reading order, with the place of its block.
  var links: [(link: Link, position: SourcePosition)] {
    var links: [(Link, SourcePosition)] = []
    for block in blocks + notes.flatMap(\.blocks) {
      block.walkInlines { inline, position in
        if case .link(let link) = inline { links.append((link, position)) }
      }
    }
    return links
  }
}
