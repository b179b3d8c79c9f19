import Markup

/// Finds the article's part of a web page, and what stands round it.
enum PageArticle {
  /// Elements that hold no text of an article, wherever they stand.
  static let passedOver: Set<String> = [
    "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "video",
    "audio", "head",
  ]
  /// Elements for getting about on a site.
  private static let surroundings: Set<String> = [
    "nav", "form", "button", "select", "dialog", "menu",
  ]
  /// Words by which sites name the parts round an article.
  private static let names: Set<String> = [
    "nav", "navbar", "navigation", "menu", "sidebar", "breadcrumb", "breadcrumbs", "share",
    "sharing", "social", "cookie", "cookies", "comments", "advert", "advertisement", "ads",
    "banner", "related", "widget", "newsletter", "pagination", "skip", "toolbar", "popup",
  ]

  /// Whether an element is of what stands round an article: by its kind, its role and its names.
  static func isSurrounding(_ element: MarkupElement) -> Bool {
    if surroundings.contains(element.name) { return true }
    if let role = element["role"], ["navigation", "search", "banner", "contentinfo"].contains(role)
    {
      return true
    }
    guard ["div", "section", "aside", "ul", "header", "footer"].contains(element.name) else {
      return false
    }
    let words = [element["class"], element["id"]].compactMap { $0 }.joined(separator: " ")
      .lowercased().split { !$0.isLetter }
    return words.contains { names.contains(String($0)) }
  }

  /// The way from a page's root to the element in which the article stands, as places among
  /// children: the one that the page names so, or the deepest in which nearly all text does. All
  /// notes stand in it.
  static func path(in root: MarkupElement, notes: PageNotes) -> [Int] {
    var path: [Int] = []
    var found = root
    while true {
      let whole = weight(found)
      let count = notes.count(in: found)
      let inner = found.children.indices.first { index in
        guard case .element(let child) = found.children[index], containers.contains(child.name)
        else { return false }
        let isNamed = ["article", "main"].contains(child.name)
        let share = weight(child) * 100
        return (share > whole * 90 || (isNamed && share > whole * 50))
          && notes.count(in: child) == count && !hasTitle(found, beside: index)
      }
      guard whole > 0, let inner, case .element(let child) = found.children[inner] else {
        return path
      }
      path.append(inner)
      found = child
    }
  }

  private static let containers: Set<String> = [
    "html", "body", "div", "section", "article", "main", "td", "tr", "tbody", "table", "center",
  ]

  /// Whether the only title stands beside the part with the text.
  private static func hasTitle(_ element: MarkupElement, beside inner: Int) -> Bool {
    func titles(_ node: MarkupNode) -> Bool {
      guard case .element(let child) = node, !isSurrounding(child) else { return false }
      return child.name == "h1" || !child.descendants("h1").isEmpty
    }
    return !titles(element.children[inner])
      && element.children.indices.contains { $0 != inner && titles(element.children[$0]) }
  }

  /// How much text stands in paragraphs, items, quotations and cells.
  private static func weight(_ element: MarkupElement) -> Int {
    var count = 0
    func walk(_ element: MarkupElement, _ counts: Bool) {
      guard !passedOver.contains(element.name), !isSurrounding(element) else { return }
      let isText =
        counts || ["p", "li", "blockquote", "td", "pre", "dd"].contains(element.name)
        || element.name.first == "h" && element.name.count == 2
      for child in element.children {
        switch child {
        case .text(let text): if isText { count += text.utf8.count }
        case .element(let child): walk(child, isText)
        }
      }
    }
    walk(element, false)
    return count
  }
}
