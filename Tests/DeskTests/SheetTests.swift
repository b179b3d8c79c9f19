import Testing

@testable import Desk

@Suite struct SheetTests {
  static let file = """
    ---
    title: Wells
    lang: en
    ---

    First paragraph, with a note.[^1] <!-- check: where the paragraph ends -->

    ## A heading

    - one
    - two
      goes on

    1. first
    2. second

    <!-- page 12 -->

    > A quotation
    >
    > — its source

    ![A caption]()

    | a | b |
    | --- | --- |
    | 1 | 2 |

    ```
    code

    # no heading
    ```

    [^1]: A note.
    [^2]: Another
        that goes on.

        In two paragraphs.

    """

  @Test func piecesAreTheFileByteForByte() {
    #expect(Sheet(Self.file).text == Self.file)
    for file in [
      "", "\n", "a", "a\n\n\n", "---\ntitle: x\n", "---\ntitle: x\n---", "\n\n- a\n\n\n- b\n",
    ] {
      #expect(Sheet(file).text == file)
    }
  }

  @Test func piecesAreWhatAnEditorHandles() {
    let names = Sheet(Self.file).pieces.map(\.kind.name)
    #expect(
      names == [
        "paragraph", "heading", "item", "item", "item", "item", "other", "quotation", "caption",
        "other", "other", "note", "note",
      ])
  }

  @Test func wordsAreWithoutMarksAndChecks() {
    let pieces = Sheet(Self.file).pieces
    #expect(pieces[0].words == "First paragraph, with a note.[^1]")
    #expect(pieces[0].checks == ["where the paragraph ends"])
    #expect(pieces[1].words == "A heading")
    #expect(pieces[8].words == "A caption")
    #expect(pieces[11].words == "A note.")
  }
}
