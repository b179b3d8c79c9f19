import Manuscript

/// The reference of all commands as an article for the documentation's site.
struct CommandReference {
  var language: String

  var text: String {
    let words = Self.words
    var lines = [words.opening(language)]
    for subcommand in CommandTable.subcommands {
      lines += ["", "## daf \(subcommand.name)", "", "```sh"]
      lines += CommandHelp.uses(of: subcommand) + ["```"]
      for part in subcommand.description(language).split(separator: "\n\n") {
        lines += ["", Self.marked(String(part))]
      }
      if !subcommand.options.isEmpty {
        lines += [
          "", "| \(words.option(language)) | \(words.meaning(language)) |", "| --- | --- |",
        ]
        lines += subcommand.options.map { option in
          let usage = option.usage.replacing("|", with: "\\|")
          let meaning = Self.marked(option.meaning(language)).replacing("|", with: "\\|")
          return "| `\(usage)` | \(meaning) |"
        }
      }
      if let closing = subcommand.closing { lines += ["", "```", closing(language), "```"] }
    }
    return (lines + ["", CommandTable.statuses(language)]).joined(separator: "\n") + "\n"
  }

  /// A sentence of the terminal as Markdown: without the direction marks that only a terminal wants,
  /// and with no sign that could begin an element or a comment.
  private static func marked(_ text: String) -> String {
    String(text.unicodeScalars.filter { !("\u{200E}"..."\u{200F}").contains($0) })
      .replacing("<", with: "&lt;")
  }

  private static let words = (
    opening: Wording(
      en: "`daf help --as markdown` writes this page.",
      he: "את העמוד הזה כותבת הפקודה `daf help --as markdown`.",
      ar: "يكتب هذه الصفحة الأمر `daf help --as markdown`."),
    option: Wording(en: "option", he: "אפשרות", ar: "الخيار"),
    meaning: Wording(en: "meaning", he: "משמעות", ar: "المعنى")
  )
}
