import Foundation
import Manuscript
import Testing

@testable import Citations

/// The linked article of a Markdown body.
private func linked(_ body: String) -> LinkedArticle {
  let source = "---\ntitle: t\nlang: he\n---\n\n" + body
  return LinkedArticle(
    ManuscriptReader.read(Array(source.utf8), file: "article.md").article, file: "article.md")
}

/// Every cross-reference of an article as `text → target`, in reading order.
private func references(_ body: String) -> [String] {
  let article = linked(body).article
  var found: [String] = []
  func walk(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .crossReference(let reference):
        found.append("\(reference.content.plainText) → \(reference.target)")
      case .emphasis(let content), .strong(let content), .span(_, let content): walk(content)
      default: break
      }
    }
  }
  for block in article.blocks + article.notes.flatMap(\.blocks) {
    if case .paragraph(let inlines) = block.content { walk(inlines) }
  }
  return found
}

private let bibliography = """

  ## מקורות

  <!-- references -->

  1. Harlan, P., & Weiss, D. (2014). Water re-used. Basin Press.
  2. Harlan, P. (2020a). On wells. Basin Press.
  3. Harlan, P. (2020b). On springs. Basin Press.
  4. כהן, רות (2010). הנמל והעיר. הוצאת הגל.
  5. لطفي ، سمير و هدى منصور . ٢٠١٩ . الماء والمدينة . دار النهر .
  6. Ćorić, Ana. 2018. Ports. Sea Press.
  7. וزارة الريّ . ٢٠٢١ . تقرير سنوي .
  8. قانون المياه العام ، المادة (٧).
  9. Al-Rashid Centre for Water. 2017. Yearbook.
  10. לוי, דנה, יעל בר ואורי גל, "תעלות", *המים*, 3 (2016), עמ' 4–9.
  11. שמעוני, נ׳ ודורון, ט׳ (תש״ע). מעיינות. הוצאת הגל.
  12. ברוך, ל׳ (בדפוס). נחלים. הוצאת הגל.
  13. Quill, N., & Orme, J. (forthcoming). Weirs. Sea Press.
  14. زيدان ، كريم . (قيد النشر) . السدود . دار النهر .
  15. צדוק, ר׳ (ללא תאריך). יומן.
  """

@Suite struct InTextCitationTests {
  private func targets(_ sentence: String) -> [String] {
    references(sentence + "\n" + bibliography)
  }

  /// The anchor of the entry with a number.
  private func entry(_ number: Int) -> String {
    let article = linked("טקסט.\n" + bibliography).article
    for block in article.blocks {
      if case .list(let list) = block.content { return list.items[number - 1].anchor }
    }
    return "?"
  }

  @Test(arguments: [
    ("כך (Harlan & Weiss, 2014).", ["Harlan & Weiss, 2014"], [1]),
    ("כך (ראו Harlan and Weiss 2014, 12–14).", ["Harlan and Weiss 2014"], [1]),
    ("כך (Harlan et al., 2014: 7).", ["Harlan et al., 2014"], [1]),
    ("כך (Harlan, 2020b).", ["Harlan, 2020b"], [3]),
    ("כך (Harlan, 2020a, 2020b).", ["Harlan, 2020a", "2020b"], [2, 3]),
    ("כך (Coric 2018, 5; כהן, 2010).", ["Coric 2018", "כהן, 2010"], [6, 4]),
    ("לדברי כהן (2010), כך.", ["כהן (2010"], [4]),
    ("As Harlan and Weiss (2014) say.", ["Harlan and Weiss (2014"], [1]),
    ("هكذا (لطفي ومنصور ٢٠١٩، ٣-٤).", ["لطفي ومنصور ٢٠١٩"], [5]),
    ("هكذا (لطفي وآخرون ٢٠١٩م ، ٣).", ["لطفي وآخرون ٢٠١٩م"], [5]),
    ("هكذا (لطفى 2019).", ["لطفى 2019"], [5]),
    ("هكذا (قانون المياه العام ، م ٧).", ["قانون المياه العام ، م ٧"], [8]),
    ("כך (Al-Rashid Centre 2017).", ["Al-Rashid Centre 2017"], [9]),
    ("כך (לוי ואחרים, 2016).", ["לוי ואחרים, 2016"], [10]),
    ("כך (שמעוני ודורון, תש\"ע, עמ׳ 3).", ["שמעוני ודורון, תש\"ע"], [11]),
    ("לדברי שמעוני ודורון (התש״ע), כך.", ["שמעוני ודורון (התש״ע"], [11]),
    ("כך (ברוך, בדפוס).", ["ברוך, בדפוס"], [12]),
    ("כך (Quill & Orme, forthcoming).", ["Quill & Orme, forthcoming"], [13]),
    ("هكذا (زيدان، قيد النشر).", ["زيدان، قيد النشر"], [14]),
    ("כך (צדוק, ללא תאריך).", ["צדוק, ללא תאריך"], [15]),
    ("כך (לוי, בר וגל, 2016, עמ' 5).", ["לוי, בר וגל, 2016"], [10]),
  ])
  func leads(sentence: String, texts: [String], entries: [Int]) {
    let expected = zip(texts, entries).map { "\($0) → \(entry($1))" }
    #expect(targets(sentence) == expected)
  }

