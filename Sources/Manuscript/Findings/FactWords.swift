extension FindingSentences {
  /// Facts that are words themselves, by the fact's name, its value and the language.
  static let factWords: [String: [String: [String: String]]] = [
    "wanted": [
      "text": ["en": "a text", "he": "טקסט", "ar": "نص"],
      "list": [
        "en": "a list (each entry on a line of its own after -)",
        "he": "רשימה (כל פריט בשורה משלו אחרי -)", "ar": "قائمة (كل عنصر في سطر بعد -)",
      ],
      "mapping": [
        "en": "fields of its own, indented below it", "he": "שדות משלו, מוזחים מתחתיו",
        "ar": "حقول خاصة به بمسافة بادئة تحته",
      ],
      "flag": ["en": "true or false", "he": "true או false", "ar": "true أو false"],
      "number": ["en": "a whole number", "he": "מספר שלם", "ar": "عدد صحيح"],
    ],
    "what": [
      "article": ["en": "the article", "he": "המאמר", "ar": "المقال"],
      "page": ["en": "the page", "he": "העמוד", "ar": "الصفحة"],
      "text": ["en": "the article's text", "he": "הטקסט של המאמר", "ar": "نص المقال"],
    ],
    "problem": [
      "did not find expected key": [
        "en": "the name of a field was expected", "he": "היה צריך לבוא כאן שם של שדה",
        "ar": "كان المنتظر هنا اسم حقل",
      ],
      "mapping values are not allowed in this context": [
        "en": "a colon stands where none may stand", "he": "נקודתיים במקום שאינן מותרות בו",
        "ar": "نقطتان في موضع لا تجوزان فيه",
      ],
      "found character that cannot start any token": [
        "en": "a value may not begin with this sign", "he": "ערך אינו יכול להתחיל בסימן זה",
        "ar": "لا تبدأ قيمة بهذه العلامة",
      ],
      "could not find expected ':'": [
        "en": "a colon is missing", "he": "חסרות נקודתיים", "ar": "تنقص نقطتان",
      ],
      "found unexpected end of stream": [
        "en": "a quotation mark is not closed", "he": "מירכאות שלא נסגרו",
        "ar": "علامة اقتباس لم تُغلق",
      ],
      "did not find expected '-' indicator": [
        "en": "a hyphen of the list was expected", "he": "היה צריך לבוא כאן מקף של הרשימה",
        "ar": "كانت شرطة القائمة منتظرة هنا",
      ],
      "tab": [
        "en": "a tab stands here; fields are set in by spaces",
        "he": "יש כאן טאב; שדות מזיחים ברווחים", "ar": "هنا علامة جدولة؛ تُزاح الحقول بمسافات",
      ],
      "control characters are not allowed": [
        "en": "an invisible control character", "he": "תו בקרה סמוי", "ar": "محرف تحكم خفي",
      ],
    ],
  ]
}
