import Manuscript

/// What `daf search` says beside what it found.
enum SearchWordings {
  static let missing = Wording(
    en:
      "There is no {path} in the site: build it with “daf build”, or say where it is with --site.",
    he: "אין באתר {path}: יש לבנות אותו ב־„daf build”, או לומר היכן הוא ב־‎--site.",
    ar: "ليس في الموقع {path}: ابنه بالأمر «daf build»، أو اذكر موضعه بالخيار ‎--site.")
  static let damaged = Wording(
    en: "{path} is damaged: build the site anew with “daf build”.",
    he: "{path} פגום: יש לבנות את האתר מחדש ב־„daf build”.",
    ar: "{path} تالف: ابنِ الموقع من جديد بالأمر «daf build».")
  static let version = Wording(
    en: "{path} is of format {version}, which this Daf does not read: build the site anew.",
    he: "{path} הוא בתבנית {version}, שדף זה אינו קורא: יש לבנות את האתר מחדש.",
    ar: "{path} بصيغة {version} التي لا يقرؤها هذا الإصدار: ابنِ الموقع من جديد.")
  static let takenAs = Wording(
    en: "Taken as: {words}", he: "נקרא כך: {words}", ar: "فُهم هكذا: {words}")
  static let nowhere = Wording(
    en: "Nowhere: {words}", he: "לא נמצא בשום מקום: {words}", ar: "لا يوجد في موضع: {words}")
  static let found = Wording(
    en: "{number:article|articles}", he: "מאמרים: {number}", ar: "المقالات: {number}")
}
