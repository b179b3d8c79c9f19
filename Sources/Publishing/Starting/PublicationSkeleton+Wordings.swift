extension PublicationSkeleton.Wording {
  static let all = ["en": english, "he": hebrew, "ar": arabic]

  static let english = PublicationSkeleton.Wording(
    settings:
      "The publication's name. To use a line below that begins with # and no space, delete the #.",
    description: "A line about it.",
    url: "Where the site will stand. Feeds, the site map and citations need it.",
    languages: "The languages of the pages; the first is the publication's own.",
    menu: "Pages of Articles/pages that the menu leads to.",
    exampleFolder: "first-article",
    aboutTitle: "About the publication",
    guide: """
      # Your publication

      - `daf serve` shows the site on this computer and follows every change that you save.
      - `daf new "The title"` makes a folder in `Articles` with an article to fill in.
      - `daf convert paper.txt` makes an article of a paper's text; look for `check:` in it.
      - `daf check` lists what to correct, with file and line.
      - `daf build` makes the site in `Output`: plain files for any web server.
      - `daf publish` brings it to the place that `publish:` in `publication.yaml` names.

      `publication.yaml` holds the publication's name, address and menu. An article is one file,
      `Articles/NAME/article.md`; its pictures lie beside it. To change how pages look, put your own
      copies of Daf's templates into a folder `Templates` here (`daf init . --templates` copies
      them all).

      """)

  static let hebrew = PublicationSkeleton.Wording(
    settings: "שם הפרסום. כדי להשתמש בשורה שלפניה סולמית בלי רווח – מוחקים את הסולמית.",
    description: "שורה אחת על הפרסום.",
    url: "הכתובת שהאתר יעמוד בה. היא נחוצה לעדכונים (feed), למפת האתר ולציטוט.",
    languages: "שפות העמודים; הראשונה היא שפת הפרסום.",
    menu: "עמודים מתוך Articles/pages שהתפריט מוביל אליהם.",
    exampleFolder: "first-article",
    aboutTitle: "אודות הפרסום",
    guide: """
      # הפרסום שלכם

      - הפקודה `daf serve` מראה את האתר במחשב הזה, ומתעדכנת בכל שמירה.
      - הפקודה `daf new "הכותרת"` יוצרת בתיקייה `Articles` תיקייה ובה מאמר למילוי.
      - הפקודה `daf convert paper.txt` הופכת טקסט של מאמר למאמר; חפשו בו את המילה `check:`.
      - הפקודה `daf check` מפרטת מה יש לתקן, עם שם הקובץ ומספר השורה.
      - הפקודה `daf build` יוצרת את האתר בתיקייה `Output`: קבצים פשוטים לכל שרת.
      - הפקודה `daf publish` מעלה אותו אל המקום ששדה `publish:` ב־`publication.yaml` קובע.

      בקובץ `publication.yaml` שמורים שם הפרסום, כתובתו והתפריט. כל מאמר הוא קובץ אחד,
      `Articles/NAME/article.md`, והתמונות שלו מונחות לידו. כדי לשנות את מראה העמודים, שימו
      כאן בתיקייה `Templates` עותקים משלכם של התבניות (`daf init . --templates` מעתיקה את כולן).

      """)

  static let arabic = PublicationSkeleton.Wording(
    settings: "اسم المنشور. لاستعمال سطر تسبقه علامة # بلا مسافة احذف العلامة.",
    description: "سطر عن المنشور.",
    url: "العنوان الذي سيقوم عليه الموقع. تحتاج إليه الخلاصات وخريطة الموقع والاستشهادات.",
    languages: "لغات الصفحات، وأولاها لغة المنشور.",
    menu: "صفحات من Articles/pages تقود إليها القائمة.",
    exampleFolder: "first-article",
    aboutTitle: "عن المنشور",
    guide: """
      # منشوركم

      - الأمر `daf serve` يعرض الموقع على هذا الحاسوب ويتابع كل تغيير تحفظونه.
      - الأمر `daf new "العنوان"` ينشئ في المجلد `Articles` مجلدًا فيه مقال جاهز للملء.
      - الأمر `daf convert paper.txt` يحوّل نص ورقة إلى مقال؛ ابحثوا فيه عن `check:`.
      - الأمر `daf check` يعدّد ما ينبغي تصحيحه مع اسم الملف ورقم السطر.
      - الأمر `daf build` ينشئ الموقع في `Output`: ملفات عادية لأي خادم.
      - الأمر `daf publish` يضعه في المكان الذي يسميه `publish:` في `publication.yaml`.

      في `publication.yaml` اسم المنشور وعنوانه وقائمته. كل مقال ملف واحد،
      `Articles/NAME/article.md`، وصوره إلى جانبه. لتغيير مظهر الصفحات ضعوا نسخكم من القوالب في
      مجلد `Templates` هنا (الأمر `daf init . --templates` ينسخها كلها).

      """)
}
