import Foundation
import Manuscript
import Publishing

/// `daf new`: a folder with an article to fill in.
enum NewCommand {
  static let subcommand = Subcommand(
    name: "new", operands: "TITLE",
    summary: Wording(
      en: "begin an article: a folder with a file to fill in",
      he: "פתיחת מאמר: תיקייה ובה קובץ למילוי", ar: "بدء مقال: مجلد فيه ملف للتعبئة"),
    description: Wording(
      en: """
        Makes Articles/ADDRESS/article.md in the publication's folder (this one unless said), a draft \
        with each field explained in the editor's language.
        """,
      he: """
        יוצרת את Articles/ADDRESS/article.md בתיקיית הפרסום (זו הנוכחית, אם לא נאמר אחרת): טיוטה שכל \
        שדה בה מוסבר בשפת העורך.
        """,
      ar: """
        ينشئ Articles/ADDRESS/article.md في مجلد المنشور (هذا المجلد ما لم يُذكر غيره): مسودة يُشرح \
        كل حقل فيها بلغة المحرر.
        """),
    options: [
      Subcommand.Option(
        "lang", .text("TAG"), en: "the article's language (the publication's own)",
        he: "שפת המאמר (שפת הפרסום)", ar: "لغة المقال (لغة المنشور)"),
      Subcommand.Option(
        "volume", .text("NUMBER"), en: "the volume in which it appears", he: "הכרך שבו הוא מופיע",
        ar: "المجلد الذي يظهر فيه"),
      Subcommand.Option(
        "slug", .text("ADDRESS"), en: "its address (made of the title)",
        he: "כתובתו (נעשית מן הכותרת)", ar: "عنوانه على الشبكة (يُصنع من عنوان المقال)"),
      Subcommand.Option(
        "publication", .folder, en: "the publication's folder", he: "תיקיית הפרסום",
        ar: "مجلد المنشور"),
    ], run: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    guard arguments.operands.count == 1, let title = arguments.operands.first, !title.isEmpty else {
      throw Arguments.Fault(ArgumentWordings.wantsTitle)
    }
    return try make(title, arguments)
  }

  private static func make(_ title: String, _ arguments: Arguments) throws -> Int32 {
    let place = PublicationPlace(arguments["publication"] ?? ".")
    guard place.isPublication else {
      throw Arguments.Fault(ArgumentWordings.noPublication, ["value": place.folder])
    }
    let settings = place.existing("publication.yaml").flatMap {
      RegularFile.contents($0)
    }
    let own = settings.map {
      PublicationReader.read(Array($0), file: "publication.yaml").publication.languages
    }
    let language = arguments["lang"] ?? own?.first ?? "he"
    guard LanguageTag.isWellFormed(language) else {
      throw Arguments.Fault(ArgumentWordings.noLanguage, ["value": language])
    }
    let slug = Slug.make(of: arguments["slug"] ?? title)
    let folder = place.path("Articles/\(slug)")
    let file = "\(folder)/article.md"
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw Arguments.Fault(ArgumentWordings.articleThere, ["value": folder])
    }
    let skeleton = ArticleSkeleton(title: title, language: language, volume: arguments["volume"])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(skeleton.text.utf8).write(to: URL(fileURLWithPath: file))
    Console.say(CommandWordings.articleReady, ["file": file])
    return 0
  }
}
