extension FindingSentences {
  /// Sentences about the file and its front matter.
  // A sentence is one line.
  // swift-format-ignore
  static let frontMatterWordings: [Finding.Kind: [String: String]] = [
    .missingFrontMatter: [
      "en": "The file has no front matter. Begin it with a line ---, the fields (title, lang …) and another line ---.",
      "he": "לקובץ אין כותרת נתונים. יש לפתוח אותו בשורה ---, אחריה השדות (title, lang …) ושוב שורה ---.",
      "ar": "لا توجد في الملف بيانات أولية. ابدأه بسطر --- ثم الحقول (title وlang …) ثم سطر --- آخر.",
    ],
    .unclosedFrontMatter: [
      "en": "The front matter begins but does not end. Put a line --- after its last field.",
      "he": "כותרת הנתונים נפתחת ואינה נסגרת. יש להוסיף שורה --- אחרי השדה האחרון.",
      "ar": "البيانات الأولية مفتوحة بلا نهاية. أضف سطر --- بعد آخر حقل.",
    ],
    .yamlSyntax: [
      "en": "The fields cannot be read from here on ({problem}). Look for a missing quotation mark, a colon inside a value without quotation marks, or a line that is not indented like its neighbours.",
      "he": "אי אפשר לקרוא את השדות מכאן והלאה ({problem}). יש לחפש מירכאה חסרה, נקודתיים בתוך ערך שאינו במירכאות, או שורה שהזחתה שונה משכנותיה.",
      "ar": "تتعذّر قراءة الحقول من هنا ({problem}). ابحث عن علامة اقتباس ناقصة، أو نقطتين داخل قيمة بلا علامتي اقتباس، أو سطر تختلف مسافته البادئة عن جيرانه.",
    ],
    .yamlQuote: [
      "en": "A quotation mark inside quotation marks ends the value too early: {value}. Put ' round the value instead of \", or write none.",
      "he": "מירכאות בתוך מירכאות סוגרות את הערך לפני הזמן: {value}. יש לתחום את הערך ב-' במקום ב-\", או לכתוב אותו בלי תיחום.",
      "ar": "علامة اقتباس داخل علامتي اقتباس تنهي القيمة قبل أوانها: {value}. ضع القيمة بين ' بدلًا من \" أو اكتبها بلا علامات.",
    ],
    .yamlAlias: [
      "en": "YAML aliases (*name) are not taken. Write the value out here.",
      "he": "הפניות של YAML (‎*name) אינן נתמכות. יש לכתוב כאן את הערך עצמו.",
      "ar": "إحالات YAML (‎*name) غير مقبولة. اكتب القيمة نفسها هنا.",
    ],
    .yamlKey: [
      "en": "The name of a field must be a word. Put the name before the colon, without brackets.",
      "he": "שם של שדה חייב להיות מילה. יש לכתוב את השם לפני הנקודתיים, בלי סוגריים.",
      "ar": "اسم الحقل يجب أن يكون كلمة. اكتب الاسم قبل النقطتين بلا أقواس.",
    ],
    .controlCharacter: [
      "en": "This value holds a control character ({value}) that no page and no feed may hold; it is left out. Delete it.",
      "he": "בערך הזה יש תו בקרה ({value}) שאינו מותר בדף או בהזנה; הוא הושמט. יש למחוק אותו.",
      "ar": "في هذه القيمة محرف تحكم ({value}) لا يجوز في صفحة ولا في خلاصة؛ حُذف. احذفه.",
    ],
    .duplicateKey: [
      "en": "The field {key} stands twice; only the first counts. Delete one of them.",
      "he": "השדה {key} מופיע פעמיים; רק הראשון נחשב. יש למחוק אחד מהם.",
      "ar": "الحقل {key} مكرّر، ولا يُعتدّ إلا بالأول. احذف أحدهما.",
    ],
    .unknownKey: [
      "en": "There is no field {key} here; it is not used. Delete it or look up the name in the guide.",
      "he": "אין כאן שדה בשם {key}, והוא אינו בשימוש. יש למחוק אותו או לבדוק את השם במדריך.",
      "ar": "لا يوجد هنا حقل اسمه {key} ولذلك لا يُستعمل. احذفه أو راجع الاسم في الدليل.",
    ],
    .misspelledKey: [
      "en": "There is no field {key} here. If {nearest} is meant, write {nearest}.",
      "he": "אין כאן שדה בשם {key}. אם הכוונה ל-{nearest}, יש לכתוב {nearest}.",
      "ar": "لا يوجد هنا حقل اسمه {key}. إن كان المقصود {nearest} فاكتب {nearest}.",
    ],
    .missingKey: [
      "en": "The field {key} is missing. Add it.",
      "he": "השדה {key} חסר. יש להוסיף אותו.",
      "ar": "الحقل {key} ناقص. أضفه.",
    ],
    .missingTitle: [
      "en": "The article has no title. Add a line “title: …” to the front matter.",
      "he": "למאמר אין כותרת. יש להוסיף לכותרת הנתונים שורה ‎title: …‎.",
      "ar": "المقال بلا عنوان. أضف سطر ‎title: …‎ إلى البيانات الأولية.",
    ],
    .missingLanguage: [
      "en": "The article does not say its language; {language} is assumed. Add “lang: {language}” if that is right.",
      "he": "שפת המאמר אינה מצוינת; ההנחה היא {language}. אם זה נכון, יש להוסיף ‎lang: {language}‎.",
      "ar": "لغة المقال غير مذكورة، ويُفترض أنها {language}. إن صح ذلك فأضف ‎lang: {language}‎.",
    ],
    .missingName: [
      "en": "An author has no name. Add “name: …” to the entry.",
      "he": "למחבר אין שם. יש להוסיף לרשומה ‎name: …‎.",
      "ar": "أحد المؤلفين بلا اسم. أضف ‎name: …‎ إلى مدخله.",
    ],
    .wrongType: [
      "en": "The value of {key} has the wrong form; {wanted} is wanted. Write it as the guide shows.",
      "he": "הערך של {key} אינו בצורה הנכונה; הצורה היא {wanted}. יש לכתוב אותו כפי שמראה המדריך.",
      "ar": "قيمة {key} ليست بالصيغة الصحيحة؛ المطلوب {wanted}. اكتبها كما في الدليل.",
    ],
    .wrongDate: [
      "en": "“{value}” in {key} is no date. Write year, month and day as 2022-05-11, or 2022-05, or 2022.",
      "he": "״{value}״ בשדה {key} אינו תאריך. יש לכתוב שנה, חודש ויום כך: 2022-05-11, או 2022-05, או 2022.",
      "ar": "«{value}» في {key} ليس تاريخًا. اكتب السنة والشهر واليوم هكذا: 2022-05-11 أو 2022-05 أو 2022.",
    ],
    .unknownValue: [
      "en": "“{value}” is not known for {key}. Write one of: {known}.",
      "he": "הערך ״{value}״ אינו מוכר בשדה {key}. יש לכתוב אחד מאלה: {known}.",
      "ar": "القيمة «{value}» غير معروفة في {key}. اكتب واحدة من: {known}.",
    ],
    .sampleText: [
      "en": "“{value}” is sample text that Daf wrote, and may not go to readers. Write your own over it, or delete it.",
      "he": "‏״{value}״ הוא טקסט לדוגמה שדף כתב, ואסור שיגיע אל הקוראים. יש לכתוב במקומו טקסט משלכם או למחוק אותו.",
      "ar": "«{value}» نص للمثال كتبه دف، ولا يصل إلى القراء. اكتب نصك مكانه أو احذفه.",
    ],
    .invalidText: [
      "en": "The file is not valid UTF-8 text here; unreadable bytes are shown as �. Save it as UTF-8 from the program that it was written in.",
      "he": "הקובץ אינו טקסט UTF-8 תקין כאן; בתים שאינם קריאים מוצגים כ-�. יש לשמור אותו כ-UTF-8 מן התוכנה שבה נכתב.",
      "ar": "الملف هنا ليس نص UTF-8 سليمًا، وتظهر البايتات غير المقروءة هكذا �. احفظه بترميز UTF-8 من البرنامج الذي كُتب به.",
    ],
  ]

