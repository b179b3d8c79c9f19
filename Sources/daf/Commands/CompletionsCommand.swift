import Manuscript

/// `daf completions`: what a shell needs to complete subcommands, options and their values.
enum CompletionsCommand {
  static let subcommand = Subcommand(
    name: "completions", operands: "bash|zsh|fish",
    summary: Wording(
      en: "print completions for a shell", he: "הדפסת השלמות למעטפת",
      ar: "طباعة الإكمال لصدفة"),
    description: Wording(
      en: """
        Prints completions of subcommands, options and their values for a shell. In bash: \
        source <(daf completions bash)
        """,
      he: """
        מדפיסה השלמות של פקודות, אפשרויות וערכיהן בעבור מעטפת. ב־bash: \
        source <(daf completions bash)
        """,
      ar: """
        يطبع إكمال الأوامر والخيارات وقيمها لصدفة. في bash: \
        source <(daf completions bash)
        """),
    run: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    switch arguments.operands.first {
    case "bash" where arguments.operands.count == 1: Console.print(bash)
    case "zsh" where arguments.operands.count == 1: Console.print(zsh)
    case "fish" where arguments.operands.count == 1: Console.print(fish)
    default:
      throw Arguments.Fault(
        ArgumentWordings.wantsOneOf,
        [
          "option": "daf completions", "words": "bash, zsh, fish",
          "value": arguments.operands.joined(separator: " "),
        ])
    }
    return 0
  }

  private static let names = CommandTable.subcommands.map(\.name).joined(separator: " ")

  private static func options(of subcommand: Subcommand) -> [Subcommand.Option] {
    subcommand.options + CommandTable.common
  }

  /// What a subcommand takes by itself, if it is one of some words.
  private static func words(of subcommand: Subcommand) -> String? {
    if subcommand.name == "help" { return names }
    let isList = subcommand.operands.contains("|") && !subcommand.operands.contains("[")
    return isList && !subcommand.operands.contains("FILE")
      ? subcommand.operands.replacing("|", with: " ") : nil
  }

  // MARK: - bash

  private static var bash: String {
    var lines = [
      "_daf() {",
      "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"",
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then",
      "    COMPREPLY=($(compgen -W \"\(names) --help --version\" -- \"$word\")); return", "  fi",
      "  case \"${COMP_WORDS[1]} $before\" in",
    ]
    for subcommand in CommandTable.subcommands {
      for option in subcommand.options {
        let reply: String? =
          switch option.value {
          case .file: "-f"
          case .folder: "-d"
          case .word(let words): "-W \"\(words.joined(separator: " "))\""
          case .number, .text: ""
          case nil: nil
          }
        guard let reply else { continue }
        let made = reply.isEmpty ? "" : "COMPREPLY=($(compgen \(reply) -- \"$word\")); "
        lines.append("    \"\(subcommand.name) --\(option.name)\") \(made)return ;;")
      }
    }
    lines += ["  esac", "  case \"${COMP_WORDS[1]}\" in"]
    for subcommand in CommandTable.subcommands {
      let flags = options(of: subcommand).map { "--\($0.name)" }.joined(separator: " ")
      let words = words(of: subcommand).map { " \($0)" } ?? ""
      lines.append(
        "    \(subcommand.name)) COMPREPLY=($(compgen -W \"\(flags)\(words)\" -- \"$word\")) ;;")
    }
    return
      (lines + [
        "  esac", "  [ \"${#COMPREPLY[@]}\" -gt 0 ] || COMPREPLY=($(compgen -f -- \"$word\"))", "}",
        "complete -o filenames -F _daf daf",
      ]).joined(separator: "\n")
  }

  // MARK: - zsh

  private static func quoted(_ text: String) -> String { text.replacing("'", with: "'\\''") }

  private static func bracketed(_ text: String) -> String {
    quoted(text.replacing("[", with: "\\[").replacing("]", with: "\\]").replacing(":", with: "\\:"))
  }

  private static var zsh: String {
    var lines = ["#compdef daf", "_daf() {", "  local -a commands", "  commands=("]
    lines += CommandTable.subcommands.map {
      "    '\($0.name):\(bracketed($0.summary(Console.language)))'"
    }
    lines += [
      "  )", "  if (( CURRENT == 2 )); then _describe 'daf' commands; return; fi",
      "  local command=$words[2]", "  shift words; (( CURRENT-- ))", "  case $command in",
    ]
    for subcommand in CommandTable.subcommands {
      var specs = options(of: subcommand).map { option in
        let action: String =
          switch option.value {
          case .file: ":file:_files"
          case .folder: ":folder:_files -/"
          case .word(let words): ":word:(\(words.joined(separator: " ")))"
          case .number, .text: ":value:"
          case nil: ""
          }
        return "'--\(option.name)[\(bracketed(option.meaning(Console.language)))]\(action)'"
      }
      specs.append(words(of: subcommand).map { "'*:word:(\($0))'" } ?? "'*:file:_files'")
      lines.append("    \(subcommand.name)) _arguments \(specs.joined(separator: " ")) ;;")
    }
    return (lines + ["  esac", "}", "compdef _daf daf"]).joined(separator: "\n")
  }

  // MARK: - fish

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }

  private static var fish: String {
    var lines = ["complete -c daf -n __fish_use_subcommand -l version"]
    for subcommand in CommandTable.subcommands {
      lines.append(
        "complete -c daf -f -n __fish_use_subcommand -a \(subcommand.name) -d '\(escaped(subcommand.summary(Console.language)))'"
      )
      let seen = "-n '__fish_seen_subcommand_from \(subcommand.name)'"
      if let words = words(of: subcommand) {
        lines.append("complete -c daf -f \(seen) -a '\(words)'")
      }
      for option in options(of: subcommand) {
        let takes: String =
          switch option.value {
          case .file: " -r -F"
          case .folder: " -x -a '(__fish_complete_directories)'"
          case .word(let words): " -x -a '\(words.joined(separator: " "))'"
          case .number, .text: " -x"
          case nil: ""
          }
        lines.append(
          "complete -c daf \(seen) -l \(option.name)\(takes) -d '\(escaped(option.meaning(Console.language)))'"
        )
      }
    }
    return lines.joined(separator: "\n")
  }
}
