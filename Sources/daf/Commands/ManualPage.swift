import Manuscript

/// The manual page daf(1), in the macros of man(7).
struct ManualPage {
  var language: String

  var text: String {
    let words = Self.words
    var lines = [
      ".TH DAF 1 \"\" \"daf \(Version.current)\"", ".SH \(words.name(language))",
      "daf \\- \(plain(CommandTable.summary(language)))", ".SH \(words.use(language))",
    ]
    for subcommand in CommandTable.subcommands {
      lines += [".B daf \(subcommand.name)", plain(subcommand.operands), ".br"]
    }
    lines.append(".SH \(words.commands(language))")
    for subcommand in CommandTable.subcommands {
      lines += [".SS daf \(subcommand.name) \(plain(subcommand.operands))"]
      for (index, part) in subcommand.description(language).split(separator: "\n\n").enumerated() {
        if index > 0 { lines.append(".PP") }
        lines.append(plain(String(part)))
      }
      for option in subcommand.options {
        lines += [".TP", ".B \(plain(option.usage))", plain(option.meaning(language))]
      }
      if let closing = subcommand.closing {
        lines += [".PP", ".nf", plain(closing(language)), ".fi"]
      }
    }
    lines += [".SH \(words.status(language))", plain(CommandTable.statuses(language))]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text without what roff would take for its own: dashes as such, no control sign at a line's head.
  private func plain(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("-", with: "\\-")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" + $0 : String($0) }
      .joined(separator: "\n")
  }

  private static let words = (
    name: Wording(en: "NAME", he: "שם", ar: "الاسم"),
    use: Wording(en: "SYNOPSIS", he: "שימוש", ar: "الاستعمال"),
    commands: Wording(en: "COMMANDS", he: "פקודות", ar: "الأوامر"),
    status: Wording(en: "EXIT STATUS", he: "קוד יציאה", ar: "رمز الخروج")
  )
}
