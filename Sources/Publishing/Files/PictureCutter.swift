import Exporting
import Manuscript
import Rendering

/// Makes of a photo what a page shows: turned as it was taken, in a few widths of which a reader's
/// browser takes the one that fits, without what the camera wrote into it.
///
/// The work is done by vips, where it is installed; without it a photo is shown whole.
struct PictureCutter: Sendable {
  /// Runs vips, or tells that it is not there.
  var tools = ExportTools()
  /// Whether vips is to be there; a preview does without, for it would have its editor wait.
  var isExpected = false

  static let program = "vipsthumbnail"
  /// In pixels: phones of one, two and three dots a point, and a page's column on a screen of two or
  /// three.
  static let widths = [480, 840, 1320, 1800]
  /// The bytes that a phone gets at most, as far as a lower quality can do it.
  static let bytesForPhones = 290_000
  /// Of WebP; the next is tried where the one before gives too many bytes for a phone.
  private static let qualities = [75, 60, 45, 30]
  /// Pictures of more pixels, or of more bytes, are not taken: few readers' machines show them.
  static let mostPixels = 100_000_000
  static let mostBytes = 60_000_000
  /// A photo wider than this is worth cutting.
  private static let narrow = 840

  /// A picture with the files that the site needs for it, the one for exports first.
  struct Cut {
    var picture: Picture
    var files: [PictureTaker.File]
    var findings: [Finding] = []
  }

  /// - Parameters:
  ///   - path: from the article's folder.
  ///   - file: the article's, for findings.
  /// - Returns: the picture as it is where it needs no cutting or vips is not there; a failure where
  ///   it is too large.
  func cut(_ bytes: [UInt8], path: String, file: String) -> Result<Cut, TooLarge> {
    let size = Self.size(of: bytes)
    if let size, size.width * size.height > Self.mostPixels {
      return .failure(
        TooLarge(size: "\(size.width) × \(size.height)", limit: "10000 × 10000"))
    }
    if bytes.count > Self.mostBytes {
      return .failure(
        TooLarge(
          size: "\(bytes.count / 1_000_000) MB", limit: "\(Self.mostBytes / 1_000_000) MB"))
    }
    let clean = PictureMetadata.removed(from: bytes)
    let whole = Cut(
      picture: Picture(
        address: Slug.percentEncoded(path), width: size?.width, height: size?.height),
      files: [.init(path: path, bytes: clean)])
    guard bytes.starts(with: [0xFF, 0xD8]), let size,
      size.width > Self.narrow || PictureMetadata.orientation(of: bytes) != 1
    else { return .success(whole) }
    if let cut = sizes(bytes, path, size) { return .success(cut) }
    var uncut = whole
    if isExpected {
      uncut.findings = [
        Finding(
          .pictureUncut, .warning, file: file,
          facts: ["value": path, "size": "\(size.width) × \(size.height)"])
      ]
    }
    return .success(uncut)
  }

  struct TooLarge: Error {
    var size: String
    var limit: String
  }

  /// The size as it is shown.
  static func size(of bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard let size = PictureSize.of(bytes) else { return nil }
    return PictureMetadata.orientation(of: bytes) > 4 ? (size.height, size.width) : size
  }

  private func sizes(
    _ bytes: [UInt8], _ path: String, _ size: (width: Int, height: Int)
  ) -> Cut? {
    let largest = min(size.width, Self.widths.last ?? size.width)
    let widths = Self.widths.filter { $0 < largest } + [largest]
    let stem = path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex)
    let hash = ContentHash.hexadecimal(of: bytes)
    var files: [PictureTaker.File] = []
    var sets: [String: [Picture.Width]] = [:]
    // JPEG is for browsers that do not know WebP: few, for whom two widths do.
    for (kind, widths) in [
      ("jpg", Set([min(Self.narrow, largest), largest]).sorted(by: >)), ("webp", widths),
    ] {
      for width in widths {
        guard let made = kind == "jpg" ? jpeg(bytes, width) : webP(bytes, width) else {
          return nil
        }
        let file = "\(stem)-\(hash)-\(width).\(kind)"
        files.append(.init(path: file, bytes: made))
        sets[kind, default: []].append(
          Picture.Width(address: Slug.percentEncoded(file), pixels: width))
      }
    }
    guard let first = files.first, let shown = PictureSize.of(first.bytes) else { return nil }
    var picture = Picture(
      address: Slug.percentEncoded(first.path), width: shown.width, height: shown.height)
    picture.widths = sets["jpg"]?.reversed() ?? []
    picture.webP = sets["webp"] ?? []
    return Cut(picture: picture, files: files)
  }

  private func jpeg(_ bytes: [UInt8], _ width: Int) -> [UInt8]? {
    made(bytes, "jpg", width, "[Q=82,strip,optimize-coding,interlace]")
  }

  private func webP(_ bytes: [UInt8], _ width: Int) -> [UInt8]? {
    let isForPhones = width < Self.widths.last ?? 0
    var best: [UInt8]?
    for quality in Self.qualities {
      guard let made = made(bytes, "webp", width, "[Q=\(quality),strip]") else { return nil }
      best = made
      if !isForPhones || made.count <= Self.bytesForPhones { break }
    }
    return best
  }

  /// vips turns by what the camera says, makes colours those of the web, and keeps nothing else.
  private func made(
    _ bytes: [UInt8], _ kind: String, _ width: Int, _ how: String
  ) -> [UInt8]? {
    let request = ExportTools.Request(
      program: Self.program,
      arguments: [
        "in.jpg", "--size", "\(width)x", "--export-profile", "srgb", "-o", "out.\(kind)\(how)",
      ],
      files: [("in.jpg", bytes)], result: "out.\(kind)", seconds: 60)
    guard case .made(let bytes) = tools.run(request), !bytes.isEmpty else { return nil }
    // What it is told to strip it leaves in WebP (8.14).
    return PictureMetadata.removed(from: bytes)
  }
}
