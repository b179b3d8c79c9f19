/// The covers as files of the site.
struct CoverFiles {
  let site: Site
  let cache: BuildCache?
  /// Takes note of a program that is installed and failed.
  let note: (_ program: String, _ reason: String) -> Void

  /// Every cover as SVG, and the picture for sharing as PNG too where `rsvg-convert` is installed:
  /// social networks show no SVG.
  func files() -> [(path: String, bytes: [UInt8])] {
    let regular = DrawnText(site.library.theme, isBold: false)
    let bold = DrawnText(site.library.theme, isBold: true)
    var files: [(path: String, bytes: [UInt8])] = []
    for (path, cover, format) in site.covers() {
      let svg = Array(cover.svg(format, regular: regular, bold: bold).utf8)
      files.append((path, svg))
      if path == Site.sharePath, let png = picture(of: svg) {
        files.append((Site.sharePicturePath, png))
      }
    }
    for group in site.catalogue.volumes {
      guard let file = site.volumeNotes[group.slug]?.coverFile else { continue }
      files.append((site.coverPath(group, "volume"), file.bytes))
    }
    return files
  }

  private func picture(of svg: [UInt8]) -> [UInt8]? {
    let name = "picture-\(ContentHash.hexadecimal(of: svg))"
    if let kept = cache?.kept(name) { return kept }
    let program = "rsvg-convert"
    switch Program.output(named: program, ["--format", "png"], input: svg, limit: 30) {
    case .made(let png) where !png.isEmpty:
      cache?.keep(png, as: name)
      return png
    case .made: note(program, "it made an empty picture")
    case .failed(let reason): note(program, reason)
    case .missing: break
    }
    return nil
  }
}
