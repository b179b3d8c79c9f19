/// Older addresses of articles.
enum Redirect {
  /// Where the page for an older address stands, from the site's root: a single name among the
  /// articles, anything else from the root. `nil` for what is no path inside the site.
  static func path(of alias: String) -> String? {
    var parts = alias.split(separator: "/").map(String.init)
    guard !parts.isEmpty, parts.allSatisfy(Slug.isAddress) else { return nil }
    if parts.count == 1, !alias.hasPrefix("/") { parts.insert("articles", at: 0) }
    let isFile = parts.last?.hasSuffix(".html") ?? false
    return parts.joined(separator: "/") + (isFile ? "" : "/")
  }
}
