/// Reads a PDF: what is drawn on its pages, and what the file says of itself.
///
/// Objects are read by qpdf, content streams by an interpreter of Daf's own, font programs by
/// FreeType. Nothing is rendered, run or fetched.
public enum PDFReader {
  /// Whether a file's first bytes are those of a PDF (ISO 32000-2, 7.5.2; readers take a header
  /// within the first 1,024 bytes).
  public static func isPDF(_ bytes: some Collection<UInt8>) -> Bool {
    let head = Array(bytes.prefix(1028))
    let sign = Array("%PDF-".utf8)
    return head.indices.contains { head[$0...].starts(with: sign) }
  }

  /// - Throws: what makes the file unreadable as a whole. A page or a font that is damaged leaves
  ///   gaps: glyphs without letters, or none.
  public static func read(
    _ bytes: [UInt8], limits: PDFLimits = PDFLimits()
  ) throws(PDFFault) -> PDFDocument {
    guard isPDF(bytes) else { throw .notPDF }
    let objects = try ObjectStore(bytes, limits: limits)
    let pages = try PageTree(objects).pages
    guard !pages.isEmpty else { throw .withoutPages }
    let resources = SharedResources(objects)
    let labels = PageLabels(objects)
    var document = PDFDocument()
    for (index, entries) in pages.enumerated() {
      let frame = PageFrame(entries.dictionary, objects: objects)
      var page = PDFPage(width: frame.width, height: frame.height)
      page.label = labels[index]
      page.links = frame.links(entries.dictionary, objects: objects)
      var interpreter = ContentInterpreter(page: page, objects: objects, resources: resources)
      try interpreter.run(
        contents(of: entries.dictionary, objects: objects),
        names: objects.dictionary(entries.dictionary["Resources"]) ?? [:], matrix: frame.matrix,
        clip: PDFBox(x0: 0, y0: 0, x1: frame.width, y1: frame.height), depth: 0)
      document.pages.append(interpreter.page)
    }
    document.fonts = resources.fonts.map(\.style)
    document.pictures = resources.pictures
    var places: [ObjectID: Int] = [:]
    for (index, page) in pages.enumerated() { places[page.id] = index }
    document.structure = StructureTree(objects, pages: places).elements
    document.metadata = metadata(objects)
    return document
  }

  private static func contents(of page: [String: PDFObject], objects: ObjectStore) -> [UInt8] {
    if let stream = objects.stream(page["Contents"]) { return objects.data(of: stream).bytes }
    var bytes: [UInt8] = []
    for part in objects.array(page["Contents"]) ?? [] {
      guard let stream = objects.stream(part), bytes.count < objects.limits.streamBytes else {
        continue
      }
      bytes += objects.data(of: stream).bytes + [10]
    }
    return bytes
  }

  private static func metadata(_ objects: ObjectStore) -> PDFMetadata {
    let entries = objects.dictionary(objects.trailer["Info"]) ?? [:]
    func text(_ key: String) -> String? {
      objects.text(entries[key]).flatMap { $0.isEmpty ? nil : $0 }
    }
    var metadata = PDFMetadata(
      title: text("Title"), author: text("Author"), subject: text("Subject"),
      keywords: text("Keywords"), creator: text("Creator"), producer: text("Producer"),
      language: objects.text(objects.root["Lang"]))
    if let stream = objects.stream(objects.root["Metadata"]) {
      let packet = XMPPacket(objects.data(of: stream).bytes)
      metadata.title = metadata.title ?? packet["dc:title"]
      metadata.author = metadata.author ?? packet["dc:creator"]
      metadata.subject = metadata.subject ?? packet["dc:description"]
      metadata.language = metadata.language ?? packet["dc:language"]
    }
    return metadata
  }
}
