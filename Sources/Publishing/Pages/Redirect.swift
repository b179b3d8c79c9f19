/// Older addresses of articles.
enum Redirect {
  /// Where the page for an older address stands, from the site's root: a single name among the
  /// articles, anything else from the root. `nil` for what is no path inside the site.
  ///
  /// Percent-encoding is undone: browsers and other systems write addresses so.
  static func path(of alias: String) -> String? {
    let alias = ArticleFiles.percentDecoded(alias)
    var parts = alias.split(separator: "/").map(String.init)
    guard !parts.isEmpty, parts.allSatisfy(isName) else { return nil }
    if parts.count == 1, !alias.hasPrefix("/") { parts.insert("articles", at: 0) }
    let isFile = parts.last?.hasSuffix(".html") ?? false
    return parts.joined(separator: "/") + (isFile ? "" : "/")
  }

  /// Whether a part of an address can be a folder's name: not hidden, without what has a meaning in
  /// addresses or in paths of other systems.
  private static func isName(_ part: String) -> Bool {
    part.utf8.count <= 200 && !part.hasPrefix(".") && !part.contains { "?#%\\:*\"<>|".contains($0) }
      && part.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "\u{FFFD}" }
  }
}
