import Markup

/// Counts the numbers of a Word file's lists as Word prints them.
struct WordNumbering {
  private struct Level {
    var format = "decimal"
    var text = ""
    var start = 1
    var isLegal = false
    /// The level after which the count begins again; 0 for never.
    var restart: Int?
    var paragraph = WordParagraphFormat()
  }

  private struct Instance {
    var levels: [Int: Level]
    /// Instances of one abstract list count together.
    var counter: String
    var starts: [Int: Int] = [:]
  }

  private var instances: [String: Instance] = [:]
  private var counts: [String: [Int]] = [:]
  private var begun: Set<String> = []

  init(_ part: MarkupElement?) {
    guard let part else { return }
    var abstract: [String: [Int: Level]] = [:]
    for element in part.all("w:abstractNum") {
      abstract[element["w:abstractNumId"] ?? ""] = Self.levels(element)
    }
    for element in part.all("w:num") {
      guard let id = element["w:numId"] else { continue }
      let base = element.first("w:abstractNumId")?["w:val"] ?? ""
      var instance = Instance(levels: abstract[base] ?? [:], counter: base)
      for override in element.all("w:lvlOverride") {
        guard let level = override["w:ilvl"].flatMap({ Int($0) }) else { continue }
        if let start = override.first("w:startOverride")?["w:val"].flatMap({ Int($0) }) {
          instance.starts[level] = start
        }
        for (number, described) in Self.levels(override) { instance.levels[number] = described }
      }
      instances[id] = instance
    }
  }

  private static func levels(_ element: MarkupElement) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for described in element.all("w:lvl") {
      guard let number = described["w:ilvl"].flatMap({ Int($0) }), (0..<9).contains(number) else {
        continue
      }
      levels[number] = Level(
        format: described.first("w:numFmt")?["w:val"] ?? "decimal",
        text: described.first("w:lvlText")?["w:val"] ?? "",
        start: described.first("w:start")?["w:val"].flatMap { Int($0) } ?? 1,
        isLegal: described.first("w:isLgl").map(WordRunFormat.isOn) ?? false,
        restart: described.first("w:lvlRestart")?["w:val"].flatMap { Int($0) },
        paragraph: WordParagraphFormat(described.first("w:pPr")))
    }
    return levels
  }

  /// A mark as it is printed before a paragraph.
  struct Mark {
    /// The number of the paragraph's own level, where it is written by digits and stands alone.
    var number: Int?
    /// The whole mark as it is printed; empty for a bullet.
    var printed: String
    var level: Int
  }

  /// How a list's paragraphs stand.
  func paragraph(list: String, level: Int) -> WordParagraphFormat {
    instances[list]?.levels[level]?.paragraph ?? WordParagraphFormat()
  }

  /// Counts a paragraph of a list; `nil` where the list is not there.
  mutating func next(list: String, level: Int) -> Mark? {
    guard let instance = instances[list], (0..<9).contains(level),
      let described = instance.levels[level]
    else { return nil }
    var counts = counts[instance.counter] ?? Array(repeating: Int.min, count: 9)
    // The first paragraph of an instance that says where it starts begins anew.
    if begun.insert(list).inserted {
      for (level, start) in instance.starts where (0..<9).contains(level) {
        counts[level] = start - 1
        for deeper in (level + 1)..<max(level + 1, 9) { counts[deeper] = Int.min }
      }
    }
    for above in 0..<level where counts[above] == Int.min {
      counts[above] = instance.levels[above]?.start ?? 1
    }
    counts[level] = counts[level] == Int.min ? described.start : counts[level] + 1
    for deeper in (level + 1)..<max(level + 1, 9) where instance.levels[deeper]?.restart != 0 {
      counts[deeper] = Int.min
    }
    self.counts[instance.counter] = counts
    return Self.mark(described, level, counts, instance.levels)
  }

  private static func mark(
    _ described: Level, _ level: Int, _ counts: [Int], _ levels: [Int: Level]
  ) -> Mark {
    guard PrintedNumber.text(counts[level], as: described.format) != nil else {
      return Mark(printed: "", level: level)
    }
    var printed = ""
    var places = 0
    var rest = described.text[...]
    while let sign = rest.popFirst() {
      guard sign == "%", let digit = rest.first?.wholeNumberValue, (1...9).contains(digit) else {
        printed.append(sign)
        continue
      }
      rest.removeFirst()
      places += 1
      let format = described.isLegal ? "decimal" : levels[digit - 1]?.format ?? "decimal"
      let count = counts[digit - 1] == Int.min ? 1 : counts[digit - 1]
      printed += PrintedNumber.text(count, as: format) ?? ""
    }
    let isNumber = PrintedNumber.isByDigits(described.format) && places == 1
    return Mark(
      number: isNumber && counts[level] >= 0 ? counts[level] : nil,
      printed: Cleaning.clean(printed), level: level)
  }
}
