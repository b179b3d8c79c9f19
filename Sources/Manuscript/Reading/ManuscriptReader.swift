/// Reads annotated Markdown.
public enum ManuscriptReader {
  /// Reads an article from the bytes of a file.
  ///
  /// Whatever the bytes are, an article comes of them and no word is lost; what is wrong is told by
  /// the findings. Time and memory are linear in the length. May be called from any thread.
  ///
  /// - Parameter file: the file's name for the findings.
  public static func read(
    _ source: [UInt8], file: String
  ) -> (article: Article, findings: [Finding]) {
    source.withUnsafeBufferPointer { read($0, file: file) }
  }

  /// Reads an article from a text.
  public static func read(
    _ source: String, file: String
  ) -> (article: Article, findings: [Finding]) {
    var source = source
    return source.withUTF8 { read($0, file: file) }
  }

  /// Reads an article's front matter alone, at a fraction of the cost of the whole.
  public static func readFrontMatter(
    _ source: [UInt8], file: String
  ) -> (frontMatter: FrontMatter, findings: [Finding]) {
    source.withUnsafeBufferPointer { source in
      let whole = FileParts(source)
      // The body is not looked at.
      let head = UnsafeBufferPointer(rebasing: source[..<whole.frontMatter.upperBound])
      guard let (safe, _) = StreamSafeText.repaired(head) else {
        return readFrontMatter(source, file: file)
      }
      let rest = source[whole.frontMatter.upperBound...]
      return (safe + rest).withUnsafeBufferPointer { readFrontMatter($0, file: file) }
    }
  }

  private static func readFrontMatter(
    _ source: UnsafeBufferPointer<UInt8>, file: String
  ) -> (frontMatter: FrontMatter, findings: [Finding]) {
    let parts = FileParts(source)
    let (frontMatter, findings) = readFrontMatter(source, parts, file: file)
    return (frontMatter, parts.findings(file: file) + findings)
  }

  private static func readFrontMatter(
    _ source: UnsafeBufferPointer<UInt8>, _ parts: FileParts, file: String
  ) -> (frontMatter: FrontMatter, findings: [Finding]) {
    let yaml = YAMLParser.parse(
      slice(source, parts.frontMatter), file: file, firstLine: parts.frontMatterLine)
    var reader = FrontMatterReader(file: file)
    let frontMatter = reader.read(
      yaml.root, isWhole: !yaml.findings.contains { [.yamlSyntax, .yamlQuote].contains($0.kind) })
    return (frontMatter, yaml.findings + reader.findings)
  }

  private static func read(
    _ source: UnsafeBufferPointer<UInt8>, file: String
  ) -> (article: Article, findings: [Finding]) {
    guard let fault = TextEncoding.firstFault(in: source) else {
      guard let (safe, place) = StreamSafeText.repaired(source) else {
        return readText(source, file: file)
      }
      var result = safe.withUnsafeBufferPointer { readText($0, file: file) }
      result.findings.insert(
        Finding(
          .tooManyMarks, .warning, file: file, position: place,
          facts: ["limit": String(StreamSafeText.longestRun)]), at: 0)
      return result
    }
    // A repaired copy is read: faulty bytes become U+FFFD.
    let finding = Finding(.invalidText, .error, file: file, position: fault)
    var repaired = String(decoding: source, as: UTF8.self)
    var result = repaired.withUTF8 { readText($0, file: file) }
    result.findings.insert(finding, at: 0)
    return result
  }

  private static func readText(
    _ source: UnsafeBufferPointer<UInt8>, file: String
  ) -> (article: Article, findings: [Finding]) {
    let parts = FileParts(source)
    var findings = parts.findings(file: file)

    let (frontMatter, frontFindings) = readFrontMatter(source, parts, file: file)
    findings += frontFindings

    let prepared = BodyPreparation.prepare(
      slice(source, parts.body), file: file, firstLine: parts.bodyLine)
    let builder = MarkdownParser.parse(prepared.bytes) { document in
      var builder = BlockBuilder(
        body: prepared, file: file, lineOffset: parts.bodyLine - 1 - prepared.addedLines)
      let blocks = builder.blocks(of: document, droppingFirst: prepared.addedLines > 0)
      return (blocks: blocks, builder: builder)
    }
    var article = Article(
      frontMatter: frontMatter, blocks: builder?.blocks ?? [], notes: builder?.builder.notes ?? [],
      linkLists: builder?.builder.linkLists ?? [])
    article.notation = BodyNotation(ofBody: prepared.bytes)
    article.assignAnchors()
    findings += prepared.findings + (builder?.builder.findings ?? [])

    let references = prepared.pieces.compactMap { piece in
      if case .noteReference(let label) = piece.kind { (label, piece.position) } else { nil }
    }
    findings += NoteAudit.findings(in: article, references: references, file: file)
    return (article, findings.sorted { $0.position < $1.position })
  }

  private static func slice(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: source[range])
  }
}
