import Glibc

/// A folder of this process's own among the system's temporary files.
///
/// It is locked as long as the value lives, so that a later process can tell what a process has left
/// that was killed, and removes it.
public final class TemporaryFolder: Sendable {
  public let path: String
  private let lock: Int32

  private static let prefix = "daf-temporary-"
  /// A folder is made and then locked; younger ones may be between the two.
  private static let settled = 60 * 1_000_000_000

  private static let base: String = {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return named.isEmpty ? "/tmp" : named
  }()

  /// Done once in a process.
  private static let cleared: Void = clear(base)

  /// Makes the folder; `nil` where the system does not allow it.
  public init?() {
    let base = Self.base
    _ = Self.cleared
    var template = Array("\(base)/\(Self.prefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      rmdir(path)
      return nil
    }
  }

  deinit { close(lock) }

  /// Removes the folder with all that is in it.
  public func remove() { try? Files.removeTree(path) }

  /// Removes the folders that processes have left which are no more: this user's, old enough, and
  /// not locked.
  private static func clear(_ base: String) {
    guard let entries = try? Files.listAll(base) else { return }
    for entry in entries where entry.kind == .folder && entry.name.hasPrefix(prefix) {
      let folder = "\(base)/\(entry.name)"
      var facts = stat()
      guard lstat(folder, &facts) == 0, facts.st_uid == geteuid() else { continue }
      let modified = Int(facts.st_mtim.tv_sec) * 1_000_000_000 + Int(facts.st_mtim.tv_nsec)
      guard Files.now - modified > settled else { continue }
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { try? Files.removeTree(folder) }
    }
  }
}