  @Test(arguments: [
    "כך (בין 1985 ל־2014).", "במלחמת 2014 (להלן).", "כך (Harlan, 2021).", "כך (Smith, 2014).",
    "כך (Harlan, 2020).", "כך (2014).",
  ])
  func leavesAlone(sentence: String) {
    #expect(targets(sentence).isEmpty)
  }

  @Test func withoutBibliographyStaysText() {
    #expect(references("כך (Harlan & Weiss, 2014).").isEmpty)
  }

  @Test func keepsEveryWord() {
    let body =
      "כך *Harlan* & Weiss (2014) וגם (כהן, 2010).[^1]\n\n[^1]: (Coric 2018).\n" + bibliography
    let source = ManuscriptReader.read(
      Array(("---\ntitle: t\nlang: he\n---\n\n" + body).utf8), file: "a.md"
    ).article
    let result = LinkedArticle(source, file: "a.md").article
    #expect(result.blocks.map(\.plainText) == source.blocks.map(\.plainText))
  }

  @Test func reportsWhatItCannotLead() {
    let findings = linked("כך (Smith, 2014) וגם (Harlan, 2020) וגם (יוני, 1967).\n" + bibliography)
      .findings
    #expect(
      findings.filter { $0.kind == .citationWithoutEntry }.map(\.facts) == [
        ["citation": "Smith, 2014"]
      ])
    #expect(
      findings.filter { $0.kind == .citationAmbiguous }.map(\.facts) == [
        ["citation": "Harlan, 2020"]
      ])
    // Either of the two that “Harlan, 2020” may mean may be cited.
    #expect(findings.filter { $0.kind == .entryNeverCited }.count == 13)
  }

  @Test func placesLeadBack() {
    let result = linked("כך (כהן, 2010) וכך (כהן, 2010).\n" + bibliography)
    #expect(result.places[entry(4)] == ["cite-\(entry(4))-1", "cite-\(entry(4))-2"])
  }
}

@Suite struct ShortReferenceTests {
  private func led(_ notes: [String]) -> [String] {
    let marks = notes.indices.map { "[^\($0 + 1)]" }.joined(separator: " ")
    let definitions = notes.enumerated().map { "[^\($0 + 1)]: \($1)" }.joined(separator: "\n")
    return references("מילה\(marks)\n\n\(definitions)\n")
  }

  private func kinds(_ notes: [String]) -> [Finding.Kind] {
    let marks = notes.indices.map { "[^\($0 + 1)]" }.joined(separator: " ")
    let definitions = notes.enumerated().map { "[^\($0 + 1)]: \($1)" }.joined(separator: "\n")
    return linked("מילה\(marks)\n\n\(definitions)\n").findings.map(\.kind)
  }

  private let work = "Weiss, D. (2014). Water. Basin Press, pp. 3–5."

  @Test func chainLeadsToTheWork() {
    #expect(led([work, "Ibid.", "ibid., p. 7"]) == ["Ibid → fn-1", "ibid → fn-1"])
    #expect(led([work, "שם.", "שם, עמ' 5."]) == ["שם → fn-1", "שם → fn-1"])
    #expect(led([work, "المرجع نفسه، ص ٥."]) == ["المرجع نفسه → fn-1"])
  }

  @Test func neverAcrossAMissingNote() {
    #expect(kinds([work, "<!-- missing -->", "Ibid."]) == [.ibidAfterMissingNote])
  }

