import Foundation
import Manuscript
import Publishing

/// `daf publish`: the site goes to its readers.
enum PublishCommand {
  static let subcommand = Subcommand(
    name: "publish", operands: "[TARGET]",
    summary: Wording(
      en: "build the site and put it online", he: "בניית האתר והעלאתו לרשת",
      ar: "بناء الموقع ونشره على الشبكة"),
    description: Wording(
      en: """
        Builds the site of the publication in a folder (this one unless said) and puts it where \
        TARGET of “publish” in publication.yaml says, the first unless named: a folder, \
        user@host:folder (by ssh, with rsync), or s3://bucket/folder (with rclone). Only what \
        changed is sent, in an order in which readers always find whole pages. Nothing is sent of \
        a site with errors.
        """,
      he: """
        בונה את האתר של הפרסום שבתיקייה (זו הנוכחית, אם לא נאמר אחרת) ומעלה אותו אל היעד TARGET \
        שבמפתח publish ב־publication.yaml, ואם לא נקרא בשם אל הראשון: תיקייה, user@host:folder \
        (ב־ssh, באמצעות rsync) או s3://bucket/folder (באמצעות rclone). נשלח רק מה שהשתנה, בסדר \
        שבו הקוראים מוצאים תמיד עמודים שלמים. מאתר שיש בו שגיאות לא נשלח דבר.
        """,
      ar: """
        يبني موقع المنشور الذي في مجلد (هذا المجلد ما لم يُذكر غيره) ويضعه حيث يقول الهدف TARGET \
        في publish من publication.yaml، وهو الأول ما لم يُسمَّ: مجلد، أو user@host:folder (عبر ssh \
        بواسطة rsync)، أو s3://bucket/folder (بواسطة rclone). لا يُرسل إلا ما تغيّر، بترتيب يجد فيه \
        القراء صفحات كاملة دائمًا. ولا يُرسل شيء من موقع فيه أخطاء.
        """),
    options: [
      Subcommand.Option(
        "folder", .folder, en: "the publication's folder", he: "תיקיית הפרסום",
        ar: "مجلد المنشور"),
      Subcommand.Option(
        "dry-run", en: "say what would be sent and removed, and do nothing",
        he: "לומר מה היה נשלח ומה היה מוסר, ולא לעשות דבר",
        ar: "ذكر ما كان سيُرسل وما كان سيُحذف دون فعل شيء"),
      Subcommand.Option(
        "among",
        en: "publish among files that Daf did not publish: those of the same names are replaced, "
          + "the others stay",
        he: "לפרסם בין קבצים שדף לא פרסם: בעלי אותו שם מוחלפים, והאחרים נשארים",
        ar: "النشر بين ملفات لم ينشرها «دف»: يُستبدل ما له الاسم نفسه ويبقى غيره"),
      Subcommand.Option(
        "back", en: "take the last publish back: what stood before it is published again",
        he: "להשיב את הפרסום האחרון: מה שהיה לפניו מתפרסם שוב",
        ar: "التراجع عن النشر الأخير: يُنشر من جديد ما كان قبله"),
      Subcommand.Option(
        "back-to", .text("NAME"), en: "publish again what was published under a name",
        he: "לפרסם שוב מה שפורסם בשם מסוים", ar: "إعادة نشر ما نُشر باسم معيّن"),
      Subcommand.Option(
        "kept", en: "list the names that can be published again (the last three)",
        he: "פירוט השמות שאפשר לפרסם שוב (שלושת האחרונים)",
        ar: "سرد الأسماء التي يمكن نشرها من جديد (الثلاثة الأخيرة)"),
    ], run: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    guard arguments.operands.count < 2 else {
      throw Arguments.Fault(
        ArgumentWordings.takesOneTarget,
        ["command": "publish", "number": "\(arguments.operands.count)"])
    }
    do {
      return try run(arguments, PublicationPlace(arguments["folder"] ?? "."))
    } catch let fault as PublishFault {
      complain(fault.finding)
      return 2
    }
  }

  private static func run(_ arguments: Arguments, _ place: PublicationPlace) throws -> Int32 {
    guard place.isPublication else {
      throw Arguments.Fault(ArgumentWordings.noPublication, ["value": place.folder])
    }
    let plan = place.plan()
    guard let target = target(arguments.operands.first, plan) else { return 2 }
    let publisher = try Publisher(
      target, publication: place.folder,
      own: [plan.articles, plan.output, place.path(".daf")] + plan.templates
        + [plan.statics].compactMap { $0 })
    if arguments.has("kept") {
      for name in publisher.keptNames { Console.print(name) }
      return 0
    }
    let isTrial = arguments.has("dry-run")
    if arguments.has("back") || arguments["back-to"] != nil {
      tell(
        try publisher.takeBack(to: arguments["back-to"], isTrial: isTrial), target, isTrial,
        as: CommandWordings.takenBack)
      return 0
    }
    let built = SiteBuilder.build(plan)
    let status = BuildCommand.tell(built, plan, isQuiet: true)
    BuildCommand.tell(heldBack: built.heldBack)
    for finding in built.findings where [.missingURL, .awaitedDate].contains(finding.kind) {
      complain(finding)
    }
    guard status == 0 else {
      if built.isDone { Console.complain(CommandWordings.notPublished(Console.language)) }
      return status
    }
    let report = try publisher.publish(
      plan.output, isTrial: isTrial, isAmongOthers: arguments.has("among"))
    tell(report, target, isTrial)
    if !isTrial { try PublishedAddresses(articles: plan.articles).add(built) }
    return 0
  }

  /// The target that is meant; `nil` where there is none, which is said.
  private static func target(_ name: String?, _ plan: SiteBuilder.Plan) -> PublishTarget? {
    let file = plan.publication ?? "publication.yaml"
    let source = (try? [UInt8](Data(contentsOf: URL(filePath: file)))) ?? []
    let (publication, findings) = PublicationReader.read(source, file: file)
    let wrong = findings.filter { $0.severity == .error }
    for finding in wrong { complain(finding) }
    guard wrong.isEmpty else { return nil }
    let targets = publication.targets
    guard let first = targets.first else {
      complain(Finding(.missingTarget, .error, file: file))
      return nil
    }
    guard let name else { return first }
    guard let target = targets.first(where: { $0.name == name }) else {
      let known = targets.map(\.name).joined(separator: ", ")
      complain(
        Finding(.unknownTarget, .error, file: file, facts: ["value": name, "known": known]))
      return nil
    }
    return target
  }

  private static func complain(_ finding: Finding) {
    Console.complain(FindingSentences.line(for: finding, language: Console.language))
  }

  private static func tell(
    _ report: Publisher.Report, _ target: PublishTarget, _ isTrial: Bool,
    as done: Wording = CommandWordings.published
  ) {
    if isTrial {
      for path in report.sent { Console.print("+ \(path)") }
      for path in report.removed { Console.print("- \(path)") }
    }
    let facts = [
      "target": target.name, "place": target.to, "name": report.name,
      "sent": "\(report.sent.count)", "removed": "\(report.removed.count)",
    ]
    let isSame = report.sent.isEmpty && report.removed.isEmpty
    Console.say(
      isSame
        ? CommandWordings.nothingToPublish
        : isTrial ? CommandWordings.wouldPublish : done, facts)
  }
}
