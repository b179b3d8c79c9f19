import Manuscript

/// What the commands say to a person when all goes well, in the language of the terminal.
enum CommandWordings {
  static let built = Wording(
    en: """
      {output}: {articles:article|articles}, {files:file|files}, {changed} of them new or changed; \
      {errors:error|errors}, {warnings:warning|warnings}.
      """,
    he: """
      {output}: מאמרים: {articles}; קבצים: {files}, מהם חדשים או שונים: {changed}; \
      שגיאות: {errors}; אזהרות: {warnings}.
      """,
    ar: """
      {output}: المقالات: {articles}؛ الملفات: {files}، الجديد أو المتغيّر منها: {changed}؛ \
      الأخطاء: {errors}؛ التحذيرات: {warnings}.
      """)
  static let merged = Wording(
    en: "{output}: {articles:article|articles}, {files:file|files} of the search index.",
    he: "{output}: מאמרים: {articles}; קובצי מפתח החיפוש: {files}.",
    ar: "{output}: المقالات: {articles}؛ ملفات فهرس البحث: {files}.")
  static let searchKnows = Wording(
    en: "Search knows Hebrew forms by {dictionary}.",
    he: "החיפוש מכיר צורות עבריות לפי {dictionary}.",
    ar: "يعرف البحث صيغ العبرية بواسطة {dictionary}.")
  static let searchByRules = Wording(
    en: "Search knows Hebrew forms by rules alone: hspell is not installed.",
    he: "החיפוש מכיר צורות עבריות לפי כללים בלבד: hspell אינה מותקנת.",
    ar: "يعرف البحث صيغ العبرية بالقواعد وحدها: hspell غير مثبّت.")
  static let checks = Wording(
    en:
      "The articles' check finds {errors:error|errors}, {warnings:warning|warnings}, {notices:notice|notices}: “daf check” lists them.",
    he:
      "בדיקת המאמרים מצאה שגיאות: {errors}; אזהרות: {warnings}; לידיעה: {notices}. „daf check” מפרטת אותן.",
    ar:
      "وجد فحص المقالات أخطاء: {errors}؛ تحذيرات: {warnings}؛ للعلم: {notices}. يسردها «daf check»."
  )
  static let draftsHeldBack = Wording(
    en: """
      {drafts:draft is|drafts are} not in the site: {files}. “daf serve” shows drafts; to publish one, \
      delete the line “draft: true” at its head.
      """,
    he: """
      טיוטות שאינן באתר ({drafts}): {files}. „daf serve” מציגה טיוטות; כדי לפרסם טיוטה יש למחוק בראשה \
      את השורה draft: true.
      """,
    ar: """
      مسودات ليست في الموقع ({drafts}): {files}. يعرض «daf serve» المسودات؛ ولنشر مسودة احذف من رأسها \
      السطر draft: true.
      """)
  static let doubtfulHeldBack = Wording(
    en: """
      {drafts:doubtful conversion is|doubtful conversions are} not in the site: {files}. Correct what is \
      marked “check:” there by the print, then delete the line “draft: true” at its head.
      """,
    he: """
      המרות מסופקות שאינן באתר ({drafts}): {files}. יש לתקן לפי הדפוס את מה שמסומן בהן ב־check:, ואז \
      למחוק בראשן את השורה draft: true.
      """,
    ar: """
      تحويلات مشكوك فيها ليست في الموقع ({drafts}): {files}. صحّح وفق المطبوع ما عليه علامة check: فيها، \
      ثم احذف من رأسها السطر draft: true.
      """)
  static let checked = Wording(
    en:
      "{files:file|files}: {errors:error|errors}, {warnings:warning|warnings}, {notices:notice|notices}.",
    he: "קבצים: {files}; שגיאות: {errors}; אזהרות: {warnings}; לידיעה: {notices}.",
    ar: "الملفات: {files}؛ الأخطاء: {errors}؛ التحذيرات: {warnings}؛ للعلم: {notices}.")

  static let publicationReady = Wording(
    en: "{folder} is ready. GUIDE.md in it tells what to do; “daf serve {folder}” shows the site.",
    he: "{folder} מוכנה. GUIDE.md שבה מסביר מה לעשות; „daf serve {folder}” מציגה את האתר.",
    ar: "{folder} جاهز. يشرح GUIDE.md فيه ما العمل؛ ويعرض «daf serve {folder}» الموقع.")
  static let publicationComplete = Wording(
    en: "{folder} has all of it already; nothing was changed.",
    he: "ב־{folder} כבר יש הכול; דבר לא שונה.", ar: "في {folder} كل شيء من قبل؛ لم يتغيّر شيء.")
  static let articleReady = Wording(
    en: "{file} is ready to be filled in. “daf serve” shows it while you write.",
    he: "{file} מוכן למילוי. „daf serve” מציגה אותו בזמן הכתיבה.",
    ar: "{file} جاهز للتعبئة. يعرضه «daf serve» وأنت تكتب.")

