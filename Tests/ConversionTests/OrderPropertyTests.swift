import Orthography
import Testing

@testable import Conversion

/// Lines made by chance, printed by the bidirectional algorithm and read back.
@Suite struct OrderPropertyTests {
  /// A generator whose sequence is the same on every machine.
  struct Chance: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// No word here leads to the next, as a preposition does: that is evidence of its own.
  static func line(_ chance: inout Chance) -> String {
    let hebrew = ["מים", "אגודה", "הסכם", "נחתם", "מדיניות", "החקלאות", "אזורי", "בצפון"]
    let islands = [
      "1985", "31.5%", "9,874", "2008–2012", "(Harlan & Weiss, 2014)", "(EU)", "(2006)",
      "reclaimed water", "12/85",
    ]
    var words: [String] = [hebrew.randomElement(using: &chance) ?? ""]
    for _ in 0..<Int.random(in: 3...9, using: &chance) {
      // Two islands side by side have more than one reading.
      let isIsland = words.last.map(hebrew.contains) == true && Bool.random(using: &chance)
      words.append((isIsland ? islands : hebrew).randomElement(using: &chance) ?? "")
      if !isIsland, Int.random(in: 0..<6, using: &chance) == 0 {
        words[words.count - 1] += ","
        words.append(hebrew.randomElement(using: &chance) ?? "")
      }
    }
    return words.joined(separator: " ") + " " + (hebrew.randomElement(using: &chance) ?? "") + "."
  }

  @Test func `What was printed is read back, and prints the same again`() {
    var chance = Chance(state: 1985)
    let inverse = VisualInverse(isArabic: false)
    for _ in 0..<400 {
      let line = Self.line(&chance)
      let visual = Bidi.visual(line, direction: .rightToLeft, mirrored: false)
      var shapes = BracketShapes()
      let read = shapes.restore(inverse.logical(visual.scalars)).text
      #expect(read == line)
      #expect(Bidi.visual(read, direction: .rightToLeft, mirrored: false) == visual)
    }
  }

  @Test func `Texts in order stay as they are`() {
    var chance = Chance(state: 2014)
    let lines = (0..<60).map { _ in Self.line(&chance) }
    #expect(OrderTests.restored(lines) == lines)
  }

  @Test func `Words turned singly are turned back by the dictionary or by their letters`() {
    let lexicon = WordList(["هذه", "الدراسة", "في", "عامي"])
    let line = [Unicode.Scalar]("هذه ةساردلا يف يماع")
    let words = HalfTurnedWords(lines: [line], lexicon: lexicon)
    #expect(words.restored(line).text == "هذه الدراسة في عامي")
  }

  @Test
  func `Words end with a joined letter where they were turned, with an isolated one where not`() {
    let lines = [
      "الدار رأ باب من في على هدم منزل كبير وحجر؛ وجاء النجار من سوق البلد",
      "لما أن خبر العمل لم يصل حتى مساء يوم الأحد؟ ثم عاد كل منهم إلى بيته",
    ].map { [Unicode.Scalar]($0) }
    let turned = lines.map { Self.asPDFiumTurns($0) }
    #expect(turned[0].text.hasPrefix("الدار رأ باب نم يف ىلع هدم منزل ريبك وحجر؛"))
    let words = HalfTurnedWords(lines: turned, lexicon: EmptyLexicon())
    #expect(turned.map { words.restored($0).text } == lines.map(\.text))
  }

  /// A line of Arabic words as PDFium gives it: a word is turned if its last letter is joined, unless
  /// punctuation with the direction of letters follows.
  private static func asPDFiumTurns(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let apart = Set<Unicode.Scalar>("ادذرزوأإآؤء".unicodeScalars)
    let words = line.split(separator: " ").map { word -> [Unicode.Scalar] in
      guard word.count > 1, let last = word.last, last != "؟", last != "؛" else {
        return Array(word)
      }
      let isJoined = !apart.contains(word[word.endIndex - 2]) && last != "ء"
      return isJoined ? word.reversed() : Array(word)
    }
    return Array(words.joined(separator: [" "]))
  }

