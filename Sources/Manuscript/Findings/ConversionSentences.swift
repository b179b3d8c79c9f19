extension FindingSentences {
  /// What may hinder a conversion.
  static let conversionWordings: [Finding.Kind: [String: String]] = [
    .paperEmpty: [
      "en": "There is not one letter in this file. Extract the paper's text again.",
      "he": "אין בקובץ אף אות. יש לחלץ שוב את הטקסט של המאמר.",
      "ar": "ليس في هذا الملف حرف واحد. استخرج نص البحث من جديد.",
    ],
    .paperBinary: [
      "en": "This is no text file. Extract the paper's text first (for a PDF: pdftotext).",
      "he": "זה אינו קובץ טקסט. יש לחלץ תחילה את הטקסט של המאמר (מ־PDF: pdftotext).",
      "ar": "ليس هذا ملفًا نصيًا. استخرج نص البحث أولًا (من PDF: pdftotext).",
    ],
    .paperEncoding: [
      "en": "The file's encoding is not known. Save it as UTF-8.",
      "he": "קידוד הקובץ אינו מוכר. יש לשמור אותו כ־UTF-8.",
      "ar": "ترميز الملف غير معروف. احفظه بترميز UTF-8.",
    ],
    .paperBrokenText: [
      "en":
        "The letters of this text are not those that are printed: the file's own table of letters is broken. Try character recognition (OCR) on its pages.",
      "he":
        "האותיות בטקסט אינן האותיות שנדפסו: טבלת האותיות של הקובץ פגומה. כדאי לנסות זיהוי תווים (OCR) של עמודיו.",
      "ar":
        "حروف هذا النص ليست المطبوعة: جدول حروف الملف معطوب. جرّب التعرف الضوئي على الحروف (OCR) في صفحاته.",
    ],
    .paperLegacyEncoding: [
      "en": "The file was read as {encoding}. If letters are wrong, save it as UTF-8.",
      "he": "הקובץ נקרא לפי {encoding}. אם האותיות שגויות, יש לשמור אותו כ־UTF-8.",
      "ar": "قُرئ الملف بترميز {encoding}. إن كانت الحروف خاطئة فاحفظه بترميز UTF-8.",
    ],
    .articleEdited: [
      "en":
        "{article} was edited since its conversion and is left as it is. “--force” converts anew and keeps the edited article beside the new one.",
      "he":
        "{article} נערך מאז ההמרה ונשאר כפי שהוא. „--force” ממיר מחדש ושומר את המאמר הערוך לצד החדש.",
      "ar":
        "حُرِّر {article} بعد تحويله فتُرك كما هو. الخيار «--force» يحوّل من جديد ويحفظ المقال المحرَّر بجانب الجديد.",
    ],
    .articleOfOtherPaper: [
      "en":
        "{article} was made of another paper and is left as it is. “{option}” puts this one elsewhere; “--force” puts it here and keeps the earlier article beside it.",
      "he":
        "{article} נוצר ממאמר אחר ונשאר כפי שהוא. „{option}” שם את זה במקום אחר; „--force” שם אותו כאן ושומר את הקודם לצדו.",
      "ar":
        "صُنع {article} من بحث آخر فتُرك كما هو. الخيار «{option}» يضع هذا في موضع آخر؛ و«--force» يضعه هنا ويحفظ المقال السابق بجانبه.",
    ],
  ]
}
