import Foundation

/// Messages to the person at the terminal.
enum Console {
  /// The language of the terminal's locale, if findings are told in it; else English.
  static let language: String = {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return ["he", "ar"].first { locale?.hasPrefix($0) == true } ?? "en"
  }()

  /// `1 article`, `2 articles`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// Writes a line to standard error.
  static func complain(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }
}