  static let published = Wording(
    en: "{place}: {sent:file|files} sent, {removed} removed. This publish is kept as {name}.",
    he: "{place}: קבצים שנשלחו: {sent}; שהוסרו: {removed}. הפרסום נשמר בשם {name}.",
    ar: "{place}: الملفات المرسلة: {sent}؛ المحذوفة: {removed}. حُفظ هذا النشر باسم {name}.")
  static let takenBack = Wording(
    en:
      "{place}: {sent:file|files} sent, {removed} removed. What stands there now is {name}. The articles here are as they were: the next “daf publish” puts them online again.",
    he:
      "{place}: קבצים שנשלחו: {sent}; שהוסרו: {removed}. עתה עומד שם {name}. המאמרים כאן לא השתנו: „daf publish” הבאה תעלה אותם שוב.",
    ar:
      "{place}: الملفات المرسلة: {sent}؛ المحذوفة: {removed}. القائم هناك الآن {name}. المقالات هنا على حالها: سينشرها «daf publish» التالي من جديد."
  )
  static let wouldPublish = Wording(
    en: "{place}: {sent:file|files} would be sent, {removed} removed.",
    he: "{place}: קבצים שיישלחו: {sent}; שיוסרו: {removed}.",
    ar: "{place}: الملفات التي ستُرسل: {sent}؛ التي ستُحذف: {removed}.")
  static let nothingToPublish = Wording(
    en: "{place} has all of it already; nothing was sent.",
    he: "ב־{place} כבר יש הכול; דבר לא נשלח.",
    ar: "في {place} كل شيء من قبل؛ لم يُرسل شيء.")
  static let notPublished = Wording(
    en: "Nothing was published: correct the errors above first.",
    he: "דבר לא פורסם: יש לתקן תחילה את השגיאות שלמעלה.",
    ar: "لم يُنشر شيء: صحّح الأخطاء أعلاه أولًا.")

  static let portTaken = Wording(
    en: "The usual port is taken by another program.", he: "הפורט הרגיל תפוס בידי תוכנית אחרת.",
    ar: "المنفذ المعتاد يستعمله برنامج آخر.")
  static let portOccupied = Wording(
    en: "Another program serves on port {port}. End it, or name another: --port {next}.",
    he: "תוכנית אחרת משרתת בפורט {port}. יש לסיים אותה, או לנקוב באחר: ‎--port {next}.",
    ar: "يستعمل برنامج آخر المنفذ {port}. أنهه أو سمِّ غيره: ‎--port {next}.")
  static let portRefused = Wording(
    en: "Port {port} cannot be served on: {reason}.", he: "אי אפשר לשרת בפורט {port}: {reason}.",
    ar: "تعذّر استعمال المنفذ {port}: {reason}.")
  static let serving = Wording(
    en: "The preview is at {address} (Ctrl-C ends it).",
    he: "התצוגה המקדימה: {address} (לסיום: Ctrl-C).",
    ar: "المعاينة: {address} (للإنهاء: Ctrl-C).")
  static let polling = Wording(
    en: """
      The system watches no more folders for Daf, so changes are seen a second later. Raising \
      fs.inotify.max_user_watches (sysctl) mends that.
      """,
    he: """
      המערכת אינה עוקבת אחר תיקיות נוספות בעבור Daf, ולכן שינויים נראים באיחור של שנייה. \
      הגדלת fs.inotify.max_user_watches (sysctl) פותרת זאת.
      """,
    ar: """
      لا يراقب النظام مجلدات أخرى لـ Daf، فتظهر التغييرات بعد ثانية. يعالج ذلك رفع \
      fs.inotify.max_user_watches (sysctl).
      """)
  static let publicationBuilt = Wording(
    en: "The publication: built in {time} ms.", he: "האתר כולו נבנה ({time} אלפיות שנייה).",
    ar: "بُني الموقع كله ({time} جزء من ألف من الثانية).")
  static let filesBuilt = Wording(
    en: "{files}: built in {time} ms.", he: "{files}: נבנה ({time} אלפיות שנייה).",
    ar: "{files}: بُني ({time} جزء من ألف من الثانية).")
  static let filesAndOthers = Wording(
    en: "{file} and {number:other|others}", he: "{file} ועוד {number}", ar: "{file} و{number} غيره")
  static let samePages = Wording(
    en: " The pages are as they were.", he: " הדפים כפי שהיו.", ar: " الصفحات كما كانت.")
  static let more = Wording(
    en: "… and {number} more.", he: "… ועוד {number}.", ar: "… و{number} غيرها.")
  static let allMended = Wording(
    en: "Everything is mended.", he: "הכול תוקן.", ar: "أُصلح كل شيء.")
  static let mended = Wording(
    en: "{mended} mended or changed; {left} to look at.",
    he: "תוקנו או שונו: {mended}; נותרו: {left}.", ar: "أُصلح أو تغيّر: {mended}؛ بقي: {left}.")
}
