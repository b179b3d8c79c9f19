import Foundation

/// Messages to the person at the terminal.
enum Console {
  /// Writes a line to standard error.
  static func complain(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }
}