  @Test func `A line that a vowel sign tore is made whole`() {
    let page = OrderTests.page([
      "وهذا سطر كامل من النص يملأ العمود كله من أوله إلى آخره بلا نقص",
      "نظَّف، والبيوت التي تبنى", "فالعين التي تجف والساقية التي تسد تُ",
      "وهذه هبةٌ ثانيةً", "ثم كلام آخرًا",
    ])
    #expect(
      TornLines(pages: [page]).joined(page).lines.map(\.text) == [
        "وهذا سطر كامل من النص يملأ العمود كله من أوله إلى آخره بلا نقص",
        "فالعين التي تجف والساقية التي تسد تُنظَّف، والبيوت التي تبنى",
        "وهذه هبةٌ ثانيةً", "ثم كلام آخرًا",
      ])
  }

  @Test func `Split words become whole where the dictionary knows the whole`() {
    let words = SplitWords(
      lines: [], lexicon: WordList(["الصحراوية", "عدد", "الآبار", "في"]))
    #expect(
      words.joined([Unicode.Scalar]("ع دد الآب ار في الصحراو ية")).text == "عدد الآبار في الصحراوية"
    )
  }

  @Test(arguments: [
    ("Marchetti,( ףירח רוסחמ", "מחסור חריף (Marchetti,"), ("Dray & ואצמש", "שמצאו Dray &"),
    ("Okoye: 44– ואר", "ראו Okoye: 44–"), ("Dray & Thompson ואצמש", "שמצאו Dray & Thompson"),
    ("Dray ,ואצמש", "שמצאו, Dray"),
  ])
  func `A sign between two Latin words goes with them where the line ends`(
    visual: String, logical: String
  ) {
    let read = VisualInverse(isArabic: false).logical([Unicode.Scalar](visual))
    #expect(read.text == logical)
  }

  @Test func `Spaces that stretched lines leave`() {
    let tightened = { (line: String) in Respacing.tightened([Unicode.Scalar](line)).text }
    #expect(
      tightened("השבה״ ( Weiss, 2014 ), שקיצצו לי 40% , וב־ 25%  ועוד")
        == "השבה״ (Weiss, 2014), שקיצצו לי 40%, וב־25%  ועוד")
    #expect(tightened("צד )העיר( ועוד . . . דו־ ורב־צדדי") == "צד )העיר( ועוד . . . דו־ ורב־צדדי")
  }

  @Test func `Pieces that a dictionary takes for words become whole between joined letters`() {
    let known = WordList(["القانون", "الق", "انون", "وعدد", "وع", "دد", "في", "ما", "فيما", "من"])
    let words = SplitWords(
      lines: ["وصدر القانون", "الق انون وع دد في ما"].map { Array($0.unicodeScalars) },
      lexicon: known)
    #expect(words.joined([Unicode.Scalar]("الق انون وع دد في ما")).text == "القانون وعدد في ما")

  }

  @Test func `A letter with a short vowel begins the next word`() {
    let words = SplitWords(lines: [], lexicon: EmptyLexicon())
    #expect(
      words.joined([Unicode.Scalar]("ولا تُ نشئ بعد أن أُ دخلت")).text == "ولا تُنشئ بعد أن أُدخلت")
    let known = SplitWords(lines: [], lexicon: WordList(["ويعرف", "وي", "عرف"]))
    #expect(known.joined([Unicode.Scalar]("ويُ عرف")).text == "ويُعرف")
  }

  @Test func `A vowel sign put out before its letter goes behind it`() {
    let line = [Unicode.Scalar]("هبًة ُتحفر مورًدا كثيًرا ُيعرف")
    let words = SplitWords(lines: [line], lexicon: EmptyLexicon())
    #expect(words.joined(line).text == "هبةً تُحفر موردًا كثيرًا يُعرف")
    #expect(!VowelSigns.marksLead([[Unicode.Scalar]("دائمًا مشروعًا هبةً يُحل")]))
  }

  @Test func `A vowel sign apart from its letter goes back to it`() {
    let line = [Unicode.Scalar]("دائم ًا ت ُعرف تعر ّض أن ُأعيد هبة ً 87 ً بئرا ً (82)")
    let words = SplitWords(
      lines: [line], lexicon: WordList(["دائما", "تعرف", "تعرض", "أن", "أعيد"]))
    #expect(words.joined(line).text == "دائمًا تُعرف تعرّض أن أُعيد هبةً 87 بئرًا (82) ً")
  }
}
