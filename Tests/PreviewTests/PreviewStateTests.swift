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
}
