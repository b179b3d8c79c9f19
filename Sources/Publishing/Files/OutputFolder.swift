import CLinux
import Glibc

/// The site's folder while it is made: written beside the old one and exchanged with it in one step.
///
/// A stop at any moment leaves the old site whole or the new one; what is left beside it is cleared
/// away by the next build. Files that are as they were are hard-linked to the old site's.
struct OutputFolder: Sendable {
  /// The site as the reader's server sees it.
  let path: String
  /// Where the new site is made.
  let staging: String
  private let lock: Int32
  private let isThere: Bool

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

  /// Takes the folder: no other build can until `discard` or `exchange`.
  ///
  /// - Throws: `Refusal`.
  init(_ output: String) throws(Refusal) {
    var output = output
    while output.count > 1, output.hasSuffix("/") { output.removeLast() }
    // A link to a folder is followed once and for all: the exchange must not replace the link.
    let path = Files.resolved(output) ?? output
    if Files.facts(path) != nil {
      guard Files.isFolder(path) else { throw .foreign(path) }
      do {
        let entries = try Files.listAll(path)
        guard entries.isEmpty || entries.contains(Files.Entry(name: Self.mark, kind: .file)) else {
          throw Refusal.foreign(path)
        }
      } catch let fault as FileFault {
        throw .fault(fault)
      } catch {
        throw .foreign(path)
      }
    }
    let parent = Files.parent(of: path) ?? (path.hasPrefix("/") ? "/" : ".")
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do throws(FileFault) {
      try Files.makeFolders(parent)
      staging = (parent == "/" ? "/" : parent + "/") + ".\(name).daf-new"
      self.path = path
      lock = try Self.lock(staging)
      for entry in try Files.listAll(staging) {
        try Files.removeTree("\(staging)/\(entry.name)")
      }
      try Files.create("\(staging)/\(Self.mark)", Array(Self.markText.utf8))
    } catch {
      throw .fault(error)
    }
    isThere = Files.isFolder(path)
  }

  /// Makes the folder and locks it. Another build may have exchanged it away while this one waited,
  /// so that the lock would be on a folder that is now the site.
  private static func lock(_ staging: String) throws(FileFault) -> Int32 {
    while true {
      try Files.makeFolders(staging)
      let descriptor = open(staging, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      if descriptor < 0 {
        if errno == ENOENT { continue }
        throw FileFault(staging)
      }
      while flock(descriptor, LOCK_EX) != 0 {
        if errno != EINTR { throw FileFault(staging) }
      }
      var locked = stat()
      if fstat(descriptor, &locked) == 0, let now = Files.facts(staging),
        now.inode == UInt(locked.st_ino)
      {
        return descriptor
      }
      close(descriptor)
    }
  }

  /// Writes a file of the new site; from any thread.
  ///
  /// - Parameter relative: the path from the site's folder.
  /// - Returns: whether the file is new or other than in the old site.
  /// - Throws: `FileFault`, also where the new site has the file already.
  @discardableResult
  func write(_ bytes: [UInt8], to relative: String) throws(FileFault) -> Bool {
    try SitePath.check(relative)
    let new = "\(staging)/\(relative)"
    let old = "\(path)/\(relative)"
    if let parent = Files.parent(of: relative) {
      try Files.makeFolders("\(staging)/\(parent)")
    }
    if isThere, let facts = Files.facts(old), facts.kind == .file, facts.size == bytes.count,
      (try? Files.read(old)) == bytes
    {
      if link(old, new) == 0 { return false }
      if errno == EEXIST { throw FileFault(new, EEXIST) }
    }
    try Files.create(new, bytes)
    return true
  }

  /// Takes a file of the old site into the new one as it is.
  ///
  /// - Returns: whether there was one to take.
  func keep(_ relative: String) -> Bool {
    guard isThere else { return false }
    let new = "\(staging)/\(relative)"
    if let parent = Files.parent(of: relative) {
      try? Files.makeFolders("\(staging)/\(parent)")
    }
    return link("\(path)/\(relative)", new) == 0
  }

  /// Puts the new site in the old one's place and removes the old one.
  ///
  /// - Throws: `FileFault`; the old site then stands as it was.
  func exchange() throws(FileFault) {
    defer { close(lock) }
    if !isThere {
      if renameat2(AT_FDCWD, staging, AT_FDCWD, path, daf_rename_noreplace) == 0 { return }
      if errno == EINVAL || errno == ENOSYS, rename(staging, path) == 0 { return }
      throw FileFault(path)
    }
    if renameat2(AT_FDCWD, staging, AT_FDCWD, path, daf_rename_exchange) == 0 {
      try Files.removeTree(staging)
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
    try Files.removeTree(aside)
  }

  /// Leaves the old site as it is and clears the new one away.
  func discard() {
    try? Files.removeTree(staging)
    close(lock)
  }
}
