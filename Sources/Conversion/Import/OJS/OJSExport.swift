import Foundation
import Manuscript
import Markup

/// Reads what Open Journal Systems exports (“native XML”, by `native.dtd` of version 2 and
/// `native.xsd` of version 3): issues with articles, or articles alone, with their files.
struct OJSExport {
  private(set) var contents = PublicationExport()
  private let oldAddress: String?

  /// What an article has from its issue.
  private struct Issue {
    var volume: String?
    var number: String?
    var date: PartialDate?
    var year: String?
  }

  /// Whether a root named `article` or the like is OJS's and not JATS': its authors or its files are
  /// named as OJS does.
  static func isNative(_ root: MarkupElement) -> Bool {
    if root.name.hasPrefix("issue") { return true }
    guard root.first("front") == nil else { return false }
    return !["publication", "submission_file", "author", "galley", "article_galley"]
      .allSatisfy { root.descendants($0).isEmpty }
  }

  init(_ root: MarkupElement, oldAddress: String?) {
    self.oldAddress = oldAddress.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    switch root.name {
    case "issues": for issue in root.all("issue") { add(issue: issue) }
    case "issue": add(issue: root)
    case "articles":
      for article in root.all("article") { add(article, Issue(), section: nil) }
    default: add(root, Issue(), section: nil)
    }
  }

  private mutating func add(issue element: MarkupElement) {
    let named = element.first("issue_identification") ?? element
    let issue = Issue(
      volume: OJSFront.text(named.first("volume")), number: OJSFront.text(named.first("number")),
      date: OJSFront.text(element.first("date_published")).flatMap { PartialDate($0.prefix(10)) },
      year: OJSFront.text(named.first("year")))
    var sections: [String: MarkupElement] = [:]
    for section in element.first("sections")?.all("section") ?? [] {
      if let ref = section["ref"] { sections[ref] = section }
    }
    for section in element.all("section") {
      for article in section.all("article") { add(article, issue, section: section) }
    }
    for article in element.first("articles")?.all("article") ?? [] {
      // Since version 3.2 the section is the published version's.
      let ref =
        article["section_ref"] ?? article.all("publication").compactMap { $0["section_ref"] }.last
      add(article, issue, section: ref.flatMap { sections[$0] })
    }
    if element.first("issue_galleys")?.first("issue_galley") != nil {
      contents.leftOut["issue_galley", default: 0] += 1
    }
  }

  // MARK: - An article

  /// The state of what is published; others are submissions, declined ones among them.
  private static let published = "3"

  /// The locale of an article's own texts. Before version 3 an article names a language (`ar`), its
  /// texts a locale (`ar_IQ`).
  private static func locale(of current: MarkupElement, _ article: MarkupElement) -> String {
    let titles = current.all("title").compactMap { $0["locale"] }
    guard let stated = current["locale"] ?? article["locale"] ?? article["language"] else {
      return titles.first ?? ""
    }
    return titles.first { $0 == stated } ?? titles.first { $0.hasPrefix("\(stated)_") } ?? stated
  }

  private mutating func add(_ article: MarkupElement, _ issue: Issue, section: MarkupElement?) {
    let versions = article.all("publication")
    let current =
      versions.first { version in
        version.all("id").contains { $0.text.trimmingSpaces == article["current_publication_id"] }
      } ?? versions.last { $0["status"] == Self.published } ?? versions.last ?? article
    if versions.count > 1 {
      contents.leftOut["publication", default: 0] += versions.count - 1
    }
    let front = OJSFront(current, locale: Self.locale(of: current, article))
    var matter = front.frontMatter
    var own = Issue()
    if let named = current.first("issue_identification") {
      own.volume = OJSFront.text(named.first("volume"))
      own.number = OJSFront.text(named.first("number"))
      own.year = OJSFront.text(named.first("year"))
    }
    let stated =
      current["date_published"] ?? article["date_published"]
      ?? OJSFront.text(current.first("date_published"))
    matter.date =
      stated.flatMap { PartialDate($0.prefix(10)) } ?? issue.date
      ?? (own.year ?? issue.year).flatMap { PartialDate($0) }
    var citation = matter.citation ?? FrontMatter.Citation()
    citation.volume = own.volume ?? issue.volume
    citation.issue = own.number ?? issue.number
    if citation != FrontMatter.Citation() { matter.citation = citation }
    matter.series = section.flatMap { front.localized("title", of: $0) }
    // What was never published, or is not any more, is nothing for readers.
    let status = current["status"] ?? article["status"]
    matter.isDraft = status.map { $0 != Self.published } ?? false

    let internalID = OJSFront.identifier(article, "internal")
    var files = OJSFiles(article, current, language: matter.language)
    matter.files = files.offered
    if let cover = current.first("covers")?.first("cover"),
      let bytes = OJSFiles.bytes(cover.first("embed"))
    {
      matter.image = files.keep(
        OJSFront.text(cover.first("cover_image")) ?? "cover.jpg", bytes, isOffered: false)
    }
    let title = matter.title
    var imported = ImportedArticle(
      identity: "ojs " + (matter.citation?.doi ?? internalID.map { "\($0) \(title)" } ?? title),
      name: current["url_path"].flatMap { $0.isEmpty ? nil : $0 }
        ?? (title.isEmpty ? "article-\(internalID ?? "")" : title),
      article: Article(frontMatter: matter))
    let publicID = OJSFront.identifier(article, "public") ?? article["public_id"]
    for name in [internalID, publicID, current["url_path"]].compactMap({ $0 })
    where !name.isEmpty {
      imported.addresses += addresses(of: name, galleys: files.galleys)
    }
    imported.article.frontMatter.aliases = imported.addresses.compactMap(WordPressExport.path)
    imported.article.blocks = front.references
    imported.files = files.files
    imported.papers = files.papers
    if let article = Self.article(of: files, imported.article.frontMatter) {
      imported.article.frontMatter = article.frontMatter
      imported.article.notes = article.notes
      imported.article.blocks =
        article.blocks + (article.hasBibliography ? [] : front.references)
      imported.papers = []
    }
    imported.absent = files.absent
    contents.articles.append(imported)
  }

  /// The article by the first of its files that says what its parts are and can be read.
  private static func article(of files: OJSFiles, _ front: FrontMatter) -> Article? {
    for name in files.pages {
      guard let file = files.files.first(where: { $0.name == name }) else { continue }
      if let article = try? ImportedText.article(ofFile: file.bytes, front) { return article }
    }
    return nil
  }

  /// The addresses that an article and its files had by one of its names.
  private func addresses(of name: String, galleys: [String]) -> [String] {
    guard let oldAddress else { return [] }
    let view = "\(oldAddress)/article/view/\(name)"
    return [view]
      + galleys.flatMap { ["\(view)/\($0)", "\(oldAddress)/article/download/\(name)/\($0)"] }
  }
}
