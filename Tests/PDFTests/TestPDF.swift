/// Writes small PDFs for tests: numbered objects, a table of places, a trailer.
struct TestPDF {
  private var objects: [Int: [UInt8]] = [:]

  /// A page of 200 by 100 points whose Helvetica is `F`.
  ///
  /// - Parameters:
  ///   - content: the page's content stream.
  ///   - font: entries of the font dictionary instead of Helvetica in WinAnsiEncoding.
  ///   - page: more entries of the page.
  init(
    content: String,
    font: String = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding",
    page: String = "", resources: String = ""
  ) {
    self[1] = "<< /Type /Catalog /Pages 2 0 R >>"
    self[2] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    self[3] = """
      << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R
      /Resources << /Font << /F 5 0 R >> \(resources) >> \(page) >>
      """
    stream(4, content)
    self[5] = "<< \(font) >>"
  }

  /// The source of an object.
  subscript(number: Int) -> String {
    get { String(decoding: objects[number] ?? [], as: UTF8.self) }
    set { objects[number] = Array(newValue.utf8) }
  }

  mutating func stream(_ number: Int, _ content: String, _ entries: String = "") {
    stream(number, Array(content.utf8), entries)
  }

  mutating func stream(_ number: Int, _ content: [UInt8], _ entries: String = "") {
    objects[number] =
      Array("<< /Length \(content.count) \(entries) >>\nstream\n".utf8) + content
      + Array("\nendstream".utf8)
  }

  var bytes: [UInt8] {
    var bytes = Array("%PDF-1.7\n".utf8)
    var places: [Int: Int] = [:]
    for (number, object) in objects.sorted(by: { $0.key < $1.key }) {
      places[number] = bytes.count
      bytes += Array("\(number) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = bytes.count
    let size = (objects.keys.max() ?? 0) + 1
    var table = "xref\n0 \(size)\n0000000000 65535 f \n"
    for number in 1..<size {
      let place = String(places[number] ?? 0)
      table += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
    }
    table += "trailer\n<< /Size \(size) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return bytes + Array(table.utf8)
  }
}
