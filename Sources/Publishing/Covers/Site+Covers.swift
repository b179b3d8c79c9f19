import Manuscript
import Orthography

/// The covers of a site: of each volume and series, and the picture by which its pages are shared.
extension Site {
  /// Where covers stand in the site.
  static let coversFolder = "covers"

  /// Where a group's cover stands.
  func coverPath(_ group: ArticleGroup, _ kind: String) -> String {
    if kind == "volume", let file = volumeNotes[group.slug]?.coverFile {
      return "\(Self.coversFolder)/\(kind)-\(group.slug).\(ArticleFiles.fileExtension(file.path))"
    }
    return "\(Self.coversFolder)/\(kind)-\(group.slug).svg"
  }

  /// Every cover's path in the site, and what stands on it.
  func covers() -> [(path: String, cover: Cover, format: Cover.Format)] {
    let interface = interface(mainLanguage)
    let direction = Direction(language: mainLanguage)
    let colour = publication.theme.accent.flatMap { AccentColours($0)?.area } ?? "#0b5566"
    func cover(_ title: String, seed: String) -> Cover {
      Cover(
        heading: name(in: mainLanguage), title: title, direction: direction, seed: seed,
        style: publication.theme.covers, colour: colour)
    }
    var covers: [(path: String, cover: Cover, format: Cover.Format)] = []
    for group in catalogue.volumes where volumeNotes[group.slug]?.coverFile == nil {
      covers.append(
        (
          coverPath(group, "volume"),
          cover(
            volumeTitle(group, in: interface), seed: "volume \(group.slug)"), .book
        ))
    }
    for group in catalogue.series {
      covers.append(
        (
          coverPath(group, "series"),
          cover(
            seriesName(group, in: mainLanguage), seed: "series \(group.slug)"), .book
        ))
    }
    let about = publication.description.text(in: mainLanguage, orElse: languages) ?? ""
    covers.append(
      (
        Self.sharePath,
        Cover(
          heading: about, title: name(in: mainLanguage), direction: direction,
          seed: "publication", style: publication.theme.covers, colour: colour), .share
      ))
    return covers
  }

  /// The picture by which a page without one of its own is shared.
  static let sharePath = "covers/share.svg"
  static let sharePicturePath = "covers/share.png"
}
