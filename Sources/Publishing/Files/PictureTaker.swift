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
    /// By what the article calls them.
    var pictures: [String: (picture: Picture, file: File)?] = [:]
    var findings: [Finding] = []

    mutating func add(_ file: File) {
      if !files.contains(where: { $0.path == file.path }) { files.append(file) }
    }
  }

  private let files: ArticleFiles
  private let file: String
  private let state = Mutex(State())

  /// Names beside the article's page that are the site's own.
  private let reserved: Set<Substring>
  private let cutter: PictureCutter

  init(
    files: ArticleFiles, file: String, reserved: Set<Substring> = ["index.html"],
    cutter: PictureCutter = PictureCutter()
  ) {
    self.files = files
    self.cutter = cutter
    self.reserved = reserved
    self.file = file
  }

  /// What was taken, in the order in which the article names it.
  var result: (files: [File], findings: [Finding]) {
    state.withLock { ($0.files, $0.findings) }
  }

  /// The picture that an article shows; `nil` where it is not there or may not be taken.
  func take(_ source: String) -> Picture? {
    state.withLock { state in picture(source, &state)?.picture }
  }

  private func picture(
    _ source: String, _ state: inout State
  ) -> (picture: Picture, file: File)? {
    if let known = state.pictures[source] { return known }
    let taken = load(source, ArticleFiles.pictures, &state).flatMap { file in
      cut(file, source, &state)
    }
    state.pictures[source] = .some(taken)
    return taken
  }

  private func cut(
    _ original: File, _ source: String, _ state: inout State
  ) -> (picture: Picture, file: File)? {
    switch cutter.cut(original.bytes, path: original.path, file: file) {
    case .success(let cut):
      for file in cut.files { state.add(file) }
      state.findings += cut.findings
      return cut.files.first.map { (cut.picture, $0) }
    case .failure(let fault):
      state.findings.append(
        Finding(
          .pictureTooLarge, .error, file: file,
          facts: ["value": source, "size": fault.size, "limit": fault.limit]))
      return nil
    }
  }

  /// Takes a download, and gives its path from the article's folder; `nil` where it is not there or
  /// may not be taken.
  func takeDocument(_ source: String) -> String? {
    state.withLock { state in
      loadDownload(source, &state)?.path
    }
  }

  /// Takes a picture or a download with its bytes; `nil` as before.
  func takeFile(_ source: String) -> File? {
    state.withLock { state in
      let name = ArticleFiles.fileExtension(source)
      return ArticleFiles.pictures.contains(name)
        ? picture(source, &state)?.file : loadDownload(source, &state)
    }
  }

  private func loadDownload(_ source: String, _ state: inout State) -> File? {
    guard
      var file = load(source, ArticleFiles.documents.union(ArticleFiles.pictures), &state)
    else { return nil }
    if ArticleFiles.pictures.contains(ArticleFiles.fileExtension(file.path)) {
      file.bytes = PictureMetadata.removed(from: file.bytes)
    }
    state.add(file)
    return file
  }

  private func load(
    _ source: String, _ extensions: Set<String>, _ state: inout State
  ) -> File? {
    // A picture that an editor has still to give; the check names it.
    guard !source.isEmpty else { return nil }
    do throws(ArticleFiles.Refusal) {
      let loaded = try files.load(source, among: extensions)
      guard SitePath.isSafe(loaded.path), !reserved.contains(loaded.path.prefix { $0 != "/" })
      else { throw .refused }
      if !loaded.removed.isEmpty {
        let parts = loaded.removed.joined(separator: ", ")
        state.findings.append(
          Finding(.activePicture, .warning, file: file, facts: ["value": source, "parts": parts]))
      }
      if loaded.isDamaged {
        let finding = Finding(.damagedPicture, .warning, file: file, facts: ["value": source])
        if !state.findings.contains(finding) { state.findings.append(finding) }
      }
      return File(path: loaded.path, bytes: loaded.bytes)
    } catch {
      state.findings.append(finding(of: error, source))
      return nil
    }
  }

  private func finding(of refusal: ArticleFiles.Refusal, _ source: String) -> Finding {
    let name = ArticleFiles.fileExtension(source)
    if refusal == .refused, let form = ArticleFiles.foreignPictures[name] {
      return Finding(.pictureFormat, .error, file: file, facts: ["value": source, "form": form])
    }
    return Finding(
      refusal == .missing ? .missingFile : .refusedFile, .error, file: file,
      facts: ["value": source])
  }
}
