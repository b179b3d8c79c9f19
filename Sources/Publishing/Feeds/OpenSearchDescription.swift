import Templating

/// What a browser needs to search the site from its own field (OpenSearch 1.1).
enum OpenSearchDescription {
  /// A short name has at most this many characters.
  static let nameLength = 16

  /// - Parameters:
  ///   - url: where the site stands.
  ///   - language: the language of the search page.
  static func make(_ site: Site, url: String, language: String) -> [UInt8] {
    let name = site.name(in: language)
    let page = url + site.prefix(language) + "search/"
    let lines = [
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
      "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">",
      element("ShortName", String(name.prefix(nameLength))),
      element("LongName", String(name.prefix(48))),
      element("Description", site.interface(language)("searchField")),
      element("Language", language),
      "<InputEncoding>UTF-8</InputEncoding>",
      "<Url type=\"text/html\" template=\"\(HTMLEscaping.escaped(page))?q={searchTerms}\"/>",
      "</OpenSearchDescription>",
    ]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func element(_ name: String, _ text: String) -> String {
    "<\(name)>\(HTMLEscaping.escaped(text))</\(name)>"
  }
}
