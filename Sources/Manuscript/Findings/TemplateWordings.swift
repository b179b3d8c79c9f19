extension FindingSentences {
  /// What may be wrong with a template.
  static let templateWordings: [Finding.Kind: [String: String]] = [
    .templateUnclosedTag: [
      "en": "The tag “{key}” is not closed. End it with “}}”.",
      "he": "התג „{key}” אינו סגור. יש לסיים אותו ב־„}}”.",
      "ar": "الوسم «{key}» غير مغلق. أنهِه بـ «}}».",
    ],
    .templateUnclosedSection: [
      "en": "“{key}” is opened here and never ended. Add “{{/{key}}}”.",
      "he": "„{key}” נפתח כאן ואינו נסגר. יש להוסיף „{{/{key}}}”.",
      "ar": "فُتح «{key}» هنا ولم يُغلق. أضف «{{/{key}}}».",
    ],
    .templateStrayEnd: [
      "en":
        "“{{/{key}}}” ends something that was never opened. Remove it or open “{key}” before it.",
      "he": "„{{/{key}}}” סוגר דבר שלא נפתח. יש להסיר אותו או לפתוח את „{key}” לפניו.",
      "ar": "«{{/{key}}}» يغلق ما لم يُفتح. احذفه أو افتح «{key}» قبله.",
    ],
    .templateWrongEnd: [
      "en":
        "“{{/{key}}}” stands where “{{/{expected}}}” is awaited: end what was opened last first.",
      "he":
        "„{{/{key}}}” עומד במקום שבו מצופה „{{/{expected}}}”: יש לסגור תחילה את מה שנפתח אחרון.",
      "ar": "«{{/{key}}}» في موضع «{{/{expected}}}»: أغلق أولًا آخر ما فُتح.",
    ],
    .templateBadName: [
      "en": "“{key}” is no tag: it needs one name without spaces.",
      "he": "„{key}” אינו תג: נדרש שם אחד בלי רווחים.",
      "ar": "«{key}» ليس وسمًا: لا بد من اسم واحد بلا مسافات.",
    ],
    .templateBadDelimiters: [
      "en":
        "“{key}” does not set delimiters: write two, with a space between them, as in “{{=<% %>=}}”.",
      "he": "„{key}” אינו קובע תוחמים: יש לכתוב שניים וביניהם רווח, כמו „{{=<% %>=}}”.",
      "ar": "«{key}» لا يحدد المحدِّدات: اكتب اثنين بينهما مسافة، مثل «{{=<% %>=}}».",
    ],
    .templateMissing: [
      "en": "There is no template “{key}”. Add the file {key}.mustache or correct the name.",
      "he": "אין תבנית „{key}”. יש להוסיף את הקובץ {key}.mustache או לתקן את השם.",
      "ar": "لا يوجد قالب «{key}». أضف الملف {key}.mustache أو صحّح الاسم.",
    ],
    .templateTooDeep: [
      "en": "“{key}” goes too deep: templates include one another without end. Break the circle.",
      "he": "„{key}” עמוק מדי: תבניות כוללות זו את זו בלי סוף. יש לשבור את המעגל.",
      "ar": "«{key}» أعمق مما ينبغي: قوالب يتضمن بعضها بعضًا بلا نهاية. اكسر الدائرة.",
    ],
    .templateTooLarge: [
      "en":
        "The page grows without end here, at “{key}”. Look for lists inside lists, and for templates that include others again and again.",
      "he":
        "הדף גדל כאן בלי סוף, ב„{key}”. יש לחפש רשימות בתוך רשימות ותבניות שכוללות אחרות שוב ושוב.",
      "ar":
        "تكبر الصفحة هنا بلا نهاية، عند «{key}». ابحث عن قوائم داخل قوائم وعن قوالب تتضمن غيرها مرارًا.",
    ],
    .templateNotUTF8: [
      "en": "The template is not UTF-8. Save it in that encoding.",
      "he": "התבנית אינה ב־UTF-8. יש לשמור אותה בקידוד זה.",
      "ar": "القالب ليس بترميز UTF-8. احفظه بهذا الترميز.",
    ],
    .templateUnknownKey: [
      "en":
        "Nothing here is called “{key}”. Templates/README.md lists what this template is given.",
      "he": "אין כאן דבר בשם „{key}”. הקובץ Templates/README.md מפרט מה התבנית מקבלת.",
      "ar": "لا شيء هنا باسم «{key}». يعدّد Templates/README.md ما يُعطى لهذا القالب.",
    ],
  ]
}
