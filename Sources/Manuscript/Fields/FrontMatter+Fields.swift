extension FrontMatter {
  /// The keys of front matter, in the order in which they are written.
  public static var keys: [FieldKey] { fields.keys }

  static let fields = Fields<FrontMatter>(mainFields + publishingFields)

  /// What an article is known by.
  private static let mainFields: [Field<FrontMatter>] = [
    .text(
      required: FieldKey(
        "title", .text, en: "The title, as it heads the page.",
        he: "הכותרת, כפי שתופיע בראש העמוד.",
        ar: "العنوان كما يظهر في رأس الصفحة.", example: "The Third Quay", checks: [.missingTitle]),
      \.title),
    .text(
      FieldKey(
        "subtitle", .text, en: "What stands below the title.", he: "כותרת המשנה.",
        ar: "العنوان الفرعي.", example: "A harbour and its books"),
      \.subtitle),
    Field(
      key: FieldKey(
        "lang", .language, en: "The language of the text: he, ar, en.",
        he: "שפת הטקסט: he, ar, en.",
        ar: "لغة النص: he أو ar أو en.", example: "he",
        checks: [.missingLanguage, .wrongLanguageTag, .unknownLanguage])
    ) { node, path, reader, front in
      front.language = reader.language(node, path) ?? ""
    } write: { front, path, indent, writer in
      if !front.language.isEmpty {
        writer.scalar("lang", front.language, path: path, indent: indent)
      }
    },
    .authors(
      FieldKey(
        "author", .list(.either([.text, .mapping(Author.fields.keys)])),
        en: "The authors, in the order of the print.", he: "המחברים לפי סדרם בדפוס.",
        ar: "المؤلفون بترتيبهم في المطبوع.", example: "[{name: Dana Levi}]",
        checks: [.missingAuthor, .missingName]),
      \.authors),
    .text(
      FieldKey(
        "abstract", .text, en: "The abstract; an empty line parts two paragraphs.",
        he: "התקציר; שורה ריקה מפרידה בין פסקאות.", ar: "الملخص، ويفصل سطر فارغ بين الفقرتين.",
        example: "On the third quay of the harbour."),
      \.abstract),
    .texts(
      FieldKey(
        "keywords", .list(.text), en: "Keywords, one on a line.", he: "מילות מפתח, אחת בכל שורה.",
        ar: "الكلمات المفتاحية، واحدة في كل سطر.", example: "[harbours, trade]"),
      \.keywords, takesSingle: false),
    .date(
      FieldKey(
        "date", .date, en: "When it appeared: year, year-month or year-month-day.",
        he: "מועד הפרסום: שנה, שנה־חודש או שנה־חודש־יום, בספרות.",
        ar: "تاريخ النشر: السنة، أو السنة-الشهر، أو السنة-الشهر-اليوم، بالأرقام.",
        example: "2026-01-31", checks: [.missingDate, .wrongDate, .futureDate]),
      \.date),
    .text(
      FieldKey(
        "acknowledgements", .text,
        en: "Thanks, funding, where a shorter version appeared.",
        he: "תודות, מימון, והיכן הופיעה גרסה קצרה.", ar: "الشكر والتمويل ومكان نشر صيغة أقصر.",
        example: "I thank the harbour's archive."),
      \.acknowledgements),
    Field(
      key: FieldKey(
        "citation", .mapping(Citation.fields.keys), en: "Where it appeared in print.",
        he: "היכן הופיע בדפוס.", ar: "أين نُشر مطبوعًا.")
    ) { node, path, reader, front in
      var citation = Citation()
      let isThere = reader.read(node, Citation.fields, path: path, into: &citation) != nil
      front.citation = isThere ? citation : nil
    } write: { front, path, indent, writer in
      guard let citation = front.citation, citation != Citation() else { return }
      writer.open("citation", indent: indent)
      writer.write(citation, Citation.fields, path: path, indent: indent + 2)
    },
    Field(
      key: FieldKey(
        "translations", .byLanguage(.mapping(Translation.fields.keys)),
        en: "What the paper itself gives in other languages, by their tags.",
        he: "מה שהמאמר עצמו נותן בשפות אחרות, לפי תגיותיהן.",
        ar: "ما يقدّمه المقال نفسه بلغات أخرى، بحسب رموزها.", checks: [.wrongLanguageTag])
    ) { node, path, reader, front in
      front.translations = reader.translations(node, path)
    } write: { front, path, indent, writer in
      writer.translations(front.translations, path: path, indent: indent)
    },
  ]

  /// What an article may be: the types of CSL 1.0.2 that publications of texts have.
  static let types = [
    "article", "article-journal", "article-magazine", "article-newspaper", "book", "chapter",
    "entry-dictionary", "entry-encyclopedia", "interview", "paper-conference", "report", "review",
    "review-book", "speech", "thesis", "post-weblog",
  ]

  /// How it is published.
  private static let publishingFields: [Field<FrontMatter>] = [
    Field(
      key: FieldKey(
        "type", .word(types),
        en: "What it is, by a word of CSL; an article of a journal unless said.",
        he: "מה הוא, במונח של CSL; מאמר בכתב עת אם לא נאמר אחרת.",
        ar: "نوعه بمصطلح CSL، وهو مقال في مجلة ما لم يُذكر غيره.", example: "chapter",
        checks: [.unknownValue])
    ) { node, path, reader, front in
      front.type = reader.word(node, path, known: types)
    } write: { front, path, indent, writer in
      writer.scalar("type", front.type, path: path, indent: indent)
    },
    .text(
      FieldKey(
        "slug", .text, en: "Its address; the name of its folder unless said.",
        he: "הכתובת; שם התיקייה אם לא נאמר אחרת.", ar: "عنوانه، وهو اسم مجلده ما لم يُذكر غيره.",
        example: "third-quay", checks: [.wrongSlug, .sameAddress]),
      \.slug),
    .texts(
      FieldKey(
        "aliases", .list(.text), en: "Older addresses, which lead to the page.",
        he: "כתובות ישנות שמובילות אל העמוד.", ar: "عناوين قديمة تقود إلى الصفحة.",
        example: "[/old/quay/]", checks: [.wrongAlias]),
      \.aliases),
    Field(
      key: FieldKey(
        "draft", .flag, en: "A draft is seen in “daf serve” alone.",
        he: "טיוטה נראית רק בתצוגה המקדימה (daf serve).",
        ar: "المسودة لا تظهر إلا في المعاينة (daf serve).", example: "true")
    ) { node, path, reader, front in
      front.isDraft = reader.flag(node, path) ?? false
    } write: { front, _, indent, writer in
      if front.isDraft { writer.plain("draft", "true", indent: indent) }
    },
    .date(
      FieldKey(
        "publish-on", .date,
        en: "The first day on which it is part of the site, if the site is built then.",
        he: "היום הראשון שבו המאמר הוא חלק מהאתר, אם האתר נבנה אז.",
        ar: "أول يوم تكون فيه المقالة جزءًا من الموقع، إن بُني الموقع حينئذ.",
        example: "2026-09-01", checks: [.wrongDate, .awaitedDate]),
      \.publishOn),
    .date(
      FieldKey(
        "embargo", .date,
        en: "The first day on which its text is; until then the page has its abstract alone.",
        he: "היום הראשון שבו הטקסט פתוח; עד אז בעמוד התקציר בלבד.",
        ar: "أول يوم يُتاح فيه نصها؛ وقبله في الصفحة ملخصها وحده.",
        example: "2027-01-01", checks: [.wrongDate, .awaitedDate]),
      \.embargo),
    .text(
      FieldKey(
        "series", .text, en: "The series to which it belongs.", he: "הסדרה שהמאמר שייך אליה.",
        ar: "السلسلة التي ينتمي إليها المقال.", example: "Harbour papers"),
      \.series),
    Field(
      key: FieldKey(
        "order", .number, en: "Its place in its volume.", he: "מקומו בכרך.", ar: "موضعه في المجلد.",
        example: "3")
    ) { node, path, reader, front in
      front.order = reader.number(node, path)
    } write: { front, _, indent, writer in
      if let order = front.order { writer.plain("order", String(order), indent: indent) }
    },
    .text(
      FieldKey(
        "licence", .text, en: "The licence; the publication's unless said.",
        he: "הרישיון; של הפרסום אם לא נאמר אחרת.", ar: "الرخصة، وهي رخصة المنشور ما لم يُذكر غيرها.",
        example: "CC-BY-4.0"),
      \.licence),
    .text(
      FieldKey(
        "image", .text, en: "The picture of its cover, in its folder.",
        he: "תמונת השער, מתוך התיקייה של המאמר.", ar: "صورة الغلاف من مجلد المقال.",
        example: "quay.jpg", checks: [.missingFile, .refusedFile, .pictureFormat]),
      \.image),
    .texts(
      FieldKey(
        "files", .list(.text), en: "Downloads in its folder, the printed PDF among them.",
        he: "קבצים להורדה מתוך התיקייה, ובהם ה־PDF המודפס.",
        ar: "ملفات للتنزيل من مجلده، ومنها ملف PDF المطبوع.", example: "[quay.pdf]",
        checks: [.missingFile, .refusedFile]),
      \.files),
    .text(
      FieldKey(
        "translation-of", .text, en: "The address of the article that it translates.",
        he: "הכתובת של המאמר שהוא תרגומו.", ar: "عنوان المقال الذي هو ترجمته.",
        example: "third-quay", checks: [.unknownArticle]),
      \.translationOf),
    .texts(
      FieldKey(
        "related", .list(.text), en: "Addresses of articles that belong to it.",
        he: "כתובות של מאמרים קשורים.", ar: "عناوين مقالات ذات صلة.", example: "[fourth-quay]",
        checks: [.unknownArticle]),
      \.related),
    .date(
      FieldKey(
        "updated", .date, en: "When it last changed.", he: "מתי השתנה לאחרונה.",
        ar: "تاريخ آخر تعديل.", example: "2026-02-01", checks: [.wrongDate, .futureDate]),
      \.updated),
    Field(
      key: FieldKey(
        "corrections", .list(.mapping(Correction.fields.keys)),
        en: "What was corrected since, with its day.", he: "תיקונים שנעשו מאז, עם תאריכיהם.",
        ar: "التصحيحات اللاحقة مع تواريخها.")
    ) { node, path, reader, front in
      front.corrections = reader.corrections(node, path)
    } write: { front, path, indent, writer in
      guard !front.corrections.isEmpty else { return }
      writer.open("corrections", indent: indent)
      for (index, correction) in front.corrections.enumerated() {
        writer.entry(indent: indent + 2) { entry, indent in
          entry.write(
            correction.parts, Correction.fields, path: "\(path).\(index)", indent: indent)
        }
      }
    },
    Field(
      key: FieldKey(
        "retracted", .mapping(Correction.fields.keys), en: "That it was retracted, when and why.",
        he: "שהמאמר נמשך, מתי ומדוע.", ar: "أن المقال سُحب، ومتى ولماذا.")
    ) { node, path, reader, front in
      front.retracted = reader.correction(node, path)
    } write: { front, path, indent, writer in
      guard let retracted = front.retracted else { return }
      writer.open("retracted", indent: indent)
      writer.write(retracted.parts, Correction.fields, path: path, indent: indent + 2)
    },
    Field(
      key: FieldKey(
        "numerals", .word(Numerals.allCases.map(\.rawValue)),
        en: "The digits of note labels and page numbers: latn, arab, hebr (Hebrew letters).",
        he: "הספרות של ההערות ושל מספרי העמודים: latn, arab, hebr (אותיות עבריות).",
        ar: "أرقام الحواشي والصفحات: latn أو arab أو hebr (حروف عبرية).", example: "arab",
        checks: [.unknownValue])
    ) { node, path, reader, front in
      front.numerals = reader.word(node, path, known: Numerals.allCases.map(\.rawValue))
        .flatMap(Numerals.init(rawValue:))
    } write: { front, path, indent, writer in
      writer.scalar("numerals", front.numerals?.rawValue, path: path, indent: indent)
    },
    Field(
      key: FieldKey(
        "check", .mapping(checkFields.keys), en: "What the check is to know.",
        he: "מה שהבדיקה צריכה לדעת.", ar: "ما ينبغي أن يعرفه الفحص.")
    ) { node, path, reader, front in
      _ = reader.read(node, checkFields, path: path, into: &front)
    } write: { front, path, indent, writer in
      guard !front.ignoredChecks.isEmpty || !front.doubts.isEmpty else { return }
      writer.open("check", indent: indent)
      writer.write(front, checkFields, path: path, indent: indent + 2)
    },
  ]

  private static let checkFields = Fields<FrontMatter>([
    .texts(
      FieldKey(
        "ignore", .list(.text), en: "Kinds of findings that are not to be told.",
        he: "סוגי ממצאים שאין לדווח עליהם.", ar: "أنواع الملاحظات التي لا يُبلَّغ عنها.",
        example: "[mixed-digits]", checks: [.unknownCheck]),
      \.ignoredChecks),
    .texts(
      FieldKey(
        "doubtful", .list(.text),
        en: "What the converter is not sure of in the front matter.",
        he: "מה שהממיר אינו בטוח בו בפרטים שבראש הקובץ.",
        ar: "ما لا يتيقن منه المحوّل في بيانات رأس الملف.", example: "[the year of the print]",
        checks: [.openDoubt]),
      \.doubts),
  ])
}

extension FrontMatter.Correction {
  var parts: Parts { Parts(date: date, text: text) }
}
