extension FindingSentences {
  /// Sentences about what Markdown passes over in silence.
  // A sentence is one line.
  // swift-format-ignore
  static let formatWordings: [Finding.Kind: [String: String]] = [
    .headingWithoutSpace: [
      "en": "“{text}” is no heading: a space is missing behind the signs #. Add it.",
      "he": "‏״{text}״ אינה כותרת: חסר רווח אחרי הסימנים #. יש להוסיף אותו.",
      "ar": "«{text}» ليس عنوانًا: تنقص مسافة بعد علامات #. أضفها.",
    ],
    .foreignBullet: [
      "en": "The sign {sign} begins no list, so its lines run together. Write - and a space instead.",
      "he": "הסימן {sign} אינו פותח רשימה, ולכן השורות נמשכות יחד. יש לכתוב במקומו - ורווח.",
      "ar": "العلامة {sign} لا تبدأ قائمة، فتتصل أسطرها. اكتب بدلها - ومسافة.",
    ],
    .tabInText: [
      "en": "A tab stands inside the line, as pasted from a word processor. Write a space instead; for columns make a table.",
      "he": "בתוך השורה יש טאב, כנראה מהדבקה ממעבד תמלילים. יש לכתוב רווח במקומו; לטורים יש לעשות טבלה.",
      "ar": "في السطر علامة جدولة ملصقة من محرر نصوص. اكتب مسافة بدلها، وللأعمدة اصنع جدولًا.",
    ],
    .pictureWithSpaces: [
      "en": "The picture {value} is not seen, since its name has spaces. Write <{value}> between the brackets ().",
      "he": "התמונה {value} אינה נראית, כי יש רווחים בשמה. יש לכתוב ‎<{value}>‎ בין הסוגריים ().",
      "ar": "الصورة {value} لا تظهر لأن في اسمها مسافات. اكتب ‎<{value}>‎ بين القوسين ().",
    ],
    .superscriptNote: [
      "en": "The raised {label} looks like the mark of a note, but leads nowhere. Write [^{label}] instead, and the note's text at the end.",
      "he": "הספרה המוגבהת {label} נראית כסימן של הערה ואינה מובילה לשום מקום. יש לכתוב במקומה ‎[^{label}]‎, ואת טקסט ההערה בסוף.",
      "ar": "الرقم المرفوع {label} يشبه علامة حاشية ولا يؤدي إلى شيء. اكتب بدله ‎[^{label}]‎ ونص الحاشية في الآخر.",
    ],
    .tableWithoutRule: [
      "en": "These rows are no table: the line | --- | is missing below the first. Add it, with as many columns.",
      "he": "שורות אלה אינן טבלה: חסר הקו | --- | מתחת לשורה הראשונה. יש להוסיף אותו, עם אותו מספר עמודות.",
      "ar": "هذه الصفوف ليست جدولًا: ينقص السطر | --- | تحت أولها. أضفه بعدد الأعمدة نفسه.",
    ],
    .letteredLines: [
      "en": "These lines, from “{text}” on, are read as one paragraph. For a list, begin each with - and a space.",
      "he": "השורות שתחילתן ״{text}״ נקראות כפסקה אחת. כדי שתהיה רשימה, יש לפתוח כל אחת ב-‏ - ורווח.",
      "ar": "تُقرأ هذه الأسطر، من «{text}»، فقرة واحدة. لتكون قائمة ابدأ كل سطر بـ - ومسافة.",
    ],
    .linesRunTogether: [
      "en": "{count} short lines are run together here into one paragraph. To keep them, as in verse, begin each with | and a space.",
      "he": "כאן {count} שורות קצרות נמשכות יחד לפסקה אחת. כדי לשמור אותן, כמו בשיר, יש לפתוח כל אחת ב-| ורווח.",
      "ar": "تتصل هنا أسطر قصيرة عددها {count} في فقرة واحدة. للحفاظ عليها، كما في الشعر، ابدأ كل سطر بـ | ومسافة.",
    ],
    .indentedText: [
      "en": "“{text}” is set in by four spaces, so it is shown as program text. Delete the spaces; for a quotation begin the line with >.",
      "he": "‏״{text}״ מוזח בארבעה רווחים ולכן מוצג כקוד. יש למחוק את הרווחים; לציטוט יש לפתוח את השורה ב-<.",
      "ar": "«{text}» مسبوق بأربع مسافات فيظهر نصًا برمجيًا. احذفها، وللاقتباس ابدأ السطر بـ >.",
    ],
    .strayEmphasis: [
      "en": "The signs ** are shown as they are: one of a pair is missing, or a space stands inside it. Close the bold words, or write \\*\\*.",
      "he": "הסימנים ** מוצגים כמות שהם: חסר בן הזוג, או שרווח עומד בצד הפנימי. יש לסגור את ההדגשה או לכתוב \\*\\*.",
      "ar": "تظهر العلامتان ** كما هما: ينقص قرينهما أو تليهما مسافة من الداخل. أغلق الخط العريض أو اكتب \\*\\*.",
    ],
    .refusedLink: [
      "en": "The page does not lead to {value}: only http, https, mailto and tel are allowed. Correct the address, or take the link away.",
      "he": "העמוד אינו מקשר אל {value}: מותרים רק http, https, mailto ו-tel. יש לתקן את הכתובת או להסיר את הקישור.",
      "ar": "لا تؤدي الصفحة إلى {value}: لا يُسمح إلا بـ http وhttps وmailto وtel. صحّح العنوان أو احذف الرابط.",
    ],
  ]
}
