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
    .pdfLocked: [
      "en": "This PDF opens with a password only. Save it without one, then convert it.",
      "he": "ה־PDF נפתח בסיסמה בלבד. יש לשמור אותו בלי סיסמה ואז להמיר.",
      "ar": "لا يُفتح ملف PDF هذا إلا بكلمة مرور. احفظه من دونها ثم حوّله.",
    ],
    .pdfDamaged: [
      "en": "This PDF is damaged: {reason}. Save it anew from the program that it comes from.",
      "he": "ה־PDF פגום: {reason}. יש לשמור אותו מחדש מן התוכנה שבה נוצר.",
      "ar": "ملف PDF هذا تالف: {reason}. احفظه من جديد من البرنامج الذي صُنع به.",
    ],
    .pdfTooLarge: [
      "en": "This PDF has more {reason} than a paper has. Save the paper's own pages alone.",
      "he": "ב־PDF הזה יש יותר {reason} משיש במאמר. יש לשמור את דפי המאמר לבדם.",
      "ar": "في ملف PDF هذا من {reason} أكثر مما في بحث. احفظ صفحات البحث وحدها.",
    ],
    .pdfWithoutText: [
      "en": "The pages of this PDF are pictures without text. It needs text recognition (OCR).",
      "he": "דפי ה־PDF הם תמונות בלי טקסט. דרוש זיהוי תווים (OCR).",
      "ar": "صفحات ملف PDF هذا صور بلا نص. يحتاج إلى تعرّف على الحروف (OCR).",
    ],
    .pdfTextLies: [
      "en":
        "The text of this PDF is not what its pages show: {percent} of 100 letters or words are unknown. It needs text recognition (OCR), or the paper in another format.",
      "he":
        "הטקסט של ה־PDF אינו מה שדפיו מראים: {percent} מכל 100 אותיות או מילים אינן מוכרות. דרוש זיהוי תווים (OCR), או המאמר בצורה אחרת.",
      "ar":
        "نص ملف PDF هذا ليس ما تُظهره صفحاته: {percent} من كل 100 حرف أو كلمة غير معروفة. يحتاج إلى تعرّف على الحروف (OCR)، أو إلى البحث بصيغة أخرى.",
    ],
    .paperEncoding: [
      "en": "The file's encoding is not known. Save it as UTF-8.",
      "he": "קידוד הקובץ אינו מוכר. יש לשמור אותו כ־UTF-8.",
      "ar": "ترميز الملف غير معروف. احفظه بترميز UTF-8.",
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
