/// What crawlers are told (RFC 9309).
enum Robots {
  static func file(_ site: Site) -> [UInt8] {
    var lines = ["User-agent: *", "Allow: /"]
    if let url = site.publication.url {
      lines.append("Sitemap: \(url)sitemap.xml")
      if site.basePath != "/" {
        // Crawlers ask for this file at the root of a host and nowhere else.
        let host = url.dropLast(site.basePath.utf8.count)
        lines.insert(
          contentsOf: [
            "# This site stands at \(url), not at the root of its host, and crawlers read only",
            "# \(host)/robots.txt. The line that begins with Sitemap belongs there.",
          ], at: 0)
      }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
