import Orthography
import Testing

@Suite struct WordScannerTests {
  @Test(arguments: [
    ("שָׁלוֹם", ["שלומ"]), ("ארה״ב", ["ארהב"]), ("ארה\"ב", ["ארהב"]), ("ג׳ורג'", ["גורג"]),
    ("ה\"צבא\" חזק", ["הצבא", "חזק"]), ("בין־לאומי", ["בינ", "לאומי"]), ("ב־1948", ["ב", "1948"]),
    ("ב1948", ["ב", "1948"]), ("הDNA", ["ה", "dna"]), ("العـراق", ["العراق"]),
    ("السَّفِير", ["السفير"]),
    ("إلى", ["الي"]), ("مدرسة", ["مدرسه"]), ("کتاب", ["كتاب"]), ("ﻻ", ["لا"]), ("٢٠٢٣", ["2023"]),
    ("۲۰۲۳", ["2023"]), ("Élève", ["eleve"]), ("Straße", ["strasse"]), ("ʿIrāq", ["iraq"]),
    ("Qur'an", ["qur", "an"]), ("שׁ", ["ש"]), ("", []), ("…—\u{200F}", []),
  ])
  func foldsAndCuts(text: String, words: [String]) {
    #expect(WordScanner.words(in: text) == words)
  }

  @Test(arguments: [
    ("1,200 ו־١٬٢٠٠", ["1200", "ו", "1200"]), ("7,000,000", ["7000000"]), ("1’250", ["1250"]),
    ("1948,1967", ["1948", "1967"]), ("0,123", ["0", "123"]), ("12,3456", ["12", "3456"]),
    ("U.S. and the U.S.A", ["us", "and", "the", "usa"]), ("J.Smith", ["j", "smith"]),
    ("א.ב.", ["א", "ב"]), ("م.ت.ف", ["متف"]), ("ה׳ אמר", ["ה'", "אמר"]), ("לה'", ["לה'"]),
    ("'של'", ["של"]), ("פרופ׳ ג׳ורג׳", ["פרופ", "גורג"]), ("Qur'an", ["qur", "an"]),
  ])
  func joinsSigns(text: String, words: [String]) {
    #expect(WordScanner.words(in: text, joinsSigns: true) == words)
  }

  @Test func tellsHowWordsHangTogether() {
    var scanner = WordScanner()
    scanner.scan(Array("בין־לאומי ב1948, סוף — פסוק".utf8))
    #expect(scanner.words.map(\.joint) == [.apart, .hyphen, .space, .glued, .apart, .apart])
  }

  @Test func keepsPlacesInTheText() {
    var scanner = WordScanner()
    let text = Array("אמר: שָׁלוֹם!".utf8)
    scanner.scan(text)
    #expect(String(decoding: text[scanner.words[1].source], as: UTF8.self) == "שָׁלוֹם")
  }

  @Test(
    arguments: [
      [0xFF], [0xD7], [0xE0, 0x80], [0xF0, 0x9F], [0xD7, 0x90, 0xF4], [0x80, 0x80, 0x41],
    ] as [[UInt8]])
  func outlivesBrokenBytes(bytes: [UInt8]) {
    var scanner = WordScanner()
    scanner.scan(bytes)
    #expect(scanner.words.allSatisfy { $0.source.upperBound <= bytes.count })
  }
}

@Suite struct FormRulesTests {
  @Test(arguments: [
    ("מנהג", "מנהגים"), ("מלחמה", "מלחמת"), ("עירייה", "עיריות"), ("עירייה", "עיריית"),
    ("תוכנית", "תכניות"), ("צבאי", "צבאיים"), ("צבאית", "צבאי"), ("ספר", "ספריהם"),
    ("أزمة", "أزمات"), ("جهة", "جهات"), ("عسكري", "عسكريون"), ("policy", "policies"),
  ])
  func formsShareAStem(one: String, other: String) throws {
    let stems = [one, other].map { word -> String? in
      var scanner = WordScanner()
      scanner.scan(Array(word.utf8))
      guard let kind = scanner.words.first?.kind else { return nil }
      return FormRules.rules(for: kind)?.stem(of: WordScanner.words(in: word)[0])
    }
    #expect(stems[0] != nil)
    #expect(stems[0] == stems[1])
  }

