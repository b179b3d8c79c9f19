import Manuscript
import Testing

@testable import Templating

@Suite struct TemplateTests {
  private func page(
    _ template: String, _ members: [String: TemplateValue] = [:],
    with others: [String: String] = [:]
  ) throws -> String {
    var sources = others.mapValues { Array($0.utf8) }
    sources["page"] = Array(template.utf8)
    let set = TemplateSet(sources: sources)
    #expect(set.faults == [])
    return String(decoding: try set.render("page", with: .object(members)).bytes, as: UTF8.self)
  }

  private func faults(_ template: String) -> [TemplateFault] {
    TemplateSet(sources: ["page": Array(template.utf8)]).faults
  }

  // MARK: - Text and markup

  @Test func textIsEscapedWhateverTheNumberOfBraces() throws {
    let title: [String: TemplateValue] = ["title": .text("<b>\"'צה\"ל' & co</b>")]
    let escaped = "&lt;b&gt;&quot;&#39;צה&quot;ל&#39; &amp; co&lt;/b&gt;"
    #expect(
      try page("{{title}}|{{{title}}}|{{&title}}", title) == "\(escaped)|\(escaped)|\(escaped)")
  }

  @Test func markupIsPutAsItIsWhateverTheNumberOfBraces() throws {
    let body: [String: TemplateValue] = ["body": .markup(Array("<p>שלום</p>".utf8))]
    #expect(try page("{{body}}{{{body}}}", body) == "<p>שלום</p><p>שלום</p>")
  }

  @Test func valuesAreNeverReadAsTemplates() throws {
    #expect(try page("{{a}}", ["a": .text("{{b}}"), "b": .text("no")]) == "{{b}}")
  }

  // MARK: - Sections

  @Test func emptyTextAndZeroAreAsNothing() throws {
    let values: [String: TemplateValue] = [
      "text": .text(""), "number": .number(0), "markup": .markup([]), "none": .none,
      "list": .list([]), "flag": .flag(false),
    ]
    for name in values.keys {
      #expect(try page("{{#\(name)}}yes{{/\(name)}}{{^\(name)}}no{{/\(name)}}", values) == "no")
    }
  }

  @Test func aTemplateThatIncludesItselfFollowsTheDataAndStops() throws {
    let tree = TemplateValue.object([
      "name": .text("א"),
      "parts": .list([
        .object(["name": .text("ב"), "parts": .list([])]),
        .object(["name": .text("ג"), "parts": .list([])]),
      ]),
    ])
    let node = "{{name}}{{#parts}}({{>node}}){{/parts}}"
    #expect(
      try page("{{#tree}}{{>node}}{{/tree}}", ["tree": tree], with: ["node": node]) == "א(ב)(ג)")
  }

  // MARK: - Inheritance

  @Test func aPageFillsTheBlocksOfItsLayout() throws {
    let layout = """
      <html>
        <main>
          {{$main}}
          nothing
          {{/main}}
        </main>
      </html>

      """
    let template = """
      {{<layout}}
      {{$main}}
      <h1>{{title}}</h1>
      <p>text</p>
      {{/main}}
      {{/layout}}

      """
    let expected = """
      <html>
        <main>
          <h1>Title</h1>
          <p>text</p>
        </main>
      </html>

      """
    #expect(try page(template, ["title": .text("Title")], with: ["layout": layout]) == expected)
  }

  // MARK: - Faults

  @Test func faultsNameTemplateLineAndKey() {
    let cases: [(String, TemplateFault.Kind, Int, String)] = [
      ("a\n{{#articles}}\nb", .unclosedSection, 2, "articles"),
      ("a\n\n{{/articles}}", .wrongEnd(expected: nil), 3, "articles"),
      ("{{#a}}\n{{#b}}\n{{/a}}{{/b}}", .wrongEnd(expected: "b"), 3, "a"),
      ("a\n{{title", .unclosedTag, 2, "{{title"),
      ("{{ }}", .badName, 1, "{{ }}"),
      ("{{first name}}", .badName, 1, "{{first name}}"),
      ("\n{{=<%=}}", .badDelimiters, 2, "<%"),
      ("\n\n{{>header}}", .missingTemplate, 3, "header"),
      ("{{<layout}}{{/layout}}", .missingTemplate, 1, "layout"),
      ("{{<a}}\n{{$b}}\n{{/a}}", .wrongEnd(expected: "b"), 3, "a"),
      ("x\n{{<a}}\n", .unclosedSection, 2, "a"),
    ]
    for (template, kind, line, key) in cases {
      let fault = TemplateFault(template: "page", line: line, key: key, kind: kind)
      #expect(faults(template) == [fault], "\(template)")
    }
  }

  @Test func faultsAreToldInEachLanguage() {
    for fault in faults("{{#news}}") + faults("{{>news}}") {
      let finding = fault.finding(file: "Templates/page.mustache")
      for language in ["en", "he", "ar"] {
        let line = FindingSentences.line(for: finding, language: language)
        #expect(line.hasPrefix("Templates/page.mustache:1: error: "))
        #expect(line.contains("news"))
      }
    }
  }

  @Test func circlesAreStopped() throws {
    let set = TemplateSet(sources: [
      "a": Array("{{>b}}".utf8), "b": Array("\n  {{>a}}\n".utf8),
      "c": Array("{{<d}}{{$x}}{{$x}}{{/x}}{{/x}}{{/d}}".utf8), "d": Array("{{$x}}{{/x}}".utf8),
    ])
    for name in ["a", "c"] {
      do {
        _ = try set.render(name, with: .none)
        Issue.record("\(name) should not have ended")
      } catch let fault as TemplateFault {
        #expect(fault.kind == .tooDeep)
      }
    }
  }

  @Test func deepNestingIsRefusedAndDoesNotCrash() {
    let deep = 100_000
    let sections =
      String(repeating: "{{#a}}", count: deep) + String(repeating: "{{/a}}", count: deep)
    #expect(faults(sections).map(\.kind) == [.tooDeep])
    let parents = String(repeating: "{{<a}}", count: deep)
    #expect(faults(parents).map(\.kind) == [.tooDeep])
  }

  @Test func misspelledKeysAreReportedAndEmptyOnesAreNot() throws {
    let set = TemplateSet(sources: ["page": Array("{{title}}\n{{#author}}{{nmae}}{{/author}}".utf8)]
    )
    let author = TemplateValue.object(["name": .text("רות")])
    let unknown = try set.render("page", with: .object(["title": .none, "author": author]))
      .unknownKeys
    #expect(unknown == [TemplateFault(template: "page", line: 2, key: "nmae", kind: .unknownKey)])
  }

  @Test func faultsInAnArgumentNameTheTemplateThatWroteIt() throws {
    let set = TemplateSet(sources: [
      "layout": Array("<main>{{$main}}{{/main}}</main>".utf8),
      "page": Array("{{<layout}}\n{{$main}}\n{{titel}}{{/main}}{{/layout}}".utf8),
    ])
    let unknown = try set.render("page", with: .object([:])).unknownKeys
    #expect(unknown == [TemplateFault(template: "page", line: 3, key: "titel", kind: .unknownKey)])
  }

  @Test func notUTF8IsReported() {
    let set = TemplateSet(sources: ["page": [0x7B, 0xFF, 0x0A]])
    #expect(set.faults.map(\.kind) == [.notUTF8])
  }
}
