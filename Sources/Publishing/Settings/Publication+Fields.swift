import Exporting
import Manuscript

/// A key of `publication.yaml` with the way in which its value is read.
struct SettingField<Record>: Sendable {
  let key: FieldKey
  let read:
    @Sendable (
      _ node: YAMLNode, _ path: String, _ reader: inout PublicationReader, _ record: inout Record
    ) -> Void

  init(
    _ key: FieldKey,
    _ read: @escaping @Sendable (YAMLNode, String, inout PublicationReader, inout Record) -> Void
  ) {
    self.key = key
    self.read = read
  }

  static func text(
    _ key: FieldKey, _ path: any WritableKeyPath<Record, String?> & Sendable
  ) -> SettingField {
    SettingField(key) { node, name, reader, record in
      record[keyPath: path] = reader.text(node, name)
    }
  }

  static func localized(
    _ key: FieldKey, _ path: any WritableKeyPath<Record, LocalizedText> & Sendable
  ) -> SettingField {
    SettingField(key) { node, name, reader, record in
      record[keyPath: path] = reader.localized(node, name)
    }
  }
}

extension FieldKey.Form {
  /// A text, or one for each of several languages.
  static let localized = FieldKey.Form.either([.text, .byLanguage(.text)])
}

extension Publication {
  /// The keys of `publication.yaml`.
  public static var keys: [FieldKey] { fields.map(\.key) }

  static let fields: [SettingField<Publication>] = ownFields + siteFields

  /// What the publication is.
  private static let ownFields: [SettingField<Publication>] = [
    .localized(
      FieldKey(
        "name", .localized, en: "The publication's name, in one language or by language.",
        he: "שם הפרסום, בשפה אחת או לפי שפות.", ar: "اسم المنشور بلغة واحدة أو بحسب اللغات.",
        example: "Harbour Studies"),
      \.name),
    .localized(
      FieldKey(
        "description", .localized, en: "A line about it.", he: "שורה אחת על הפרסום.",
        ar: "سطر عن المنشور.", example: "Papers on harbours"),
      \.description),
    SettingField(
      FieldKey(
        "url", .text, en: "Where the site will stand; feeds and citations need it.",
        he: "הכתובת שבה יעמוד האתר; הזנות וציטוטים צריכים אותה.",
        ar: "عنوان الموقع، وتحتاجه الخلاصات والاستشهادات.",
        example: "https://journal.example.org/", checks: [.unsafeAddress])
    ) { node, _, reader, publication in publication.url = reader.address(node) },
    SettingField(
      FieldKey(
        "languages", .list(.language),
        en: "The languages of the pages, the publication's own first.",
        he: "שפות העמודים, שפת הפרסום ראשונה.", ar: "لغات الصفحات، ولغة المنشور أولها.",
        example: "[he, en]", checks: [.wrongLanguageTag])
    ) { node, _, reader, publication in publication.languages = reader.languages(node) },
    .localized(
      FieldKey(
        "publisher", .localized, en: "Who publishes it.", he: "המוציא לאור.", ar: "الناشر.",
        example: "The Harbour Institute"),
      \.publisher),
    .text(
      FieldKey(
        "issn", .text, en: "Its ISSN.", he: "ה־ISSN שלו.", ar: "رقمه الدولي ISSN.",
        example: "2049-3630"),
      \.issn),
    .text(
      FieldKey(
        "licence", .text, en: "The licence of articles that name none.",
        he: "הרישיון של מאמרים שאינם נוקבים ברישיון.", ar: "رخصة المقالات التي لا تذكر رخصة.",
        example: "CC-BY-4.0"),
      \.licence),
    .text(
      FieldKey(
        "email", .text, en: "The address for letters to the editors.",
        he: "כתובת לפניות אל המערכת.",
        ar: "عنوان مراسلة التحرير.", example: "editors@example.org"),
      \.email),
    SettingField(
      FieldKey(
        "series", .byName(.byLanguage(.text)),
        en: "Names of series in other languages, by the name that articles give.",
        he: "שמות הסדרות בשפות אחרות, לפי השם שבמאמרים.",
        ar: "أسماء السلاسل بلغات أخرى، بحسب الاسم الوارد في المقالات.",
        example: "{Harbour papers: {he: ניירות הנמל}}")
    ) { node, path, reader, publication in
      for (series, names) in reader.pairs(node, path, known: nil) {
        publication.series[series] = reader.localized(names, "\(path).\(series)")
      }
    },
  ]

