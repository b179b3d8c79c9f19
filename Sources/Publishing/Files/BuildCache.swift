import Glibc
import Search

/// A folder in which a build keeps, for the next one, what took long to work out: the search's
/// segment of each article, and what the dictionary said of each word.
///
/// The site is the same without it, byte for byte, and it may be removed at any time. Nothing that
/// goes wrong with it is a fault: what cannot be read is worked out anew, what cannot be written is
/// not kept.
struct BuildCache: Sendable {
  let folder: String

  private static let prefix = "article-"
  private var recordFile: String { "\(folder)/record" }
  private var readingsFile: String { "\(folder)/readings" }

  private func file(of name: String) -> String { "\(folder)/\(Self.prefix)\(name)" }

  /// An article's segment of the search index; from any thread.
  ///
  /// - Returns: the segment, the name by which it is kept, and whether it was made now.
  func segment(
    of article: SearchableArticle
  ) -> (segment: SearchSegment, name: String, isNew: Bool) {
    let draft = SearchSegment.Draft(article)
    let name = draft.key
    let file = file(of: name)
    if let bytes = try? Files.read(file), let kept = SearchSegment(draft, bytes: bytes) {
      return (kept, name, false)
    }
    let segment = SearchSegment(draft)
    put(segment.bytes, file)
    return (segment, name, true)
  }

  /// What was kept under a name; `nil` where nothing was, or where it is damaged.
  func kept(_ name: String) -> [UInt8]? {
    guard let file = try? Files.read("\(folder)/\(name)"), file.count >= Self.sumLength else {
      return nil
    }
    let bytes = Array(file.dropFirst(Self.sumLength))
    return file.prefix(Self.sumLength).elementsEqual(Self.sum(of: bytes)) ? bytes : nil
  }

  /// Keeps something under a name, behind a sum of its bytes.
  func keep(_ bytes: [UInt8], as name: String) {
    put(Self.sum(of: bytes) + bytes, "\(folder)/\(name)")
  }

  private static let sumLength = 8

  private static func sum(of bytes: [UInt8]) -> [UInt8] {
    var key = BuildKey()
    key.add(bytes)
    return withUnsafeBytes(of: key.value.littleEndian) { Array($0) }
  }

  /// An article's segment by the name under which it is kept; `nil` where it is not there any more.
  func segment(named name: String) -> SearchSegment? {
    (try? Files.read(file(of: name))).flatMap { SearchSegment(bytes: $0) }
  }

  /// What the last build with the same identity has left.
  func record(identity: UInt64) -> BuildRecord? {
    (try? Files.read(recordFile)).flatMap { BuildRecord($0, identity: identity) }
  }

  /// The files and folders that the last build has made, whatever its identity, by path in the site.
  var lastOutputs: [String: Files.Facts]? {
    (try? Files.read(recordFile)).flatMap { BuildRecord($0, identity: nil)?.outputs }
  }

  func put(_ record: BuildRecord) { put(record.bytes, recordFile) }

  /// Removes the segments of all articles but those with the names.
  func keepOnly(_ names: [String]) {
    let wanted = Set(names.map { file(of: $0) })
    for entry in (try? Files.list(folder)) ?? []
    where entry.kind == .file && entry.name.hasPrefix(Self.prefix) {
      let path = "\(folder)/\(entry.name)"
      if !wanted.contains(path) { unlink(path) }
    }
  }

  /// The dictionary's readings of words, for which it is asked about those alone that it was not
  /// asked before.
  ///
  /// - Parameters:
  ///   - words: as `wordsForDictionary` gives them.
  ///   - dictionary: the program.
  ///   - ask: asks it.
  func readings(
    of words: [String: String], from dictionary: HspellProgram.Identity,
    ask: (_ words: [String: String], _ dictionary: String) -> WordReadings
  ) -> WordReadings {
    let old = (try? Files.read(readingsFile)) ?? []
    var known = KeptReadings(dictionary: dictionary.text, kept: old)
    let unasked = known.unasked(of: words)
    if !unasked.isEmpty {
      let told = ask(unasked, dictionary.path)
      // It failed, or was exchanged just now.
      if told.failure != nil { return told }
      guard told.source == dictionary.version else { return ask(words, dictionary.path) }
      known.add(told, of: unasked)
    }
    let kept = known.kept(of: words)
    if kept != old { put(kept, readingsFile) }
    return WordReadings(source: dictionary.version, readings: known.readings(of: words))
  }

  private var familiesFile: String { "\(folder)/families" }

  /// The families of words of a build before (`SegmentMerge.kept`).
  var families: [UInt8] { (try? Files.read(familiesFile)) ?? [] }

  func keep(families: [UInt8]) { put(families, familiesFile) }

  private static let outputPrefix = "output-"

  /// What a program made of the same files before, by a name that tells them apart.
  func output(_ name: String) -> [UInt8]? { kept(Self.outputPrefix + name) }

  func keep(output: [UInt8], _ name: String) { keep(output, as: Self.outputPrefix + name) }

  /// Removes what programs made but the names.
  func keepOnlyOutputs(_ names: Set<String>) {
    for entry in (try? Files.list(folder)) ?? []
    where entry.kind == .file && entry.name.hasPrefix(Self.outputPrefix) {
      let name = String(entry.name.dropFirst(Self.outputPrefix.count))
      if !names.contains(name) { unlink("\(folder)/\(entry.name)") }
    }
  }

  private static let citationsName = "citations"

  /// The citations that a build before this one had made (`CitationTexts`).
  var citations: [UInt8] { kept(Self.citationsName) ?? [] }

  func keep(citations: [UInt8]) { keep(citations, as: Self.citationsName) }

  private static let citedName = "cited"

  /// What the articles of a build before cite (`SiteWriter.worksCited`).
  var cited: [UInt8] { kept(Self.citedName) ?? [] }

  func keep(cited: [UInt8]) { keep(cited, as: Self.citedName) }

  /// Writes a file at once, so that no other build reads half of it.
  private func put(_ bytes: [UInt8], _ file: String) {
    // What a stop leaves of it is cleared away with the articles that are no more.
    let aside = "\(folder)/\(Self.prefix)new-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    do throws(FileFault) {
      if !Files.isFolder(folder) {
        try Files.makeFolders(folder)
        // Nobody wants it in a repository.
        try Files.create("\(folder)/.gitignore", Array("*\n".utf8))
      }
    } catch {
      // Another thread may have made it in between.
      guard Files.isFolder(folder) else { return }
    }
    do throws(FileFault) {
      try Files.create(aside, bytes)
      if rename(aside, file) != 0 { unlink(aside) }
    } catch {
      unlink(aside)
    }
  }
}
