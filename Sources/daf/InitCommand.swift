import Foundation
import Manuscript
import Publishing

/// `daf init`: a publication of one's own.
enum InitCommand {
  static let subcommand = Subcommand(
    name: "init", summary: "begin a publication in a folder of its own", run: run)

  static let usage = """
    daf init FOLDER [--lang he|ar|en] [--templates]

    Makes a publication: publication.yaml, Articles with an example, a short guide, and a recipe by
    which a forge builds the site. Nothing that is there already is changed.

      --lang TAG     the publication's own language (he)
      --templates    copy Daf's templates too, so that a designer can change them
    """

  private static func run(_ list: [String]) -> Int32 {
    if list.contains("--help") {
      Console.print(usage)
      return 0
    }
    do {
      let arguments = try Arguments(list, options: ["lang"], flags: ["templates"])
      guard arguments.operands.count == 1, let folder = arguments.operands.first else {
        throw Arguments.Fault(sentence: "daf init wants one folder.")
      }
      let language = arguments["lang"] ?? "he"
      guard LanguageTag.isWellFormed(language) else {
        throw Arguments.Fault(
          sentence: "“\(language)” is no language tag. Hebrew is he, Arabic ar, English en.")
      }
      return try make(in: folder, language: language, copiesTemplates: arguments.has("templates"))
    } catch let fault as Arguments.Fault {
      Console.complain(fault.sentence)
    } catch {
      Console.complain("\(error.localizedDescription)")
    }
    return 2
  }

  private static func make(
    in folder: String, language: String, copiesTemplates: Bool
  ) throws -> Int32 {
    let place = PublicationPlace(folder)
    let files = FileManager.default
    var made = 0
    // A publication that has articles needs no example.
    let hasArticles = place.existing("Articles") != nil
    for (path, text) in PublicationSkeleton(language: language).files.sorted(by: { $0.key < $1.key }
    ) {
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
        throw Arguments.Fault(sentence: "Daf's own templates were not found, so none were copied.")
      }
      guard !files.fileExists(atPath: own) else {
        throw Arguments.Fault(sentence: "\(own) is there already, so no templates were copied.")
      }
      try files.copyItem(atPath: installed, toPath: own)
    }
    let isComplete = made == 0 && !copiesTemplates
    Console.say(
      isComplete ? CommandWordings.publicationComplete : CommandWordings.publicationReady,
      ["folder": folder])
    return 0
  }
}
