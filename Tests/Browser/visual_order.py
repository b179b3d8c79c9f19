"""Sentences whose order on the page was written down by hand, as a reader of the language sees it.

Each case is the language of the article, the sentence as it stands in the file, and the pieces of
the line in the order in which the eye meets them: from the right in Hebrew and Arabic, from the left
in English. A piece of Hebrew or Arabic letters is read from the right, any other from the left: the
piece "88.4%" has its percent sign on the right, and the pieces "%", "٨٨٫٤" in an Arabic sentence
(which is met from the right) would have it on the right of the number. Spaces are not compared; a
note's mark is its number.
"""

CASES = [
    # Year, full stop, note mark.
    ("he", "ההסכם נחתם בשנת 2023.[^1]", ["ההסכם", "נחתם", "בשנת", "2023", ".", "1"]),
    ("ar", "وُقّع الاتفاق سنة 2023.[^1]", ["وُقّع", "الاتفاق", "سنة", "2023", ".", "1"]),
    ("ar", "وقع الاتفاق سنة ٢٠٢٣.[^2]", ["وقع", "الاتفاق", "سنة", "٢٠٢٣", ".", "2"]),
    ("en", "The treaty was signed in 2023.[^1]", ["The", "treaty", "was", "signed", "in", "2023", ".", "1"]),
    ("he", "כך נכתב בדוח NATO 2023.[^2]", ["כך", "נכתב", "בדוח", "NATO", "2023", ".", "2"]),
    # Latin in brackets.
    ("he", "המושג עוצמה רכה (soft power) נטבע אז.", ["המושג", "עוצמה", "רכה", "(", "soft power", ")", "נטבע", "אז", "."]),
    ("ar", "مفهوم القوة الناعمة (soft power) قديم.", ["مفهوم", "القوة", "الناعمة", "(", "soft power", ")", "قديم", "."]),
    ("he", "האיחוד האירופי (EU) הודיע.", ["האיחוד", "האירופי", "(", "EU", ")", "הודיע", "."]),
    ("en", "The Hebrew word צבא (army) is older.", ["The", "Hebrew", "word", "צבא", "(", "army", ")", "is", "older", "."]),
    # Numbers with signs, separators, ranges.
    ("he", "שיעור של 88.4% מן הנשאלים.", ["שיעור", "של", "88.4%", "מן", "הנשאלים", "."]),
    ("he", "בשנים 1985–2020 חל שינוי.", ["בשנים", "1985–2020", "חל", "שינוי", "."]),
    ("he", "בעמודים 112-118 לעיל.", ["בעמודים", "112-118", "לעיל", "."]),
    ("he", "הטמפרטורה ירדה ל -5 מעלות.", ["הטמפרטורה", "ירדה", "ל", "-5", "מעלות", "."]),
    ("he", "קמה ב-1948 ושינתה הכול.", ["קמה", "ב", "-", "1948", "ושינתה", "הכול", "."]),
    ("he", "שולמו 1,250,000 ₪ ביום 12/5/2020.", ["שולמו", "1,250,000", "₪", "ביום", "12/5/2020", "."]),
    ("ar", "بين ١٩٨٥–٢٠٢٠ تغيّر كل شيء.", ["بين", "١٩٨٥", "–", "٢٠٢٠", "تغيّر", "كل", "شيء", "."]),
    ("ar", "بلغت النسبة ٨٨٫٤٪ تقريبا.", ["بلغت", "النسبة", "٨٨٫٤", "٪", "تقريبا", "."]),
    ("ar", "في ص ٣٦-٣٧ من الكتاب.", ["في", "ص", "٣٦", "-", "٣٧", "من", "الكتاب", "."]),
    # Addresses and identifiers.
    ("he", "ראו <https://example.org/a/b?c=1>; להלן.", ["ראו", "https://example.org/a/b?c=1", ";", "להלן", "."]),
    ("he", "הכתובת office@example.org. פנו אלינו.", ["הכתובת", "office@example.org", ".", "פנו", "אלינו", "."]),
    ("ar", "المعرف doi:10.1000/182 متاح.", ["المعرف", "doi:10.1000/182", "متاح", "."]),
    # Gershayim and quotation marks.
    ("he", 'דובר צה"ל אמר: "לא נסוגונו".', ["דובר", "צה", '"', "ל", "אמר", ":", '"', "לא", "נסוגונו", '"', "."]),
    ("he", 'בין "hard power" ובין "soft power".', ["בין", '"', "hard power", '"', "ובין", '"', "soft power", '"', "."]),
    ("en", 'He wrote צה"ל 2018 on it.', ["He", "wrote", 'צה"ל', "2018", "on", "it", "."]),
    # Brackets in brackets, citations.
    ("he", "כפי שנטען (Swistek, 2012; Leahy, 2014: 15–17) מאז.",
     ["כפי", "שנטען", "(", "Swistek, 2012; Leahy, 2014: 15–17", ")", "מאז", "."]),
    ("he", "כפי שנטען [ראו Smith (2020)] מאז.", ["כפי", "שנטען", "[", "ראו", "Smith (2020)", "]", "מאז", "."]),
    ("ar", "كما ورد (Drab 2018, 59-60) من قبل.", ["كما", "ورد", "(", "Drab 2018, 59-60", ")", "من", "قبل", "."]),
    ("ar", "كما ورد (الحمود ٢٠٢٣م، ٦) من قبل.", ["كما", "ورد", "(", "الحمود", "٢٠٢٣", "م", "،", "٦", ")", "من", "قبل", "."]),
    # A name and a number of something else after it.
    ("he", "חברות NATO, 27 מדינות בסך הכול.", ["חברות", "NATO", ",", "27", "מדינות", "בסך", "הכול", "."]),
    ("he", "הטילים S-400 ו־F-35 נמכרו.", ["הטילים", "S-400", "ו", "־", "F-35", "נמכרו", "."]),
    ("ar", "طائرات F-16 و 12 دبابة.", ["طائرات", "F-16", "و", "12", "دبابة", "."]),
    ("he", "נמצא כי p < 0.05 בלבד.", ["נמצא", "כי", "p < 0.05", "בלבד", "."]),
]