  /// Sentences about the body and the notes.
  // A sentence is one line.
  // swift-format-ignore
  static let bodyWordings: [Finding.Kind: [String: String]] = [
    .unclosedComment: [
      "en": "A comment begins here with <!-- and never ends; it is shown as text. Close it with -->.",
      "he": "כאן נפתחת הערה נסתרת ב-‎<!--‎ ואינה נסגרת; היא מוצגת כטקסט. יש לסגור אותה ב-‎-->‎.",
      "ar": "يبدأ هنا تعليق مخفي بـ ‎<!--‎ ولا ينتهي، فيظهر نصًا. أغلقه بـ ‎-->‎.",
    ],
    .idleComment: [
      "en": "The comment “{comment}” has no effect here: what it speaks of does not follow. Put it right before its list, or delete it.",
      "he": "להערה הנסתרת ״{comment}״ אין השפעה כאן: מה שהיא מדברת עליו אינו בא אחריה. יש לשים אותה ממש לפני הרשימה שלה, או למחוק אותה.",
      "ar": "لا أثر للتعليق المخفي «{comment}» هنا، إذ لا يليه ما يتحدث عنه. ضعه قبل قائمته مباشرة أو احذفه.",
    ],
    .rawHTML: [
      "en": "HTML is not used here and is shown as text: {html}. Write it as Markdown, or delete the tags.",
      "he": "תגיות HTML אינן בשימוש כאן ומוצגות כטקסט: {html}. יש לכתוב זאת ב-Markdown או למחוק את התגיות.",
      "ar": "وسوم HTML لا تُستعمل هنا وتظهر نصًا: {html}. اكتب ذلك بصيغة Markdown أو احذف الوسوم.",
    ],
    .nestedTooDeep: [
      "en": "Quotations, lists or marks stand too deep inside one another here; the innermost are shown flat. Take some levels away.",
      "he": "ציטוטים, רשימות או סימנים מקוננים כאן עמוק מדי; הפנימיים מוצגים בלי קינון. יש להפחית רמות.",
      "ar": "تتداخل هنا الاقتباسات أو القوائم أو العلامات أكثر مما ينبغي، فيظهر أعمقها بلا تداخل. قلّل المستويات.",
    ],
    .hiddenMark: [
      "en": "An invisible direction mark stands before the sign that opens this line; other programs would not see the sign. Delete what stands before it.",
      "he": "לפני הסימן שפותח שורה זו עומד תו כיווניות סמוי, ותוכנות אחרות לא יזהו את הסימן. יש למחוק את מה שלפניו.",
      "ar": "قبل العلامة التي تفتح هذا السطر محرف اتجاه خفي، ولن تتعرف برامج أخرى على العلامة. احذف ما قبلها.",
    ],
    .referenceTooLong: [
      "en": "The references to this definition would make the text more than {limit} times as long; it is shown as text. Shorten it, or write its address where it is meant.",
      "he": "ההפניות אל הגדרה זו היו מאריכות את הטקסט ליותר מפי {limit}, ולכן היא מוצגת כטקסט. יש לקצר אותה או לכתוב את הכתובת במקומה.",
      "ar": "ستطيل الإحالات إلى هذا التعريف النص أكثر من {limit} ضعفًا، فيظهر نصًا. اختصره أو اكتب العنوان في موضعه.",
    ],
    .tooManyMarks: [
      "en": "More than {limit} combining marks (points, accents) follow one another here. Delete those that are not meant.",
      "he": "יותר מ־{limit} סימנים מצטרפים (ניקוד, טעמים) באים כאן ברצף. יש למחוק את המיותרים.",
      "ar": "تتوالى هنا أكثر من {limit} علامة مركّبة (حركات، نبرات). احذف ما لا يُقصد منها.",
    ],
    .tooManyPictures: [
      "en": "A paragraph has more than {limit} pictures; from here on their signs are shown as text. Part the paragraph.",
      "he": "בפסקה יותר מ־{limit} תמונות; מכאן ואילך סימניהן מוצגים כטקסט. יש לחלק את הפסקה.",
      "ar": "في الفقرة أكثر من {limit} صورة؛ من هنا تظهر علاماتها نصًا. قسّم الفقرة.",
    ],
    .tableTooWide: [
      "en": "A table of {columns} columns is too large and is shown as text. Split it into smaller tables.",
      "he": "טבלה בת {columns} עמודות גדולה מדי ומוצגת כטקסט. יש לפצל אותה לטבלאות קטנות.",
      "ar": "جدول من {columns} عمودًا أكبر مما ينبغي، فيظهر نصًا. قسّمه إلى جداول أصغر.",
    ],
    .tableRowTooLong: [
      "en": "This row has more cells than the table's header; the surplus stands in its last cell. Take a bar | away, or add columns to the header.",
      "he": "בשורה זו יש יותר תאים מאשר בכותרת הטבלה; העודף עומד בתא האחרון. יש להסיר קו | או להוסיף עמודות לכותרת.",
      "ar": "في هذا الصف خلايا أكثر من رأس الجدول، والفائض في خليته الأخيرة. احذف خطًا | أو أضف أعمدة إلى الرأس.",
    ],
    .noteWithoutText: [
      "en": "Note [^{label}] is referred to here but has no text. Add “[^{label}]: …” at the end of the file, or delete the mark.",
      "he": "יש כאן הפניה להערה ‎[^{label}]‎ שאין לה טקסט. יש להוסיף בסוף הקובץ ‎[^{label}]: …‎, או למחוק את הסימן.",
      "ar": "هنا إحالة إلى الحاشية ‎[^{label}]‎ ولا نص لها. أضف في آخر الملف ‎[^{label}]: …‎ أو احذف العلامة.",
    ],
    .noteWithoutMark: [
      "en": "Nothing in the text refers to note [^{label}]. Put [^{label}] where it belongs, or delete the note.",
      "he": "שום דבר בטקסט אינו מפנה להערה ‎[^{label}]‎. יש לשים ‎[^{label}]‎ במקומו, או למחוק את ההערה.",
      "ar": "لا شيء في النص يحيل إلى الحاشية ‎[^{label}]‎. ضع ‎[^{label}]‎ في موضعها أو احذف الحاشية.",
    ],
    .noteTwice: [
      "en": "Note [^{label}] has a text already; this is a second one. Give it its own number, or delete one of the two.",
      "he": "להערה ‎[^{label}]‎ כבר יש טקסט, וזה טקסט שני. יש לתת לה מספר משלה או למחוק אחד מן השניים.",
      "ar": "للحاشية ‎[^{label}]‎ نص سابق، وهذا نص ثانٍ. أعطها رقمًا خاصًا بها أو احذف أحد النصين.",
    ],
    .noteInNote: [
      "en": "Note [^{label}] itself has a note. Readers find it, but print cannot show it: put its text into this note if you can.",
      "he": "בתוך הערה ‎[^{label}]‎ יש הפניה להערה. הקוראים ימצאו אותה, אבל בדפוס אי אפשר להראותה: מוטב לשלב את הטקסט בהערה זו.",
      "ar": "في الحاشية ‎[^{label}]‎ إحالة إلى حاشية. يجدها القارئ لكن الطباعة لا تُظهرها: الأفضل إدماج نصها في هذه الحاشية.",
    ],
    .noteInLink: [
      "en": "The mark of note [^{label}] stands inside a link. Move it behind the link's closing bracket.",
      "he": "הסימן של הערה ‎[^{label}]‎ עומד בתוך קישור. יש להעביר אותו אל אחרי הסוגר של הקישור.",
      "ar": "علامة الحاشية ‎[^{label}]‎ داخل رابط. انقلها إلى ما بعد قوس إغلاق الرابط.",
    ],
    .missingNote: [
      "en": "The text of note [^{label}] is missing in the source. Look it up in the printed article and put it in place of <!-- missing -->.",
      "he": "הטקסט של הערה ‎[^{label}]‎ חסר במקור. יש לחפש אותו במאמר המודפס ולכתוב אותו במקום ‎<!-- missing -->‎.",
      "ar": "نص الحاشية ‎[^{label}]‎ ناقص في المصدر. ابحث عنه في المقال المطبوع واكتبه مكان ‎<!-- missing -->‎.",
    ],
  ]
}
