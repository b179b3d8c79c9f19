import Templating

/// Files by which web servers know of a site what they cannot guess: how long copies may be kept, what
/// kinds of files there are, where articles stood before. Each server reads its own and leaves the
/// others alone.
enum HostFiles {
  /// The servers, as `hosts` in `publication.yaml` names them.
  static let names = ["apache", "iis", "netlify", "nginx"]

  /// What the files say.
  struct Facts {
    /// Where the site stands on its host, with a slash at both ends.
    var basePath: String
    /// Older addresses and where their pages stand now, from the site's root, not percent-encoded.
    var redirects: [(from: String, to: String)]
  }

  /// The paths of the files of some servers.
  static func paths(for hosts: [String]) -> [String] {
    files(for: hosts, Facts(basePath: "/", redirects: [])).map(\.path)
  }

  /// The files of some servers.
  static func files(
    for hosts: [String], _ facts: Facts
  ) -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, text: String)] = []
    for host in Set(hosts).sorted() {
      switch host {
      case "apache": files.append((".htaccess", apache(facts)))
      case "iis": files.append(("web.config", iis(facts)))
      case "netlify":
        files += [("_headers", netlifyHeaders), ("_redirects", netlifyRedirects(facts))]
      case "nginx": files.append(("nginx.conf", nginx(facts)))
      default: continue
      }
    }
    return files.map { ($0.path, Array($0.text.utf8)) }
  }

  /// What a browser is told with every file: types are as said, other sites frame no page and learn
  /// no more than the host's name.
  static let headers = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Content-Security-Policy", "frame-ancestors 'self'"),
  ]

  /// Names of files that change with their content, as an expression: `PublishPlan.isNamedByContent`.
  static let namedByContent = #"assets/|[^/]*-[0-9a-f]{16}-[0-9]+\.[a-z0-9]+$"#

  static let types = MediaType.types.sorted { $0.key < $1.key }

  /// Media types that packing makes smaller.
  static let packable = Set(
    types.filter { Packing.isWorth("x.\($0.key)") }.map { String($0.value.prefix { $0 != ";" }) }
  ).sorted()

  // MARK: - Apache

  /// Only what every server that reads such files allows in them (`AllowOverride FileInfo`).
  private static func apache(_ facts: Facts) -> String {
    var lines = [
      "# Made by Daf: media types, redirects and times in caches, for Apache.", "",
      "ErrorDocument 404 \(facts.basePath)404.html", "",
    ]
    for (name, type) in types {
      let parts = type.split(separator: ";", maxSplits: 1)
      lines.append("AddType \(parts[0]) .\(name)")
      if parts.count == 2 { lines.append("AddCharset utf-8 .\(name)") }
    }
    lines += ["", "<IfModule mod_deflate.c>"]
    lines += packable.map { "  AddOutputFilterByType DEFLATE \($0)" }
    lines += ["</IfModule>", "", "<IfModule mod_headers.c>"]
    lines += headers.map { "  Header set \($0.0) \"\($0.1)\"" }
    lines += [
      "  Header set Cache-Control \"\(ServedHeaders.askedAnew)\"",
      "  <IfModule mod_setenvif.c>",
      "    SetEnvIf Request_URI \"/(\(namedByContent))\" daf_named_by_content",
      "    Header set Cache-Control \"\(ServedHeaders.forEver)\" env=daf_named_by_content",
      "  </IfModule>", "</IfModule>",
    ]
    if !facts.redirects.isEmpty { lines += ["", "<IfModule mod_alias.c>"] }
    for redirect in facts.redirects {
      // The server compares with the address after percent-encoding is undone.
      let from = expression(facts.basePath + redirect.from)
      lines.append(
        "  RedirectMatch 301 \"^\(from)$\" \"\(facts.basePath)\(Slug.percentEncoded(redirect.to))\""
      )
    }
    if !facts.redirects.isEmpty { lines.append("</IfModule>") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text as a regular expression that matches it alone.
  private static func expression(_ text: String) -> String {
    text.reduce(into: "") { pattern, sign in
      if "\\.+*?()[]{}^$|\"".contains(sign) { pattern.append("\\") }
      pattern.append(sign)
    }
  }

  // MARK: - nginx

  private static func nginx(_ facts: Facts) -> String {
    let base = facts.basePath
    func shown(_ headers: [(String, String)]) -> [String] {
      headers.map { "  add_header \($0.0) \"\($0.1)\" always;" }
    }
    var lines = [
      "# Made by Daf: media types, redirects and times in caches, for nginx.",
      "# In the server's block:  root …;  include …/nginx.conf;",
      "# With “packed: [gz]” under “publish”, add:  gzip_static on;", "",
      "index index.html;", "charset utf-8;", "error_page 404 \(base)404.html;", "",
      "types {",
    ]
    for (type, names) in Dictionary(grouping: types, by: { $0.value.prefix { $0 != ";" } })
      .sorted(by: { $0.key < $1.key })
    {
      lines.append("  \(type) \(names.map(\.key).joined(separator: " "));")
    }
    lines += [
      "}", "charset_types \(packable.filter { $0 != "text/html" }.joined(separator: " "));",
    ]
    lines += [
      "", "gzip on;", "gzip_vary on;",
      "gzip_types \(packable.filter { $0 != "text/html" }.joined(separator: " "));", "",
      "location \(base) {",
    ]
    lines += shown(headers + [("Cache-Control", ServedHeaders.askedAnew)])
    lines += ["}", "location ~ \"^\(expression(base))(.*/)?(\(namedByContent))\" {"]
    lines += shown(headers + [("Cache-Control", ServedHeaders.forEver)])
    lines += [
      "}", "location = \(base)nginx.conf { return 404; }",
      "location ~ /\\.(?!well-known/) { return 404; }",
    ]
    for redirect in facts.redirects {
      let to = base + Slug.percentEncoded(redirect.to)
      lines.append("location = \"\(base)\(redirect.from)\" { return 301 \"\(to)\"; }")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Netlify, Cloudflare Pages and others

  /// These hosts know times in caches themselves but for what never changes.
  private static let netlifyHeaders: String = {
    let lines =
      ["# Made by Daf, for Netlify, Cloudflare Pages and hosts like them.", "/*"]
      + headers.map { "  \($0.0): \($0.1)" }
      + ["", "/assets/*", "  Cache-Control: \(ServedHeaders.forEver)"]
    return lines.joined(separator: "\n") + "\n"
  }()

  private static func netlifyRedirects(_ facts: Facts) -> String {
    let lines =
      ["# Made by Daf: where articles stood before."]
      + facts.redirects.map {
        "/\(Slug.percentEncoded($0.from)) /\(Slug.percentEncoded($0.to)) 301"
      }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - IIS

  private static func iis(_ facts: Facts) -> String {
    func header(_ name: String, _ value: String) -> String {
      "<remove name=\"\(name)\"/><add name=\"\(name)\" value=\"\(value)\"/>"
    }
    var lines = [
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
      "<!-- Made by Daf: media types, redirects and times in caches, for IIS. -->",
      "<configuration>", "  <system.webServer>", "    <staticContent>",
    ]
    lines += types.map {
      "      <remove fileExtension=\".\($0.key)\"/>"
        + "<mimeMap fileExtension=\".\($0.key)\" mimeType=\"\($0.value)\"/>"
    }
    lines += ["    </staticContent>", "    <httpProtocol>", "      <customHeaders>"]
    lines += (headers + [("Cache-Control", ServedHeaders.askedAnew)]).map {
      "        " + header($0.0, $0.1)
    }
    lines += [
      "      </customHeaders>", "    </httpProtocol>",
      "    <httpErrors errorMode=\"Custom\"><remove statusCode=\"404\"/>"
        + "<error statusCode=\"404\" path=\"\(facts.basePath)404.html\" responseMode=\"ExecuteURL\"/></httpErrors>",
      "  </system.webServer>",
      "  <location path=\"assets\"><system.webServer><httpProtocol><customHeaders>",
      "    " + header("Cache-Control", ServedHeaders.forEver),
      "  </customHeaders></httpProtocol></system.webServer></location>",
    ]
    for redirect in facts.redirects {
      let from = redirect.from.hasSuffix("/") ? String(redirect.from.dropLast()) : redirect.from
      let to = facts.basePath + Slug.percentEncoded(redirect.to)
      lines.append(
        "  <location path=\"\(HTMLEscaping.escaped(from))\"><system.webServer><httpRedirect enabled=\"true\" destination=\"\(to)\" "
          + "exactDestination=\"true\" httpResponseStatus=\"Permanent\"/></system.webServer></location>"
      )
    }
    lines.append("</configuration>")
    return lines.joined(separator: "\n") + "\n"
  }
}
