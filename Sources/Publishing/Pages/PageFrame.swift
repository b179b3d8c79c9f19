import Exporting
import Orthography
import Templating

/// A page of the site, apart from what stands in its middle.
struct PageFrame: Sendable {
  /// Where it stands, from the site's root: ends in `/` for a page of its own folder; empty for the
  /// home page. Not percent-encoded.
  var path: String
  var template: String
  /// The word by which style sheets know the kind: `article`, `home`.
  var kind: String
  /// The language of the interface.
  var language: String
  /// Plain text.
  var title: String
  /// The direction of the title's language, where it is not the page's.
  var titleDirection: Direction?
  var description: String?
  var breadcrumbs: [(title: String, path: String)] = []
  /// The same content in other languages, this page among them.
  var alternates: [(language: String, path: String)] = []
  /// The feed of what the page lists.
  var feed: Feed?
  /// Whether search engines are asked to leave the page out.
  var isHidden = false
  var metadata: [MetaTag] = []
  /// What Open Graph takes the page for.
  var graphType: String { kind == "article" ? (isBook ? "book" : "article") : "website" }
  /// Whether the page shows a whole book.
  var isBook = false
  /// Open Graph properties beside those that every page has.
  var properties: [(name: String, content: String)] = []
  /// JSON-LD.
  var structuredData: [UInt8] = []
  /// The path of a picture that stands for the page.
  var image: String?

  /// The file in the site.
  var file: String { path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path }

  /// What leads from the page to the site's root.
  var root: String {
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    return depth == 0 ? "./" : String(repeating: "../", count: depth)
  }

  /// The page as finished bytes.
  ///
  /// - Parameter content: what the template is given beside what every page has.
  func render(
    _ site: Site, _ content: [String: TemplateValue]
  ) throws(TemplateFault) -> RenderedPage {
    var own = content
    own["root"] = .text(rootOverride(site) ?? root)
    own["page"] = context(site)
    let current = Slug.percentEncoded(path)
    if !path.hasPrefix("articles/") {
      own["menu"] = site.menu(language, current: current)
      own["footer"] = site.footer(language, current: current)
    }
    let (bytes, unknownKeys) = try site.library.templates.render(
      template, with: site.common[language] ?? .none, .object(own))
    return RenderedPage(file: file, bytes: bytes, unknownKeys: unknownKeys)
  }

  /// A page that is shown for addresses of any depth cannot use relative ones.
  private func rootOverride(_ site: Site) -> String? {
    kind == "not-found" ? site.basePath : nil
  }

  private func context(_ site: Site) -> TemplateValue {
    let direction = Direction(language: language)
    let siteName = site.name(in: language)
    let marked = DirectionMark.marked(title, titleDirection ?? direction)
    let headTitle =
      title == siteName ? marked : "\(marked) – \(DirectionMark.marked(siteName, direction))"
    return .object([
      "title": .text(title),
      "headTitle": .text(headTitle),
      "kind": .text(kind),
      "language": .text(language),
      "direction": .text(direction.rawValue),
      "description": .text(orNone: description),
      "canonical": .text(orNone: site.absolute(path)),
      "isHidden": .flag(isHidden),
      "feeds": .list(feed.map { [$0.value()] } ?? []),
      "alternates": alternateValues(site),
      "languages": languageValues(site),
      "hasBreadcrumbs": .flag(!breadcrumbs.isEmpty),
      "breadcrumbs": .list(
        breadcrumbs.map { crumb in
          .object([
            "title": .text(crumb.title), "url": .text(Slug.percentEncoded(crumb.path)),
          ])
        }),
      "schemas": .list(
        metadata.isEmpty
          ? []
          : DublinCoreTags.schemas.map {
            .object(["prefix": .text($0.prefix), "address": .text($0.address)])
          }),
      "metadata": .list(
        metadata.map { tag in
          .object([
            "name": .text(tag.name), "content": .text(tag.content),
            "lang": .text(orNone: tag.language),
          ])
        }),
      "properties": pairs(openGraph(site, marked) + properties),
      "structuredData": .markup(structuredData),
    ])
  }

  private func openGraph(_ site: Site, _ title: String) -> [(name: String, content: String)] {
    var pairs = [
      ("og:title", title), ("og:type", graphType),
      (
        "og:site_name", DirectionMark.marked(site.name(in: language), Direction(language: language))
      ),
      ("og:locale", language.replacing("-", with: "_")),
    ]
    if let address = site.absolute(path) { pairs.append(("og:url", address)) }
    if let description { pairs.append(("og:description", description)) }
    if let image = site.absolute(image ?? Site.sharePicturePath) {
      pairs.append(("og:image", image))
    }
    return pairs
  }

  private func pairs(_ pairs: [(name: String, content: String)]) -> TemplateValue {
    .list(pairs.map { .object(["name": .text($0.name), "content": .text($0.content)]) })
  }

  /// For search engines: absolute addresses, or nothing.
  private func alternateValues(_ site: Site) -> TemplateValue {
    guard alternates.count > 1 else { return .none }
    return .list(
      alternates.compactMap { alternate in
        site.absolute(alternate.path).map { address in
          .object(["language": .text(alternate.language), "address": .text(address)])
        }
      })
  }

  /// For the menu of languages: the same page, or else the home page.
  private func languageValues(_ site: Site) -> TemplateValue {
    .list(
      site.languages.map { language in
        let same = alternates.first { $0.language == language }?.path
        let name = site.interface(language).tables["languages"]?[language] ?? language
        return .object([
          "language": .text(language),
          "direction": .text(Direction(language: language).rawValue),
          "name": .text(name),
          "url": .text(Slug.percentEncoded(same ?? site.prefix(language))),
          "isCurrent": .flag(language == self.language),
        ])
      })
  }
}

/// A page as it goes into the site.
struct RenderedPage: Sendable {
  var file: String
  var bytes: [UInt8]
  var unknownKeys: Set<TemplateFault>
}
