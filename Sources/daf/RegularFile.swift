import Foundation
import Glibc

/// Files that are read as a whole.
enum RegularFile {
  /// The bytes of a file; `nil` where there is none that may be read, and for pipes and devices, on
  /// which a reader might wait for ever.
  static func contents(_ path: String) -> Data? {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileManager.default.contents(atPath: path)
  }
}
