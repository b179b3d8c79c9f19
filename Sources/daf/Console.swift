import Foundation
import Manuscript

/// Messages to the person at the terminal.
enum Console {
  /// The language of the terminal's locale, if findings are told in it; else English.
  static let language: String = {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return ["he", "ar"].first { locale?.hasPrefix($0) == true } ?? "en"
  }()

  /// Writes a sentence to standard output, in the terminal's language.
  static func say(_ wording: Wording, _ facts: [String: String] = [:]) {
    print(wording(language, facts))
  }

  /// The facts `errors`, `warnings` and `notices`.
  static func counts(_ number: (Finding.Severity) -> Int) -> [String: String] {
    [
      "errors": "\(number(.error))", "warnings": "\(number(.warning))",
      "notices": "\(number(.notice))",
    ]
  }

  /// Writes a line to standard error.
  static func complain(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }
}
