import Foundation
import Glibc

/// Files that are read as a whole.
enum RegularFile {
  /// A larger file is not read, for it would be held in memory as a whole.
  private static let largest = 1 << 30

  /// Why a file may not have been read, for a person who named it.
  static let refusal = "no such file, no right to read it, or more than 1 GB"

  /// The bytes of a file; `nil` where there is none that may be read, where it is larger than the
  /// limit, and for pipes and devices, on which a reader might wait for ever.
  static func contents(_ path: String, limit: Int = largest) -> Data? {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= limit
    else { return nil }
    return FileManager.default.contents(atPath: path)
  }
}
