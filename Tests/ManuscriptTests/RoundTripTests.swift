import Foundation
import Testing

@testable import Manuscript

/// Articles as files: the samples of this repository, and those that lie beside it in `../shared`.
enum ArticleFiles {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static var shared: URL {
    repository.deletingLastPathComponent().appending(path: "shared")
  }

  /// The Markdown files under a folder, guides that are no articles left out.
  static func files(in folder: URL) -> [URL] {
    let names = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (names?.allObjects as? [URL] ?? [])
      .filter { $0.pathExtension == "md" && $0.lastPathComponent.first?.isUppercase == false }
      .sorted { $0.path < $1.path }
  }

  static let canonical =
    files(in: shared.appending(path: "papers"))
    + files(in: shared.appending(path: "round-trip/gold"))
    + files(in: shared.appending(path: "round-trip/papers"))

  static let samples = files(in: repository.appending(path: "Articles"))
}

@Suite struct RoundTripTests {
  @Test(.enabled(if: !ArticleFiles.canonical.isEmpty, "../shared is not here"))
  func writesCanonicalFilesByteForByte() throws {
    for file in ArticleFiles.canonical {
      let source = try [UInt8](Data(contentsOf: file))
      let article = ManuscriptReader.read(source, file: file.lastPathComponent).article
      let written = Array(ManuscriptWriter.write(article).utf8)
      #expect(written == source, "\(file.lastPathComponent)")
    }
  }

  @Test func readsTheSameFromWhatItWrote() throws {
    for file in ArticleFiles.samples {
      let source = try [UInt8](Data(contentsOf: file))
      let article = ManuscriptReader.read(source, file: file.lastPathComponent).article
      let again = ManuscriptReader.read(ManuscriptWriter.write(article), file: "").article
      #expect(again.ignoringLayout == article.ignoringLayout, "\(file.path)")
    }
    #expect(!ArticleFiles.samples.isEmpty)
  }
}
