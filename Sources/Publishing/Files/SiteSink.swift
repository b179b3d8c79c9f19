/// Where the files of a site are written.
protocol SiteSink: Sendable {
  /// The site as its readers see it.
  var path: String { get }

  /// Writes a file; from any thread.
  ///
  /// - Parameter relative: the path from the site's folder.
  /// - Returns: whether the file is new or other than before.
  func write(_ bytes: [UInt8], to relative: String) throws(FileFault) -> Bool

  /// Whether the site that is written has a file already.
  func has(_ relative: String) -> Bool

  /// Takes a file of the site as it was before; whether there was one.
  ///
  /// - Parameter facts: those that it must have; `nil` for any.
  func keep(_ relative: String, _ facts: Files.Facts?) -> Bool

  /// Takes back what `keep` took.
  func release(_ paths: some Collection<String>)
}

extension OutputFolder: SiteSink {}

/// A site that stands and of which single files are written anew, each in one step.
struct StandingSite: SiteSink {
  let path: String

  func write(_ bytes: [UInt8], to relative: String) throws(FileFault) -> Bool {
    try SitePath.check(relative)
    let file = "\(path)/\(relative)"
    if let facts = Files.facts(file), facts.kind == .file, facts.size == bytes.count,
      (try? Files.read(file)) == bytes
    {
      return false
    }
    try Files.replace(file, bytes)
    return true
  }

  func has(_ relative: String) -> Bool { Files.facts("\(path)/\(relative)") != nil }

  func keep(_ relative: String, _ facts: Files.Facts?) -> Bool {
    let now = Files.facts("\(path)/\(relative)")
    return facts.map { $0 == now } ?? (now != nil)
  }

  func release(_ paths: some Collection<String>) {}
}
