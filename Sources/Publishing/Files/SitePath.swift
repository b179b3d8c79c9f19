import Glibc

/// Paths of files in a site.
enum SitePath {
  /// File systems take 255 bytes in a name (POSIX `NAME_MAX` on every common one).
  static let longestName = 255
  /// Room is left for the folder that the site stands in (`PATH_MAX` is 4,096).
  static let longestPath = 2048
  /// Folders in one another: programs that copy or remove a tree call themselves for each.
  static let deepest = 64

  /// Whether a file may be written at a path: a relative one whose parts are names, none empty,
  /// `.` or `..`, without control characters, each short enough for a file system, and not too many.
  ///
  /// Everything that writes into a site asks here first, whatever was checked before it.
  static func isSafe(_ path: String) -> Bool {
    guard !path.isEmpty, path.utf8.count <= longestPath,
      path.utf8.allSatisfy({ $0 > 0x1F && $0 != 0x7F })
    else { return false }
    let names = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    return names.count <= deepest
      && names.allSatisfy { name in
        !name.isEmpty && name.count <= longestName && !name.elementsEqual([0x2E])
          && !name.elementsEqual([0x2E, 0x2E])
      }
  }

  /// - Throws: `FileFault` where nothing may be written at the path.
  static func check(_ path: String) throws(FileFault) {
    if !isSafe(path) { throw FileFault(path, EINVAL) }
  }
}

/// The files of a site and whose they are, known before the first is written.
///
/// Two things that want one path, or a file where the other wants a folder, would stop a build half
/// way; here they are found while there is still an article to report it on.
struct PathLedger: Sendable {
  /// Why a path is not given.
  enum Refusal: Error, Equatable {
    /// It leads out of the site or is no path.
    case unsafe
    /// It, or a part of it, is another's.
    case taken(by: String)
  }

  private var owners: [String: String] = [:]
  private var folders: [String: String] = [:]
  private var ownFolders: [String: String] = [:]

  /// Takes a folder with all that will be in it for its owner alone.
  mutating func claim(folder: String, for owner: String) { ownFolders[folder] = owner }

  /// Takes a path for a file.
  ///
  /// - Parameter owner: the file that it is made from, for messages; `Daf` for the site's own.
  /// - Throws: `Refusal`; the path then stays with the one who has it.
  mutating func claim(_ path: String, for owner: String) throws(Refusal) {
    guard SitePath.isSafe(path) else { throw .unsafe }
    if let other = owners[path] ?? folders[path] { throw .taken(by: other) }
    var prefixes: [String] = []
    for index in path.utf8.indices where path.utf8[index] == 0x2F {
      let prefix = String(path[..<index])
      if let other = owners[prefix] { throw .taken(by: other) }
      if let other = ownFolders[prefix], other != owner { throw .taken(by: other) }
      prefixes.append(prefix)
    }
    owners[path] = owner
    for prefix in prefixes where folders[prefix] == nil { folders[prefix] = owner }
  }
}