  /// What its site has.
  private static let siteFields: [SettingField<Publication>] = [
    SettingField(
      FieldKey(
        "menu", .list(.either([.text, .mapping(MenuEntry.keys)])),
        en: "Pages in the menu: names of files in Articles/pages, or titles with addresses.",
        he: "עמודים בתפריט: שמות קבצים ב־Articles/pages, או כותרות עם כתובות.",
        ar: "صفحات القائمة: أسماء ملفات في Articles/pages، أو عناوين مع روابطها.",
        example: "[about]", checks: [.unknownPage, .unsafeAddress])
    ) { node, path, reader, publication in publication.menu = reader.menu(node, path) },
    SettingField(
      FieldKey(
        "footer", .list(.either([.text, .mapping(MenuEntry.keys)])),
        en: "The same for the foot of the page.", he: "כנ״ל, לתחתית העמוד.",
        ar: "كذلك لأسفل الصفحة.", example: "[privacy]", checks: [.unknownPage, .unsafeAddress])
    ) { node, path, reader, publication in publication.footer = reader.menu(node, path) },
    SettingField(
      FieldKey(
        "articles-per-page", .number, en: "How many articles a list shows on one page.",
        he: "מספר המאמרים בעמוד אחד של רשימה.", ar: "عدد المقالات في صفحة واحدة من القائمة.",
        example: "100")
    ) { node, path, reader, publication in
      if let number = reader.number(node, path, in: 1...10_000) {
        publication.articlesPerPage = number
      }
    },
    SettingField(
      FieldKey(
        "exports", .list(.word(Exporters.all.map(\.name))),
        en: "The outputs beside the pages; the standard ones unless said.",
        he: "הפורמטים שלצד העמודים; הרגילים אם לא נאמר אחרת.",
        ar: "الصيغ إلى جانب الصفحات، وهي المعتادة ما لم تُذكر.", example: "[bibtex, jats]",
        checks: [.unknownValue])
    ) { node, path, reader, publication in
      publication.exports = reader.names(node, path, Exporters.all.map(\.name))
    },
    SettingField(
      FieldKey(
        "works-cited", .flag,
        en: "Whether the site has a list of all works that its articles cite; true unless said.",
        he: "האם באתר רשימה של כל המקורות שמאמריו מצטטים; כן, אם לא נאמר אחרת.",
        ar: "هل في الموقع قائمة بكل ما تستشهد به مقالاته؛ نعم ما لم يُذكر غير ذلك.",
        example: "false")
    ) { node, path, reader, publication in
      if let flag = reader.flag(node, path) { publication.listsWorks = flag }
    },
    SettingField(
      FieldKey(
        "citation-styles", .list(.word(CitationStyle.all.map(\.name))),
        en: "The styles in which a page says how its article is cited.",
        he: "הסגנונות שבהם העמוד אומר כיצד לצטט את המאמר.",
        ar: "الأنماط التي تبيّن الصفحة بها كيف يُستشهد بالمقال.",
        example: "[\(CitationStyle.all.first?.name ?? "")]", checks: [.unknownValue])
    ) { node, path, reader, publication in
      publication.citationStyles = reader.names(node, path, CitationStyle.all.map(\.name))
    },
    SettingField(
      FieldKey(
        "theme", .mapping(Theme.fields.map(\.key)), en: "How the site looks.",
        he: "מראה האתר.", ar: "مظهر الموقع.")
    ) { node, path, reader, publication in
      var theme = Theme()
      reader.read(node, Theme.fields, path: path, into: &theme)
      publication.theme = theme
    },
    SettingField(
      FieldKey(
        "publish", .byName(.mapping(PublishTarget.fields.map(\.key))),
        en: "Where “daf publish” puts the site, by names of your choice.",
        he: "היעדים של daf publish, בשמות לבחירתכם.",
        ar: "حيث يضع daf publish الموقع، بأسماء تختارونها.")
    ) { node, path, reader, publication in
      publication.targets = reader.targets(node, path)
    },
    SettingField(
      FieldKey(
        "hosts", .list(.word(HostFiles.names)),
        en: "Web servers for which headers, redirects and media types are written into the site.",
        he: "שרתים שעבורם נכתבים באתר כותרות, הפניות וסוגי קבצים.",
        ar: "خوادم تُكتب لها في الموقع الترويسات والتحويلات وأنواع الملفات.",
        example: "[nginx]", checks: [.unknownValue])
    ) { node, path, reader, publication in
      publication.hosts = reader.names(node, path, HostFiles.names)
    },
    SettingField(
      FieldKey(
        "convert", .mapping(convertFields.map(\.key)), en: "What becomes of conversions.",
        he: "מה נעשה בהמרות.", ar: "ما يُصنع بالتحويلات.")
    ) { node, path, reader, publication in
      reader.read(node, Self.convertFields, path: path, into: &publication)
    },
  ]

