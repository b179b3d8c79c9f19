import Foundation
import Manuscript
import Publishing

/// `daf fields`: what may stand in an article's front matter and in publication.yaml.
enum FieldsCommand {
  static let subcommand = Subcommand(
    name: "fields", operands: "",
    summary: Wording(
      en: "list the keys of articles and settings, or give their schema",
      he: "פירוט המפתחות של מאמרים והגדרות, או סכמה שלהם",
      ar: "سرد مفاتيح المقالات والإعدادات أو مخططها"),
    description: Wording(
      en: """
        Prints the reference of all keys as Markdown, or a JSON Schema by which an editor's program \
        completes and checks them while they are typed.
        """,
      he: """
        מדפיסה את המדריך לכל המפתחות כ־Markdown, או סכמת JSON שבעזרתה תוכנת העריכה משלימה ובודקת אותם \
        בזמן ההקלדה.
        """,
      ar: """
        يطبع مرجع المفاتيح كلها بصيغة Markdown، أو مخطط JSON يكمل به برنامج التحرير المفاتيح ويفحصها \
        أثناء الكتابة.
        """),
    options: [
      Console.languageOption,
      Subcommand.Option(
        "schema", .word(schemas),
        en: "the schema of the front matter of articles, of publication.yaml, or of volumes' files",
        he: "הסכמה של השדות שבראש מאמר, של publication.yaml או של קובצי הכרכים",
        ar: "مخطط حقول المقالات، أو publication.yaml، أو ملفات المجلدات"),
    ], run: run)

  private static let schemas = ["article", "publication", "volume"]

  private static func run(_ arguments: Arguments) throws -> Int32 {
    guard arguments.operands.isEmpty else {
      throw Arguments.Fault(
        ArgumentWordings.noOption,
        ["value": arguments.operands.joined(separator: " "), "command": "fields"])
    }
    let bytes =
      switch try arguments.word("schema", among: schemas) {
      case "article": FieldSchema.frontMatter
      case "publication": FieldSchema.settings
      case "volume": FieldSchema.volume
      default: Array(FieldReference(language: try Console.language(arguments["lang"])).text.utf8)
      }
    Console.print(String(decoding: bytes, as: UTF8.self), terminator: "")
    return 0
  }
}
