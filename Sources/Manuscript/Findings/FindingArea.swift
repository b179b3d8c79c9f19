/// What a kind of finding is about.
enum FindingArea: CaseIterable {
  /// A paper, before there is an article of it.
  case paper
  /// An export of another system.
  case export
  case template
  /// The publication as a whole: settings, files, addresses.
  case publication
  /// The way of a site to its readers.
  case publishing
  /// An article or a page of the editors'.
  case article

  init(of kind: Finding.Kind) {
    self = Self.kinds.first { $0.value.contains(kind) }?.key ?? .article
  }

  private static let kinds: [FindingArea: Set<Finding.Kind>] = [
    .paper: [
      .paperEmpty, .paperBinary, .paperEncoding, .paperBrokenText, .paperLegacyEncoding, .pdfLocked,
      .pdfDamaged, .pdfTooLarge, .pdfWithoutText, .pdfTextLies, .paperDamaged, .paperTooLarge,
      .paperTooSlow, .paperStopped, .paperFormat, .paperOfficeAbsent, .paperOfficeFailed,
      .paperScanAbsent, .paperScanFailed, .articleEdited, .articleOfOtherPaper,
    ],
    .export: [.importFormat, .importEmpty, .importEdited, .importFileAbsent, .importShortcode],
    .template: [
      .templateUnclosedTag, .templateUnclosedSection, .templateStrayEnd, .templateWrongEnd,
      .templateBadName, .templateBadDelimiters, .templateMissing, .templateTooDeep,
      .templateNotUTF8, .templateTooLarge, .templateUnknownKey, .missingTemplates,
    ],
    .publication: [
      .unreadableFile, .unsafeAddress, .sameAddress, .wrongSlug, .wrongAlias, .unknownPage,
      .foreignOutput, .outputInArticles, .unwritableFile, .programFailed, .damagedSegment,
      .missingArticles, .missingFont, .missingURL, .wrongColour, .takenStatic, .strayOutput,
      .awaitedDate, .goneAddress, .undatedNews, .looksLikeArticle, .unknownVolume,
    ],
    .publishing: [
      .missingTarget, .unknownTarget, .wrongTarget, .unnamedTarget, .foreignTarget,
      .missingProgram, .failedTransfer, .nothingKept, .keptElsewhere,
    ],
  ]

  /// Who finds it, and what comes of it.
  func meaning(_ language: String) -> String {
    let wording =
      switch self {
      case .paper:
        Wording(
          en: "“daf convert” says this of a paper. Other papers are converted all the same.",
          he: "„daf convert” אומרת זאת על מסמך. מסמכים אחרים מומרים בכל זאת.",
          ar: "يقوله «daf convert» عن ورقة. أما الأوراق الأخرى فتُحوَّل.")
      case .export:
        Wording(
          en: "“daf import” says this of an export, or of a piece in it. The rest is imported.",
          he: "„daf import” אומרת זאת על קובץ ייצוא או על פריט בו. השאר מיובא.",
          ar: "يقوله «daf import» عن ملف تصدير أو عن مادة فيه. ويُستورد الباقي.")
      case .template:
        Wording(
          en: """
            “daf check”, “daf build” and “daf serve” say this of a template, for those who change how \
            pages look. With an error in a template the site stays as it was.
            """,
          he: """
            „daf check”, „daf build” ו„daf serve” אומרות זאת על תבנית, למי שמשנה את מראה העמודים. \
            כשיש שגיאה בתבנית האתר נשאר כשהיה.
            """,
          ar: """
            يقوله «daf check» و«daf build» و«daf serve» عن قالب، لمن يغيّر مظهر الصفحات. وإن كان في \
            قالب خطأ بقي الموقع كما كان.
            """)
      case .publication:
        Wording(
          en: """
            “daf check”, “daf build” and “daf serve” say this of the publication as a whole: its \
            settings, its files, its addresses. It is not silenced but put right.
            """,
          he: """
            „daf check”, „daf build” ו„daf serve” אומרות זאת על הפרסום כולו: הגדרותיו, קבציו, \
            כתובותיו. אין משתיקים זאת אלא מתקנים.
            """,
          ar: """
            يقوله «daf check» و«daf build» و«daf serve» عن المنشور كله: إعداداته وملفاته وعناوينه. \
            لا يُسكت بل يُصلح.
            """)
      case .publishing:
        Wording(
          en: "“daf publish” says this. Readers go on seeing what stood there.",
          he: "„daf publish” אומרת זאת. הקוראים ממשיכים לראות את מה שעמד שם.",
          ar: "يقوله «daf publish». ويظل القراء يرون ما كان هناك.")
      case .article:
        Wording(
          en: """
            “daf check”, “daf build” and “daf serve” say this of an article or a page. With an error \
            in it the site is built, and nothing is published.
            """,
          he: """
            „daf check”, „daf build” ו„daf serve” אומרות זאת על מאמר או על עמוד. כשזו שגיאה האתר \
            נבנה, ודבר אינו מתפרסם.
            """,
          ar: """
            يقوله «daf check» و«daf build» و«daf serve» عن مقال أو صفحة. وإن كان خطأ بُني الموقع \
            ولم يُنشر شيء.
            """)
      }
    return wording(language)
  }
}
