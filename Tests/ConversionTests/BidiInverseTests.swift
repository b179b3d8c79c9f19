import Testing

@testable import Conversion

/// Texts are displayed by the algorithm and read back.
@Suite struct BidiInverseTests {
  private func shown(_ text: String, base: Int) -> [String] {
    let texts = text.map(String.init)
    let levels = BidiResolution.levels(texts, texts.map { BidiClass($0) }, base: base)
    return BidiResolution.visualOrder(levels).map { place in
      levels[place] % 2 == 1 ? MirroredSigns.twin(texts[place]) ?? texts[place] : texts[place]
    }
  }

  private func readBack(_ visual: [String], base: Int) -> String {
    let inverse = BidiInverse(visual, visual.map { BidiClass($0) }, base: base)
    return inverse.order.map { place in
      inverse.levels[place] % 2 == 1
        ? MirroredSigns.twin(visual[place]) ?? visual[place] : visual[place]
    }.joined()
  }

  @Test(arguments: [
    "באביב 1985 חתמו שלוש (Harlan & Weiss, 2014). בין שתי",
    "בשנים 1985–2020 ואת 12.5%, ולא +22.9% (ראו 1974-2015)",
    "كان 88.4% من 2,841 (انظر NDVI) في عام 2020، و٢٬٨٤١",
    "המונח \"Minimum Quality\" (p. 3) ועוד", "§ 14(3) להסכם, A/70/174 ב־2015 (GGE)",
  ])
  func linesAreReadAsTheyWereWritten(text: String) {
    #expect(readBack(shown(text, base: 1), base: 1) == text)
  }

  @Test func aReadingIsAlwaysDisplayedAsTheLineIs() {
    let pieces = ["אב", "גד", "AB", "cd", "12", "3.5", "(", ")", ",", ". ", " ", " ", "–", "%"]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var exact = 0
    for _ in 0..<300 {
      let text = (0..<(4 + next(10))).map { _ in pieces[next(pieces.count)] }.joined()
      let visual = shown(text, base: 1)
      let inverse = BidiInverse(visual, visual.map { BidiClass($0) }, base: 1)
      #expect(inverse.order.sorted() == Array(visual.indices))
      if inverse.isExact {
        exact += 1
        #expect(shown(readBack(visual, base: 1), base: 1) == visual)
      }
    }
    #expect(exact > 240)
  }
}
