import Checking

/// The pictures and downloads in an article's folder.
///
/// Only what lies inside the folder is taken: no path leads out of it, no symbolic link is followed,
/// and nothing is taken that a browser would run (pages, scripts).
struct ArticleFiles: Sendable {
  /// The article's folder.
  let folder: String
  /// Where what is looked for is entered.
  var log: LookupLog?

  static let pictures: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"]
  /// Pictures that browsers do not show, by extension, and what their makers call them.
  static let foreignPictures = [
    "tif": "TIFF", "tiff": "TIFF", "heic": "HEIC", "heif": "HEIF", "bmp": "BMP", "psd": "Photoshop",
    "jp2": "JPEG 2000", "dng": "DNG", "cr2": "CR2", "nef": "NEF", "arw": "ARW",
  ]
  static let documents: Set<String> = [
    "pdf", "epub", "docx", "odt", "rtf", "txt", "md", "csv", "tsv", "xlsx", "ods", "json", "bib",
    "ris", "zip", "tex", "mp3", "ogg", "mp4", "webm",
  ]

  /// Why a file is not taken.
  enum Refusal: Error {
    case missing
    case refused
  }

  /// The file that an article means, as a path from its folder.
  ///
  /// - Parameter source: as the article writes it; percent-encoding is understood where there is no
  ///   file with the very name.
  func resolve(_ source: String, among extensions: Set<String>) throws(Refusal) -> String {
    guard let path = existing(source) ?? existing(Self.percentDecoded(source)) else {
      throw Self.isInside(source) ? .missing : .refused
    }
    guard extensions.contains(Self.fileExtension(path)) else { throw .refused }
    return path
  }

  /// A file as the site takes it: drawings made safe.
  struct Taken {
    /// From the article's folder.
    var path: String
    var bytes: [UInt8]
    /// The first few names, in order, of what was left out of a drawing.
    var removed: [String] = []
    /// Whether it is a picture whose file ends too early, or is none.
    var isDamaged: Bool { !PictureSoundness.isWhole(bytes, Self.kind(path)) }

    private static func kind(_ path: String) -> String { ArticleFiles.fileExtension(path) }
  }

  /// Reads a file that an article means.
  func load(_ source: String, among extensions: Set<String>) throws(Refusal) -> Taken {
    let path = try resolve(source, among: extensions)
    let facts = Files.facts("\(folder)/\(path)")
    if let facts, facts.size > Files.largest { throw .refused }
    guard let bytes = try? Files.read("\(folder)/\(path)") else { throw .missing }
    log?.add(BuildRecord.Lookup(path: path, facts: facts, bytes: bytes))
    guard Self.fileExtension(path) == "svg" else { return Taken(path: path, bytes: bytes) }
    let cleaned = SVGCleaner.clean(bytes)
    return Taken(
      path: path, bytes: cleaned.bytes, removed: Array(cleaned.removed.sorted().prefix(5)))
  }

  static func fileExtension(_ path: String) -> String {
    guard let dot = path.lastIndex(of: ".") else { return "" }
    return path[path.index(after: dot)...].lowercased()
  }

  private static func isInside(_ source: String) -> Bool {
    guard !source.isEmpty, !source.utf8.contains(0) else { return false }
    return source.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && !$0.hasPrefix(".")
    }
  }

  private func existing(_ source: String) -> String? {
    guard Self.isInside(source) else { return nil }
    let parts = source.split(separator: "/")
    var path = ""
    for (index, part) in parts.enumerated() {
      path += index == 0 ? String(part) : "/" + part
      let wanted: Files.Entry.Kind = index == parts.count - 1 ? .file : .folder
      let facts = Files.facts("\(folder)/\(path)")
      log?.add(BuildRecord.Lookup(path: path, facts: facts))
      guard facts?.kind == wanted else { return nil }
    }
    return source
  }

  static func percentDecoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Surroundings.FileState {
  /// What a site would make of a file that an article names.
  ///
  /// - Parameter folder: the article's.
  public init(of source: String, inFolder folder: String) {
    let known = ArticleFiles.pictures.union(ArticleFiles.documents)
    do throws(ArticleFiles.Refusal) {
      let taken = try ArticleFiles(folder: folder).load(source, among: known)
      self = taken.isDamaged ? .damaged : taken.removed.isEmpty ? .there : .active(taken.removed)
    } catch {
      self = error == .missing ? .missing : .refused
    }
  }
}
