extension FindingSentences {
  /// What may hinder a conversion.
  static let conversionWordings: [Finding.Kind: [String: String]] = [
    .paperEmpty: [
      "en": "There is not one letter in this file. Extract the paper's text again.",
      "he": "אין בקובץ אף אות. יש לחלץ שוב את הטקסט של המאמר.",
      "ar": "ليس في هذا الملف حرف واحد. استخرج نص البحث من جديد.",
    ],
    .paperBinary: [
      "en":
        "This file is no paper that Daf knows. It reads PDF, Word (DOCX), web pages, JATS, Markdown and texts: save the paper as one of these.",
      "he":
        "הקובץ אינו מאמר שדף מכיר. דף קורא PDF, ‏Word‏ (DOCX), דפי אינטרנט, JATS, ‏Markdown וטקסט: יש לשמור את המאמר כאחד מהם.",
      "ar":
        "ليس هذا الملف بحثًا يعرفه «دف». يقرأ PDF وWord (DOCX) وصفحات الويب وJATS وMarkdown والنصوص: احفظ البحث بإحداها.",
    ],
    .paperFormat: [
      "en":
        "Daf reads no papers from files of this kind ({format}). Save the paper as PDF, Word (DOCX), a web page or text.",
      "he":
        "דף אינו קורא מאמרים מקבצים מסוג זה ({format}). יש לשמור את המאמר כ־PDF, כ־Word‏ (DOCX), כדף אינטרנט או כטקסט.",
      "ar":
        "لا يقرأ «دف» البحوث من ملفات هذا النوع ({format}). احفظ البحث بصيغة PDF أو Word (DOCX) أو صفحة ويب أو نصًا.",
    ],
    .paperOfficeAbsent: [
      "en":
        "A paper in this format ({format}) is read by way of LibreOffice, which is not installed. Install it, or save the paper as Word (DOCX).",
      "he":
        "מאמר בתבנית זו ({format}) נקרא באמצעות LibreOffice, שאינה מותקנת. יש להתקין אותה או לשמור את המאמר כ־Word‏ (DOCX).",
      "ar":
        "يُقرأ البحث بهذه الصيغة ({format}) بواسطة LibreOffice وهو غير مثبّت. ثبّته أو احفظ البحث بصيغة Word (DOCX).",
    ],
    .paperOfficeFailed: [
      "en":
        "LibreOffice could not read this file ({format}). Open it in its program and save it as Word (DOCX).",
      "he":
        "LibreOffice לא הצליחה לקרוא את הקובץ ({format}). יש לפתוח אותו בתוכנה שלו ולשמור כ־Word‏ (DOCX).",
      "ar":
        "تعذّر على LibreOffice قراءة الملف ({format}). افتحه في برنامجه واحفظه بصيغة Word (DOCX).",
    ],
    .paperScanAbsent: [
      "en":
        "A scan is read by {program}, which is not installed (packages tesseract-ocr, tesseract-ocr-heb, tesseract-ocr-ara, poppler-utils).",
      "he":
        "סריקה נקראת באמצעות {program}, שאינה מותקנת (החבילות tesseract-ocr, ‏tesseract-ocr-heb, ‏tesseract-ocr-ara, ‏poppler-utils).",
      "ar":
        "تُقرأ الصورة الممسوحة بواسطة {program} وهو غير مثبّت (الحزم tesseract-ocr وtesseract-ocr-heb وtesseract-ocr-ara وpoppler-utils).",
    ],
    .paperScanFailed: [
      "en": "The scan could not be read. See whether its pages open in another program.",
      "he": "אי אפשר היה לקרוא את הסריקה. יש לבדוק אם דפיה נפתחים בתוכנה אחרת.",
      "ar": "تعذّرت قراءة الصورة الممسوحة. تحقق من أن صفحاتها تُفتح في برنامج آخر.",
    ],
    .paperDamaged: [
      "en": "The file is damaged (at {part}). Open it in its program and save it anew.",
      "he": "הקובץ פגום (ב־{part}). יש לפתוח אותו בתוכנה שלו ולשמור מחדש.",
      "ar": "الملف تالف (في {part}). افتحه في برنامجه واحفظه من جديد.",
    ],
    .paperTooLarge: [
      "en":
        "The file holds more than a paper can (64 MB of text, 400 MB in all when it is unpacked). Part it.",
      "he":
        "בקובץ יותר ממה שיכול להיות במאמר (‏64 מ״ב של טקסט, ‏400 מ״ב בסך הכול אחרי פריסה). יש לחלק אותו.",
      "ar":
        "في الملف أكثر مما يسعه بحث (64 ميغابايت من النص و400 ميغابايت في المجموع بعد فكّه). قسّمه.",
    ],
    .paperTooSlow: [
      "en":
        "Reading this file took longer than {seconds} seconds and was stopped. It may be damaged or very large: save it anew, or part it.",
      "he":
        "קריאת הקובץ ארכה יותר מ־{seconds} שניות ונעצרה. ייתכן שהוא פגום או גדול מאוד: יש לשמור אותו מחדש או לחלק אותו.",
      "ar":
        "استغرقت قراءة الملف أكثر من {seconds} ثانية فأُوقفت. لعله تالف أو كبير جدًا: احفظه من جديد أو قسّمه.",
    ],
    .paperStopped: [
      "en":
        "Reading this file failed within the limits of one gigabyte. It may be damaged: open it in its program and save it anew.",
      "he":
        "קריאת הקובץ נכשלה בתוך מגבלת ג׳יגה־בייט אחד. ייתכן שהוא פגום: יש לפתוח אותו בתוכנה שלו ולשמור מחדש.",
      "ar": "أخفقت قراءة الملف ضمن حدّ غيغابايت واحد. لعله تالف: افتحه في برنامجه واحفظه من جديد.",
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
    .paperBrokenText: [
      "en":
        "The letters of this text are not those of the printed pages: its words mix several scripts. It needs text recognition (OCR), or the paper in another format.",
      "he":
        "האותיות בטקסט זה אינן האותיות שבדפים המודפסים: מילותיו מערבבות כתבים שונים. דרוש זיהוי תווים (OCR), או המאמר בצורה אחרת.",
      "ar":
        "حروف هذا النص ليست حروف الصفحات المطبوعة: تختلط في كلماته خطوط مختلفة. يحتاج إلى تعرّف على الحروف (OCR)، أو إلى البحث بصيغة أخرى.",
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
