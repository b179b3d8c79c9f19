import Foundation
import Glibc
import Manuscript
import Synchronization

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

  /// Says by which dictionary a search index knows the forms of Hebrew words, or that it has none.
  static func say(searchDictionary: String?) {
    if let searchDictionary {
      say(CommandWordings.searchKnows, ["dictionary": searchDictionary])
    } else {
      say(CommandWordings.searchByRules)
    }
  }

  /// Writes a text to standard output; that it could not be is found by `status`.
  static func print(_ text: String, terminator: String = "\n") {
    write(text + terminator, to: STDOUT_FILENO)
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
    write(message + "\n", to: STDERR_FILENO)
  }

  /// Why standard output took no more; `nil` where it took everything.
  private static let fault = Mutex<String?>(nil)

  /// The exit status of the command: 2 where not all that it had to say could be said.
  ///
  /// - Parameter status: what came of the command itself.
  static func status(_ status: Int32) -> Int32 {
    guard let reason = fault.withLock({ $0 }) else { return status }
    complain("Standard output cannot be written: \(reason).")
    return 2
  }

  /// What cannot be said on standard error cannot be said at all.
  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let reason = String(cString: strerror(errno))
        if descriptor == STDOUT_FILENO { fault.withLock { $0 = $0 ?? reason } }
        return
      }
    }
  }

  /// Takes the place of standard descriptors that the caller has closed, so that no file that is
  /// opened gets their numbers and what is meant for the terminal. What is written there then fails.
  static func holdDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // A descriptor is the lowest that is free.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
