import Foundation
import Manuscript

/// Messages to the person at the terminal.
enum Console {
  /// The languages in which the command speaks.
  static let languages = ["he", "ar", "en"]

  /// The language that `DAF_LANG` names, or else that of the terminal's locale, or English.
  static let language: String = {
    let environment = ProcessInfo.processInfo.environment
    let named =
      ["DAF_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return languages.first { named.hasPrefix($0) } ?? "en"
  }()

  /// The option of subcommands that print texts in a language of their own.
  static let languageOption = Subcommand.Option(
    "lang", .word(languages), en: "the language of what is printed (DAF_LANG, or the terminal's)",
    he: "שפת ההדפסה (DAF_LANG, או שפת המסוף)", ar: "لغة ما يُطبع (DAF_LANG أو لغة الطرفية)")

  /// The language that an option names.
  static func language(_ wanted: String?) throws -> String {
    guard let wanted else { return language }
    guard languages.contains(wanted) else {
      throw Arguments.Fault(
        ArgumentWordings.wantsOneOf,
        ["option": "--lang", "words": languages.joined(separator: ", "), "value": wanted])
    }
    return wanted
  }

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
