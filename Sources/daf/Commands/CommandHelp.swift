import Manuscript

/// Help at the terminal.
struct CommandHelp {
  /// `he`, `ar` or `en`.
  var language: String

  /// The list of subcommands.
  var overview: String {
    let width = CommandTable.subcommands.map(\.name.count).max() ?? 0
    let lines = CommandTable.subcommands.map { subcommand in
      "  daf \(padded(subcommand.name, to: width))  \(subcommand.summary(language))"
    }
    return ([CommandTable.summary(language), ""] + lines + ["", Self.more(language)])
      .joined(separator: "\n")
  }

  /// All about one.
  func text(of subcommand: Subcommand) -> String {
    var lines = Self.uses(of: subcommand)
    for paragraph in subcommand.description(language).split(separator: "\n\n") {
      lines += [""] + Self.wrapped(String(paragraph), to: 92)
    }
    let options = subcommand.options + CommandTable.common
    let width = min(options.map(\.usage.count).max() ?? 0, 26)
    lines.append("")
    for option in options {
      let meaning = Self.wrapped(option.meaning(language), to: 92 - width - 4)
      let indent = String(repeating: " ", count: width + 4)
      if option.usage.count > width {
        lines.append("  " + option.usage)
        lines += meaning.map { indent + $0 }
      } else {
        lines.append("  \(padded(option.usage, to: width))  \(meaning.first ?? "")")
        lines += meaning.dropFirst().map { indent + $0 }
      }
    }
    if let closing = subcommand.closing { lines += ["", closing(language)] }
    return (lines + ["", CommandTable.statuses(language)]).joined(separator: "\n")
  }

  /// The lines of use: `daf build [FOLDER] [--output FOLDER] …`.
  static func uses(of subcommand: Subcommand) -> [String] {
    let head = "daf \(subcommand.name) "
    let options = subcommand.options.map { "[\($0.usage)]" }
    let parts = subcommand.operands.isEmpty ? options : [subcommand.operands] + options
    var lines: [String] = []
    var line = head.dropLast()
    for part in parts {
      if line.count + part.count + 1 > 92, line.count > head.count {
        lines.append(String(line))
        line = String(repeating: " ", count: head.count - 1)[...]
      }
      line += " " + part
    }
    lines.append(String(line))
    return lines + subcommand.furtherUses.map { head + $0 }
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// The words of a paragraph in lines of at most so many characters.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private static let more = Wording(
    en: "“daf help SUBCOMMAND” tells more about one, “daf --version” which Daf this is.",
    he: "„daf help SUBCOMMAND” מסבירה אחת מהן, „daf --version” אומרת איזו גרסה זו.",
    ar: "يشرح «daf help SUBCOMMAND» واحدًا منها، ويذكر «daf --version» رقم الإصدار.")
}
