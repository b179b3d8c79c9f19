import Testing

@testable import Publishing

@Suite struct MediaTypeTests {
  @Test(arguments: [
    ("index.html", "text/html; charset=utf-8"), ("daf.css", "text/css; charset=utf-8"),
    ("search.js", "text/javascript; charset=utf-8"), ("MAP.SVG", "image/svg+xml"),
    ("feed.xml", "application/xml"), ("קובץ.pdf", "application/pdf"),
    ("a.tar.gz", "application/octet-stream"), ("noextension", "application/octet-stream"),
  ])
  func isToldByTheExtension(name: String, type: String) {
    #expect(MediaType.of(name) == type)
  }
}
