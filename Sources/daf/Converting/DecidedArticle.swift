import CLinux
import Desk
import Foundation
import Publishing

/// An article about which something was decided at the desk: its paper is converted anew with that.
struct DecidedArticle {
  private let article: URL
  private let choices: Choices

  private var own: URL {
    article.deletingLastPathComponent().appendingPathComponent(".desk", isDirectory: true)
  }

  /// - Returns: `nil` where nothing was decided, or the article was edited since beside the desk.
  init?(_ article: URL) {
    let file = article.deletingLastPathComponent().appendingPathComponent(Choices.fileName)
    guard let bytes = RegularFile.contents(file.path),
      let text = RegularFile.contents(article.path)
    else { return nil }
    let choices = Choices(file: Array(bytes))
    guard choices.article == ContentHash.hexadecimal(of: text) else { return nil }
    self.article = article
    self.choices = choices
  }

  /// Puts what was decided into a conversion.
  ///
  /// - Returns: how many choices hold, and about how many the editor is to be asked at the desk.
  func apply(to conversion: inout PaperConversion) -> (kept: Int, asked: Int) {
    guard let draft = conversion.draft else { return (0, 0) }
    let replay = ChoiceReplay(choices, on: draft)
    conversion.draft = replay.session.draft
    conversion.markdown = replay.session.sheet.text
    return (replay.kept, replay.asked)
  }

  /// Keeps the choices for the article that was written, and what the desk is to know of it.
  func keep(_ conversion: PaperConversion) throws {
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    if let draft = conversion.draft {
      try JSONEncoder().encode(draft).write(
        to: own.appendingPathComponent("draft.json"), options: .atomic)
    }
    // Its steps were taken on another text.
    let journal = own.appendingPathComponent("journal")
    if FileManager.default.fileExists(atPath: journal.path) {
      let earlier = own.appendingPathComponent("journal.earlier")
      try? FileManager.default.removeItem(at: earlier)
      try FileManager.default.moveItem(at: journal, to: earlier)
    }
    var choices = choices
    let text = try Data(contentsOf: article)
    choices.article = ContentHash.hexadecimal(of: text)
    try Data(choices.file.utf8).write(
      to: article.deletingLastPathComponent().appendingPathComponent(Choices.fileName),
      options: .atomic)
  }
}
