extension Languages {
  /// The records, one for each language.
  public static let records: [Language] = [
    hebrew, arabic, english, persian, yiddish, russian, french, german, spanish, italian,
  ]

  static let hebrew = Language(
    tag: "he", script: .hebrew,
    quotation: .init("״", "״", inner: ("׳", "׳")), plurals: .hebrew,
    months: words(
      "ינואר פברואר מרץ מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"),
    reference: .init(
      pages: ["עמ׳", "עמוד", "עמודים"], volumes: ["כרך", "כר׳", "כרכים"],
      ibidem: ["שם", "שם שם", "שם לעיל"],
      others: ["ואחרים", "ואח׳", "ועמיתים", "ועמיתיו", "ועמיתיה"],
      inPress: ["בדפוס", "בהדפסה", "עומד להתפרסם", "טרם פורסם"],
      undated: ["ללא תאריך", "ללא שנה", "חסר תאריך", "ל״ת"]),
    names: .init(
      honorifics: words(
        "פרופ׳ פרופסור ד״ר דוקטור הרב רב מר גב׳ גברת עו״ד האדריכל האדריכלית השופט השופטת אינג׳"),
      particles: words("בן בת בר אבן אבו אל דה"), articles: ["אל"]),
    smallWords: words("של את על לא גם כי אם זה היא הוא בין"))

  static let arabic = Language(
    tag: "ar", script: .arabic, digits: "٠١٢٣٤٥٦٧٨٩", comma: "، ",
    quotation: .init("«", "»", inner: ("‹", "›")), plurals: .arabic,
    months: words(
      "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار"
        + " نيسان أيار حزيران تموز آب أيلول تشرين"),
    reference: .init(
      pages: ["ص", "صص", "ص ص", "صفحة", "الصفحة", "الصفحات"],
      volumes: ["مجلد", "المجلد", "الجزء", "مج"],
      ibidem: [
        "المرجع نفسه", "المصدر نفسه", "نفس المرجع", "نفس المصدر", "المرجع ذاته", "المصدر ذاته",
        "نفسه", "المرجع السابق نفسه", "المصدر السابق نفسه", "المرجع السابق", "المصدر السابق",
      ], others: ["وآخرون", "وآخرين", "آخرون", "وزملاؤه"],
      inPress: ["قيد النشر", "تحت الطبع", "قيد الطبع", "تحت النشر"],
      undated: ["بدون تاريخ", "بلا تاريخ", "دون تاريخ", "د.ت."]),
    names: .init(
      honorifics: words(
        "السيد السيدة الدكتور الدكتورة دكتور دكتورة د. أ. الأستاذ الأستاذة أستاذ البروفيسور بروفيسور"
          + " البروفسور بروفسور الشيخ المحامي المحامية المهندس المهندسة"),
      particles: words("ابن بن أبو ال"), articles: words("ال al el")),
    smallWords: words("في من على إلى عن أن التي الذي هذا هذه كان"))

  public static let english = Language(
    tag: "en", script: .latin,
    quotation: .init("“", "”", inner: ("‘", "’")), plurals: .oneAndOther,
    months: words(
      "January February March April May June July August September October November December Spring"
        + " Summer Autumn Winter"),
    reference: .init(
      pages: words("p pp page pages"), volumes: words("vol vols volume volumes"),
      ibidem: words("ibid ibidem id idem"), others: ["et al", "others", "colleagues"],
      inPress: ["in press", "forthcoming", "in preparation"],
      undated: ["n.d.", "no date", "undated"]),
    names: .init(honorifics: words("prof professor dr mr mrs ms miss rabbi sir phd")))

