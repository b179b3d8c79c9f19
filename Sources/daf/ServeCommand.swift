import Foundation
import Manuscript
import Preview
import Publishing

/// `daf serve`: the publication in a browser while it is written.
enum ServeCommand {
  static let subcommand = Subcommand(
    name: "serve", operands: "[FOLDER]",
    summary: Wording(
      en: "show a publication in your browser while you write",
      he: "הצגת הפרסום בדפדפן בזמן הכתיבה", ar: "عرض المنشور في المتصفح وأنت تكتب"),
    description: Wording(
      en: """
        Shows the publication in a folder (this one unless said) to the browsers of this computer \
        alone, drafts and all. What you save is on the page at once, where you were reading; what is \
        wrong is reported on the page and here until it is corrected. Output is not touched. Ctrl-C ends it.

        The desk, at /.daf/desk/, takes papers in and settles what their conversion left doubtful.
        """,
      he: """
        מציגה את הפרסום שבתיקייה (זו הנוכחית, אם לא נאמר אחרת) לדפדפנים שבמחשב הזה בלבד, עם הטיוטות. \
        מה שנשמר נראה מיד בעמוד, במקום שבו קראתם; מה ששגוי נאמר בעמוד וכאן עד שיתוקן. התיקייה Output \
        אינה משתנה. לסיום: Ctrl-C.

        הדלפק, בכתובת /.daf/desk/, קולט מאמרים ומכריע במה שנותר מסופק בהמרתם.
        """,
      ar: """
        يعرض المنشور الذي في مجلد (هذا المجلد ما لم يُذكر غيره) لمتصفحات هذا الحاسوب وحده مع المسودات. \
        ما تحفظه يظهر في الصفحة فورًا حيث كنت تقرأ؛ وما فيه خطأ يُذكر في الصفحة وهنا حتى يُصحَّح. لا \
        يُمسّ المجلد Output. للإنهاء: Ctrl-C.

        المكتب، وعنوانه /.daf/desk/، يُدخل البحوث ويحسم ما بقي مشكوكًا فيه من تحويلها.
        """),
    options: [
      Subcommand.Option(
        "port", .number, en: "the port to serve on (4000, or the next that is free)",
        he: "הפורט (4000, או הפנוי הבא)", ar: "المنفذ (4000 أو أول شاغر بعده)"),
      PublicationPlace.settingsOption, PublicationPlace.templatesOption,
    ], run: { try serve($0) ? 0 : 2 })

  /// The port that is tried first where none is named, and how many are tried.
  private static let usualPorts: (first: UInt16, count: UInt16) = (4000, 20)

  /// Serves until it is interrupted; whether it could.
  private static func serve(_ arguments: Arguments) throws -> Bool {
    guard arguments.operands.count < 2 else {
      throw Arguments.Fault(
        ArgumentWordings.takesOneFolder,
        ["command": "serve", "number": "\(arguments.operands.count)"])
    }
    let folder = arguments.operands.first ?? "."
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue
    else { throw Arguments.Fault(ArgumentWordings.noFolder, ["value": folder]) }
    var ports = usualPorts
    if let port = try arguments.number("port", in: 0...65_535) { ports = (UInt16(port), 1) }
    let place = PublicationPlace(folder)
    let settings = arguments["publication"] ?? place.path("publication.yaml")
    let templates = arguments["templates"] ?? place.path("Templates")
    guard let site = TemporaryFolder(), let interruption = Interruption() else {
      throw Arguments.Fault(ArgumentWordings.noPreviewFolder)
    }
    defer { site.remove() }
    let builder = PreviewBuilder(
      articles: place.path("Articles"), settings: settings, templates: templates,
      statics: place.path("Static"), output: site.path + "/site")
    let terminal = ServeReport()
    let session = PreviewSession(
      watched: builder.watched, port: ports.first, ports: ports.count,
      desk: DeskPapers(articles: place.path("Articles")).host,
      build: { builder.build($0) }, report: { terminal.tell($0) })
    return session.run(until: interruption.descriptor)
  }
}
