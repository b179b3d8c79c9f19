import Foundation
import Manuscript
import Markup

/// Reads what WordPress exports (WXR 1.0 to 1.2: an RSS channel whose items are posts, pages, files
/// and menus). Nothing is fetched: files are known by their addresses alone.
struct WordPressExport {
  private(set) var contents = PublicationExport()
  private let authors: [String: String]
  private let files: WordPressFiles
  private let language: String?
  private let site: String

  /// The prefixes of the names, whichever version of the format the export is in.
  static let prefixes: [String: String] = {
    var prefixes = [
      "http://purl.org/rss/1.0/modules/content/": "content",
      "http://purl.org/dc/elements/1.1/": "dc",
    ]
    for version in ["1.0", "1.1", "1.2"] {
      prefixes["http://wordpress.org/export/\(version)/"] = "wp"
      prefixes["http://wordpress.org/export/\(version)/excerpt/"] = "excerpt"
    }
    return prefixes
  }()

  init(_ channel: MarkupElement) {
    var authors: [String: String] = [:]
    for author in channel.all("wp:author") {
      let login = Self.text(author, "wp:author_login")
      let name = Self.text(author, "wp:author_display_name")
      if !login.isEmpty, !name.isEmpty { authors[login] = name }
    }
    self.authors = authors
    let items = channel.all("item")
    files = WordPressFiles(items)
    let locale = Self.text(channel, "language")
    language = locale.isEmpty ? nil : ImportedText.language(locale)
    let base = Self.text(channel, "wp:base_blog_url")
    site = base.isEmpty ? Self.text(channel, "link") : base
    for item in items {
      let type = Self.text(item, "wp:post_type")
      let status = Self.text(item, "wp:status")
      guard ["post", "page"].contains(type), !["trash", "auto-draft"].contains(status) else {
        let kind = status == "trash" ? status : type.isEmpty ? "item" : type
        contents.leftOut[kind, default: 0] += 1
        continue
      }
      let comments = item.all("wp:comment").count
      if comments > 0 { contents.leftOut["comment", default: 0] += comments }
      contents.articles.append(article(item, isPage: type == "page", status: status))
    }
    nameTranslations(items)
  }

  static func text(_ element: MarkupElement, _ name: String) -> String {
    element.first(name)?.text.trimmingSpaces ?? ""
  }

  /// What is kept beside an item under a key; `nil` for nothing.
  static func meta(_ key: String, of item: MarkupElement) -> String? {
    let kept = item.all("wp:postmeta").first { text($0, "wp:meta_key") == key }
    guard let value = kept?.first("wp:meta_value")?.text, !value.isEmpty else { return nil }
    return value
  }

  // MARK: - An item

  private func article(_ item: MarkupElement, isPage: Bool, status: String) -> ImportedArticle {
    var body = WordPressBody(item, site: site, stored: files)
    let element = body.element()
    var front = FrontMatter(title: ImportedText.line(Self.text(item, "title")), language: "")
    front.language = ImportedText.language(
      said: term("language", of: item)?.name.map(ImportedText.language) ?? language,
      of: front.title + " " + PageLine.text(of: element))
    if !isPage {
      front.authors = writers(of: item)
      front.keywords = keywords(of: item)
    }
    front.abstract = ImportedText.paragraphs(Self.text(item, "excerpt:encoded"))
    let written = Self.text(item, "wp:post_date")
    if !written.hasPrefix("0000") { front.date = PartialDate(written.prefix(10)) }
    // What was shown to few or to nobody is not shown to all.
    front.isDraft = status != "publish" || !Self.text(item, "wp:post_password").isEmpty
    let address = Self.text(item, "link")
    if let path = Self.path(of: address) { front.aliases = [path] }
    let identifier = Self.text(item, "wp:post_id")
    for file in files.all
    where file.parent == identifier && !WordPressBody.isPicture(file.address) {
      front.files.append(body.show(file.address))
    }
    if !isPage, let id = Self.meta("_thumbnail_id", of: item)?.trimmingSpaces,
      let picture = files.file(id), WordPressBody.isPicture(picture.address)
    {
      front.image = body.show(picture.address)
    }
    let slug = Self.text(item, "wp:post_name")
    var imported = ImportedArticle(
      identity: "wordpress \(site) \(identifier)",
      name: slug.isEmpty
        ? (front.title.isEmpty ? "post-\(identifier)" : front.title)
        : slug.removingPercentEncoding ?? slug, isPage: isPage,
      article: ImportedText.article(element, front, pictures: body.pictures))
    imported.addresses = [address, Self.text(item, "guid")].filter { $0.contains("://") }
    imported.absent = body.files
    imported.shortcodes = body.shortcodes
    return imported
  }

  /// The path of an address, as an older address of an article; `nil` for one that is told from
  /// others by its query alone, for which no file can stand.
  static func path(of address: String) -> String? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    let rest = address[scheme.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let path = rest[slash...].prefix { $0 != "?" && $0 != "#" }
    return path.count > 1 && !rest.contains("?") ? path.removingPercentEncoding : nil
  }

  private struct Term {
    var name: String?
    var text: String
  }

  private func terms(_ domain: String, of item: MarkupElement) -> [Term] {
    item.all("category").filter { $0["domain"] == domain }.map {
      Term(name: $0["nicename"], text: ImportedText.line($0.text))
    }
  }

  private func term(_ domain: String, of item: MarkupElement) -> Term? {
    terms(domain, of: item).first
  }

  /// The authors that a plug-in for several authors names, or else the one who entered the post.
  private func writers(of item: MarkupElement) -> [FrontMatter.Author] {
    var names = terms("author", of: item).map { term in
      authors[term.text] ?? term.text
    }.filter { !$0.isEmpty }
    if names.isEmpty {
      let login = Self.text(item, "dc:creator")
      if !login.isEmpty { names = [authors[login] ?? login] }
    }
    return names.map(FrontMatter.Author.init)
  }

  private func keywords(of item: MarkupElement) -> [String] {
    var keywords: [String] = []
    for term in terms("category", of: item) + terms("post_tag", of: item)
    where term.name != "uncategorized" && !term.text.isEmpty && !keywords.contains(term.text) {
      keywords.append(term.text)
    }
    return keywords
  }

  /// Says of which article another is the translation, where a plug-in for several languages does.
  private mutating func nameTranslations(_ items: [MarkupElement]) {
    var originals: [String: String] = [:]
    let posts = items.filter { Self.text($0, "wp:post_type") == "post" }
    for item in posts {
      guard let group = term("post_translations", of: item)?.name else { continue }
      let identity = "wordpress \(site) \(Self.text(item, "wp:post_id"))"
      guard let index = contents.articles.firstIndex(where: { $0.identity == identity }) else {
        continue
      }
      if let original = originals[group] {
        contents.articles[index].article.frontMatter.translationOf = original
      } else {
        originals[group] = contents.articles[index].name
      }
    }
  }
}
