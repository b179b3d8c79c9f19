import Foundation
import Manuscript
import Publishing

/// `daf init`: a publication of one's own.
enum InitCommand {
  static let subcommand = Subcommand(
    name: "init", operands: "FOLDER",
    summary: Wording(
      en: "begin a publication in a folder of its own", he: "פתיחת פרסום בתיקייה משלו",
      ar: "بدء منشور في مجلد خاص به"),
    description: Wording(
      en: """
        Makes a publication: publication.yaml, Articles with a draft of an article and of a page to write \
        over, a short guide, and recipes by which a forge builds the site. Nothing that is there already is changed.
        """,
      he: """
        יוצרת פרסום: publication.yaml, התיקייה Articles ובה טיוטות של מאמר ושל עמוד למילוי, מדריך קצר, ומתכונים שלפיהם אתר \
        לאחסון קוד בונה את האתר. דבר שכבר קיים אינו משתנה.
        """,
      ar: """
        ينشئ منشورًا: publication.yaml والمجلد Articles وفيه مسودة مقال ومسودة صفحة للتعبئة، ودليلًا قصيرًا، ووصفات يبني بها \
        موقع استضافة الشيفرة الموقعَ. لا يتغيّر شيء موجود.
        """),
    options: [
      Subcommand.Option(
        "lang", .text("TAG"), en: "the publication's own language: he, ar, en or another (he)",
        he: "שפת הפרסום: he, ar, en או אחרת (he)",
        ar: "لغة المنشور: he أو ar أو en أو غيرها (he)"),
      Subcommand.Option(
        "name", .text("NAME"), en: "what the publication is called (as its folder)",
        he: "שם הפרסום (כשם התיקייה)", ar: "اسم المنشور (اسم مجلده)"),
      Subcommand.Option(
        "templates", en: "copy Daf's templates too, so that a designer can change them",
        he: "להעתיק גם את התבניות של דף, כדי שמעצב יוכל לשנותן",
        ar: "نسخ قوالب «دف» أيضًا ليغيّرها مصمم"),
    ], run: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    guard arguments.operands.count == 1, let folder = arguments.operands.first else {
      throw Arguments.Fault(ArgumentWordings.wantsFolder, ["command": "init"])
    }
    let language = arguments["lang"] ?? "he"
    guard LanguageTag.isWellFormed(language) else {
      throw Arguments.Fault(ArgumentWordings.noLanguage, ["value": language])
    }
    let name = arguments["name"] ?? URL(filePath: folder).standardizedFileURL.lastPathComponent
    return try make(
      PublicationSkeleton(language: language, name: name), in: folder,
      copiesTemplates: arguments.has("templates"))
  }

  private static func make(
    _ skeleton: PublicationSkeleton, in folder: String, copiesTemplates: Bool
  ) throws -> Int32 {
    let place = PublicationPlace(folder)
    let files = FileManager.default
    var made = 0
    // A publication that has articles needs no example.
    let hasArticles = place.existing("Articles") != nil
    for (path, text) in skeleton.files.sorted(by: { $0.key < $1.key }) {
      if hasArticles, path.hasPrefix("Articles/") { continue }
      let target = place.path(path)
      guard !files.fileExists(atPath: target) else { continue }
      let parent = URL(fileURLWithPath: target).deletingLastPathComponent().path
      try files.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: target))
      made += 1
    }
    if copiesTemplates {
      let own = place.path("Templates")
      guard let installed = PublicationPlace.templateFolders(own: own).first, installed != own
      else {
        throw Arguments.Fault(ArgumentWordings.noTemplates)
      }
      guard !files.fileExists(atPath: own) else {
        throw Arguments.Fault(ArgumentWordings.templatesThere, ["value": own])
      }
      // The folder itself, where it is reached by a link.
      let folder = URL(filePath: installed).resolvingSymlinksInPath().path
      try files.copyItem(atPath: folder, toPath: own)
    }
    let isComplete = made == 0 && !copiesTemplates
    Console.say(
      isComplete ? CommandWordings.publicationComplete : CommandWordings.publicationReady,
      ["folder": folder])
    return 0
  }
}
