extension FindingSentences {
  static let citationWordings: [Finding.Kind: [String: String]] = [
    .citationWithoutEntry: [
      "en":
        "The bibliography has no entry for “{citation}”. Add the entry, or correct "
        + "the name or the year.",
      "he": "אין ברשימת המקורות ערך ל„{citation}”. יש להוסיף ערך, או לתקן את השם או את השנה.",
      "ar": "لا يوجد في قائمة المراجع مدخل لـ«{citation}». أضف المدخل أو صحّح الاسم أو السنة.",
    ],
    .citationAmbiguous: [
      "en":
        "“{citation}” fits several entries of the bibliography, so it leads to "
        + "none. Add a letter to the year (2020a) in both places.",
      "he":
        "„{citation}” מתאים לכמה ערכים ברשימת המקורות, ולכן אינו מקושר. יש להוסיף "
        + "אות לשנה (2020א) בשני המקומות.",
      "ar":
        "«{citation}» يطابق عدة مداخل في قائمة المراجع، فلم يُربط بأيٍّ منها. أضف "
        + "حرفًا إلى السنة (2020أ) في الموضعين.",
    ],
    .entryNeverCited: [
      "en": "No citation in the text leads to this entry: “{entry}…”.",
      "he": "אין בגוף המאמר הפניה לערך הזה: „{entry}…”.",
      "ar": "لا توجد في النص إحالة إلى هذا المدخل: «{entry}…».",
    ],
    .ibidAfterMissingNote: [
      "en":
        "Note {label} refers to a note whose text is missing, so it leads nowhere. "
        + "Name the work in the note.",
      "he":
        "הערה {label} מפנה להערה שהטקסט שלה חסר, ולכן אינה מקושרת. יש לציין בהערה "
        + "את המקור עצמו.",
      "ar": "الحاشية {label} تحيل إلى حاشية نصها مفقود، فلم تُربط. اذكر المرجع نفسه في الحاشية.",
    ],
    .ibidAfterSeveralWorks: [
      "en":
        "Note {label} may mean any of several works named before it, so it leads "
        + "nowhere. Name the work in the note.",
      "he":
        "הערה {label} יכולה להתייחס לכמה מקורות שנזכרו לפניה, ולכן אינה מקושרת. יש "
        + "לציין בהערה את המקור עצמו.",
      "ar":
        "الحاشية {label} قد تعني أحد عدة مراجع ذُكرت قبلها، فلم تُربط. اذكر المرجع "
        + "نفسه في الحاشية.",
    ],
    .ibidWithoutWork: [
      "en":
        "Note {label} refers to a work named before, but none is found there. Name "
        + "the work in the note.",
      "he":
        "הערה {label} מפנה למקור שנזכר לפניה, אך לא נמצא שם מקור. יש לציין בהערה את "
        + "המקור עצמו.",
      "ar":
        "الحاشية {label} تحيل إلى مرجع سبق ذكره، لكن لا مرجع هناك. اذكر المرجع نفسه "
        + "في الحاشية.",
    ],
  ]
}
