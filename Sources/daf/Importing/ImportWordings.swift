import Manuscript

/// What `daf import` says besides findings.
enum ImportWordings {
  static let imported = Wording(
    en: "{made} of {all:article or page|articles and pages} imported.",
    he: "יובאו {made} מתוך {all} מאמרים ועמודים.",
    ar: "استُورد {made} من {all} من المقالات والصفحات.")
  static let leftOut = Wording(
    en: "Left out, for a publication has nothing of the kind: {kinds}.",
    he: "הושמטו, כי אין כאלה בפרסום: {kinds}.", ar: "تُرك ما ليس في المنشور مثله: {kinds}.")
}
