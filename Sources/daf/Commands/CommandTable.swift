import Manuscript

/// Every subcommand, in the order in which help lists them.
enum CommandTable {
  static let subcommands: [Subcommand] = [
    InitCommand.subcommand,
    NewCommand.subcommand,
    ConvertCommand.subcommand,
    ImportCommand.subcommand,
    CheckCommand.subcommand,
    ServeCommand.subcommand,
    BuildCommand.subcommand,
    PublishCommand.subcommand,
    SearchCommand.subcommand,
    AnalyseCommand.subcommand,
    MergeCommand.subcommand,
    FieldsCommand.subcommand,
    DumpCommand.subcommand,
    HelpCommand.subcommand,
    CompletionsCommand.subcommand,
  ]

  static func subcommand(_ name: String) -> Subcommand? { subcommands.first { $0.name == name } }

  /// Options that every subcommand has.
  static let common: [Subcommand.Option] = [
    Subcommand.Option(
      "help", en: "say how it is used", he: "הסבר על השימוש", ar: "بيان طريقة الاستعمال")
  ]

  static let summary = Wording(
    en: "Daf publishes scholarly articles in Hebrew and Arabic.",
    he: "דף מפרסם מאמרים מדעיים בעברית ובערבית.",
    ar: "«دف» ينشر المقالات العلمية بالعبرية والعربية.")

  /// What the exit status says.
  static let statuses = Wording(
    en: "Exit status: 0 done, 1 faults in the content, 2 it could not be done.",
    he: "קוד היציאה: 0 נעשה, 1 שגיאות בתוכן, 2 אי אפשר היה לעשות.",
    ar: "رمز الخروج: 0 تمّ، 1 أخطاء في المحتوى، 2 تعذّر التنفيذ.")
}
