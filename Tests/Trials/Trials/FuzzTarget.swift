import Checking
import Citations
import Conversion
import Manuscript
import Preview
import Publishing
import Rendering
import Search
import Templating

/// Something that reads what others wrote.
struct FuzzTarget: Sendable {
  var name: String
  /// What inputs of the format are made of.
  var words: [String]
  /// No input is longer, in bytes.
  var limit = 4096
  /// Reads an input; tells what is wrong with what came of it.
  var run: @Sendable ([UInt8]) -> String?

  static let all: [FuzzTarget] = [
    front, markdown, sentence, templates, index, segment, text, word, page, jats, pdf, svg, http,
  ]

  private static let front = FuzzTarget(
    name: "front",
    words: [
      "---\n", "title: ", "lang: he\n", "author:\n  - name: ", "date: 2020-01-02\n", "keywords: [",
      "abstract: |\n  ", "&a ", "*a", "<<: ", "!!binary ", "\"", "'", "\\x0b", "# ", "? ", "{", "}",
      "[", "]", ", ", "- ", ">-\n", "translations:\n", "citation:\n  doi: ", "\u{05D0}", "\u{202E}",
    ]
  ) { source in
    _ = ManuscriptReader.readFrontMatter(source, file: "a")
    return nil
  }

  /// The whole way of an article to its page, and what is written of it is read as the same.
  private static let markdown = FuzzTarget(
    name: "markdown",
    words: [
      "[^1]", "[^1]: ", "\n\n", "# ", "## ", "> ", "- ", "1. ", "**", "*", "_", "`", "```\n", "~~",
      "![", "](", ")", "<!-- page 3 -->", "<!-- references -->\n", "<!--", "-->", "|", "|-|-|\n",
      "<span lang=\"en\">", "</span>", "https://e.co/", "$$", "$", "@fig-a", "{#fig-a}", ":::\n",
      ": ", "\\", "&amp;", "\u{05D0}\u{05B0}", "\u{0628}", "\u{202E}", "(כהן, 2020)", "שם, עמ' 3",
      "\0", "\r\n", "\t", "\u{FEFF}",
    ]
  ) { source in
    let (article, findings) = ManuscriptReader.read(source, file: "a")
    let linked = LinkedArticle(article, file: "a")
    _ = ArticleCheck.findings(in: article, told: findings, source: source, file: "a")
    let page = ArticleRenderer().render(linked)
    if String(validating: page.body, as: UTF8.self) == nil { return "the page is no UTF-8" }
    let written = ManuscriptWriter.write(article)
    let again = ManuscriptWriter.write(ManuscriptReader.read(written, file: "a").article)
    return again.isEmpty && !written.isEmpty ? "what was written is lost" : nil
  }

  /// What finds the runs of a sentence, by which it is set from right to left.
  private static let sentence = FuzzTarget(
    name: "sentence",
    words: [
      "(", ")", "[", "]", "“", "”", "\"", "'", " ", ", ", ". ", ": ", "; ", "-", "–", "+", "±", "=",
      "%", "°", "′", "§", "#", "@", "/", "|", "²", "^", "0", "010", "1985", "2020", "15–17", "٢٠٠",
      "a", "NATO", "kg", "Smith", "doi:10.1/x", "http://a.co/b", "ה", "ו־", "ב-", "טלפון ", "עמ' ",
      "هاتف ", "ص ", "\u{200F}", "\u{0640}", "*", "**", "`x`", "$x$", "[^1]",
    ], limit: 300
  ) { source in
    let body = String(decoding: source, as: UTF8.self)
    for language in ["he", "ar", "en"] {
      let text = "---\ntitle: a\nlang: \(language)\n---\n\n\(body)\n\n[^1]: \(body)\n"
      let article = ManuscriptReader.read(Array(text.utf8), file: "a").article
      let page = ArticleRenderer().render(LinkedArticle(article, file: "a"))
      if String(validating: page.body, as: UTF8.self) == nil { return "the page is no UTF-8" }
    }
    return nil
  }

  private static let templates = FuzzTarget(
    name: "templates",
    words: [
      "{{", "}}", "{{{", "}}}", "{{#a}}", "{{/a}}", "{{^a}}", "{{>t}}", "{{>u}}", "{{<t}}",
      "{{$b}}",
      "{{/b}}", "{{/t}}", "{{=<% %>=}}", "{{!", "{{&a}}", ".", "\n  ", "{{a.b}}",
    ]
  ) { source in
    let set = TemplateSet(sources: ["t": source, "u": Array("x{{a}}{{>t}}".utf8)])
    let row: TemplateValue = .object(["a": .text("x"), "b": .text("<")])
    let values: TemplateValue = .object([
      "a": .list([row, row]), "b": .object(["c": .flag(true)]),
    ])
    _ = try? set.render("t", with: values)
    return nil
  }

  // MARK: - The search index

  private static let files: [String: [UInt8]] = {
    let texts = ["מים ודרכים בצפון הארץ", "מאמר על מים", "Shared waters of the valley"]
    let segments = texts.enumerated().map { number, text in
      SearchSegment(
        SearchableArticle(
          ManuscriptReader.read("---\ntitle: \(text)\nlang: he\n---\n\n\(text)\n", file: "a")
            .article, slug: "a\(number)", url: "a\(number)/"))
    }
    var files: [String: [UInt8]] = [:]
    for segment in segments { for file in segment.files { files[file.path] = file.bytes } }
    SegmentMerge(segments.map(\.slug)) { segments[$0] }
      .write(readings: .none, read: { segments[$0] }) { files[$0.path] = $0.bytes }
    return files
  }()