  private static let convertFields: [SettingField<Publication>] = [
    SettingField(
      FieldKey(
        "publish", .flag,
        en: "Whether a conversion of which much is doubtful is shown before it is settled.",
        he: "האם המרה שחלקים רבים בה מסופקים מוצגת לפני שהוכרעו.",
        ar: "هل يُعرض تحويل كثير منه مشكوك فيه قبل أن يُحسم.", example: "true")
    ) { node, path, reader, publication in
      if let flag = reader.flag(node, path) { publication.publishesDoubtful = flag }
    }
  ]
}

extension Publication.MenuEntry {
  static let keys = [
    FieldKey(
      "title", .localized, en: "What the menu calls it.", he: "השם בתפריט.", ar: "اسمه في القائمة.",
      example: "Contact"),
    FieldKey(
      "url", .text, en: "Where it leads.", he: "הכתובת.", ar: "الرابط.",
      example: "https://example.org/", checks: [.unsafeAddress]),
  ]
}

extension Theme {
  static let fields: [SettingField<Theme>] = [
    SettingField(
      FieldKey(
        "accent", .text, en: "The colour of links and marks.", he: "צבע הקישורים והסימנים.",
        ar: "لون الروابط والعلامات.", example: "\"#0a5c7a\"", checks: [.wrongColour])
    ) { node, path, reader, theme in
      if let colour = reader.colour(node, path) { theme.accent = colour }
    },
    .text(
      FieldKey(
        "logo", .text, en: "A picture beside the name, in the publication's folder.",
        he: "תמונה לצד השם, מתוך התיקייה של הפרסום.", ar: "صورة إلى جانب الاسم من مجلد المنشور.",
        example: "logo.svg", checks: [.missingFile, .refusedFile]),
      \.logo),
    .localized(
      FieldKey(
        "hero", .localized, en: "A text at the head of the home page.",
        he: "טקסט בראש דף הבית.", ar: "نص في رأس الصفحة الرئيسية.", example: "Papers on harbours"),
      \.hero),
    SettingField(
      FieldKey(
        "fonts", .either([.word(["system"]), .mapping(fontKeys)]),
        en: "The families of letters; “system” for the reader's own.",
        he: "משפחות הגופנים; system לגופנים של הקורא.",
        ar: "عائلات الخطوط، وsystem لخطوط القارئ.", example: "system", checks: [.missingFont])
    ) { node, path, reader, theme in theme.fonts = reader.fonts(node, path, fontKeys) },
    SettingField(
      FieldKey(
        "covers", .word(CoverStyle.allCases.map(\.rawValue)), en: "The style of drawn covers.",
        he: "סגנון השערים המצוירים.", ar: "نمط الأغلفة المرسومة.",
        example: CoverStyle.allCases.first?.rawValue, checks: [.unknownValue])
    ) { node, path, reader, theme in
      if let style = reader.coverStyle(node, path) { theme.covers = style }
    },
  ]

  private static let fontKeys = [
    FieldKey(
      "latin", .text, en: "For Latin letters.", he: "לאותיות לטיניות.", ar: "للحروف اللاتينية.",
      example: "Literata"),
    FieldKey(
      "hebrew", .text, en: "For Hebrew letters.", he: "לאותיות עבריות.", ar: "للحروف العبرية.",
      example: "David Libre"),
    FieldKey(
      "arabic", .text, en: "For Arabic letters.", he: "לאותיות ערביות.", ar: "للحروف العربية.",
      example: "Amiri"),
    FieldKey(
      "interface", .list(.text), en: "For menus and the like.", he: "לתפריטים וכדומה.",
      ar: "للقوائم وما شابهها.", example: "[Heebo]"),
  ]
}
