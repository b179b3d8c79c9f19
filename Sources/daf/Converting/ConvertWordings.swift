import Manuscript

/// What `daf convert` says besides findings, in the language of the terminal.
enum ConvertWordings {
  static let oneFile = Wording(
    en: "--output names one file, but there are {papers} papers: name a folder.",
    he: "‎--output נוקב בקובץ אחד, אך יש {papers} מאמרים: יש לנקוב בתיקייה.",
    ar: "يسمّي ‎--output ملفًا واحدًا، والبحوث {papers}: سمِّ مجلدًا.")
  static let oneAddress = Wording(
    en: "--slug gives one address, but there are {papers} papers: convert one at a time.",
    he: "‎--slug נותן כתובת אחת, אך יש {papers} מאמרים: יש להמיר אחד בכל פעם.",
    ar: "يعطي ‎--slug عنوانًا واحدًا، والبحوث {papers}: حوّل واحدًا في كل مرة.")
  static let noAddress = Wording(
    en: "“{address}” cannot be an address. Letters, digits and hyphens can: {proposal}.",
    he: "„{address}” אינו יכול להיות כתובת. אותיות, ספרות ומקפים יכולים: {proposal}.",
    ar: "لا يصلح «{address}» عنوانًا. تصلح الحروف والأرقام والشرطات: {proposal}.")
  static let noPaper = Wording(
    en: "There is no paper there (.pdf, .docx, .txt …).",
    he: "אין שם מאמר (‎.pdf, ‎.docx, ‎.txt …).",
    ar: "ليس هناك بحث (‎.pdf, ‎.docx, ‎.txt …).")
  static let reportTaken = Wording(
    en:
      "{report} is there and is no report of a conversion; it is left as it is. Give the report another name.",
    he: "{report} קיים ואינו דוח של המרה; הוא נשאר כפי שהוא. יש לתת לדוח שם אחר.",
    ar: "{report} موجود وليس تقرير تحويل؛ فتُرك كما هو. أعطِ التقرير اسمًا آخر.")
  static let reportIs = Wording(
    en: "The report is {report}.", he: "הדוח: {report}.", ar: "التقرير: {report}.")
  static let reportShows = Wording(
    en: "“--report FILE” lists what was mended, left out and must be checked.",
    he: "„--report FILE” מפרט מה תוקן, מה הושמט ומה יש לבדוק.",
    ar: "الخيار «--report FILE» يسرد ما أُصلح وما حُذف وما ينبغي مراجعته.")
  static let unwritable = Wording(
    en: "{file} could not be written: {reason}", he: "אי אפשר לכתוב את {file}: {reason}",
    ar: "تعذّرت كتابة {file}: {reason}")
  static let earlierKept = Wording(
    en: "What stood in {article} is kept beside it.", he: "מה שעמד ב־{article} נשמר לצדו.",
    ar: "حُفظ ما كان في {article} بجانبه.")
  static let choicesKept = Wording(
    en: "Decided at the desk before: {kept} kept, {asked} to be asked about there.",
    he: "מה שהוכרע קודם בדלפק: נשמרו {kept}, ויש לשאול שם על {asked}.",
    ar: "ما حُسم سابقًا في المكتب: حُفظ {kept}، ويُسأل هناك عن {asked}.")
  static let isDraft = Wording(
    en:
      "{article} is a draft, for more than a fifth of its text is doubtful. Settle that at the desk (“daf serve”); or correct the file, and delete its remarks “check:” and the line “draft: true”.",
    he:
      "{article} הוא טיוטה, כי יותר מחמישית מן הטקסט שלו מסופקת. מכריעים בדלפק („daf serve”), או מתקנים את הקובץ ומוחקים ממנו את ההערות „check:” ואת השורה „draft: true”.",
    ar:
      "{article} مسودة لأن أكثر من خُمس نصها مشكوك فيه. احسم ذلك في المكتب («daf serve»)، أو صحّح الملف واحذف منه ملاحظات «check:» والسطر «draft: true»."
  )
  static let pagesRead = Wording(
    en: "{file}: {read} of {pages} pages read", he: "{file}: נקראו {read} מתוך {pages} דפים",
    ar: "{file}: قُرئت {read} من {pages} صفحات")
  static let withOne = Wording(
    en: "--with compares one paper with another file of it, but there are {papers} papers.",
    he: "‎--with משווה מאמר אחד עם קובץ אחר שלו, אך יש {papers} מאמרים.",
    ar: "يقارن ‎--with بحثًا واحدًا بملف آخر له، والبحوث {papers}.")
  static let compared = Wording(
    en: "{number:place differs|places differ} from {other}; they are marked in the article.",
    he: "מקומות שונים מ־{other}: {number}; הם מסומנים במאמר.",
    ar: "مواضع تختلف عن {other}: {number}؛ وهي معلّمة في المقال.")
}
