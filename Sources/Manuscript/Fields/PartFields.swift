/// The keys of the parts of front matter.
extension FrontMatter.Author {
  static let fields = Fields<FrontMatter.Author>([
    .text(
      required: FieldKey(
        "name", .text, en: "The name, as it is printed.", he: "השם, כפי שנדפס.",
        ar: "الاسم كما طُبع.", example: "Dana Levi", checks: [.missingName]),
      \.name, writesEmpty: true),
    .text(
      FieldKey(
        "family", .text, en: "The family name, where the last word of the name is not it.",
        he: "שם המשפחה, אם אינו המילה האחרונה של השם.",
        ar: "اسم العائلة إن لم يكن الكلمة الأخيرة من الاسم.", example: "Ben Haim"),
      \.family),
    .text(
      FieldKey(
        "given", .text, en: "The given name, beside the family name.",
        he: "השם הפרטי, לצד שם המשפחה.", ar: "الاسم الشخصي إلى جانب اسم العائلة.",
        example: "Dana"),
      \.given),
    .texts(
      FieldKey(
        "affiliation", .list(.text), en: "Where the author works, one on a line.",
        he: "מקום העבודה, אחד בכל שורה.", ar: "جهة العمل، واحدة في كل سطر.",
        example: "[University of Haifa]"),
      \.affiliations),
    .text(
      FieldKey(
        "email", .text, en: "The address for letters to the author.", he: "כתובת לפניות אל המחבר.",
        ar: "عنوان البريد الإلكتروني للمؤلف.", example: "dana@example.org",
        checks: [.wrongIdentifier]),
      \.email),
    .text(
      FieldKey(
        "orcid", .text, en: "The author's number at orcid.org.", he: "המספר של המחבר ב־orcid.org.",
        ar: "رقم المؤلف في orcid.org.", example: "0000-0002-1825-0097", checks: [.wrongIdentifier]),
      \.orcid),
    .text(
      FieldKey(
        "note", .text, en: "A line on the author, as the foot of the first page has it.",
        he: "שורה על המחבר, כמו בתחתית העמוד הראשון.",
        ar: "سطر عن المؤلف، كما في أسفل الصفحة الأولى.", example: "Teaches history."),
      \.note),
  ])
}

extension FrontMatter.Citation {
  static let fields = Fields<FrontMatter.Citation>([
    .text(
      FieldKey(
        "container-title", .text, en: "The journal, book or series that it appeared in.",
        he: "כתב העת, הספר או הסדרה שבהם הופיע.", ar: "المجلة أو الكتاب أو السلسلة التي نُشر فيها.",
        example: "Harbour Studies"),
      \.containerTitle),
    .texts(
      FieldKey(
        "editor", .list(.text), en: "Who edited the book.", he: "עורכי הספר.", ar: "محررو الكتاب.",
        example: "[Lena Frost]"),
      \.editors),
    .text(
      FieldKey(
        "publisher", .text, en: "Who published it.", he: "המוציא לאור.", ar: "الناشر.",
        example: "Canal Press"),
      \.publisher),
    .text(
      FieldKey(
        "publisher-place", .text, en: "The place of the publisher.", he: "מקום ההוצאה לאור.",
        ar: "مكان النشر.", example: "Haifa"),
      \.publisherPlace),
    .text(
      FieldKey(
        "volume", .text, en: "The volume, as it is printed: digits, letters, Roman numbers.",
        he: "הכרך, כפי שנדפס: ספרות, אותיות או ספרות רומיות.",
        ar: "المجلد كما طُبع: أرقام أو حروف أو أرقام رومانية.", example: "\"7\""),
      \.volume, quoted: true),
    .text(
      FieldKey(
        "issue", .text, en: "The issue of the volume; the number of a report.",
        he: "החוברת בתוך הכרך; מספרו של דוח.", ar: "العدد ضمن المجلد، أو رقم التقرير.",
        example: "\"2\""),
      \.issue, quoted: true),
    .text(
      FieldKey(
        "page", .text, en: "The first printed page, or the first and the last.",
        he: "העמוד הראשון בדפוס, או הראשון והאחרון.",
        ar: "أول صفحة مطبوعة، أو الأولى والأخيرة.", example: "\"127-144\"", checks: [.pageOutside]),
      \.page, quoted: true),
    .text(
      FieldKey(
        "url", .text, en: "Where it appeared on the web.", he: "הכתובת שבה הופיע ברשת.",
        ar: "العنوان الذي نُشر فيه على الشبكة.", example: "https://example.org/7"),
      \.url),
    .text(
      FieldKey(
        "doi", .text, en: "Its DOI, bare or as an address.", he: "ה־DOI שלו, לבדו או ככתובת.",
        ar: "معرّف DOI، وحده أو في صورة عنوان.", example: "10.5555/harbour.7",
        checks: [.wrongIdentifier]),
      \.doi),
    .text(
      FieldKey(
        "issn", .text, en: "The ISSN of the journal.", he: "ה־ISSN של כתב העת.",
        ar: "الرقم الدولي للمجلة ISSN.", example: "2049-3630", checks: [.wrongIdentifier]),
      \.issn),
    .text(
      FieldKey(
        "isbn", .text, en: "The ISBN of the book.", he: "ה־ISBN של הספר.",
        ar: "الرقم الدولي للكتاب ISBN.", example: "978-3-16-148410-0", checks: [.wrongIdentifier]),
      \.isbn),
  ])
}

extension FrontMatter.Translation {
  static let fields = Fields<FrontMatter.Translation>([
    .text(
      FieldKey(
        "title", .text, en: "The title in this language.", he: "הכותרת בשפה הזאת.",
        ar: "العنوان بهذه اللغة.", example: "The Third Quay"),
      \.title),
    .authors(
      FieldKey(
        "author", .list(.either([.text, .mapping(FrontMatter.Author.fields.keys)])),
        en: "The authors' names in this language, in the same order.",
        he: "שמות המחברים בשפה הזאת, באותו סדר.",
        ar: "أسماء المؤلفين بهذه اللغة وبالترتيب نفسه.", example: "[Dana Levi]"),
      \.authors),
    .text(
      FieldKey(
        "abstract", .text, en: "The abstract in this language.", he: "התקציר בשפה הזאת.",
        ar: "الملخص بهذه اللغة.", example: "On the third quay of the harbour."),
      \.abstract),
    .texts(
      FieldKey(
        "keywords", .list(.text), en: "The keywords in this language.",
        he: "מילות המפתח בשפה הזאת.", ar: "الكلمات المفتاحية بهذه اللغة.",
        example: "[harbours, trade]"),
      \.keywords, takesSingle: false),
  ])
}

extension FrontMatter.Correction {
  /// A notice as a file gives it, of which a part may be missing.
  struct Parts {
    var date: PartialDate?
    var text: String?
  }

  static let fields = Fields<Parts>([
    .date(
      FieldKey(
        "date", .date, en: "The day of the notice.", he: "תאריך ההודעה.", ar: "تاريخ الإشعار.",
        example: "2026-01-31", checks: [.missingKey, .wrongDate]),
      \.date),
    .text(
      FieldKey(
        "text", .text, en: "What was corrected, or why the article was retracted.",
        he: "מה תוקן, או מדוע נמשך המאמר.", ar: "ما الذي صُحّح، أو سبب سحب المقال.",
        example: "The figure of table 2 was corrected.", checks: [.missingKey]),
      \.text),
  ])
}
