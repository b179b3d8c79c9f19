/// One of the parts in which a site may be built, each by a process of its own: put together, the
/// parts are the site that one process makes.
///
/// Articles and lists go round among the parts; the first has beside them what is one for the whole
/// publication: assets, covers, editors' pages, works cited, exports and feeds. No part has the
/// search index, which `SearchMerge` makes.
public struct Shard: Sendable, Equatable {
  /// From 1 to `count`.
  public let number: Int
  public let count: Int

  /// The whole site.
  static let whole = Shard(number: 1, count: 1)

  private init(number: Int, count: Int) {
    self.number = number
    self.count = count
  }

  /// Reads `number/count`, as `2/8`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], number >= 1,
      number <= count, count <= 100_000
    else { return nil }
    self.init(number: number, count: count)
  }

  /// Whether it has what is one for the whole publication.
  var isFirst: Bool { number == 1 }

  /// Whether it has the article or list of an index.
  func has(_ index: Int) -> Bool { index % count == number - 1 }
}
