import Search

/// What is sent and removed, in which order, so that a target becomes a site: whoever reads pages
/// meanwhile finds everything that a page leads to.
///
/// Files that are named by their content come first, for no page of before asks for them; then what
/// else is new beside the pages; then pages that nothing leads to yet; then the pages that change;
/// then what programs read to find pages (the search's manifest, feeds, site maps). Removals come
/// last, pages before what they show. Files named by content stay for as long as a publish that had
/// them can be taken back: a page that was opened before goes on working.
struct PublishPlan: Sendable {
  /// The paths to send, step by step.
  private(set) var steps: [[String]] = []
  /// The paths to remove, step by step.
  private(set) var removals: [[String]] = []
  /// What the target holds while this is going on, and then.
  private(set) var meanwhile: PublishedList
  private(set) var after: PublishedList

  var isEmpty: Bool { steps.isEmpty && removals.isEmpty }

  /// - Parameters:
  ///   - before: what the target holds.
  ///   - site: the hashes of the site's files by path.
  ///   - names: of the publishes that can be taken back afterwards, this one last.
  init(from before: PublishedList, to site: [String: String], names: [String]) {
    meanwhile = before
    after = PublishedList()
    after.names = names
    var sent: [Step: [String]] = [:]
    for (path, hash) in site {
      after.files[path] = .init(hash: hash)
      let old = before.files[path]
      // A file of before that was left is there all the same.
      if old?.hash == hash { continue }
      sent[Step(path, isNew: old == nil), default: []].append(path)
      meanwhile.files[path] = .init(hash: nil)
    }
    var gone: [String] = []
    for (path, entry) in before.files where site[path] == nil {
      let left = entry.left ?? names.last
      if Self.isNamedByContent(path), let left, names.contains(left) {
        after.files[path] = .init(hash: entry.hash, left: left)
      } else {
        gone.append(path)
      }
    }
    steps = Step.allCases.compactMap { sent[$0]?.sorted() }
    let pages = gone.filter { Step(plain: $0).isOfPages }.sorted()
    let others = gone.filter { !Step(plain: $0).isOfPages }.sorted()
    removals = [pages, others].filter { !$0.isEmpty }
  }

  /// Whether a file's name changes with its content: the site's assets, the parts of its search
  /// index, pictures that were cut to sizes.
  static func isNamedByContent(_ path: String) -> Bool {
    if path.hasPrefix("assets/") { return true }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.contains(/-[0-9a-f]{16}-[0-9]+\.[a-z0-9]+$/)
  }

  private enum Step: Int, CaseIterable {
    case namedByContent
    case newFiles
    case changedFiles
    case newPages
    case changedPages
    case leading

    var isOfPages: Bool { [.newPages, .changedPages, .leading].contains(self) }

    init(_ path: String, isNew: Bool) {
      let path = Packing.plain(path)
      if PublishPlan.isNamedByContent(path) {
        self = .namedByContent
      } else if path.hasSuffix(".html") {
        self = isNew ? .newPages : .changedPages
      } else if path.hasPrefix("\(IndexFile.folder)/") {
        self = .leading
      } else if isNew {
        self = .newFiles
      } else {
        self = path.hasSuffix(".xml") || path.hasSuffix(".json") ? .leading : .changedFiles
      }
    }

    init(plain path: String) { self.init(path, isNew: false) }
  }
}

extension Packing {
  /// The path of the file that a packed copy is of; any other as it is.
  static func plain(_ path: String) -> String {
    for packing in allCases where path.hasSuffix("." + packing.rawValue) {
      return String(path.dropLast(packing.rawValue.utf8.count + 1))
    }
    return path
  }
}
