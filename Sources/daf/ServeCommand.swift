import Foundation
import Preview
import Publishing

/// `daf serve`: the publication in a browser while it is written.
enum ServeCommand {
  static let subcommand = Subcommand(
    name: "serve", summary: "show a publication in your browser while you write", run: run)

  static let usage = """
    daf serve [FOLDER] [--port NUMBER] [--publication FILE] [--templates FOLDER]

    Shows the publication in a folder (this one unless said) to the browsers of this computer alone,
    drafts and all. What you save is on the page at once, where you were reading; what is wrong is
    told on the page and here, and goes away when it is mended. Output is not touched. Ctrl-C ends it.
    The desk, at /.daf/desk/, takes papers in and settles what their conversion left doubtful.

      --port NUMBER         the port to serve on (4000, or the next that is free)
      --publication FILE    settings, instead of FOLDER/publication.yaml
      --templates FOLDER    templates, instead of FOLDER/Templates; what is missing there is Daf's
    """

  /// The port that is tried first where none is named, and how many are tried.
  private static let usualPorts: (first: UInt16, count: UInt16) = (4000, 20)

  private static func run(_ list: [String]) -> Int32 {
    if list.contains("--help") {
      Console.print(usage)
      return 0
    }
    do {
      let arguments = try Arguments(list, options: ["port", "publication", "templates"])
      return try serve(arguments) ? 0 : 2
    } catch let fault as Arguments.Fault {
      Console.complain(fault.sentence)
    } catch {
      Console.complain("\(error)")
    }
    return 2
  }

  /// Serves until it is interrupted; whether it could.
  private static func serve(_ arguments: Arguments) throws -> Bool {
    guard arguments.operands.count < 2 else {
      throw Arguments.Fault(
        sentence: "daf serve takes one folder, not \(arguments.operands.count).")
    }
    let folder = arguments.operands.first ?? "."
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue
    else { throw Arguments.Fault(sentence: "There is no folder \(folder).") }
    var ports = usualPorts
    if let text = arguments["port"] {
      guard let port = UInt16(text) else {
        throw Arguments.Fault(sentence: "--port wants a number from 0 to 65535, not “\(text)”.")
      }
      ports = (port, 1)
    }
    let place = PublicationPlace(folder)
    let settings = arguments["publication"] ?? place.path("publication.yaml")
    let templates = arguments["templates"] ?? place.path("Templates")
    guard let site = TemporaryFolder(), let interruption = Interruption() else {
      throw Arguments.Fault(sentence: "No folder for the preview's pages can be made.")
    }
    defer { site.remove() }
    let builder = PreviewBuilder(
      articles: place.path("Articles"), settings: settings, templates: templates,
      output: site.path + "/site")
    let terminal = ServeReport()
    let session = PreviewSession(
      watched: builder.watched, port: ports.first, ports: ports.count,
      desk: DeskPapers(articles: place.path("Articles")).host,
      build: { builder.build($0) }, report: { terminal.tell($0) })
    return session.run(until: interruption.descriptor)
  }
}
