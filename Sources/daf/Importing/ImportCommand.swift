import Conversion
import Foundation
import Manuscript
import Orthography
import Publishing

/// `daf import`: what another system exported becomes articles and pages.
enum ImportCommand {
  static let subcommand = Subcommand(
    name: "import", operands: "FILE",
    summary: Wording(
      en: "make articles of an export of WordPress or of Open Journal Systems",
      he: "יצירת מאמרים מייצוא של WordPress או של Open Journal Systems",
      ar: "صنع مقالات من تصدير WordPress أو Open Journal Systems"),
    description: Wording(
      en: """
        Makes articles and pages of what another system exported: WordPress (Tools, Export) or Open \
        Journal Systems (Tools, Native XML Plugin, with the files). Titles, authors, dates, abstracts, \
        keywords and languages, the text with its notes and pictures, and the files that readers could \
        download come along, and older addresses lead to the articles. Where an OJS article is a PDF or \
        a Word file, its text is read from that as “daf convert” does. What you have edited since an \
        earlier import is left as it is.
        """,
      he: """
        יוצרת מאמרים ועמודים ממה שייצאה מערכת אחרת: WordPress (כלים, ייצוא) או Open Journal Systems \
        (כלים, Native XML, עם הקבצים). באים איתם הכותרות, המחברים, התאריכים, התקצירים, מילות המפתח \
        והשפות, הטקסט עם הערותיו ותמונותיו והקבצים להורדה, וכתובות ישנות מובילות אל המאמרים. אם מאמר \
        ב־OJS הוא PDF או קובץ Word, הטקסט נקרא ממנו כמו ב־„daf convert”. מה שערכתם מאז ייבוא קודם נשאר \
        כפי שהוא.
        """,
      ar: """
        يصنع مقالات وصفحات مما صدّره نظام آخر: WordPress (أدوات، تصدير) أو Open Journal Systems (أدوات، \
        Native XML، مع الملفات). تأتي معها العناوين والمؤلفون والتواريخ والملخصات والكلمات المفتاحية \
        واللغات، والنص بحواشيه وصوره، والملفات التي كانت تُنزَّل، وتقود العناوين القديمة إلى المقالات. \
        وحيث يكون مقال OJS ملف PDF أو Word يُقرأ نصه منه كما يفعل «daf convert». وما حرّرته بعد استيراد \
        سابق يُترك كما هو.
        """),
    options: [
      Subcommand.Option(
        "output", .folder, en: "where to (Articles)", he: "לאן (Articles)", ar: "إلى أين (Articles)"
      ),
      Subcommand.Option(
        "uploads", .folder,
        en: """
          where the files of the other system lie (wp-content/uploads); without it what is missing is \
          listed with its address, for nothing is downloaded
          """,
        he: """
          היכן הקבצים של המערכת האחרת (wp-content/uploads); בלי זה מה שחסר מפורט עם כתובתו, כי דבר אינו \
          מורד מן הרשת
          """,
        ar: """
          موضع ملفات النظام الآخر (wp-content/uploads)؛ ومن دونه يُسرد ما ينقص مع عنوانه لأنه لا يُنزَّل \
          شيء
          """),
      Subcommand.Option(
        "old-address", .text("ADDRESS"),
        en: """
          where an OJS journal stood (https://host/index.php/journal), so that its addresses lead to \
          the articles
          """,
        he:
          "היכן עמד כתב העת ב־OJS‏ (https://host/index.php/journal), כדי שכתובותיו יובילו אל המאמרים",
        ar: "أين كانت مجلة OJS‏ (https://host/index.php/journal) لكي تقود عناوينها إلى المقالات"),
    ], run: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    guard let path = arguments.operands.first, arguments.operands.count == 1 else {
      throw Arguments.Fault(ArgumentWordings.wantsFile, ["command": "import"])
    }
    return run(path, arguments)
  }

  private static func run(_ path: String, _ arguments: Arguments) -> Int32 {
    guard let data = RegularFile.contents(path) else {
      tell(
        Finding(
          .unreadableFile, .error, file: path,
          facts: ["reason": RegularFile.refusal]))
      return 2
    }
    let export: PublicationExport?
    do throws(SourceFault) {
      export = try PublicationExport.read(Array(data), oldAddress: arguments["old-address"])
    } catch {
      tell(error.finding(file: path))
      return 2
    }
    guard let export else {
      tell(Finding(.importFormat, .error, file: path))
      return 2
    }
    guard !export.articles.isEmpty else {
      tell(Finding(.importEmpty, .error, file: path))
      return 2
    }
    let articles = arguments["output"] ?? "Articles"
    let places = ImportPlaces(export.articles, in: articles)
    let uploads = arguments["uploads"].map(Uploads.init)
    let lexicon = InstalledLexicon.load()
    let publishes = ConvertedArticle.publishesDoubtful(beside: articles)
    let results = Parallel.map(
      export.articles.count, threads: ProcessInfo.processInfo.activeProcessorCount
    ) { index in
      ImportedWriting(
        export.articles[index], at: places.places[index], links: places.links, uploads: uploads,
        publishesDoubtful: publishes
      ).write(lexicon)
    }
    var status: Int32 = 0
    var made = 0
    for (place, result) in zip(places.places, results) {
      for finding in result.findings { tell(finding) }
      if result.isWritten {
        made += 1
        Console.print(place.file.relativePath)
      }
      status = max(status, result.findings.contains { $0.severity == .error } ? 1 : 0)
    }
    Console.say(
      ImportWordings.imported, ["made": String(made), "all": String(export.articles.count)])
    if !export.leftOut.isEmpty {
      let kinds = export.leftOut.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
      Console.say(ImportWordings.leftOut, ["kinds": kinds.joined(separator: ", ")])
    }
    return status
  }

  private static func tell(_ finding: Finding) {
    Console.complain(FindingSentences.line(for: finding, language: Console.language))
  }
}

/// The files that another system kept, in a folder as it kept them.
struct Uploads: Sendable {
  let folder: String

  init(_ folder: String) { self.folder = folder }

  /// The file at an address: its path in the folder is a part of the address' end.
  func file(at address: String) -> Data? {
    let path = address.prefix { $0 != "?" && $0 != "#" }.drop { $0 != "/" }
    var parts = path.split(separator: "/").map { String($0).removingPercentEncoding ?? String($0) }
    guard !parts.contains(".."), parts.count > 1 else { return nil }
    parts.removeFirst()
    while !parts.isEmpty {
      let file = folder + "/" + parts.joined(separator: "/")
      if let data = RegularFile.contents(file) { return data }
      parts.removeFirst()
    }
    return nil
  }
}
