import Manuscript

/// What is said of arguments that cannot be followed.
enum ArgumentWordings {
  static let noSubcommand = Wording(
    en: "There is no subcommand “{value}”. “daf --help” lists them.",
    he: "אין פקודה „{value}”. „daf --help” מפרטת את הפקודות.",
    ar: "لا يوجد أمر «{value}». يسرد «daf --help» الأوامر.")
  static let noOption = Wording(
    en: "There is no option {value} here. “daf help {command}” lists them.",
    he: "אין כאן אפשרות {value}. „daf help {command}” מפרטת את האפשרויות.",
    ar: "لا يوجد هنا خيار {value}. يسرد «daf help {command}» الخيارات.")
  static let wantsValue = Wording(
    en: "--{option} wants a value after it.", he: "אחרי ‎--{option}‎ צריך לבוא ערך.",
    ar: "يحتاج ‎--{option}‎ إلى قيمة بعده.")
  static let wantsOneOf = Wording(
    en: "{option} wants one of {words}, not “{value}”.",
    he: "אחרי {option} צריך לבוא אחד מאלה: {words}, ולא „{value}”.",
    ar: "يحتاج {option} إلى واحد من {words} لا إلى «{value}».")
  static let wantsNumber = Wording(
    en: "{option} wants a number from {first} to {last}, not “{value}”.",
    he: "אחרי {option} צריך לבוא מספר מ־{first} עד {last}, ולא „{value}”.",
    ar: "يحتاج {option} إلى عدد من {first} إلى {last} لا إلى «{value}».")
  static let takesOneFolder = Wording(
    en: "daf {command} takes one folder, not {number}.",
    he: "הפקודה daf {command} מקבלת תיקייה אחת, ולא {number}.",
    ar: "يأخذ الأمر daf {command} مجلدًا واحدًا لا {number}.")
  static let takesOneTarget = Wording(
    en: "daf {command} takes one target, not {number}.",
    he: "הפקודה daf {command} מקבלת יעד אחד, ולא {number}.",
    ar: "يأخذ الأمر daf {command} هدفًا واحدًا لا {number}.")
  static let wantsOption = Wording(
    en: "daf {command} wants {option}.", he: "הפקודה daf {command} צריכה {option}.",
    ar: "يحتاج الأمر daf {command} إلى {option}.")
  static let wantsShard = Wording(
    en: "--shard wants a part such as 2/8, not “{value}”.",
    he: "אחרי ‎--shard‎ צריך לבוא חלק, למשל 2/8, ולא „{value}”.",
    ar: "يحتاج ‎--shard‎ إلى جزء مثل 2/8 لا إلى «{value}».")
  static let wantsSegments = Wording(
    en: "daf {command} wants folders of segments.",
    he: "הפקודה daf {command} צריכה תיקיות של מקטעים.",
    ar: "يحتاج الأمر daf {command} إلى مجلدات مقاطع.")
  static let wantsFile = Wording(
    en: "daf {command} wants one file.", he: "הפקודה daf {command} צריכה קובץ אחד.",
    ar: "يحتاج الأمر daf {command} إلى ملف واحد.")
  static let wantsFolder = Wording(
    en: "daf {command} wants one folder.", he: "הפקודה daf {command} צריכה תיקייה אחת.",
    ar: "يحتاج الأمر daf {command} إلى مجلد واحد.")
  static let wantsTitle = Wording(
    en: "daf new wants one title, in quotation marks.",
    he: "הפקודה daf new צריכה כותרת אחת, במירכאות.",
    ar: "يحتاج الأمر daf new إلى عنوان واحد بين علامتي اقتباس.")
  static let wantsQuery = Wording(
    en: "daf search wants words to look for.", he: "הפקודה daf search צריכה מילים לחיפוש.",
    ar: "يحتاج الأمر daf search إلى كلمات يبحث عنها.")
  static let noPath = Wording(
    en: "There is no file or folder “{value}”.", he: "אין קובץ או תיקייה „{value}”.",
    ar: "لا يوجد ملف ولا مجلد «{value}».")
  static let noFolder = Wording(
    en: "There is no folder {value}.", he: "אין תיקייה {value}.", ar: "لا يوجد مجلد {value}.")
  static let noArticles = Wording(
    en: "There are no articles in “{value}”.", he: "אין מאמרים בתיקייה „{value}”.",
    ar: "ليس في «{value}» مقالات.")
  static let noPublication = Wording(
    en: "There is no publication in “{value}”. “daf init” begins one.",
    he: "אין פרסום בתיקייה „{value}”. „daf init” פותחת פרסום.",
    ar: "ليس في «{value}» منشور. يبدأ «daf init» منشورًا.")
  static let noLanguage = Wording(
    en: "“{value}” is no language tag. Hebrew is he, Arabic ar, English en.",
    he: "„{value}” אינו תג של שפה. עברית היא he, ערבית ar, אנגלית en.",
    ar: "«{value}» ليس رمز لغة. العبرية he والعربية ar والإنجليزية en.")
  static let noTemplates = Wording(
    en: "Daf's own templates were not found, so none were copied.",
    he: "התבניות של דף לא נמצאו, ולכן לא הועתקו.",
    ar: "لم يُعثر على قوالب «دف»، فلم يُنسخ منها شيء.")
  static let templatesThere = Wording(
    en: "{value} is there already, so no templates were copied.",
    he: "{value} כבר קיימת, ולכן לא הועתקו תבניות.",
    ar: "{value} موجود من قبل، فلم تُنسخ قوالب.")
  static let articleThere = Wording(
    en: "{value} is there already. Give the article another address with --slug.",
    he: "{value} כבר קיימת. יש לתת למאמר כתובת אחרת ב־‎--slug.",
    ar: "{value} موجود من قبل. أعطِ المقال عنوانًا آخر بالخيار ‎--slug.")
  static let noPreviewFolder = Wording(
    en: "No folder for the preview's pages can be made.",
    he: "אי אפשר ליצור תיקייה לעמודי התצוגה המקדימה.",
    ar: "تعذّر إنشاء مجلد لصفحات المعاينة.")
  static let noPass = Wording(
    en: "There is no pass “{value}”. “daf help dump” lists them.",
    he: "אין שלב „{value}”. „daf help dump” מפרטת את השלבים.",
    ar: "لا توجد مرحلة «{value}». يسرد «daf help dump» المراحل.")
  static let noText = Wording(
    en: "{value} is no text: give a text file.", he: "{value} אינו טקסט: יש לתת קובץ טקסט.",
    ar: "{value} ليس نصًا: أعطِ ملف نص.")
  static let noKind = Wording(
    en: "There is no kind “{value}”. There are:", he: "אין סוג „{value}”. יש:",
    ar: "لا يوجد نوع «{value}». الموجود:")
}
