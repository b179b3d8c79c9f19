import Manuscript
import Testing

@Suite struct WordingTests {
  private let wording = Wording(
    en: "{files:file|files} in {folder}", he: "קבצים ב־{folder}: {files}", ar: "{folder}: {files}")

  @Test func `Facts come to their places, a number with its noun`() {
    #expect(wording("en", ["files": "1", "folder": "Output"]) == "1 file in Output")
    #expect(wording("en", ["files": "0", "folder": "Output"]) == "0 files in Output")
    #expect(wording("he", ["files": "3", "folder": "Output"]) == "קבצים ב־Output: 3")
    #expect(wording("fr", ["files": "3", "folder": "Output"]) == "3 files in Output")
  }

  @Test func `Facts are no patterns themselves, and a place without one stays`() {
    #expect(wording("en", ["files": "{folder}", "folder": "{x"]) == "{folder} files in {x")
    #expect(wording("ar", ["files": "2"]) == "{folder}: 2")
  }
}
