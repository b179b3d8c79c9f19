import Manuscript

/// `daf help`: how the command is used, for the terminal, the manual and the documentation.
enum HelpCommand {
  static let subcommand = Subcommand(
    name: "help", operands: "[SUBCOMMAND]",
    summary: Wording(
      en: "say how a subcommand is used", he: "הסבר על השימוש בפקודה",
      ar: "بيان استعمال أمر"),
    description: Wording(
      en: "Says how a subcommand is used, or lists them all.",
      he: "מסבירה כיצד משתמשים בפקודה, או מפרטת את כולן.",
      ar: "يبيّن كيف يُستعمل أمر، أو يسرد الأوامر كلها."),
    options: [
      Subcommand.Option(
        "as", .word(["text", "man", "markdown"]),
        en: "the form: for the terminal, a manual page, or a reference of all of them",
        he: "הצורה: למסוף, עמוד man, או מדריך לכל הפקודות",
        ar: "الشكل: للطرفية، أو صفحة man، أو مرجع للأوامر كلها"),
      Console.languageOption,
    ],
    run: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    let language = try Console.language(arguments["lang"])
    switch try arguments.word("as", among: ["text", "man", "markdown"]) {
    case "man": Console.print(ManualPage(language: language).text, terminator: "")
    case "markdown": Console.print(CommandReference(language: language).text, terminator: "")
    default:
      guard let name = arguments.operands.first else {
        Console.print(CommandHelp(language: language).overview)
        return 0
      }
      guard let subcommand = CommandTable.subcommand(name) else {
        throw Arguments.Fault(ArgumentWordings.noSubcommand, ["value": name])
      }
      Console.print(CommandHelp(language: language).text(of: subcommand))
    }
    return 0
  }
}
