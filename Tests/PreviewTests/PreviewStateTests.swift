import Manuscript
import Testing

@testable import Preview

@Suite struct PreviewStateTests {
  private func finding(_ severity: Finding.Severity, line: Int) -> Finding {
    Finding(
      .templateUnclosedTag, severity, file: "Templates/page.mustache",
      position: SourcePosition(line: line), facts: ["key": "title"])
  }

  @Test func tellsErrorsFirstAndLeavesNoticesOut() {
    var state = PreviewState(session: "now")
    state.take([finding(.notice, line: 1), finding(.warning, line: 2), finding(.error, line: 3)])
    #expect(state.errors == 1 && state.warnings == 1)
    #expect(
      state.faults.map(\.place) == ["Templates/page.mustache:3", "Templates/page.mustache:2"])
    #expect(Set(state.faults[0].text.keys) == ["en", "he", "ar"])
    #expect(!state.message.contains("\n"))
  }

  @Test func countsWhatItDoesNotList() {
    var state = PreviewState(session: "now")
    state.take((1...500).map { finding(.warning, line: $0) })
    #expect(state.warnings == 500 && state.faults.count < 500)
    state.take([])
    #expect(state.warnings == 0 && state.faults.isEmpty)
  }

  @Test func knowsWhichPagesAreOld() {
    var state = PreviewState(session: "now")
    state.take(.everything)
    #expect(state.version == 1 && state.floor == 1)
    state.take(.files(["articles/wells/pictures/map.svg", "index.html"]))
    #expect(state.version == 2 && state.floor == 1)
    #expect(state.changed["articles/wells/"] == 2 && state.changed[""] == 2)
    #expect(state.changed["articles/cisterns/"] == nil)
    state.take(.files([]))
    #expect(state.version == 2)
    state.take(.files(Set((0..<1_000).map { "articles/\($0)/index.html" })))
    #expect(state.version == 3 && state.floor == 3 && state.changed.isEmpty)
  }
}
