import Foundation

/// A folder in the system's temporary one, removed with the value.
final class Playground {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("daf-preview-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ relative: String) -> String { "\(path)/\(relative)" }

  /// Writes a file, and the folders above it.
  func write(_ relative: String, _ text: String) throws {
    let file = URL(fileURLWithPath: self(relative))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func remove(_ relative: String) throws {
    try FileManager.default.removeItem(atPath: self(relative))
  }

  func move(_ relative: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: self(relative), toPath: self(other))
  }

  func link(_ relative: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: self(relative), withDestinationPath: target)
  }
}
