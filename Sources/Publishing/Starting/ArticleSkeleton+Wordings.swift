extension ArticleSkeleton.Wording {
  static let all = ["en": english, "he": hebrew, "ar": arabic]

  static let english = ArticleSkeleton.Wording(
    titleHint: "If it has quotation marks of this kind: \", put it in '…'.",
    authorHint:
      "Each begins with a line “- name:”. To use a line that begins with # and no space, delete the #.",
    citationHint: "“page” is the first page, or the first and the last: 5-21.",
    draftHint: "Remove this line to publish the article.")

  static let hebrew = ArticleSkeleton.Wording(
    titleHint: "אם יש בה גרשיים (צה\"ל), הקיפו את כולה בגרש בודד: '…'",
    authorHint:
      "כל אחד פותח בשורה “- name:”. כדי להשתמש בשורה שלפניה סולמית בלי רווח – מוחקים את הסולמית.",
    citationHint: "page הוא העמוד הראשון, או הראשון והאחרון: 5-21.",
    draftHint: "כדי לפרסם – מוחקים את השורה.")

  static let arabic = ArticleSkeleton.Wording(
    titleHint: "إن كانت فيه علامة \" فضعه كله بين علامتين مفردتين: '…'",
    authorHint:
      "يبدأ كلٌّ منهم بسطر “- name:”. لاستعمال سطر تسبقه علامة # بلا مسافة احذف العلامة.",
    citationHint: "page هي الصفحة الأولى، أو الأولى والأخيرة: 5-21.",
    draftHint: "لنشر المقال احذف هذا السطر.")
}
