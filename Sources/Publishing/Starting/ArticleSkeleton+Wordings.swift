extension ArticleSkeleton.Wording {
  static let all = ["en": english, "he": hebrew, "ar": arabic]

  static let english = ArticleSkeleton.Wording(
    title:
      "The title, as it heads the page. If it has quotation marks of this kind: \", put it in '…'.",
    author: "The authors, in the order of the print; each begins with a line “- name:”.",
    exampleName: "The author's name",
    exampleAffiliation: "Department, University",
    abstract: "The abstract, on one line. Remove the # at the start of a line to use it.",
    keywords: "Keywords, one on a line.",
    date: "When it appeared: year, year-month or year-month-day.",
    citation: "Where it appeared in print. “page” is the first page, or the first and the last.",
    series: "The series to which it belongs.",
    draft: "A draft is seen in “daf serve” alone. Remove this line to publish the article.",
    opening:
      "Write the article here. A paragraph is one line, and an empty line parts it from the next.",
    heading: "A heading",
    body:
      "Text of the section. A note's mark is a number in brackets, as above; its text stands at the end.",
    note: "The text of the note.")

  static let hebrew = ArticleSkeleton.Wording(
    title: "הכותרת, כפי שתופיע בראש העמוד. אם יש בה גרשיים (צה\"ל), הקיפו את כולה בגרש בודד: '…'",
    author: "המחברים לפי סדרם בדפוס; כל אחד פותח בשורה “- name:”",
    exampleName: "שם המחבר",
    exampleAffiliation: "המחלקה, האוניברסיטה",
    abstract: "התקציר, בשורה אחת. כדי להשתמש בשורה שלפניה סולמית – מוחקים את הסולמית.",
    keywords: "מילות מפתח, אחת בכל שורה.",
    date: "מועד הפרסום: שנה, שנה־חודש או שנה־חודש־יום, בספרות.",
    citation: "היכן הופיע בדפוס. page הוא העמוד הראשון, או הראשון והאחרון.",
    series: "הסדרה שהמאמר שייך אליה.",
    draft: "טיוטה נראית רק בתצוגה המקדימה (daf serve). כדי לפרסם – מוחקים את השורה.",
    opening: "כאן כותבים את המאמר. פסקה היא שורה אחת, ושורה ריקה מפרידה בינה לבין הבאה.",
    heading: "כותרת של סעיף",
    body: "הטקסט של הסעיף. סימן של הערה הוא מספר בסוגריים, כמו למעלה; הטקסט שלה בא בסוף הקובץ.",
    note: "הטקסט של ההערה.")

  static let arabic = ArticleSkeleton.Wording(
    title: "العنوان كما يظهر في رأس الصفحة. إن كانت فيه علامة \" فضعه كله بين علامتين مفردتين: '…'",
    author: "المؤلفون بترتيبهم في المطبوع، ويبدأ كلٌّ منهم بسطر “- name:”",
    exampleName: "اسم المؤلف",
    exampleAffiliation: "القسم، الجامعة",
    abstract: "الملخص في سطر واحد. لاستعمال سطر تسبقه علامة # احذف العلامة.",
    keywords: "الكلمات المفتاحية، واحدة في كل سطر.",
    date: "تاريخ النشر: السنة، أو السنة-الشهر، أو السنة-الشهر-اليوم، بالأرقام.",
    citation: "أين نُشر مطبوعًا. page هي الصفحة الأولى، أو الأولى والأخيرة.",
    series: "السلسلة التي ينتمي إليها المقال.",
    draft: "المسودة لا تظهر إلا في المعاينة (daf serve). لنشر المقال احذف هذا السطر.",
    opening: "اكتب المقال هنا. الفقرة سطر واحد، ويفصلها عن التالية سطر فارغ.",
    heading: "عنوان فقرة",
    body: "نص القسم. علامة الحاشية رقم بين قوسين كما في الأعلى، ونصها في آخر الملف.",
    note: "نص الحاشية.")
}
