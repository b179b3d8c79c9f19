import Foundation
import Manuscript
import Publishing

/// The article files that paths given by a user stand for.
enum ArticlePaths {
  struct File {
    var url: URL
    /// As the user knows it.
    var name: String
    /// Whether it is an article of a publication of which all articles are looked at.
    var isInPublication: Bool
    /// Whether it is a page of the editors'.
    var isPage = false
  }

  /// A file stands for itself, an article's folder for its `article.md`, a publication's folder for
  /// all its articles and the editors' pages.
  static func files(of paths: [String]) throws -> [File] {
    var files: [File] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Arguments.Fault(ArgumentWordings.noPath, ["value": path])
      }
      files += isFolder.boolValue ? try self.files(inFolder: path) : [file(path)]
    }
    return files
  }

  private static func file(_ path: String, isInPublication: Bool = false) -> File {
    let url = URL(filePath: path)
    let folders = Array(url.pathComponents.dropLast().suffix(3))
    return File(
      url: url, name: path, isInPublication: isInPublication,
      isPage: folders.suffix(2) == ["Articles", "pages"]
        || folders == ["Articles", "pages", "news"])
  }

  private static func files(inFolder folder: String) throws -> [File] {
    let place = PublicationPlace(folder)
    if place.existing("article.md") != nil {
      return [file(place.path("article.md"))]
    }
    let articles = place.existing("Articles") ?? folder
    let inside = PublicationPlace(articles)
    let folders = ArticleFolders(folder: articles, name: articles)
    let found = try folders.find()
    var files = found.articles.map {
      file(inside.path("\($0)/article.md"), isInPublication: true)
    }
    // A folder of articles' files that is no publication.
    if place.existing("Articles") == nil {
      files += found.lookalikes.filter { $0.hasSuffix(".md") && !$0.contains("/") }
        .map { file(inside.path($0)) }
    }
    for name in folders.pages() {
      var page = file(inside.path("pages/\(name)"))
      page.isPage = true
      files.append(page)
    }
    guard !files.isEmpty else {
      throw Arguments.Fault(ArgumentWordings.noArticles, ["value": folder])
    }
    return files
  }
}

/// What the articles of a publication must know of one another.
struct Neighbourhood: Sendable {
  /// The addresses by file.
  private(set) var slugs: [String: String] = [:]
  /// The identifiers on each article's page, by slug.
  private var anchors: [String: Set<String>] = [:]
  /// The addresses of drafts.
  private var drafts: Set<String> = []

  init(_ read: [(file: ArticlePaths.File, source: [UInt8]?)]) {
    for (file, source) in read where file.isInPublication {
      guard let source else { continue }
      let article = ManuscriptReader.read(source, file: file.name).article
      let folder = file.url.deletingLastPathComponent().lastPathComponent
      let slug = article.frontMatter.slug ?? folder
      slugs[file.name] = slug
      anchors[slug] = article.anchors
      if article.frontMatter.isDraft { drafts.insert(slug) }
    }
  }

  /// The identifiers on the page of an article by its slug, as another may link to them; `nil` where
  /// there is no such article, or none for the readers of the other.
  func anchors(of slug: String, for other: String?) -> Set<String>? {
    guard let other, !drafts.contains(slug) || drafts.contains(other) else { return nil }
    return anchors[slug]
  }
}
