import Desk
import Foundation
import Glibc

/// The steps of an article on the desk, added to a file as they are taken and flushed to the disk
/// before they count: what was decided outlives a stop at any moment.
///
/// The first line holds the article's text with which the steps began; each further line is a step.
final class Journal {
  private var descriptor: Int32
  static let fileName = "journal"

  private struct Start: Codable {
    var file: String
  }

  /// Begins a journal, or goes on with the one that is there.
  ///
  /// - Parameter start: the text with which a new journal begins; `nil` to go on.
  init?(_ folder: ArticleFolder, start: String?) {
    if start != nil { folder.rename(Self.fileName, to: Self.fileName + ".earlier") }
    descriptor = folder.openForAdding(Self.fileName)
    guard descriptor >= 0 else { return nil }
    if let start, !add(Start(file: start)) {
      Glibc.close(descriptor)
      return nil
    }
  }

  deinit { Glibc.close(descriptor) }

  /// Adds a step; whether it is on the disk.
  func add(_ step: JournalStep) -> Bool { add(value: step) }

  private func add(_ start: Start) -> Bool { add(value: start) }

  private func add(value: some Encodable) -> Bool {
    guard var line = try? Array(JSONEncoder().encode(value)) else { return false }
    line.append(0x0A)
    return ArticleFolder.write(line, to: descriptor) && fdatasync(descriptor) == 0
  }

  /// What a journal holds; a last line that was not written whole is left out.
  ///
  /// - Returns: `nil` where there is no journal.
  static func read(_ folder: ArticleFolder) -> (start: String, steps: [JournalStep], isWhole: Bool)?
  {
    guard let bytes = folder.read(fileName, own: true) else { return nil }
    let decoder = JSONDecoder()
    let lines = bytes.split(separator: 0x0A)
    guard let first = lines.first,
      let start = try? decoder.decode(Start.self, from: Data(first))
    else { return nil }
    var steps: [JournalStep] = []
    for line in lines.dropFirst() {
      guard let step = try? decoder.decode(JournalStep.self, from: Data(line)) else { break }
      steps.append(step)
    }
    return (start.file, steps, steps.count == lines.count - 1 && bytes.last == 0x0A)
  }
}
