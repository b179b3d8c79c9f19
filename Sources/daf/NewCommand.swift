import Foundation
import Manuscript
import Publishing

/// `daf new`: a folder with an article to fill in.
enum NewCommand {
  static let subcommand = Subcommand(
    name: "new", summary: "begin an article: a folder with a file to fill in", run: run)

  static let usage = """
    daf new TITLE [--lang he|ar|en] [--volume NUMBER] [--slug ADDRESS] [--publication FOLDER]

    Makes Articles/ADDRESS/article.md in the publication's folder (this one unless said), a draft
    with each field explained in the editor's language.

      --lang TAG             the article's language (the publication's own)
      --volume NUMBER        the volume in which it appears
      --slug ADDRESS         its address (made of the title)
      --publication FOLDER   the publication's folder
    """

  private static func run(_ list: [String]) -> Int32 {
    if list.contains("--help") {
      Console.print(usage)
      return 0
    }
    do {
      let arguments = try Arguments(list, options: ["lang", "volume", "slug", "publication"])
      guard arguments.operands.count == 1, let title = arguments.operands.first, !title.isEmpty
      else {
        throw Arguments.Fault(sentence: "daf new wants one title, in quotation marks.")
      }
      return try make(title, arguments)
    } catch let fault as Arguments.Fault {
      Console.complain(fault.sentence)
    } catch {
      Console.complain("\(error.localizedDescription)")
    }
    return 2
  }

  private static func make(_ title: String, _ arguments: Arguments) throws -> Int32 {
    let place = PublicationPlace(arguments["publication"] ?? ".")
    guard place.existing("Articles") != nil || place.existing("publication.yaml") != nil else {
      throw Arguments.Fault(
        sentence: "There is no publication in “\(place.folder)”. “daf init” begins one.")
    }
    let settings = place.existing("publication.yaml").flatMap {
      RegularFile.contents($0)
    }
    let own = settings.map {
      PublicationReader.read(Array($0), file: "publication.yaml").publication.languages
    }
    let language = arguments["lang"] ?? own?.first ?? "he"
    guard LanguageTag.isWellFormed(language) else {
      throw Arguments.Fault(
        sentence: "“\(language)” is no language tag. Hebrew is he, Arabic ar, English en.")
    }
    let slug = Slug.make(of: arguments["slug"] ?? title)
    let folder = place.path("Articles/\(slug)")
    let file = "\(folder)/article.md"
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw Arguments.Fault(
        sentence: "\(folder) is there already. Give the article another address with --slug.")
    }
    let skeleton = ArticleSkeleton(title: title, language: language, volume: arguments["volume"])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(skeleton.text.utf8).write(to: URL(fileURLWithPath: file))
    Console.say(CommandWordings.articleReady, ["file": file])
    return 0
  }
}
