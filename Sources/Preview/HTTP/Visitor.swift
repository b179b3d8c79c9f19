/// Who may read the preview: a browser of this machine that was led here by its user.
///
/// The server listens on the loopback address, but any site that the editor visits can make the
/// browser ask there: by a name of the site's own that it has turned to 127.0.0.1 (DNS rebinding),
/// or by asking across origins. Neither may see a draft.
package enum Visitor {
  /// Whether a request is to be answered at all.
  static func isWelcome(_ request: Request) -> Bool {
    guard let host = request.headers["host"], isLoopback(host) else { return false }
    // A browser says where a request comes from (Fetch Metadata); other programs say nothing.
    switch request.headers["sec-fetch-site"] {
    case nil, "same-origin", "none": return true
    default:
      // A link that somebody followed shows the page to nobody else.
      return request.headers["sec-fetch-mode"] == "navigate"
        && request.headers["sec-fetch-dest"] == "document"
    }
  }

  /// Whether a Host field names the loopback address, at whatever port: the port may have been
  /// forwarded from another machine.
  package static func isLoopback(_ host: String) -> Bool {
    var name = Substring(host.lowercased())
    if name.hasPrefix("[") {
      guard let bracket = name.firstIndex(of: "]") else { return false }
      let rest = name[name.index(after: bracket)...]
      return name[...bracket] == "[::1]" && isPort(rest)
    }
    if let colon = name.firstIndex(of: ":") {
      guard isPort(name[colon...]) else { return false }
      name = name[..<colon]
    }
    return name == "localhost" || name == "127.0.0.1"
  }

  /// Whether a text is nothing, or a colon and a number.
  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty
      || (text.first == ":" && (2...6).contains(text.utf8.count)
        && text.utf8.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
  }
}
