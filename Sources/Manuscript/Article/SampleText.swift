/// What Daf writes where an editor is to write: sample texts of new articles, pages and settings, by
/// which one that was left as it is can be known.
public struct SampleText: Sendable {
  public let articleTitle: String
  public let author: String
  public let affiliation: String
  public let opening: String
  public let heading: String
  public let body: String
  public let note: String
  /// The text of a page about the publication.
  public let page: String

  /// The samples in Hebrew or Arabic where the language is `he` or `ar`, else in English.
  public static func inLanguage(_ language: String) -> SampleText { all[language] ?? english }

  private static let all = ["en": english, "he": hebrew, "ar": arabic]

  /// What stands for a text of any kind.
  public static let blank = "…"
  /// An address of the domain that is kept for examples (RFC 2606).
  public static let url = "https://your-address.example/"
  public static let email = "name@your-address.example"
  /// Its check digit is right, and it is nobody's.
  public static let orcid = "0000-0000-0000-0001"
  public static let issn = "0000-0000"

  /// Whether a text is a sample that was left as Daf wrote it, in whatever language.
  public static func contains(_ text: String) -> Bool { texts.contains(text) }

  private static let texts = Set(
    all.values.flatMap {
      [
        $0.articleTitle, $0.author, $0.affiliation, $0.opening, $0.heading, $0.body, $0.note,
        $0.page,
      ]
    } + [blank, url, email, orcid, issn])

  private static let english = SampleText(
    articleTitle: "A First Article",
    author: "The author's name",
    affiliation: "Department, University",
    opening:
      "Write the article here. A paragraph is one line, and an empty line parts it from the next.",
    heading: "The heading of a section",
    body:
      "Text of the section. A note's mark is a number in brackets, as above; its text stands at the end.",
    note: "The text of the note.",
    page: "Who publishes it, and for whom.")

  private static let hebrew = SampleText(
    articleTitle: "מאמר ראשון",
    author: "שם המחבר",
    affiliation: "המחלקה, האוניברסיטה",
    opening: "כאן כותבים את המאמר. פסקה היא שורה אחת, ושורה ריקה מפרידה בינה לבין הבאה.",
    heading: "כותרת של סעיף",
    body: "הטקסט של הסעיף. סימן של הערה הוא מספר בסוגריים, כמו למעלה; הטקסט שלה בא בסוף הקובץ.",
    note: "הטקסט של ההערה.",
    page: "מי מוציא אותו לאור, ולמען מי.")

  private static let arabic = SampleText(
    articleTitle: "المقال الأول",
    author: "اسم المؤلف",
    affiliation: "القسم، الجامعة",
    opening: "اكتب المقال هنا. الفقرة سطر واحد، ويفصلها عن التالية سطر فارغ.",
    heading: "عنوان فقرة",
    body: "نص القسم. علامة الحاشية رقم بين قوسين كما في الأعلى، ونصها في آخر الملف.",
    note: "نص الحاشية.",
    page: "مَن يصدره، ولمن.")
}
