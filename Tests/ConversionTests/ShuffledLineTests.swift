import Foundation
import Orthography
import Testing

@testable import Conversion

/// What an extractor makes of a line that was drawn in runs: their words as they are seen, a piece
/// begun and turned at every wide gap, spaces at the edge of a run doubled.
private func damaged(_ runs: [String], isStretched: Bool) -> String {
  var pieces: [[String]] = [[]]
  for run in runs {
    let words = run.split(separator: " ").map(String.init)
    if run.hasSuffix(" ") { pieces[pieces.count - 1].append("  ") }
    for (index, word) in words.enumerated().reversed() {
      pieces[pieces.count - 1].append(word)
      guard index > 0 else { continue }
      if isStretched { pieces.append([]) }
      pieces[pieces.count - 1].append(" ")
    }
    if run.hasPrefix(" ") { pieces[pieces.count - 1].append("  ") }
  }
  return pieces.map { $0.reversed().joined() }.joined(separator: " ")
}

private let passages = [
  "הספרייה העירונית פתחה אולם קריאה חדש לתושבי השכונה", "המועצה אישרה את התקציב של הספרייה",
  "אולם הקריאה נפתח לתושבי העיר", "התקציב של המועצה אושר השנה", "לתושבי השכונה נפתח אולם חדש",
]

private func scalars(_ text: String) -> Scalars { Array(text.unicodeScalars) }

private let lexicon = WordList(passages.flatMap { $0.split(separator: " ").map(String.init) })

private let knowledge = Knowledge(
  lexicon: lexicon,
  language: LanguageData { _ in [LanguageCounts(passages: passages)].compactMap { $0 } })

private func readings(_ line: String) -> [String] {
  let language = LanguageScore(script: .hebrew, lexicon: lexicon, data: knowledge.language)
  let parsed = ShuffledLine(scalars(line), features: ShuffledFeatures(lexicon: lexicon))
  return ShuffledSearch(parsed, language: language, width: 60).best(10).map(\.text.string)
}

@Suite struct ShuffledLineTests {
  @Test(arguments: [
    ["הספרייה העירונית פתחה אולם קריאה חדש לתושבי השכונה"],
    ["המועצה אישרה את התקציב ", "של הספרייה"],
  ])
  func stretchedLinesAreRead(_ runs: [String]) {
    let source = damaged(runs, isStretched: true)
    #expect(readings(source).first == runs.joined(), "\(source)")
  }

  @Test func aWordThatWasGluedToAnotherIsCut() {
    let runs = ["הספרייה העירונית ", "פתחה אולם קריאה חדש לתושבי", " השכונה"]
    let source = damaged(runs, isStretched: false)
    #expect(!source.contains("לתושבי "))
    #expect(readings(source).first == runs.joined(), "\(source)")
  }

  @Test func aSoundLineIsAmongItsReadings() {
    #expect(readings(passages[1]).first == passages[1])
  }

  @Test func soundPapersAreNotShuffled() {
    let doubled = passages.map {
      $0.replacing(" את ", with: "  את  ").replacing(" של ", with: "  של ")
    }
    let lines = (0..<60).map { scalars(doubled[$0 % doubled.count]) }
    #expect(!ShuffledPaper.isShuffled(lines))
  }

  @Test func readingsAreKeptForTheEditor() {
    let lines = (0..<30).map { index in
      let words = passages[index % passages.count].split(separator: " ").map(String.init)
      let runs = [words[..<2].joined(separator: " ") + " ", words[2...].joined(separator: " ")]
      return Line(text: damaged(runs, isStretched: !index.isMultiple(of: 3)), number: index + 1)
    }
    var document = Document(pages: [Page(lines: lines)])
    let decisions = Pipeline.run(&document, knowledge, after: ReadShuffledLines.name)
    let orders = decisions.all.filter { $0.kind == .lineOrder }
    #expect(orders.count > 12)
    #expect(
      orders.allSatisfy {
        $0.others.count < 20 && $0.best.score >= ($0.others.first?.score ?? -1e9)
      })
    let right = document.lines.count { passages.contains($0.text.string) }
    #expect(right > 5)
  }
}

@Suite struct LanguageCountsTests {
  @Test func signsKeepTheSpacesBesideThem() {
    let tokens = LanguageTokens.tokens(
      of: "מנכ\"ל, SIPGמדוע (ב-5 במאי) 'ערים תאומות'.".unicodeScalars)
    #expect(
      tokens == [
        "מנכ\"ל", ", ", "@", "~", "מדוע", " (", "ב", "-", "#", "במאי", "( ", " '", "ערים", "תאומות",
        "'", ". ",
      ])
  }

  @Test func pairsAreCounted() throws {
    let counts = try #require(LanguageCounts(passages: passages))
    #expect(counts.count(of: "לתושבי", "השכונה") == 2)
    #expect(counts.followers(of: "לתושבי") == 2)
    #expect(counts.count(of: "השכונה", "לתושבי") == 0)
  }

  @Test func otherFilesAreNoCounts() {
    #expect(LanguageCounts(Data("DAFCOUNT".utf8)) == nil)
    #expect(LanguageCounts(Data(repeating: 0xFF, count: 64)) == nil)
    #expect(LanguageCounts(Data("DAFCOUNT".utf8) + Data(repeating: 0xFF, count: 40)) == nil)
    #expect(LanguageCounts(path: "/nonexistent") == nil)
  }
}
