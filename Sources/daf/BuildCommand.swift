import Foundation
import Manuscript
import Publishing

/// `daf build`: the publication becomes a site.
enum BuildCommand {
  static let subcommand = Subcommand(
    name: "build", operands: "[FOLDER]",
    summary: Wording(
      en: "make the site of a publication", he: "בניית האתר של הפרסום", ar: "بناء موقع المنشور"),
    description: Wording(
      en: """
        Makes the site of the publication in a folder (this one unless said): its Articles, its \
        publication.yaml and, if it has them, its own Templates and the files in Static, which go \
        into the site as they are.
        """,
      he: """
        בונה את האתר של הפרסום שבתיקייה (זו הנוכחית, אם לא נאמר אחרת): מן המאמרים שב־Articles, מן \
        ההגדרות שב־publication.yaml ומן התבניות שלו ב־Templates, אם יש לו; הקבצים \
        שב־Static נכנסים לאתר כמות שהם.
        """,
      ar: """
        يبني موقع المنشور الذي في مجلد (هذا المجلد ما لم يُذكر غيره): من مقالاته في Articles وإعداداته \
        في publication.yaml وقوالبه في Templates إن كانت له قوالب، وتدخل الملفات التي في \
        Static إلى الموقع كما هي.
        """),
    options: [
      Subcommand.Option(
        "output", .folder, en: "where to (FOLDER/Output); only a folder that Daf made is replaced",
        he: "לאן (FOLDER/Output); רק תיקייה שדף יצר מוחלפת",
        ar: "إلى أين (FOLDER/Output)؛ ولا يُستبدل إلا مجلد أنشأه «دف»"),
      PublicationPlace.settingsOption, PublicationPlace.templatesOption,
      Subcommand.Option(
        "drafts", en: "show drafts, marked as such", he: "להציג גם טיוטות, מסומנות ככאלה",
        ar: "إظهار المسودات وعليها علامتها"),
      Subcommand.Option(
        "no-pdf", en: "make no PDFs, though publication.yaml wants them",
        he: "לא ליצור קובצי PDF, גם אם publication.yaml מבקש אותם",
        ar: "دون ملفات PDF وإن طلبها publication.yaml"),
      Subcommand.Option(
        "jobs", .number, en: "how many threads work at once (as many as there are processors)",
        he: "כמה תהליכונים עובדים בבת אחת (כמספר המעבדים)",
        ar: "عدد الخيوط التي تعمل معًا (بعدد المعالجات)"),
      Subcommand.Option(
        "shard", .text("NUMBER/COUNT"),
        en: "make one of so many parts, without the search (see docs/scale.md)",
        he: "לבנות חלק אחד מכך וכך חלקים, בלי החיפוש (docs/scale.md)",
        ar: "بناء جزء واحد من هذا العدد من الأجزاء دون البحث (docs/scale.md)"),
      Subcommand.Option(
        "quiet", en: "say nothing but faults", he: "לא לומר דבר מלבד שגיאות",
        ar: "ألا يُذكر إلا الأخطاء"),
    ], run: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    let plan = try plan(arguments)
    return tell(SiteBuilder.build(plan), plan, isQuiet: arguments.has("quiet"))
  }

  private static func plan(_ arguments: Arguments) throws -> SiteBuilder.Plan {
    guard arguments.operands.count < 2 else {
      throw Arguments.Fault(
        ArgumentWordings.takesOneFolder,
        ["command": "build", "number": "\(arguments.operands.count)"])
    }
    let place = PublicationPlace(arguments.operands.first ?? ".")
    var plan = place.plan(templates: arguments["templates"], output: arguments["output"])
    if let publication = arguments["publication"] { plan.publication = publication }
    plan.showsDrafts = arguments.has("drafts")
    plan.makesPDF = !arguments.has("no-pdf")
    plan.threads = ProcessInfo.processInfo.activeProcessorCount
    if let number = try arguments.number("jobs", in: 1...256) { plan.threads = number }
    if let text = arguments["shard"] {
      guard let shard = Shard(text) else {
        throw Arguments.Fault(ArgumentWordings.wantsShard, ["value": text])
      }
      plan.shard = shard
      plan.makesSearchIndex = false
      // A part knows nothing of another build, and another nothing of it.
      plan.cache = nil
    }
    return plan
  }

  static func tell(
    _ report: SiteBuilder.Report, _ plan: SiteBuilder.Plan, isQuiet: Bool
  ) -> Int32 {
    for finding in report.findings where finding.severity > .notice {
      Console.complain(FindingSentences.line(for: finding, language: Console.language))
    }
    let errors = report.findings.count { $0.severity == .error }
    guard report.isDone else { return 2 }
    if !isQuiet {
      let warnings = report.findings.count { $0.severity == .warning }
      Console.say(
        CommandWordings.built,
        [
          "output": plan.output, "articles": "\(report.articles)", "files": "\(report.files)",
          "changed": "\(report.changedFiles)", "errors": "\(errors)", "warnings": "\(warnings)",
        ])
      let hasFailed = report.findings.contains { $0.kind == .programFailed }
      // The index of a part is made of segments; that a program failed is said already.
      if plan.makesSearchIndex, report.searchDictionary != nil || !hasFailed {
        Console.say(searchDictionary: report.searchDictionary)
      }
      tellChecks(report.checks)
      tell(heldBack: report.heldBack)
      for finding in report.findings where finding.kind == .awaitedDate {
        Console.print(FindingSentences.line(for: finding, language: Console.language))
      }
    }
    return errors > 0 ? 1 : 0
  }

  /// Says which drafts are not in the site, and what publishes them: those that were written first, then
  /// conversions that are still doubtful.
  static func tell(heldBack drafts: [SiteBuilder.Report.HeldBack]) {
    for (isDoubtful, wording) in [
      (false, CommandWordings.draftsHeldBack), (true, CommandWordings.doubtfulHeldBack),
    ] {
      let files = drafts.filter { $0.isDoubtful == isDoubtful }.map(\.file)
      guard !files.isEmpty else { continue }
      let shown = files.prefix(mostListed).joined(separator: ", ")
      Console.say(
        wording,
        ["drafts": "\(files.count)", "files": files.count > mostListed ? shown + ", …" : shown])
    }
  }

  /// So many files are listed in one line.
  private static let mostListed = 10

  private static func tellChecks(_ checks: [Finding.Severity: Int]) {
    guard !checks.isEmpty else { return }
    Console.say(CommandWordings.checks, Console.counts { checks[$0] ?? 0 })
  }
}