  @Test(arguments: [("מדינה", "מדיניות"), ("צבא", "צבאי"), ("ספר", "סופר"), ("لغة", "لغو")])
  func otherWordsDoNot(one: String, other: String) throws {
    let kind: LetterTable.Kind = one.unicodeScalars.first == "ل" ? .arabic : .hebrew
    let rules = try #require(FormRules.rules(for: kind))
    let words = [one, other].map { WordScanner.words(in: $0)[0] }
    #expect(rules.stem(of: words[0]) != rules.stem(of: words[1]))
  }

  @Test(arguments: [
    ("اسلحه", "سلاح"), ("جيوش", "جيش"), ("سفراء", "سفير"), ("مراكز", "مركز"), ("قواعد", "قاعده"),
    ("قنوات", "قناه"), ("فتيات", "فتاه"), ("ادوات", "اداه"), ("مبادي", "مبدا"),
  ])
  func brokenPluralsHaveSingulars(plural: String, singular: String) {
    #expect(BrokenPlurals.singulars(of: plural).contains(singular))
  }

  @Test(arguments: [
    ("مدن", "مدينه"), ("كتب", "كتاب"), ("طلاب", "طالب"), ("قصص", "قصه"), ("جنود", "جندي"),
  ])
  func otherPluralsMayHaveSingulars(plural: String, singular: String) {
    #expect(BrokenPlurals.possibleSingulars(of: plural).contains(singular))
  }

  @Test(arguments: [
    ("مسؤول", "مسئول"), ("شؤون", "شئون"), ("هيئة", "هيأة"), ("شيء", "شئ"), ("مبادئ", "مباديء"),
  ])
  func seatsOfHamzaMeet(one: String, other: String) throws {
    let keys = [one, other].map { Hamza.key(written: $0, folded: WordScanner.words(in: $0)[0]) }
    #expect(keys[0] != nil)
    #expect(keys[0] == keys[1])
  }

  @Test(arguments: ["أمر", "كتاب", "إسلام"])
  func whatHasNoHamzaWithinHasNoKey(word: String) {
    #expect(Hamza.key(written: word, folded: WordScanner.words(in: word)[0]) == nil)
  }

  @Test func hebrewNumeralsAreReadAndWritten() {
    for value in 1...999 {
      #expect(HebrewNumeral.written(value).flatMap(HebrewNumeral.value) == value)
    }
    #expect(HebrewNumeral.value(of: "יה") == nil)
    #expect(HebrewNumeral.value(of: "שלומ") == nil)
  }

  @Test(arguments: [
    ("Churchill", "צ׳רצ׳יל"), ("Churchill", "تشرشل"), ("Черчилль", "تشرشل"), ("Herzl", "הרצל"),
    ("Herzl", "هرتزل"), ("Gagarin", "גגרין"), ("Rothschild", "רוטשילד"), ("Hussein", "حسين"),
  ])
  func namesSoundAlikeInEveryScript(one: String, other: String) {
    let sounds = [one, other].map { NameSound.sounds(of: WordScanner.words(in: $0)[0]) }
    #expect(sounds[0].contains { own in sounds[1].contains { $0.agrees(with: own) } })
  }

  @Test(arguments: [("Iraq", "Archive"), ("Herzl", "Churchill"), ("Salman", "Solomon")])
  func otherNamesDoNot(one: String, other: String) {
    let sounds = [one, other].map { NameSound.sounds(of: WordScanner.words(in: $0)[0]) }
    #expect(!sounds[0].contains { own in sounds[1].contains { $0.agrees(with: own) } })
  }

  @Test(arguments: [
    ("דיפלומטיה", "דיפלומתיה", true), ("مدرسه", "مدسره", true), ("abcde", "abcd", true),
    ("abcde", "abcde", false), ("abcde", "badce", false), ("abcde", "abxxe", false),
  ])
  func aTypingErrorIsNear(one: String, other: String, isNear: Bool) {
    #expect(Spelling.isNear(Array(one.unicodeScalars), Array(other.unicodeScalars)) == isNear)
    #expect(Spelling.isNear(Array(other.unicodeScalars), Array(one.unicodeScalars)) == isNear)
  }
}
