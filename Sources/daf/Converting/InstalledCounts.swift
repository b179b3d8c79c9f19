import Conversion
import Foundation
import Manuscript
import Orthography

/// How the words of Hebrew and Arabic follow one another, by what this machine and the publication
/// have.
enum InstalledCounts {
  private static let files: [Script: String] = [.hebrew: "he.counts", .arabic: "ar.counts"]

  /// The counts that `make language-data` made, and those of the publication's own articles, which are
  /// the best text of its kind.
  ///
  /// - Parameter neighbours: the files of those articles.
  static func data(neighbours: [String]) -> LanguageData {
    LanguageData { script in
      let installed = files[script].flatMap { LanguageCounts(path: "\(folder)/\($0)") }
      let own = LanguageCounts(passages: neighbours.flatMap(passages))
      return [installed, own].compactMap { $0 }
    }
  }

  /// The files of the publication's articles but for one, which says nothing for itself: in the
  /// folder of its folder, else in `Articles`.
  static func neighbours(of article: URL) -> [String] {
    let article = article.standardizedFileURL
    let folder =
      article.lastPathComponent == "article.md"
      ? article.deletingLastPathComponent().deletingLastPathComponent() : URL(filePath: "Articles")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { folder.appending(components: $0, "article.md").standardizedFileURL }
      .filter { $0 != article && FileManager.default.fileExists(atPath: $0.path) }.map(\.path)
  }

  /// The folder that `make language-data` fills: what `DAF_LANGUAGE_DATA` names, else the user's own.
  private static var folder: String {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["DAF_LANGUAGE_DATA"] { return named }
    let home = environment["HOME"] ?? ""
    return "\(environment["XDG_DATA_HOME"] ?? "\(home)/.local/share")/daf/language"
  }

  private static func passages(of file: String) -> [String] {
    guard let data = RegularFile.contents(file) else { return [] }
    return ManuscriptReader.read(String(decoding: data, as: UTF8.self), file: "").article.passages
      .map(\.text)
  }
}
