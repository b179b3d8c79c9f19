/// Media types by a file's extension (IANA's registry), for what a publication may hold.
public enum MediaType {
  public static let html = "text/html; charset=utf-8"
  public static let script = "text/javascript; charset=utf-8"
  public static let style = "text/css; charset=utf-8"
  public static let json = "application/json"
  public static let events = "text/event-stream"

  /// The type of a file by its name; bytes without a meaning where the extension is not known.
  public static func of(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return unknown }
    return types[name[name.index(after: dot)...].lowercased()] ?? unknown
  }

  private static let unknown = "application/octet-stream"

  static let types: [String: String] = [
    "html": html, "htm": html, "xhtml": "application/xhtml+xml",
    "css": style, "js": script, "mjs": script, "wasm": "application/wasm",
    "bin": unknown, "json": json, "jsonld": "application/ld+json",
    "webmanifest": "application/manifest+json", "map": json,
    "xml": "application/xml", "atom": "application/atom+xml", "rss": "application/rss+xml",
    "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "bib": "text/plain; charset=utf-8",
    "ris": "text/plain; charset=utf-8",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "woff2": "font/woff2", "woff": "font/woff", "ttf": "font/ttf", "otf": "font/otf",
    "pdf": "application/pdf", "epub": "application/epub+zip", "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "rtf": "application/rtf", "tex": "text/plain; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "mp3": "audio/mpeg", "ogg": "audio/ogg", "mp4": "video/mp4", "webm": "video/webm",
  ]
}