  /// The first byte says which file of a sound index is another; the rest is its content.
  private static let index = FuzzTarget(
    name: "index", words: ["DA", "\u{5}", "\u{0}"], limit: 2048
  ) {
    source in
    let names = files.keys.sorted()
    let damaged = source.first.map { names[Int($0) % names.count] } ?? ""
    let content = Array(source.dropFirst())
    let sound = files[damaged] ?? []
    // Where nothing stands, the sound file with its bytes changed.
    var bytes = sound
    for (place, byte) in content.enumerated() where !sound.isEmpty {
      bytes[(place * 31 + Int(byte)) % sound.count] ^= byte & 3
    }
    guard
      let engine = try? SearchEngine(read: { path in
        guard let file = path == damaged ? bytes : files[path] else {
          throw IndexFault.missing(path)
        }
        return file
      })
    else { return nil }
    _ = try? engine.answer("מים \"ודרכים\" author:x year:2000-2020 shar*")
    return nil
  }

  private static let segment = FuzzTarget(name: "segment", words: [], limit: 1 << 14) { source in
    guard let segment = SearchSegment(bytes: source) else { return nil }
    SegmentMerge([segment.slug]) { _ in segment }
      .write(readings: .none, read: { _ in segment }, write: { _ in })
    return nil
  }

  // MARK: - Papers

  private static func paper(
    _ format: PaperFormat
  ) -> @Sendable ([UInt8]) -> String? {
    { source in
      guard let paper = try? Paper.read(source, as: format) else { return nil }
      let conversion = Converter().convert(paper)
      guard format == .text, let pages = try? TextReader.read(source).pages else { return nil }
      let lost = LostLetters.of(pages, in: conversion)
      return lost.isEmpty ? nil : "letters are lost: \(lost)"
    }
  }

  private static let text = FuzzTarget(
    name: "text",
    words: [
      "\u{0C}", "\n\n", "1. ", "• ", ")", "(", "\u{FB2A}", "\u{FEFB}", "12", "תקציר\n", "מבוא\n",
      "\t", "http://a.co/", " 3 ", "\u{202B}", "\u{0644}\u{0627}", "\u{0640}",
    ], limit: 1200, run: paper(.text))

  private static let word = FuzzTarget(
    name: "docx", words: ["PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}"], limit: 1 << 16,
    run: paper(.word))

  private static let page = FuzzTarget(
    name: "html",
    words: [
      "<p>", "</p>", "<h1>", "<table><tr><td>", "<a href=\"#fn1\">", "<sup>1</sup>", "<li>", "<ol>",
      "<script>", "</script>", "<!--", "&amp;", "<span dir=\"rtl\">", "<style>", "<meta charset=x>",
    ], run: paper(.html))

  private static let jats = FuzzTarget(
    name: "jats",
    words: [
      "<article>", "<front>", "<body>", "<sec>", "<title>", "<p>", "<xref rid=\"a\">",
      "<fn id=\"a\">",
      "<ref-list>", "<ref>", "</p>", "</sec>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;",
    ], run: paper(.jats))

  private static let pdf = FuzzTarget(
    name: "pdf",
    words: [
      " obj\n", "endobj\n", "stream\n", "endstream\n", "<<", ">>", "/Kids ", "/Parent ", " 0 R",
      "BT ",
      "ET ", "Tj ", "/Length ", "xref\n", "trailer", "/Filter /FlateDecode", "[", "]", "-1",
      "99999999",
    ], limit: 1 << 16
  ) { source in
    _ = try? PDFConverter.convert(source)
    return nil
  }

  // MARK: - At the edge

  private static let svg = FuzzTarget(
    name: "svg",
    words: [
      "<svg xmlns=\"http://www.w3.org/2000/svg\">", "</svg>", "<style>", "</style>", "<rect ",
      "style=\"", "fill:url(#a)", "url(http://e/)", "@import", "<!--", "-->", "<![CDATA[", "]]>",
      "&#64;", "xlink:href=\"", "<use href=\"#a\"/>", "/*", "*/", "{", "}", "image-set(", "\\",
      "\"",
    ]
  ) { source in
    let clean = SVGCleaner.clean(source).bytes
    if SVGCleaner.clean(clean).bytes != clean { return "cleaned twice it is another" }
    let text = String(decoding: clean, as: UTF8.self).lowercased()
    for sign in ["@import", "url(http", "image-set(", "<script", "onload"]
    where text.contains(sign) && !text.contains("<title") && !text.contains("<text")
      && !text.contains("<desc")
    {
      return "\(sign) comes through"
    }
    return nil
  }

  private static let http = FuzzTarget(
    name: "http",
    words: [
      "/", "..", ".", "%2e", "%2f", "%00", "%", "%d7%90", "%ff", "?", "//", "\\", "localhost",
    ]
  ) { source in
    let text = String(decoding: source, as: UTF8.self)
    _ = Visitor.isLoopback(text)
    guard let path = SitePath(target: text) else { return nil }
    for name in path.names where name.isEmpty || name.hasPrefix(".") || name.contains("/") {
      return "the name \(name) leads out"
    }
    // Percent signs make the target of odd bytes three times as long, and the longest are refused.
    return path.target.utf8.count > 4096 || SitePath(target: path.target) == path
      ? nil : "its own target is another"
  }
}
