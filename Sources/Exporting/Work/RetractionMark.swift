/// What the title of a retracted work begins with wherever it is cited, in the work's language
/// (NISO RP-45, “Communication of Retractions, Removals, and Expressions of Concern”).
enum RetractionMark {
  static func of(_ language: String) -> String {
    switch language.prefix(2) {
    case "he": "נמשך: "
    case "ar": "مسحوبة: "
    default: "RETRACTED: "
    }
  }
}
