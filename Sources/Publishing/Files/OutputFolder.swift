import CLinux
import Glibc
import Search
import Synchronization

/// The site's folder while it is made: written beside the old one and exchanged with it in one step.
///
/// A stop at any moment leaves the old site whole or the new one; what is left beside it is cleared
/// away by the next build. Files that are as they were are hard-linked to the old site's, but only
/// when it is known that something has changed: a build without a change writes nothing.
final class OutputFolder: Sendable {
  /// The site as the reader's server sees it.
  let path: String
  /// Where the new site is made.
  let staging: String
  private let lock: FolderLock
  private let isThere: Bool
  /// Whether the new site is on its medium before it takes the old one's place.
  private let isDurable: Bool

  /// What the new site has so far.
  private struct State {
    /// The paths of all its files.
    var claimed: Set<String> = []
    /// Those that are taken from the old site as they are.
    var kept: [String] = []
    /// Folders that were made.
    var folders: Set<String> = []
    var hasChanged = false
  }
  private let state = Mutex(State())

  /// The file that tells that Daf made a folder and may replace it.
  static let mark = ".daf"
  static let markText =
    "Daf made this folder and replaces it at every build. Change Articles and Templates instead.\n"

  /// Why a folder cannot be taken for the site.
  enum Refusal: Error {
    /// There is a folder with something in it that Daf did not make, or a file.
    case foreign(String)
    case fault(FileFault)
  }

  /// Takes the folder: no other build can until the value is gone.
  ///
  /// - Parameter isDurable: whether the site must survive a loss of power.
  /// - Throws: `Refusal`.
  init(_ output: String, isDurable: Bool = true) throws(Refusal) {
    self.isDurable = isDurable
    var output = output
    while output.utf8.count > 1, output.utf8.last == 0x2F { output.removeLast() }
    // A link to a folder is followed once and for all: the exchange must not replace the link.
    let path = Files.resolved(output) ?? output
    if Files.facts(path) != nil {
      guard Files.isFolder(path) else { throw .foreign(path) }
      let entries: [Files.Entry]
      do throws(FileFault) {
        entries = try Files.listAll(path)
      } catch {
        throw .fault(error)
      }
      guard entries.isEmpty || entries.contains(Files.Entry(name: Self.mark, kind: .file)) else {
        throw .foreign(path)
      }
    }
    let staging = Self.staging(of: path)
    do throws(FileFault) {
      try Files.makeFolders(Self.parent(of: path))
      lock = try FolderLock(staging)
      for entry in try Files.listAll(staging) {
        try Files.removeTree("\(staging)/\(entry.name)")
      }
    } catch {
      throw .fault(error)
    }
    self.staging = staging
    self.path = path
    isThere = Files.isFolder(path)
    do throws(FileFault) {
      try write(Array(Self.markText.utf8), to: Self.mark)
    } catch {
      throw .fault(error)
    }
  }

  private static func parent(of path: String) -> String {
    Files.parent(of: path) ?? (path.hasPrefix("/") ? "/" : ".")
  }

