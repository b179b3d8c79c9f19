/// What the lines at a paper's start show of what they are, as named features of each line.
///
/// Words such as "abstract" are evidence among others: length, place, punctuation, names' shapes,
/// what the running heads repeat, and size of type where it is known.
struct FrontFeatures {
  /// The features of each line, in order.
  private(set) var features: [[String]] = []
  /// The lines of the block that begins with each line: running text of three lines or more.
  private(set) var blocks: [Int: Range<Int>] = [:]

  private let lines: [TextLine]
  private let width: Double
  private let isRightToLeft: Bool
  private let heads: [[String]]
  private let bodySize: Double?

  /// - Parameters:
  ///   - lines: the paper's first lines.
  ///   - heads: the paper's running heads.
  ///   - bodySize: the size of most of the paper's letters, if it is known.
  init(lines: [TextLine], heads: [Scalars], isRightToLeft: Bool, bodySize: Double?) {
    self.lines = lines
    self.heads = heads.map { $0.words.map(PageEdges.key).filter { !$0.isEmpty } }
    self.isRightToLeft = isRightToLeft
    self.bodySize = bodySize
    width = Double(lines.prefix(24).map(\.width).max() ?? 0)
    findBlocks()
    features = lines.indices.map(features)
  }

  // MARK: - Blocks

