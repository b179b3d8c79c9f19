import Testing

@testable import Preview

@Suite struct DebounceTests {
  @Test func showsASavedFileAtOnce() {
    var debounce = Debounce()
    #expect(debounce.remaining(at: 5) == nil)
    debounce.note("a", at: 100)
    #expect(debounce.remaining(at: 100) == Debounce.rest.file)
    debounce.note("a", at: 104)
    #expect(debounce.remaining(at: 108) == Debounce.rest.file - 4)
    #expect(debounce.remaining(at: 200) == 0)
  }

  @Test func takesAHundredFilesAsOneChange() {
    var debounce = Debounce()
    for number in 0..<100 {
      debounce.note("file \(number)", at: number * 8)
      #expect(debounce.remaining(at: number * 8 + 1) != 0)
    }
    // A pause that would do for one file does not end a heap.
    #expect(debounce.remaining(at: 99 * 8 + Debounce.rest.file + 1) != 0)
    #expect(debounce.remaining(at: 99 * 8 + Debounce.rest.heap) == 0)
  }

  @Test func losesPatienceWithWhatNeverRests() {
    var debounce = Debounce()
    for time in stride(from: 0, through: Debounce.patience, by: 5) {
      debounce.note("log", at: time)
    }
    #expect(debounce.remaining(at: Debounce.patience) == 0)
  }

  @Test func waitsLongerForWhatIsGone() {
    var debounce = Debounce()
    debounce.note("a", at: 0)
    debounce.hold(at: 10)
    #expect(debounce.remaining(at: 10) == Debounce.rest.heap)
  }
}