  /// The folder beside a site in which the next one is made. What a stop leaves there is cleared
  /// away by the next build.
  static func staging(of path: String) -> String {
    let parent = parent(of: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return (parent == "/" ? "/" : parent + "/") + ".\(name).daf-new"
  }

  /// Takes a path of the new site, once only; whether it is still to be written. What is named by its
  /// content may be taken again, by another thread at the same moment, too: it is there already.
  private func claim(_ relative: String) throws(FileFault) -> Bool {
    try SitePath.check(relative)
    let isNew = state.withLock { $0.claimed.insert(relative).inserted }
    guard isNew || isShared(relative) else { throw FileFault("\(path)/\(relative)", EEXIST) }
    return isNew
  }

  /// Writes a file of the new site; from any thread.
  ///
  /// - Parameter relative: the path from the site's folder.
  /// - Returns: whether the file is new or other than in the old site.
  /// - Throws: `FileFault`, also where the new site has the file already.
  @discardableResult
  func write(_ bytes: [UInt8], to relative: String) throws(FileFault) -> Bool {
    guard try claim(relative) else { return false }
    let old = "\(path)/\(relative)"
    if isThere, let facts = Files.facts(old), facts.kind == .file, facts.size == bytes.count,
      (try? Files.read(old)) == bytes
    {
      state.withLock { $0.kept.append(relative) }
      return false
    }
    if let parent = Files.parent(of: relative) { try makeFolder(parent) }
    try Files.create("\(staging)/\(relative)", bytes)
    state.withLock { $0.hasChanged = true }
    return true
  }

  /// Whether a file is named by its content, so that two articles of the same text have one.
  private func isShared(_ relative: String) -> Bool {
    relative.hasPrefix("\(IndexFile.folder)/")
  }

  /// Takes a file of the old site into the new one as it is; from any thread.
  ///
  /// - Parameter facts: those that it must have; `nil` for any.
  /// - Returns: whether there was one to take.
  func keep(_ relative: String, _ facts: Files.Facts?) -> Bool {
    guard isThere, let now = Files.facts("\(path)/\(relative)"), now.kind == .file,
      facts.map({ $0 == now }) ?? true
    else { return false }
    return state.withLock { state in
      guard state.claimed.insert(relative).inserted else { return isShared(relative) }
      state.kept.append(relative)
      return true
    }
  }

  /// Takes back what `keep` took.
  func release(_ paths: some Collection<String>) {
    let gone = Set(paths)
    state.withLock { state in
      state.claimed.subtract(gone)
      state.kept.removeAll { gone.contains($0) }
    }
  }

  func has(_ relative: String) -> Bool { state.withLock { $0.claimed.contains(relative) } }

  /// Makes a folder of the new site, unless it was made.
  private func makeFolder(_ relative: String) throws(FileFault) {
    if state.withLock({ $0.folders.contains(relative) }) { return }
    try Files.makeFolders("\(staging)/\(relative)")
    state.withLock { state in
      var folder = relative
      while state.folders.insert(folder).inserted, let parent = Files.parent(of: folder) {
        folder = parent
      }
    }
  }

  /// Whether the new site has other files than the old one.
  private var hasChanged: Bool {
    let (isOther, claimed) = state.withLock { ($0.hasChanged, $0.claimed) }
    guard isThere, !isOther else { return true }
    guard let old = try? Files.treeAll(path) else { return true }
    return old.count != claimed.count || !old.allSatisfy(claimed.contains)
  }

  /// Puts the new site in the old one's place and removes the old one; nothing happens where they
  /// are the same.
  ///
  /// - Parameter threads: how many work at once.
  /// - Throws: `FileFault`; the old site then stands as it was.
  func exchange(threads: Int = 1) throws(FileFault) {
    guard hasChanged else { return discard() }
    // By folder, so that no two threads make the same one.
    let kept = state.withLock { $0.kept }.sorted()
    let parts = min(threads, max(1, kept.count / 256))
    let faults = Parallel.map(parts, threads: threads) { part -> FileFault? in
      do throws(FileFault) {
        for index in (kept.count * part / parts)..<(kept.count * (part + 1) / parts) {
          try link(kept[index])
        }
        return nil
      } catch {
        return error
      }
    }
    for case let fault? in faults { throw fault }
    if isDurable { try Files.synchronise(staging) }
    try putInPlace()
  }

  private func link(_ relative: String) throws(FileFault) {
    if let parent = Files.parent(of: relative) { try makeFolder(parent) }
    try Files.link("\(path)/\(relative)", "\(staging)/\(relative)")
  }

  private func putInPlace() throws(FileFault) {
    if !isThere {
      if renameat2(AT_FDCWD, staging, AT_FDCWD, path, daf_rename_noreplace) == 0 { return }
      if errno == EINVAL || errno == ENOSYS, rename(staging, path) == 0 { return }
      throw FileFault(path)
    }
    if renameat2(AT_FDCWD, staging, AT_FDCWD, path, daf_rename_exchange) == 0 {
      // The new site stands; what is left of the old one goes with the next build at the latest.
      try? Files.removeTree(staging)
      return
    }
    guard errno == EINVAL || errno == ENOSYS else { throw FileFault(path) }
    // The file system cannot exchange; two renames leave the smallest gap that can be had.
    let aside = staging + "-old"
    try Files.removeTree(aside)
    guard rename(path, aside) == 0 else { throw FileFault(path) }
    guard rename(staging, path) == 0 else {
      let number = errno
      rename(aside, path)
      throw FileFault(path, number)
    }
    try? Files.removeTree(aside)
  }

  /// Leaves the old site as it is and clears the new one away.
  func discard() { try? Files.removeTree(staging) }
}

/// A folder that is locked as long as the value lives.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Makes the folder and locks it. Another build may have exchanged it away while this one waited,
  /// so that the lock would be on a folder that is now the site.
  init(_ folder: String) throws(FileFault) {
    while true {
      try Files.makeFolders(folder)
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      if descriptor < 0 {
        if errno == ENOENT { continue }
        throw FileFault(folder)
      }
      while flock(descriptor, LOCK_EX) != 0 {
        if errno == EINTR { continue }
        let fault = FileFault(folder)
        close(descriptor)
        throw fault
      }
      var locked = stat()
      if fstat(descriptor, &locked) == 0, let now = Files.facts(folder),
        now.inode == UInt(locked.st_ino)
      {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  deinit { close(descriptor) }
}
