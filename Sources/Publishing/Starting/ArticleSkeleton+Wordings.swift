extension ArticleSkeleton.Wording {
  static let all = ["en": english, "he": hebrew, "ar": arabic]

  static let english = ArticleSkeleton.Wording(
    titleHint: "If it has quotation marks of this kind: \", put it in '…'.",
    authorHint: "Each begins with a line “- name:”.",
    exampleName: "The author's name",
    exampleAffiliation: "Department, University",
    abstractHint: "Remove the # at the start of a line to use it.",
    citationHint: "“page” is the first page, or the first and the last.",
    draftHint: "Remove this line to publish the article.",
    opening:
      "Write the article here. A paragraph is one line, and an empty line parts it from the next.",
    heading: "A heading",
    body:
      "Text of the section. A note's mark is a number in brackets, as above; its text stands at the end.",
    note: "The text of the note.")

  static let hebrew = ArticleSkeleton.Wording(
    titleHint: "אם יש בה גרשיים (צה\"ל), הקיפו את כולה בגרש בודד: '…'",
    authorHint: "כל אחד פותח בשורה “- name:”",
    exampleName: "שם המחבר",
    exampleAffiliation: "המחלקה, האוניברסיטה",
    abstractHint: "כדי להשתמש בשורה שלפניה סולמית – מוחקים את הסולמית.",
    citationHint: "page הוא העמוד הראשון, או הראשון והאחרון.",
    draftHint: "כדי לפרסם – מוחקים את השורה.",
    opening: "כאן כותבים את המאמר. פסקה היא שורה אחת, ושורה ריקה מפרידה בינה לבין הבאה.",
    heading: "כותרת של סעיף",
    body: "הטקסט של הסעיף. סימן של הערה הוא מספר בסוגריים, כמו למעלה; הטקסט שלה בא בסוף הקובץ.",
    note: "הטקסט של ההערה.")

  static let arabic = ArticleSkeleton.Wording(
    titleHint: "إن كانت فيه علامة \" فضعه كله بين علامتين مفردتين: '…'",
    authorHint: "يبدأ كلٌّ منهم بسطر “- name:”",
    exampleName: "اسم المؤلف",
    exampleAffiliation: "القسم، الجامعة",
    abstractHint: "لاستعمال سطر تسبقه علامة # احذف العلامة.",
    citationHint: "page هي الصفحة الأولى، أو الأولى والأخيرة.",
    draftHint: "لنشر المقال احذف هذا السطر.",
    opening: "اكتب المقال هنا. الفقرة سطر واحد، ويفصلها عن التالية سطر فارغ.",
    heading: "عنوان فقرة",
    body: "نص القسم. علامة الحاشية رقم بين قوسين كما في الأعلى، ونصها في آخر الملف.",
    note: "نص الحاشية.")
}
