import Glibc

/// The sites that were published to a target, the newest of them whole, so that they can be published
/// again. Their files share room with Output where they are the same.
struct KeptSites: Sendable {
  /// The folder, in the publication's `.daf`.
  let folder: String

  private var historyFile: String { "\(folder)/history" }
  private var placeFile: String { "\(folder)/place" }

  /// The place to which they were published; `nil` where that is not known.
  var place: String? {
    (try? Files.read(placeFile)).map { String(decoding: $0, as: UTF8.self) }
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The names of those that are kept, the newest last.
  var names: [String] {
    let bytes = (try? Files.read(historyFile)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { SitePath.isSafe($0) && Files.isFolder(path(of: $0)) }
  }

  /// Where a site lies.
  func path(of name: String) -> String { "\(folder)/\(name)" }

  /// A name for a publish of now: its time (UTC).
  func newName() -> String {
    var seconds = time_t(Files.now / 1_000_000_000)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "%Y-%m-%d-%H%M", &parts)
    let digits = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let time = String(decoding: digits, as: UTF8.self)
    let taken = Set(names)
    return taken.contains(time)
      ? (2...).lazy.map { "\(time)-\($0)" }.first { !taken.contains($0) } ?? time : time
  }

  /// Keeps a site under a name.
  func keep(_ site: String, as name: String) throws(FileFault) {
    let kept = path(of: name)
    try Files.removeTree(kept)
    try Files.makeFolders(kept)
    for path in try Files.treeAll(site) where path != OutputFolder.mark {
      if let parent = Files.parent(of: path) { try Files.makeFolders("\(kept)/\(parent)") }
      try Files.link("\(site)/\(path)", "\(kept)/\(path)")
    }
  }

  /// Enters what can be published again from now on, and to which place; removes all else.
  func enter(_ names: [String], of place: String) throws(FileFault) {
    try Files.replace(placeFile, Array(place.utf8))
    try Files.replace(historyFile, Array((names.joined(separator: "\n") + "\n").utf8))
    for entry in try Files.listAll(folder) where entry.kind == .folder {
      if !names.contains(entry.name) { try Files.removeTree(path(of: entry.name)) }
    }
  }
}
