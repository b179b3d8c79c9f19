import Manuscript

/// What found no place in the article, under a visible heading at its end.
enum UnplacedText {
  static func blocks(_ unplaced: [Account.Unplaced], language: String) -> [Block] {
    guard !unplaced.isEmpty else { return [] }
    let heading =
      switch language {
      case "he": "טקסט שלא נמצא לו מקום"
      case "ar": "نص لم يُعرف موضعه"
      default: "Text without a place"
      }
    return [
      Block(
        .heading(level: 2, [.text(heading)]), doubts: [Doubt.unplaced.sentence(language: language)])
    ]
      + unplaced.map {
        Block(.paragraph([.text($0.text)]), doubts: [Doubt.unplaced.sentence(language: language)])
      }
  }
}
