import Testing

@testable import Markup

@Suite struct MarkupReaderTests {
  @Test func namesHaveThePrefixOfTheirNamespace() throws {
    let xml = #"<x:a xmlns:x="urn:one" xmlns="urn:two" x:k="1"><b>t</b></x:a>"#
    let element = try MarkupReader.xml(Array(xml.utf8), prefixes: ["urn:one": "w", "urn:two": ""])
    #expect(element.name == "w:a")
    #expect(element["w:k"] == "1")
    #expect(element.first("b")?.text == "t")
  }

  /// Entities of a document's own are a way to make gigabytes of a few bytes, and files of others
  /// are none of its business.
  @Test func entitiesAreNotExpandedAndNothingIsFetched() throws {
    let bomb =
      """
      <!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
      <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e SYSTEM "file:///etc/passwd">]>
      <a>&d;&e;x</a>
      """
    // Refused, or read without them.
    let text = try? MarkupReader.xml(Array(bomb.utf8)).text
    #expect(text == nil || text == "x")
  }

  @Test func whatIsNotWellFormedIsToldByItsLine() {
    #expect(throws: MarkupReader.Fault.malformed(line: 2)) {
      try MarkupReader.xml(Array("<a>\n<b></a>".utf8))
    }
  }

  /// libxml2 compares each attribute of an element with all before it.
  @Test func attributesOfAnElementHaveALimit() {
    let many = (0..<50_000).map { " a\($0)=\">\"" }.joined()
    for before in ["", "<!-- <b ' -->", "<![CDATA[ ' ]]>"] {
      #expect(throws: MarkupReader.Fault.tooLarge(limit: AttributeCount.limit)) {
        try MarkupReader.xml(Array("<a>\(before)<b\(many)/></a>".utf8))
      }
    }
    let few = (0..<900).map { " a\($0)=\"<\"" }.joined().replacing("<", with: "&gt;")
    #expect(throws: Never.self) { try MarkupReader.xml(Array("<a><b\(few)/></a>".utf8)) }
  }

  @Test func aNestIsRefusedBeforeItOverflowsTheStack() {
    let nest = String(repeating: "<a>", count: 100_000)
    #expect(throws: MarkupReader.Fault.self) { try MarkupReader.xml(Array(nest.utf8)) }
    _ = try? MarkupReader.html(Array(String(repeating: "<div>", count: 100_000).utf8))
  }

  @Test func pagesAreReadAsBrowsersDo() throws {
    let page = try MarkupReader.html(
      Array("<!doctype html><meta charset=utf-8><p>שלום<p>עולם".utf8))
    #expect(page.descendants("p").map(\.text) == ["שלום", "עולם"])
  }
}
