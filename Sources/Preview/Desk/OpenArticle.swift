import Desk
import Foundation
import Glibc
import Publishing

/// An article that is on the desk: its session, its journal, and who looks at it.
///
/// The file is the article. What an editor writes into it beside the desk is taken up as a step of
/// its own; what the desk changes is in the journal before it is in the file.
final class OpenArticle {
  let folder: ArticleFolder
  private(set) var session: DeskSession
  /// Counts the steps, so that a page knows whether it has missed one.
  private(set) var revision = 0
  /// When each page that shows the article was last heard of, in seconds.
  var desks: [String: Int] = [:]
  /// Whether another program has the article on its desk: nothing is written then.
  private(set) var isElsewhere: Bool
  private var journal: Journal?
  private let lock: Int32
  /// The file as it was last read or written.
  private var known: String

  /// - Returns: `nil` where the article cannot be read.
  init?(_ folder: ArticleFolder, draft: Draft) {
    guard let bytes = folder.read("article.md") else { return nil }
    let file = String(decoding: bytes, as: UTF8.self)
    self.folder = folder
    lock = folder.openForAdding("lock")
    isElsewhere = lock < 0 || flock(lock, LOCK_EX | LOCK_NB) != 0
    known = file
    session = DeskSession(file, draft: draft)
    guard !isElsewhere else { return }
    if let kept = Journal.read(folder), let restored = Self.restore(kept, draft) {
      session = restored.session
      // The file may be one step behind: the journal is written first.
      if restored.texts.contains(file) || session.sheet.text == file {
        journal = kept.isWhole ? Journal(folder, start: nil) : nil
        if journal == nil { startAnew(from: kept) }
        save()
        return
      }
      journal = kept.isWhole ? Journal(folder, start: nil) : nil
      if journal == nil { startAnew(from: kept) }
      known = session.sheet.text
      takeUpEdits()
      return
    }
    journal = Journal(folder, start: file)
  }

  deinit { if lock >= 0 { close(lock) } }

  /// A journal whose last line is broken is written anew up to it.
  private func startAnew(from kept: (start: String, steps: [JournalStep], isWhole: Bool)) {
    journal = Journal(folder, start: kept.start)
    for step in kept.steps { _ = journal?.add(step) }
  }

  /// The session of a journal, and the texts that the file may have had at its last steps.
  private static func restore(
    _ kept: (start: String, steps: [JournalStep], isWhole: Bool), _ draft: Draft
  ) -> (session: DeskSession, texts: [String])? {
    var session = DeskSession(kept.start, draft: draft)
    var texts: [String] = []
    for (index, step) in kept.steps.enumerated() {
      if index >= kept.steps.count - 8 { texts.append(session.sheet.text) }
      guard session.replay(step) else { return nil }
    }
    return (session, texts)
  }

  /// Takes a step.
  ///
  /// - Returns: what it changes; `nil` where it changes nothing or could not be kept.
  func perform(_ action: Action) throws(DeskSession.Fault) -> Edit? {
    guard !isElsewhere else { return nil }
    takeUpEdits()
    var next = session
    guard let edit = try next.perform(action) else { return nil }
    let step: JournalStep =
      switch action.name {
      case "undo": .undo
      case "redo": .redo
      default: .edit(edit)
      }
    guard let journal, journal.add(step) else { return nil }
    session = next
    revision += 1
    save()
    return edit
  }

  /// Takes up what was written into the file by another program.
  ///
  /// - Returns: whether there was something.
  @discardableResult
  func takeUpEdits() -> Bool {
    guard !isElsewhere, let bytes = folder.read("article.md") else { return false }
    let file = String(decoding: bytes, as: UTF8.self)
    guard file != known else { return false }
    known = file
    var whole = Action("whole")
    whole.text = file
    var next = session
    guard let edit = try? next.perform(whole), journal?.add(.edit(edit)) == true else {
      return false
    }
    session = next
    revision += 1
    return true
  }

  private func save() {
    let text = session.sheet.text
    guard text != known else { return }
    guard folder.write(Array(text.utf8), to: "article.md", isKept: true) else { return }
    known = text
    guard !session.draft.source.isEmpty else { return }
    var choices = Choices(session)
    choices.article = ContentHash.hexadecimal(of: text.utf8)
    _ = folder.write(Array(choices.file.utf8), to: Choices.fileName)
  }
}