  private mutating func findBlocks() {
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, goesOn(end - 1) { end += 1 }
      let letters = lines[start..<end].reduce(0) { $0 + $1.width }
      if end - start >= 2, letters > 110,
        Ending.endsSentence(lines[end - 1].text) || end - start > 3
      {
        blocks[start] = start..<end
      }
      start = end
    }
  }

  /// The width of the column that a line stands in.
  private func columnWidth(_ index: Int) -> Double {
    Double(lines[max(0, index - 3)..<min(lines.count, index + 5)].map(\.width).max() ?? 0)
  }

  private func goesOn(_ index: Int) -> Bool {
    let (line, next) = (lines[index], lines[index + 1])
    let column = columnWidth(index)
    // A line is full, too, where the first word of the next hardly has room in it.
    let filled = line.width + 1 + (next.text.words.first?.count ?? 0)
    let isFull = Double(line.width) > 0.8 * column || Double(filled) > 0.86 * column
    if Ending.endsSentence(line.text), isIntroduction(next.text) || standsShort(index + 1) {
      return false
    }
    let isOther = line.isRightToLeft != next.isRightToLeft && next.raw.contains(where: \.isLetter)
    if isOther, !isFull { return false }
    if next.blanksBefore > 0, Ending.endsSentence(line.text) || !isFull { return false }
    return isFull
  }

  /// Whether a line is far from full and no sentence's end, while the line below it is full.
  private func standsShort(_ index: Int) -> Bool {
    let column = columnWidth(index)
    let text = lines[index].text
    return index + 1 < lines.count && Double(lines[index].width) < 0.5 * column
      && Double(lines[index + 1].width) > 0.8 * column && !Ending.endsSentence(text)
      && !isOpen(text) && !hasKeywords(index)
  }

  private func block(holding index: Int) -> Range<Int>? {
    blocks.first { $0.value.contains(index) }?.value
  }

  // MARK: - Features

  private func features(_ index: Int) -> [String] {
    let line = lines[index]
    let text = line.text
    let words = text.words
    var found = ["bias"]
    func add(_ name: String, _ holds: Bool) { if holds { found.append(name) } }
    add("first", index == 0)
    add("second", index == 1)
    add("late", index > 11)
    let share = Double(line.width) / max(1, width)
    found.append(share < 0.35 ? "short" : share < 0.78 ? "medium" : "wide")
    found.append(
      words.count == 1
        ? "word" : words.count < 5 ? "few-words" : words.count < 10 ? "some-words" : "many-words")
    let block = block(holding: index)
    add("in-block", block != nil)
    if let block {
      add(block.lowerBound == index ? "block-start" : "inside-block", true)
      add(
        "block-before-heading",
        block.upperBound < lines.count
          && (isHeading(block.upperBound) || isIntroduction(lines[block.upperBound].text)))
      add("block-before-keywords", block.upperBound < lines.count && hasKeywords(block.upperBound))
      add("block-above-block", blocks[block.upperBound] != nil)
      add("block-below-heading", block.lowerBound > 0 && isHeading(block.lowerBound - 1))
    }
    let ends = Ending.endsSentence(text)
    add("ends-sentence", ends && text.last != ":")
    add("ends-colon", text.last == ":")
    let isLabelled = FrontWords.authorLabels.contains(FrontWords.key(words.first ?? []))
    add("holds-colon", text.dropLast().contains(":") && !isLabelled)
    add("holds-bar", text.contains("|"))
    add("holds-digit", text.contains(where: \.isDigit))
    add("is-address", !Self.emails(text).isEmpty)
    add("institution", FrontMatterWords.namesInstitution(text))
    add("series-word", words.contains { FrontWords.series.contains(FrontWords.key($0)) })
    add("editors", hasEditors(text))
    add(
      "date",
      text.split(separator: "|").contains {
        PrintedDate.read(Array($0).trimmed) != nil || PrintedDate.isMonth(Array($0).trimmed)
      })
    add("leading-sign", beginsWithMark(text))
    add("inner-sign", text.dropFirst().contains(where: NoteSign.isSign))
    add(
      "honorific", words.prefix(3).contains { FrontWords.honorifics.contains(FrontWords.key($0)) })
    add("author-label", isLabelled)
    add("occasion", FrontWords.isOccasion(text))
    add("names", areNames(text))
    add("article", hasArticle(words))
    add(
      "abstract-word", FrontMatterWords.after(FrontMatterWords.abstract, in: text)?.isEmpty == true)
    add(
      "abstract-label",
      FrontMatterWords.after(FrontMatterWords.abstract, in: text)?.isEmpty == false
        || FrontReading.abstractLabel(endOf: text) != nil)
    add("keywords", hasKeywords(index))
    add("introduction", isIntroduction(text))
    add("numbered", ListLabel(text)?.number != nil)
    add("bullet", ListLabel(text).map { $0.number == nil } ?? false)
    add("heading", isHeading(index))
    add("other-script", line.isRightToLeft != isRightToLeft && text.contains(where: \.isLetter))
    add("gap-above", line.blanksBefore > 0)
    add("gap-below", line.blanksAfter > 0)
    add("commas", text.count { $0 == "," || $0 == "،" || $0 == ";" } >= 2)
    add("bound-end", WordPairs.isBound(words.last ?? []))
    if index > 0 {
      let above = lines[index - 1]
      add("below-sentence", Ending.endsSentence(above.text))
      add("below-wide", Double(above.width) > 0.6 * width && !Ending.endsSentence(above.text))
      add("below-open", isOpen(above.text))
      add("below-names", areNames(above.text) && !FrontMatterWords.namesInstitution(above.text))
      add("below-keywords", hasKeywords(index - 1))
      add("below-abstract-word", isLabel(FrontMatterWords.abstract, index - 1))
      add("below-mark", above.text.count == 1)
      add("below-commas", above.text.last == "," || above.text.last == "،")
    }
    if index + 1 < lines.count {
      add("above-keywords", isLabel(FrontMatterWords.keywords, index + 1))
      add("above-names", areNames(lines[index + 1].text))
    }
    add("mark-alone", text.count == 1)
    found += headFeatures(words)
    if let size = line.fontSize, let bodySize {
      found.append(
        size > bodySize * 1.15 ? "large" : size < bodySize * 0.93 ? "small" : "body-size")
      if index > 0, let above = lines[index - 1].fontSize {
        found.append(abs(above - size) < 0.3 ? "same-size" : "other-size")
      }
    }
    return found
  }

  /// Of which kind the running heads are that a line's words stand in: a head of this line alone is
  /// title or journal, one with a colon or a stroke holds names.
  private func headFeatures(_ words: [Scalars]) -> [String] {
    let keys = words.map(PageEdges.key).filter { !$0.isEmpty }
    guard keys.count > 1 else { return [] }
    var found: Set<String> = []
    for head in heads where head.count > 1 {
      let shared = keys.count { head.contains($0) }
      if shared == keys.count {
        found.insert(keys.count * 3 > head.count * 2 ? "is-head" : "in-head")
      }
      if shared * 3 >= head.count * 2, keys.count > head.count { found.insert("holds-head") }
    }
    return found.sorted()
  }

  // MARK: - Lines

  /// A short line without a full stop above running text, with a gap above it.
  func isHeading(_ index: Int) -> Bool {
    let text = lines[index].text
    guard text.contains(where: \.isLetter), Double(lines[index].width) < 0.75 * columnWidth(index),
      !Ending.endsSentence(text), text.last != ",", text.last != "،", index + 1 < lines.count,
      Self.emails(text).isEmpty, !hasKeywords(index),
      index == 0 || !isLabel(FrontMatterWords.keywords, index - 1)
    else { return false }
    return isIntroduction(text)
      || blocks[index + 1] != nil
        && (index > 0
          && (lines[index].blanksBefore > 0 || Ending.endsSentence(lines[index - 1].text)))
  }

  private func isIntroduction(_ text: Scalars) -> Bool {
    let words = text.drop { $0.isDigit || $0 == "." || $0.isSpacing }
    let end = words.firstIndex { $0 == "." } ?? words.endIndex
    return FrontMatterWords.introduction.contains(FrontMatterWords.key(Array(words[..<end])))
  }

  private func isLabel(_ labels: Set<String>, _ index: Int) -> Bool {
    FrontMatterWords.after(labels, in: lines[index].text)?.isEmpty == true
  }

  func hasKeywords(_ index: Int) -> Bool {
    FrontReading.keywordsLabel(lines[index].text) != nil
  }

  private func hasEditors(_ text: Scalars) -> Bool {
    text.contains(":")
      && text.words.contains { FrontMatterWords.editors.contains(FrontMatterWords.key($0)) }
  }

  private func beginsWithMark(_ text: Scalars) -> Bool {
    guard let first = text.first, text.count > 2 else { return false }
    if NoteSign.isSign(first) { return true }
    return (first.isDigit || "abcdef".unicodeScalars.contains(first)) && text[1].isSpacing
  }

  private func isOpen(_ text: Scalars) -> Bool {
    WordPairs.isBound(text.words.last ?? [])
      || text.last.map { $0 == ":" || $0 == "," || $0.isDash } ?? false
  }

  /// Whether every part of a line between commas looks like a name: two to four words of letters.
  private func areNames(_ text: Scalars) -> Bool {
    var sides = text.split(separator: "|").map { Array($0).trimmed }
    if sides.count > 1 { sides.removeAll { PrintedDate.read($0) != nil } }
    guard sides.count == 1, let side = sides.first else { return false }
    let names = NameList(side, marks: ["a", "b", "c", "d", "1", "2", "3", "4"]).names
    return !names.isEmpty
      && names.allSatisfy { name in
        let words = Array(name.text.unicodeScalars).words
        let count = words.count { !FrontWords.honorifics.contains(FrontWords.key($0)) }
        return (2...4).contains(count)
          && !name.text.unicodeScalars.contains {
            $0.isDigit || $0 == ":" || $0 == "?" || $0 == "!"
          }
          && words.allSatisfy { word in
            guard let first = word.first, first.isLeftToRightLetter else { return true }
            return first.properties.isUppercase || words.count > 2
          }
      }
  }

  /// Whether a word has the article, as those of titles do more often than names.
  private func hasArticle(_ words: [Scalars]) -> Bool {
    words.contains { word in
      word.count > 3
        && (word[0] == "ה" || word[0] == "ב" && word[1] == "ה" || word[0] == "ل" && word[1] == "ل"
          || word[0] == "ב" || word[0] == "ל")
    }
  }

  static func emails(_ text: Scalars) -> [String] {
    text.words.filter { word in
      guard let at = word.firstIndex(of: "@"), at > 0, at + 1 < word.count else { return false }
      return word[(at + 1)...].contains(".") && word.allSatisfy { !$0.isRightToLeftLetter }
    }.map { word in
      var word = word
      while let last = word.last, last.isClausePunctuation || last == ")" { word.removeLast() }
      return word.string
    }
  }
}
