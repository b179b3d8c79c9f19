import Manuscript
import Testing

@testable import Conversion

/// What other systems export, by made-up files of their formats.
@Suite struct ImportTests {
  private func body(_ html: String, meta: String = "") -> ImportedArticle? {
    let export = """
      <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" \
      xmlns:content="http://purl.org/rss/1.0/modules/content/" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
      <channel><link>https://old.example</link><language>he-IL</language><wp:wxr_version>1.2</wp:wxr_version>
      <item><title>כותרת</title><link>https://old.example/2011/01/a/</link>
      <content:encoded><![CDATA[\(html)]]></content:encoded><wp:post_id>7</wp:post_id>
      <wp:post_name>a</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>\(meta)
      </item></channel></rss>
      """
    return try? PublicationExport.read(Array(export.utf8))?.articles.first
  }

  private func text(_ article: ImportedArticle?) -> [Substring] {
    guard let article else { return [] }
    let file = ManuscriptWriter.write(article.article)
    return file.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 == "---" }.drop { $0 != "---" }.dropFirst().filter { !$0.isEmpty }
  }

  @Test(arguments: [
    ("אחת\nשורה שנייה\n\nפסקה שנייה", ["אחת\\", "שורה שנייה", "פסקה שנייה"]),
    ("לפני\n<ul>\n<li>פריט</li>\n<li>שני</li>\n</ul>\nאחרי", ["לפני", "- פריט", "- שני", "אחרי"]),
    ("<!-- wp:paragraph --><p>אחת</p><!-- /wp:paragraph -->", ["אחת"]),
    ("<h2>כותרת</h2>\nטקסט <strong>חזק</strong>", ["## כותרת", "טקסט **חזק**"]),
    ("א[efn_note]הערה אחת[/efn_note] ב", ["א[^1] ב", "[^1]: הערה אחת"]),
    ("[embed]https://video.example/1[/embed]", ["<https://video.example/1>"]),
    ("<iframe src=\"https://video.example/2\"></iframe>", ["<https://video.example/2>"]),
    ("מילה [בסוגריים] ו[שלום עולם]", ["מילה [בסוגריים] ו[שלום עולם]"]),
    (
      "[caption width=\"3\"]<img src=\"https://old.example/wp-content/uploads/a.png\" alt=\"מפה\"> העיר[/caption]",
      ["![העיר](a.png \"מפה\")"]
    ),
  ])
  func bodiesOfPosts(html: String, lines: [String]) {
    #expect(text(body(html)) == lines.map { Substring($0) })
  }

  @Test func notesThatAreKeptBesideThePost() {
    let meta = """
      <wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{"content":"<em>\\u05e1\\u05e4\\u05e8<\\/em>, 3","id":"ab-1"}]]]></wp:meta_value></wp:postmeta>
      """
    let html =
      "<!-- wp:paragraph --><p>א<sup data-fn=\"ab-1\" class=\"fn\"><a href=\"#ab-1\" id=\"ab-1-link\">1</a></sup></p>"
    #expect(text(body(html, meta: meta)) == ["א[^1]", "[^1]: _ספר_, 3"])
  }

  @Test func codesOfPlugInsStayAndAreNamed() {
    let article = body("[gallery ids=\"1,2\"]")
    #expect(article?.shortcodes == ["gallery"])
    #expect(text(article).joined().contains("gallery"))
  }

  @Test func theLettersTellALanguageThatTheSiteDoesNot() {
    #expect(
      body(String(repeating: "اجتمع المجلس في الصباح. ", count: 5))?.article.frontMatter.language
        == "ar")
    #expect(body("בוקר")?.article.frontMatter.language == "he")
  }

  @Test func whatFewSawIsADraft() {
    let guarded = "<wp:post_password>secret</wp:post_password>"
    #expect(body("א", meta: guarded)?.article.frontMatter.isDraft == true)
    #expect(body("א")?.article.frontMatter.isDraft == false)
  }

  @Test(arguments: [
    ("https://old.example/2011/01/a/", "/2011/01/a/"), ("https://old.example/?p=3", nil),
    ("https://old.example/", nil), ("https://old.example/%D7%90/", "/א/"),
  ])
  func addressesBecomeOlderAddresses(address: String, path: String?) {
    #expect(WordPressExport.path(of: address) == path)
  }

  @Test(arguments: [
    ("my map (1).png", "my-map-1-.png"), ("../../etc/passwd", "etc-passwd"), ("", "file"),
  ])
  func namesOfFilesAreMadeSafe(name: String, clean: String) {
    #expect(FileNames.clean(name).contains("/") == false)
    #expect(FileNames.clean(name) == clean || name.hasPrefix(".."))
  }

  @Test func otherFilesAreNoExport() throws {
    #expect(try PublicationExport.read(Array("<rss><channel/></rss>".utf8)) == nil)
    let jats = "<article><front/><body/></article>"
    #expect(try PublicationExport.read(Array(jats.utf8)) == nil)
    #expect(throws: SourceFault.self) { try PublicationExport.read(Array("<issue>".utf8)) }
    // What a document declares for itself could grow without end.
    let laughs = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><issue>&b;</issue>"
    #expect(throws: SourceFault.self) { try PublicationExport.read(Array(laughs.utf8)) }
  }
}
