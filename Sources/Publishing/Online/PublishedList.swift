/// What a target holds of a site: the list that lies beside the published files.
///
/// It is what the next publish compares with, and so also says what a publish that was stopped may
/// have left: before anything is sent, the list names all that will be, as of unknown content.
struct PublishedList: Equatable, Sendable {
  /// The names of the publishes that can be taken back, the one that stands last.
  var names: [String] = []
  /// By path from the site's folder.
  var files: [String: Entry] = [:]

  struct Entry: Equatable, Sendable {
    /// Tells its content from others; `nil` where a publish was stopped.
    var hash: String?
    /// The publish that no longer had it. It stays for the pages that readers opened before.
    var left: String?
  }

  /// The file at a target that holds the list. It is hidden, and no page leads to it.
  static let path = ".daf-published"
  /// How many publishes are kept.
  static let length = 3

  private static let head = "daf published 1"

  init() {}

  init?(_ bytes: [UInt8]) {
    var lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst().map(String.init) == Self.head, let names = lines.popFirst(),
      lines.popLast() == ""
    else { return nil }
    self.names = names.split(separator: " ").map(String.init)
    for line in lines {
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, SitePath.isSafe(String(parts[2])) else { return nil }
      files[String(parts[2])] = Entry(
        hash: parts[0] == "?" ? nil : String(parts[0]),
        left: parts[1] == "-" ? nil : String(parts[1]))
    }
  }

  var bytes: [UInt8] {
    let lines = files.sorted { $0.key < $1.key }.map {
      "\($0.value.hash ?? "?") \($0.value.left ?? "-") \($0.key)"
    }
    let all = [Self.head, names.joined(separator: " ")] + lines
    return Array((all.joined(separator: "\n") + "\n").utf8)
  }
}
