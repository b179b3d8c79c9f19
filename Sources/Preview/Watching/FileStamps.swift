import Glibc

/// What can be told of files without reading them, at one moment: by two of these what has changed
/// between them is known, whatever happened meanwhile and in whatever order.
struct FileStamps: Equatable {
  private(set) var files: [String: Stamp] = [:]
  /// Every folder, the roots among them.
  private(set) var folders: Set<String> = []

  struct Stamp: Equatable {
    /// Nanoseconds since 1970.
    var modified: Int
    var size: Int
    var inode: UInt
    var mode: UInt32
  }

  /// Looks at files, and at folders with all that is below them. What is not there is left out.
  ///
  /// - Parameter enter: called for each folder before it is read, so that what is made in it from
  ///   then on can be heard of.
  init(of roots: [String] = [], enter: (String) -> Void = { _ in }) {
    for root in roots {
      var facts = stat()
      // A root may be a link to where an editor keeps the articles.
      guard stat(root, &facts) == 0 else { continue }
      add(root, facts, depth: 0, enter)
    }
  }

  /// Looks again at a file that was seen or that may have come into a folder that was seen; whether
  /// that was enough, and not something else stands there now.
  ///
  /// - Parameter isRoot: whether it may be a link.
  mutating func look(at path: String, isRoot: Bool) -> Bool {
    var facts = stat()
    guard fstatat(AT_FDCWD, path, &facts, isRoot ? 0 : AT_SYMLINK_NOFOLLOW) == 0 else {
      files[path] = nil
      return !folders.contains(path)
    }
    guard facts.st_mode & S_IFMT != S_IFDIR, !folders.contains(path) else { return false }
    files[path] = nil
    add(path, facts, depth: 0) { _ in }
    return true
  }

  /// The files that came, went or changed between an earlier moment and this one.
  func changes(since earlier: FileStamps) -> Set<String> {
    var changed: Set<String> = []
    for (path, stamp) in files where earlier.files[path] != stamp { changed.insert(path) }
    for path in earlier.files.keys where files[path] == nil { changed.insert(path) }
    return changed
  }

  /// Whether a file of an earlier moment is gone.
  func lacksFile(of earlier: FileStamps) -> Bool {
    earlier.files.keys.contains { files[$0] == nil }
  }

  /// Names that are no part of a publication: hidden ones, and what editors' programs leave beside a
  /// file while it is open.
  static func isIgnored(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#"))
  }

  private mutating func add(
    _ path: String, _ facts: stat, depth: Int, _ enter: (String) -> Void
  ) {
    switch facts.st_mode & S_IFMT {
    case S_IFREG:
      files[path] = Stamp(
        modified: Int(facts.st_mtim.tv_sec) * 1_000_000_000 + Int(facts.st_mtim.tv_nsec),
        size: Int(facts.st_size), inode: UInt(facts.st_ino), mode: facts.st_mode)
    case S_IFDIR where depth < 16:
      folders.insert(path)
      enter(path)
      guard let stream = opendir(path) else { return }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        var below = stat()
        guard !Self.isIgnored(name),
          fstatat(dirfd(stream), name, &below, AT_SYMLINK_NOFOLLOW) == 0
        else { continue }
        add("\(path)/\(name)", below, depth: depth + 1, enter)
      }
    default: return
    }
  }
}