  @Test func neverAfterSeveralWorks() {
    let two = "Weiss, D. (2014). Water; Harlan, P. (2016). Wells."
    #expect(kinds([two, "Ibid."]) == [.ibidAfterSeveralWorks])
    #expect(
      kinds(["<https://a.example/x>; <https://b.example/y>", "שם."]) == [.ibidAfterSeveralWorks])
  }

  @Test func aRemarkNamesNoWork() {
    #expect(kinds(["הדברים נכתבו לפני הבחירות.", "שם."]) == [.ibidWithoutWork])
    #expect(kinds(["Ibid."]) == [.ibidWithoutWork])
  }

  @Test func oldWorkByName() {
    let other = "כהן, רות (2010). הנמל. הגל."
    #expect(led([work, other, "Weiss, op. cit., p. 9."]) == ["op. cit → fn-1"])
    #expect(led([other, work, "כהן, לעיל הערה 1, עמ' 3."]) == ["לעיל הערה 1 → fn-1"])
    let second = "Weiss, D. (2019). Sand. Basin Press."
    #expect(kinds([work, second, "Weiss, op. cit., p. 9."]) == [.ibidAfterSeveralWorks])
  }

  @Test(arguments: ["שם הספר השתנה.", "שם עט של הסופר.", "Id cards were issued.", "הערה על השם."])
  func ordinaryWordsStay(note: String) {
    #expect(led([work, note]).isEmpty)
    #expect(kinds([work, note]).isEmpty)
  }
}

/// The institute's papers, where they are at hand.
@Suite struct RestoredPaperTests {
  static let papers = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/papers").standardizedFileURL
  static let areAtHand = FileManager.default.fileExists(atPath: papers.path)

  @Test(.enabled(if: areAtHand, "../shared/papers is not there"))
  func citationsOfTheArabicPaper() throws {
    let url = Self.papers.appendingPathComponent("defence-diplomacy-iraq.md")
    let article = ManuscriptReader.read(Array(try Data(contentsOf: url)), file: "a.md").article
    let facts = try JSONSerialization.jsonObject(
      with: Data(contentsOf: Self.papers.appendingPathComponent("defence-diplomacy-iraq.json")))
    let expected = try #require((facts as? [String: Any])?["citations"] as? [[String: String]])

    let lists = article.blocks.compactMap { block -> List? in
      guard case .list(let list) = block.content, list.isBibliography else { return nil }
      return list
    }
    try #require(lists.count == 2)
    func anchor(_ reference: String) -> String {
      let parts = reference.split(separator: "-")
      return lists[parts[0] == "ar" ? 0 : 1].items[(Int(parts[1]) ?? 1) - 1].anchor
    }
    var found: [(String, String)] = []
    func walk(_ inlines: [Inline]) {
      for case .crossReference(let reference) in inlines {
        found.append((reference.content.plainText, reference.target))
      }
    }
    func walk(_ blocks: [Block]) {
      for block in blocks {
        switch block.content {
        case .paragraph(let inlines), .heading(_, let inlines): walk(inlines)
        case .list(let list): list.items.forEach { walk($0.blocks) }
        case .quotation(let blocks): walk(blocks)
        default: break
        }
      }
    }
    walk(LinkedArticle(article, file: "a.md").article.blocks)
    var right = 0
    var rest = found[...]
    for citation in expected {
      let text = citation["text"] ?? ""
      guard
        let index = rest.firstIndex(where: {
          text.contains($0.0) && $0.1 == anchor(citation["reference"] ?? "")
        })
      else { continue }
      rest = rest[(index + 1)...]
      right += 1
    }
    #expect(right >= 25, "\(right) of \(expected.count); found \(found)")
    #expect(found.count <= expected.count, "found \(found)")
  }

  @Test(.enabled(if: areAtHand, "../shared/papers is not there"))
  func ibidemOfTheNotedPaper() throws {
    let url = Self.papers.appendingPathComponent("military-diplomacy.md")
    let article = ManuscriptReader.read(Array(try Data(contentsOf: url)), file: "a.md").article
    let result = LinkedArticle(article, file: "a.md")
    var led: [String: String] = [:]
    for note in result.article.notes {
      for case .paragraph(let inlines) in note.blocks.map(\.content) {
        for case .crossReference(let reference) in inlines { led[note.label] = reference.target }
      }
    }
    #expect(
      led == ["15": "fn-14", "31": "fn-30", "32": "fn-30", "33": "fn-30", "34": "fn-30"])
  }
}
