extension FindingSentences {
  /// What may be wrong with a publication as a whole.
  static let publishingWordings: [Finding.Kind: [String: String]] = [
    .unsafeAddress: [
      "en": "“{address}” in {key} cannot be a link. Write an address that begins with https://.",
      "he": "„{address}” בשדה {key} אינו יכול לשמש קישור. יש לכתוב כתובת שתחילתה https://.",
      "ar": "لا يصلح «{address}» في {key} رابطًا. اكتب عنوانًا يبدأ بـ https://.",
    ],
    .wrongLanguageTag: [
      "en": "“{value}” in {key} is no language tag. Write one such as he, ar or en.",
      "he": "„{value}” בשדה {key} אינו תג שפה. יש לכתוב תג כגון he, ar או en.",
      "ar": "«{value}» في {key} ليس رمز لغة. اكتب رمزًا مثل he أو ar أو en.",
    ],
    .sameAddress: [
      "en":
        "{other} has the address “{address}” already, so this one is left out. Give one of the two another “slug”.",
      "he":
        "הכתובת „{address}” כבר שייכת ל־{other}, ולכן הקובץ הזה הושמט. יש לתת לאחד מהשניים „slug” אחר.",
      "ar": "العنوان «{address}» لـ {other} من قبل، فتُرك هذا الملف. أعط أحدهما «slug» آخر.",
    ],
    .wrongSlug: [
      "en": "“{value}” cannot be an address; “{address}” is used. Use letters, digits and hyphens.",
      "he":
        "„{value}” אינו יכול לשמש כתובת; במקומו נכתב „{address}”. יש להשתמש באותיות, בספרות ובמקפים.",
      "ar": "لا يصلح «{value}» عنوانًا؛ استُعمل «{address}». استعمل حروفًا وأرقامًا وشرطات.",
    ],
    .wrongAlias: [
      "en":
        "The older address “{value}” cannot be kept: it is taken, or leads out of the site. Correct or remove it under “aliases”.",
      "he":
        "אי אפשר לשמר את הכתובת הישנה „{value}”: היא תפוסה או מובילה אל מחוץ לאתר. יש לתקן אותה או להסיר אותה מ־„aliases”.",
      "ar":
        "لا يمكن إبقاء العنوان القديم «{value}»: إنه مستعمل أو يقود إلى خارج الموقع. صحّحه أو احذفه من «aliases».",
    ],
    .unknownArticle: [
      "en":
        "{key} names the article “{value}”, and there is none with that address. Correct the address.",
      "he": "בשדה {key} נזכר המאמר „{value}”, ואין מאמר בכתובת זו. יש לתקן את הכתובת.",
      "ar": "يذكر {key} المقالة «{value}»، ولا مقالة بهذا العنوان. صحّح العنوان.",
    ],
    .futureDate: [
      "en":
        "{key} is {value}, which is still to come: the article stands first in lists and is left out of the feed until then. Correct the date, or keep the article a draft.",
      "he":
        "בשדה {key} התאריך {value}, שעדיין לא הגיע: המאמר ראשון ברשימות, ועד אז אינו בהזנה. יש לתקן את התאריך או להשאיר את המאמר טיוטה.",
      "ar":
        "التاريخ {value} في {key} لم يحن بعد: تتصدر المقالة القوائم ولا تدخل الخلاصة حتى ذلك اليوم. صحّح التاريخ أو أبقِ المقالة مسودة.",
    ],
    .unknownPage: [
      "en":
        "{key} names the page “{value}”, and there is no Articles/pages/{value}.md. Add it or correct the name.",
      "he":
        "בשדה {key} נזכר הדף „{value}”, ואין קובץ Articles/pages/{value}.md. יש להוסיף אותו או לתקן את השם.",
      "ar":
        "يذكر {key} الصفحة «{value}»، ولا وجود لـ Articles/pages/{value}.md. أضفه أو صحّح الاسم.",
    ],
    .missingFile: [
      "en": "The file “{value}” is not in the article's folder. Put it there or correct its name.",
      "he": "הקובץ „{value}” אינו בתיקיית המאמר. יש להניח אותו שם או לתקן את שמו.",
      "ar": "الملف «{value}» ليس في مجلد المقالة. ضعه فيه أو صحّح اسمه.",
    ],
    .refusedFile: [
      "en":
        "The file “{value}” is not taken: files come from inside the article's folder, are no links, and are pictures or documents.",
      "he":
        "הקובץ „{value}” אינו נלקח: קבצים באים מתוך תיקיית המאמר, אינם קישורים, והם תמונות או מסמכים.",
      "ar":
        "لم يؤخذ الملف «{value}»: تأتي الملفات من داخل مجلد المقالة، ولا تكون وصلات، وتكون صورًا أو مستندات.",
    ],
    .activePicture: [
      "en":
        "The drawing “{value}” holds things that can act ({parts}); they are left out. Save it as a plain SVG.",
      "he":
        "בציור „{value}” יש דברים שיכולים לפעול ({parts}), והם הושמטו. יש לשמור אותו כ־SVG פשוט.",
      "ar": "في الرسم «{value}» أشياء قد تعمل ({parts})، فحُذفت. احفظه ملف SVG بسيطًا.",
    ],
    .foreignOutput: [
      "en":
        "This folder was not made by Daf and is left alone. Name another with --output, or empty it first.",
      "he":
        "התיקייה לא נוצרה בידי דף, ולכן לא נגענו בה. יש לציין תיקייה אחרת ב־--output או לרוקן אותה תחילה.",
      "ar": "لم ينشئ دف هذا المجلد، فتُرك كما هو. سمِّ مجلدًا آخر بـ --output، أو أفرغه أولًا.",
    ],
    .outputInArticles: [
      "en":
        "The site cannot stand among the articles or templates. Name another folder with --output.",
      "he": "האתר אינו יכול לעמוד בין המאמרים או התבניות. יש לציין תיקייה אחרת ב־--output.",
      "ar": "لا يمكن أن يقع الموقع بين المقالات أو القوالب. سمِّ مجلدًا آخر بـ --output.",
    ],
    .unwritableFile: [
      "en": "This cannot be written: {reason}.",
      "he": "אי אפשר לכתוב לכאן: {reason}.",
      "ar": "تعذّرت الكتابة هنا: {reason}.",
    ],
    .damagedSegment: [
      "en":
        "This is no segment of this version of Daf, or it is damaged. Make it again with “daf analyse”.",
      "he": "זה אינו מקטע של גרסה זו של דף, או שהוא פגום. יש להפיק אותו שוב בפקודה „daf analyse”.",
      "ar": "ليس هذا مقطعًا من إصدار دف هذا، أو أنه تالف. أنشئه ثانية بالأمر «daf analyse».",
    ],
    .programFailed: [
      "en":
        "This program is installed but did not do its work, and what it makes is missing in the site: {reason}. Build again, or repair the program.",
      "he":
        "התוכנית מותקנת אך לא עשתה את מלאכתה, ומה שהיא מפיקה חסר באתר: {reason}. יש לבנות שוב או לתקן את התוכנית.",
      "ar":
        "البرنامج مثبت لكنه لم يؤدِّ عمله، وما ينتجه غائب عن الموقع: {reason}. أعد البناء أو أصلح البرنامج.",
    ],
    .missingArticles: [
      "en":
        "There is no folder “Articles” here. Start the command in the publication's folder, or name that folder.",
      "he": "אין כאן תיקייה „Articles”. יש להפעיל את הפקודה בתיקיית הפרסום או לציין אותה.",
      "ar": "لا يوجد هنا مجلد «Articles». شغّل الأمر في مجلد المنشور أو سمِّه.",
    ],
    .missingURL: [
      "en":
        "The site's address is not known, so feeds, the site map and what citations, catalogues and search engines read of each article give none. Write it, for example:  url: https://journal.example.org/",
      "he":
        "כתובת האתר אינה ידועה, ולכן היא חסרה בעדכונים (feed), במפת האתר, ובמה שציטוטים, קטלוגים ומנועי חיפוש קוראים על כל מאמר. יש לכתוב אותה, למשל:  url: https://journal.example.org/",
      "ar":
        "عنوان الموقع غير معروف، فتخلو منه الخلاصات وخريطة الموقع وما تقرؤه الاستشهادات والفهارس ومحركات البحث عن كل مقالة. اكتبه مثلًا:  url: https://journal.example.org/",
    ],
    .missingFont: [
      "en":
        "The font “{value}” is not installed here, so readers see their own letters. Install it (in Debian: culmus, fonts-noto-core, fonts-linuxlibertine), or name another under “theme: fonts”.",
      "he":
        "הגופן „{value}” אינו מותקן כאן, ולכן הקוראים רואים גופן משלהם. יש להתקין אותו (ב־Debian: culmus, fonts-noto-core, fonts-linuxlibertine) או לציין גופן אחר תחת „theme: fonts”.",
      "ar":
        "الخط «{value}» غير مثبت هنا، فيرى القراء خطوطهم. ثبّته (في Debian: culmus وfonts-noto-core وfonts-linuxlibertine)، أو سمِّ خطًا آخر تحت «theme: fonts».",
    ],
    .wrongColour: [
      "en": "“{value}” in {key} is no colour. Write one such as #0b5566.",
      "he": "„{value}” בשדה {key} אינו צבע. יש לכתוב צבע כגון #0b5566.",
      "ar": "«{value}» في {key} ليس لونًا. اكتب لونًا مثل #0b5566.",
    ],
    .missingTemplates: [
      "en":
        "Templates were not found: put the folder “Templates” beside Articles, or name it with DAF_TEMPLATES.",
      "he":
        "לא נמצאו תבניות: יש להניח את התיקייה „Templates” לצד Articles, או לציין אותה ב־DAF_TEMPLATES.",
      "ar": "لم توجد القوالب: ضع مجلد «Templates» بجانب Articles، أو سمِّه بـ DAF_TEMPLATES.",
    ],
  ]
}
