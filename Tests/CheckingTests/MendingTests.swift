import Manuscript
import Testing

@testable import Checking

@Suite struct MendingTests {
  private let damaged =
    "---\r\n# הערה של עורכת\ntitle:   'א'   # כך\nlang: he\n\n---\n\n"
    + "\u{200F}## מבוא\n\nא  ﺍﻟﻤﺎﺀ   ב [^1] ג\u{FEFF}ד  \n\n`x [^1]`\n\n[^1]:   הערה\u{200F}\n"

  @Test func mendsWhatIsCertainAndNoOtherByte() {
    let (source, changes) = Mending.mend(Array(damaged.utf8))
    #expect(
      String(decoding: source, as: UTF8.self)
        == "---\r\n# הערה של עורכת\ntitle:   'א'   # כך\nlang: he\n\n---\n\n"
        + "## מבוא\n\nא  الماء   ב[^1] גד  \n\n`x [^1]`\n\n[^1]:   הערה\u{200F}\n")
    #expect(
      changes.map(\.kind) == [
        .hiddenMark, .presentationForm, .presentationForm, .presentationForm, .presentationForm,
        .presentationForm, .spaceBeforeNote, .strayMark,
      ])
    #expect(changes.map(\.line).min() == 8)
  }

  @Test func secondTimeNothingChanges() {
    let once = Mending.mend(Array(damaged.utf8)).source
    let twice = Mending.mend(once)
    #expect(twice.source == once)
    #expect(twice.changes.isEmpty)
  }

  @Test func aMarkThatRecursIsMendedEachTime() {
    for marks in [["a", "2", "a"], ["1", "2", "1", "2", "1"], ["1", "1", "1"]] {
      let head = "---\ntitle: א\nlang: he\n---\n\n"
      let notes = Set(marks).sorted().map { "\n\n[^\($0)]: ב" }.joined()
      let source = head + "ה" + marks.map { " [^\($0)] ו" }.joined() + notes + "\n"
      let expected = head + "ה" + marks.map { "[^\($0)] ו" }.joined() + notes + "\n"
      let (mended, changes) = Mending.mend(Array(source.utf8))
      #expect(String(decoding: mended, as: UTF8.self) == expected)
      #expect(changes.count == marks.count)
    }
  }

  @Test func silencedKindsAreLeft() {
    let source = Array(
      "---\ntitle: א\nlang: he\ncheck: {ignore: [space-before-note]}\n---\n\nא [^1]\n\n[^1]: ב".utf8
    )
    #expect(Mending.mend(source).source == source)
  }

  @Test func bytesThatAreNoTextAreLeft() {
    let source: [UInt8] = [0xFF, 0xFE, 0x00, 0x41] + Array("ﺍ".utf8)
    #expect(Mending.mend(source).source == source)
  }

  @Test func randomSourcesAreMendedOnce() {
    let pieces = [
      "א", " ", "[^1]", "\n\n", "\u{200F}", "\u{FEFF}", "# ", "- ", "ﻻ", "`", "ب", "\n[^1]: ",
    ]
    var state: UInt64 = 5
    for _ in 0..<400 {
      var text = "---\ntitle: א\nlang: he\n---\n\n"
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let once = Mending.mend(Array(text.utf8)).source
      #expect(Mending.mend(once).source == once, "\(text.debugDescription)")
    }
  }
}
