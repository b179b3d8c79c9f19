import Markup

/// What a paper's file is, by its content: names lie.
public enum PaperFormat: Equatable, Sendable {
  /// A text that a program took out of a paper, or plain text.
  case text
  case pdf
  case word
  case openDocument
  /// Word's format of 1997 to 2003.
  case oldWord
  case richText
  case html
  case jats
  case markdown
  /// A picture of a page.
  case picture
  /// What a program for reading scans wrote.
  case alto
  case hocr
  case ocrTable
  /// Something that no paper is read from, by its name in English.
  case other(String)

  /// Knows a file by its first bytes, and an archive by what it holds.
  public static func recognise(_ bytes: [UInt8]) -> PaperFormat {
    let head = Array(bytes.prefix(1_024))
    if contains(head, "%PDF-") { return .pdf }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return archive(bytes) }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .oldWord }
    if head.starts(with: Array("{\\rtf".utf8)) { return .richText }
    for sign in pictures where head.starts(with: sign) { return .picture }
    for (sign, name) in others where head.starts(with: sign) { return .other(name) }
    return text(Array(bytes.prefix(65_536)))
  }

  private static let pictures: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x49, 0x49, 0x2A, 0x00],
    [0x4D, 0x4D, 0x00, 0x2A], [0x00, 0x00, 0x00, 0x0C, 0x6A, 0x50],
  ]

  private static let others: [([UInt8], String)] = [
    ([0x1F, 0x8B], "gzip"), ([0x37, 0x7A, 0xBC, 0xAF], "7z"), (Array("Rar!".utf8), "RAR"),
    (Array("%!PS".utf8), "PostScript"), (Array("AT&TFORM".utf8), "DjVu"),
  ]

  private static func archive(_ bytes: [UInt8]) -> PaperFormat {
    guard let archive = try? ZipArchive(bytes) else { return .word }
    let names = archive.names
    if let type = try? archive.file("mimetype") {
      let type = String(decoding: type, as: UTF8.self)
      if type.hasPrefix("application/vnd.oasis.opendocument.text") { return .openDocument }
      if type.hasPrefix("application/epub") { return .other("EPUB") }
    }
    if names.contains(where: { $0.hasPrefix("word/") }) { return .word }
    if names.contains(where: { $0.hasPrefix("xl/") }) { return .other("Excel") }
    if names.contains(where: { $0.hasPrefix("ppt/") }) { return .other("PowerPoint") }
    return names.contains("_rels/.rels") ? .word : .other("zip")
  }

  private static func text(_ bytes: [UInt8]) -> PaperFormat {
    let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
    if text.hasPrefix("level\tpage_num\tblock_num\t") { return .ocrTable }
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if start.hasPrefix("<") {
      let lower = start.lowercased()
      if lower.contains("<alto") { return .alto }
      if lower.contains("ocr_page") { return .hocr }
      if lower.contains("<html") || lower.hasPrefix("<!doctype html") { return .html }
      if lower.contains("<article"), lower.contains("<front") || lower.contains("jats") {
        return .jats
      }
      if ["<body", "<div", "<h1", "<p>", "<meta", "<table"].contains(where: lower.hasPrefix) {
        return .html
      }
    }
    return isMarkdown(text) ? .markdown : .text
  }

  /// A text that begins with front matter, or that has the headings and notes of Markdown.
  private static func isMarkdown(_ text: String) -> Bool {
    let lines = text.split(separator: "\n", maxSplits: 400, omittingEmptySubsequences: false)
    if lines.first?.drop(while: { $0 == "\u{FEFF}" }).hasPrefix("---") == true {
      let fields = lines.dropFirst().prefix { !$0.hasPrefix("---") && !$0.hasPrefix("...") }
      if fields.count < lines.count - 1,
        fields.contains(where: { $0.hasPrefix("title:") || $0.hasPrefix("author:") })
      {
        return true
      }
    }
    let headings = lines.lazy.filter { line in
      let signs = line.prefix { $0 == "#" }.count
      return (1...6).contains(signs) && line.dropFirst(signs).first == " "
    }.count
    let notes = lines.lazy.filter { $0.hasPrefix("[^") && $0.contains("]: ") }.count
    return headings >= 2 || (headings >= 1 && notes >= 1)
  }

  private static func contains(_ bytes: [UInt8], _ word: String) -> Bool {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return false }
    return (0...(bytes.count - word.count)).contains { bytes[$0...].starts(with: word) }
  }
}
