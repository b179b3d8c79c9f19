import CCmark
import Synchronization

/// cmark-gfm, with what annotated Markdown wants of it.
enum MarkdownParser {
  typealias Node = UnsafeMutablePointer<cmark_node>

  /// Parses Markdown and gives its document node to `body`; the tree is freed when that returns.
  ///
  /// Typographic replacement stays off (it turns `צה"ל` into `צה”ל`), one tilde is a tilde
  /// (`2~3 … 4~5`), and addresses are found by `BareAddresses`, not by cmark's extension, which takes
  /// Hebrew letters and note marks into them.
  static func parse<Result>(_ markdown: [UInt8], _ body: (Node) -> Result) -> Result? {
    _ = registration
    let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      guard let found = cmark_find_syntax_extension(name) else { return nil }
      cmark_parser_attach_syntax_extension(parser, found)
    }
    markdown.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        cmark_parser_feed(parser, characters.baseAddress, characters.count)
      }
    }
    // cmark keeps the special characters of inline extensions in tables of the whole process and
    // changes them while it finishes a document.
    let finished = finishing.withLock { _ in
      cmark_parser_finish(parser).map { UInt(bitPattern: $0) }
    }
    guard let finished, let document = Node(bitPattern: finished) else { return nil }
    defer { cmark_node_free(document) }
    return body(document)
  }

  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()
  private static let finishing = Mutex<Void>(())

  /// The bytes of a chunk of a node that is still alive.
  static func bytes(of chunk: cmark_chunk) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: chunk.data, count: Int(chunk.len))
  }

  /// The bytes of a C string that a node owns.
  static func bytes(of string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    var count = 0
    while string[count] != 0 { count += 1 }
    return UnsafeRawBufferPointer(start: string, count: count).bindMemory(to: UInt8.self)
  }
}
