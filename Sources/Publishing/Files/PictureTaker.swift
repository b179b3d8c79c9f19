import Manuscript
import Rendering
import Synchronization

/// Takes the pictures and downloads that an article names, once each, while it is rendered.
final class PictureTaker: Sendable {
  /// A file for the site.
  struct File: Sendable {
    /// From the article's folder, there and in the site.
    var path: String
    var bytes: [UInt8]
  }

  private struct State {
    var files: [File] = []
    var pictures: [String: Picture?] = [:]
    var findings: [Finding] = []
  }

  private let files: ArticleFiles
  private let file: String
  private let state = Mutex(State())

  /// Names beside the article's page that are the site's own.
  private let reserved: Set<Substring>

  init(files: ArticleFiles, file: String, reserved: Set<Substring> = ["index.html"]) {
    self.files = files
    self.reserved = reserved
    self.file = file
  }

  /// What was taken, in the order in which the article names it.
  var result: (files: [File], findings: [Finding]) {
    state.withLock { ($0.files, $0.findings) }
  }

  /// The picture that an article shows; `nil` where it is not there or may not be taken.
  func take(_ source: String) -> Picture? {
    state.withLock { state in
      if let known = state.pictures[source] { return known }
      let picture = load(source, ArticleFiles.pictures, &state).map { file in
        let size = PictureSize.of(file.bytes)
        return Picture(
          address: Slug.percentEncoded(file.path), width: size?.width, height: size?.height)
      }
      state.pictures[source] = .some(picture)
      return picture
    }
  }

  /// Takes a download, and gives its path from the article's folder; `nil` where it is not there or
  /// may not be taken.
  func takeDocument(_ source: String) -> String? {
    state.withLock { state in
      load(source, ArticleFiles.documents.union(ArticleFiles.pictures), &state)?.path
    }
  }

  /// Takes a picture or a download with its bytes; `nil` as before.
  func takeFile(_ source: String) -> File? {
    state.withLock { state in
      load(source, ArticleFiles.documents.union(ArticleFiles.pictures), &state)
    }
  }

  private func load(
    _ source: String, _ extensions: Set<String>, _ state: inout State
  ) -> File? {
    do throws(ArticleFiles.Refusal) {
      let loaded = try files.load(source, among: extensions)
      guard SitePath.isSafe(loaded.path), !reserved.contains(loaded.path.prefix { $0 != "/" })
      else { throw .refused }
      if !loaded.removed.isEmpty {
        let parts = loaded.removed.joined(separator: ", ")
        state.findings.append(
          Finding(.activePicture, .warning, file: file, facts: ["value": source, "parts": parts]))
      }
      if loaded.isDamaged, !state.files.contains(where: { $0.path == loaded.path }) {
        state.findings.append(
          Finding(.damagedPicture, .warning, file: file, facts: ["value": source]))
      }
      let taken = File(path: loaded.path, bytes: loaded.bytes)
      if !state.files.contains(where: { $0.path == taken.path }) { state.files.append(taken) }
      return taken
    } catch {
      let kind: Finding.Kind = error == .missing ? .missingFile : .refusedFile
      state.findings.append(Finding(kind, .error, file: file, facts: ["value": source]))
      return nil
    }
  }
}