  static let persian = Language(
    tag: "fa", script: .arabic, digits: "۰۱۲۳۴۵۶۷۸۹", comma: "، ",
    quotation: .init("«", "»", inner: ("‹", "›")), plurals: .oneOrLess,
    alphabet: "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    months: words(
      "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند ژانویه فوریه آوریل ژوئن"
        + " ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"),
    reference: .init(
      pages: ["ص", "صص", "صفحه", "صفحات"], volumes: ["جلد", "ج"],
      ibidem: ["همان", "همانجا", "همان‌جا"], others: ["و دیگران", "و همکاران", "دیگران"],
      inPress: ["زیر چاپ", "در دست انتشار"], undated: ["بی‌تا", "بدون تاریخ"]),
    names: .init(honorifics: words("آقای خانم دکتر پروفسور استاد مهندس")),
    smallWords: words("و در به از که را این است با برای آن بود"))

  static let yiddish = Language(
    tag: "yi", script: .hebrew,
    quotation: .init("„", "“", inner: ("‚", "‘")), plurals: .oneAndOther,
    months: words(
      "יאַנואַר פֿעברואַר מערץ אַפּריל מײַ יוני יולי אויגוסט סעפּטעמבער אָקטאָבער נאָוועמבער דעצעמבער"),
    reference: .init(
      pages: ["זז׳", "זײַט", "זײַטן"], volumes: ["באַנד", "בענדער"], ibidem: ["דאָרטן", "דארטן"],
      others: ["און אַנדערע", "און אנדערע"], inPress: ["אין דרוק"], undated: ["אָן דאַטע"]),
    names: .init(honorifics: words("הער פֿרוי פּראָפֿ׳ פּראָפֿעסאָר ד״ר")),
    smallWords: words("און דער די דאָס דאס איז פֿון פון מיט נישט ניט אַז אז האָט האט וואָס וואס צו"))

  static let russian = Language(
    tag: "ru", script: .other,
    quotation: .init("«", "»", inner: ("„", "“")), plurals: .russian,
    alphabet: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    months: words(
      "январь января февраль февраля март марта апрель апреля май мая июнь июня июль июля август"
        + " августа сентябрь сентября октябрь октября ноябрь ноября декабрь декабря"),
    reference: .init(
      pages: ["стр", "страница"], volumes: ["том", "тома"], ibidem: ["там же"],
      others: ["и др", "и другие"], inPress: ["в печати"], undated: ["б. г.", "без даты"]),
    names: .init(honorifics: words("проф профессор доктор господин госпожа")))

  static let french = Language(
    tag: "fr", script: .latin,
    quotation: .init("«\u{A0}", "\u{A0}»", inner: ("“", "”")), plurals: .oneOrLess,
    months: words(
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    reference: .init(
      pages: words("p pp page pages"), volumes: words("vol tome"),
      ibidem: words("ibid ibidem idem"), others: ["et al", "et autres"],
      inPress: ["sous presse", "à paraître"], undated: ["s.d.", "sans date"]),
    names: .init(honorifics: words("Mme Mlle Mgr Dr Prof professeur")),
    smallWords: words("le les du et des dans sur une aux pour"))

  static let german = Language(
    tag: "de", script: .latin,
    quotation: .init("„", "“", inner: ("‚", "‘")), plurals: .oneAndOther,
    months: words(
      "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    reference: .init(
      pages: words("S Seite Seiten"), volumes: words("Bd Band Bände"),
      ibidem: words("ebd ebenda"), others: ["u a", "et al", "und andere"],
      inPress: ["im Druck", "im Erscheinen"], undated: ["o. J.", "ohne Jahr"]),
    names: .init(honorifics: words("Herr Frau Dr Prof")),
    smallWords: words("der das und für von dem zur zum über eine auf"))

  static let spanish = Language(
    tag: "es", script: .latin,
    quotation: .init("«", "»", inner: ("“", "”")), plurals: .oneAndOther,
    alphabet: "abcdefghijklmnñopqrstuvwxyz",
    months: words(
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    reference: .init(
      pages: words("p pp pág págs página páginas"), volumes: words("vol tomo"),
      ibidem: words("ibid ibídem"), others: ["et al", "y otros"], inPress: ["en prensa"],
      undated: ["s.f.", "sin fecha"]),
    names: .init(honorifics: words("Sr Sra Srta Dr Dra Prof Profa")),
    smallWords: words("el los las y una por para"))

  static let italian = Language(
    tag: "it", script: .latin,
    quotation: .init("«", "»", inner: ("“", "”")), plurals: .oneAndOther,
    months: words(
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
    ),
    reference: .init(
      pages: words("p pp pag pagg pagina pagine"), volumes: words("vol tomo"),
      ibidem: words("ibid ibidem ivi"), others: ["et al", "e altri"],
      inPress: ["in stampa", "in corso di stampa"], undated: ["s.d.", "senza data"]),
    names: .init(honorifics: words("Sig Sigra Dott Dottssa Prof Profssa")),
    smallWords: words("il gli della nel di per delle e"))

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