def is_right_to_left(character):
    return 0x0590 <= ord(character) <= 0x08FF and not character.isdigit() and character not in "٫٬٪،"


def expected(language, pieces):
    """The characters of a line from its beginning on, without spaces and vowel points."""
    line = []
    for piece in pieces:
        letters = [c for c in piece if not c.isspace() and not 0x064B <= ord(c) <= 0x0652]
        turned = any(map(is_right_to_left, letters)) == (language == "en")
        line += reversed(letters) if turned else letters
    return "".join(line)


# Gives the characters of each paragraph in the order of their places, from the line's beginning on.
MEASURE = """
(paragraphs) => paragraphs.map((paragraph) => {
  paragraph.style.whiteSpace = "nowrap";
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const places = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let index = 0; index < node.length; index += 1) {
      const character = node.data[index];
      if (/[\\s\\u064B-\\u0652]/.test(character)) continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const box = range.getClientRects()[0];
      places.push({ character, x: (box.left + box.right) / 2 });
    }
  }
  const sign = getComputedStyle(paragraph).direction === "rtl" ? -1 : 1;
  return places.sort((a, b) => sign * (a.x - b.x)).map((place) => place.character).join("");
})
"""


def write_articles(folder, cases):
    """An article for each language with its sentences, each a paragraph; gives the languages."""
    languages = sorted({language for language, _, _ in cases})
    for language in languages:
        sentences = [text for own, text, _ in cases if own == language]
        article = folder / "Articles" / f"order-{language}" / "article.md"
        article.parent.mkdir(parents=True)
        article.write_text(
            f"---\ntitle: Order\nlang: {language}\n---\n\n" + "\n\n".join(sentences)
            + "\n\n[^1]: One.\n[^2]: Two.\n", "utf-8")
    return languages
