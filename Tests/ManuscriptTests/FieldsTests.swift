import Testing

@testable import Manuscript

struct FieldsTests {
  /// Front matter with every key, each with its example.
  private static func lines(_ keys: [FieldKey]) -> [String] {
    keys.flatMap { key -> [String] in
      guard !key.members.isEmpty else { return ["\(key.name): \(key.example ?? "")"] }
      var members = lines(key.members)
      switch key.form {
      case .list: members = members.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
      case .byLanguage: members = ["en:"] + members.map { "  " + $0 }
      default: break
      }
      return ["\(key.name):"] + members.map { "  " + $0 }
    }
  }

  private static func names(_ keys: [FieldKey]) -> [String] {
    keys.flatMap { [$0.name] + names($0.members) }
  }

  @Test func everyExampleIsReadWithoutAFinding() {
    let source = "---\n" + Self.lines(FrontMatter.keys).joined(separator: "\n") + "\n---\n\nטקסט.\n"
    let (front, findings) = ManuscriptReader.readFrontMatter(Array(source.utf8), file: "a.md")
    #expect(findings.isEmpty, "\(findings)")
    let written = FrontMatterWriter.write(front)
    for name in Self.names(FrontMatter.keys) {
      #expect(written.contains("\(name):"), "\(name) is not written")
    }
    let again = ManuscriptReader.readFrontMatter(
      Array("---\n\(written)---\n\nטקסט.\n".utf8), file: "a.md")
    #expect(again.frontMatter == front && again.findings.isEmpty)
  }

  @Test func everyKeyIsExplainedInThreeLanguages() {
    func check(_ keys: [FieldKey]) {
      for key in keys {
        let meanings = ["en", "he", "ar"].map { key.meaning[$0] ?? "" }
        #expect(Set(meanings).count == 3 && meanings.allSatisfy { !$0.isEmpty }, "\(key.name)")
        #expect(key.example != nil || !key.members.isEmpty, "\(key.name) has no example")
        check(key.members)
      }
    }
    check(FrontMatter.keys)
  }
}
