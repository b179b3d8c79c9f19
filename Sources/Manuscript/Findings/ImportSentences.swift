extension FindingSentences {
  /// What may be found in an import from another system.
  static let importWordings: [Finding.Kind: [String: String]] = [
    .importFormat: [
      "en":
        "This is neither an export of WordPress (WXR) nor one of Open Journal Systems (native XML). Papers are taken in by “daf convert”.",
      "he":
        "הקובץ אינו ייצוא של WordPress‏ (WXR) ולא של Open Journal Systems‏ (native XML). מאמרים בודדים נקלטים בפקודה „daf convert”.",
      "ar":
        "ليس هذا الملف تصديرًا من WordPress‏ (WXR) ولا من Open Journal Systems‏ (native XML). تُدخَل البحوث المفردة بالأمر «daf convert».",
    ],
    .importEmpty: [
      "en": "There are no articles and no pages in this export. Export the posts or the issues.",
      "he": "אין בייצוא הזה מאמרים או עמודים. יש לייצא את הרשומות או את הגיליונות.",
      "ar": "ليس في هذا التصدير مقالات ولا صفحات. صدّر المقالات أو الأعداد.",
    ],
    .importEdited: [
      "en":
        "This file was edited since it was imported, or was there before, and is left as it is. Move it away to import it anew.",
      "he": "הקובץ נערך מאז הייבוא, או היה קיים לפניו, ונשאר כפי שהוא. כדי לייבא מחדש יש להעבירו.",
      "ar": "حُرِّر هذا الملف بعد استيراده أو كان موجودًا قبله، فتُرك كما هو. انقله لتستورد من جديد.",
    ],
    .importFileAbsent: [
      "en":
        "The export names the file {name} without holding it. Save {address} beside the article, or name the folder of uploaded files with --uploads.",
      "he":
        "הייצוא מזכיר את הקובץ {name} ואינו מכיל אותו. יש לשמור את {address} לצד המאמר, או לנקוב בתיקיית הקבצים ב־‎--uploads.",
      "ar":
        "يذكر التصدير الملف {name} ولا يحويه. احفظ {address} بجانب المقال، أو سمِّ مجلد الملفات المرفوعة بالخيار ‎--uploads.",
    ],
    .importShortcode: [
      "en":
        "Codes of plug-ins were left in the text: {value}. Write what they showed, or delete them.",
      "he": "קודים של תוספים נשארו בטקסט: {value}. יש לכתוב במקומם את מה שהציגו, או למחוק.",
      "ar": "بقيت في النص رموز إضافات: {value}. اكتب ما كانت تعرضه أو احذفها.",
    ],
  ]
}
