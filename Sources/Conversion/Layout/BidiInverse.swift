/// From what stands on paper to what was written: UAX #9 backwards, checked forwards.
///
/// Levels are guessed by place, the algorithm is run on the order that they give, and the order is
/// taken when it would be displayed as the line is. More than one order may be: the guess prefers
/// what writers do (a number right of Latin belongs to it; a Latin run ends at a bracket that closes
/// what did not open in it).
struct BidiInverse {
  /// The places on paper in the order of writing.
  var order: [Int]
  /// The level of each place on paper.
  var levels: [Int]
  /// Whether the order is displayed as the line is.
  var isExact: Bool

  /// What is preferred where several orders are displayed alike.
  enum Guess: CaseIterable {
    /// A number right of Latin belongs to it.
    case joined
    /// A number right of Latin, parted from it by a sign behind a space, is read before it.
    case parted
  }

  private static let rounds = 8

  /// - Parameters:
  ///   - texts: the clusters from left to right, brackets as they look.
  ///   - base: the paragraph's level, 0 or 1.
  init(
    _ texts: [String], _ classes: [BidiClass], base: Int, guess: Guess = .joined,
    isPiece: Bool = false
  ) {
    let places = Array(texts.indices)
    var levels = Self.guess(texts, classes, base: base, guess)
    var best: (wrong: Int, order: [Int], levels: [Int])?
    for _ in 0..<Self.rounds where !places.isEmpty {
      let order = BidiResolution.visualOrder(levels)
      let written = order.map { place in
        levels[place] % 2 == 1 ? MirroredSigns.twin(texts[place]) ?? texts[place] : texts[place]
      }
      let resolved = BidiResolution.levels(
        written, order.map { classes[$0] }, base: base, isPiece: isPiece)
      let shown = BidiResolution.visualOrder(resolved).map { order[$0] }
      var next = levels
      for (index, place) in order.enumerated() { next[place] = resolved[index] }
      if shown == places {
        self.init(order: order, levels: next, isExact: true)
        return
      }
      let wrong = zip(shown, places).count { $0 != $1 }
      if best.map({ wrong < $0.wrong }) ?? true { best = (wrong, order, levels) }
      if next == levels { break }
      levels = next
    }
    self.init(order: best?.order ?? places, levels: best?.levels ?? levels, isExact: places.isEmpty)
  }

  private init(order: [Int], levels: [Int], isExact: Bool) {
    (self.order, self.levels, self.isExact) = (order, levels, isExact)
  }

  // MARK: The guess

  private static func guess(
    _ texts: [String], _ classes: [BidiClass], base: Int, _ guess: Guess
  ) -> [Int] {
    var kinds = classes
    BidiResolution.joinSeparators(&kinds)
    for index in Array(kinds.indices) + kinds.indices.reversed() where kinds[index] == .terminator {
      if (index > 0 && kinds[index - 1] == .europeanNumber)
        || (index + 1 < kinds.count && kinds[index + 1] == .europeanNumber)
      {
        kinds[index] = .europeanNumber
      }
    }
    return base == 1 ? rightToLeft(texts, kinds, guess) : leftToRight(kinds)
  }

  private static func leftToRight(_ kinds: [BidiClass]) -> [Int] {
    var levels = [Int](repeating: 0, count: kinds.count)
    var index = 0
    while index < kinds.count {
      guard kinds[index] != .left else {
        index += 1
        continue
      }
      var end = index
      while end < kinds.count, kinds[end] != .left { end += 1 }
      let stretch = index..<end
      if let last = stretch.last(where: { kinds[$0].isStrongRight }),
        let first = stretch.first(where: { kinds[$0].isStrongRight || kinds[$0].isNumber })
      {
        for place in first...max(first, last) { levels[place] = kinds[place].isNumber ? 2 : 1 }
      }
      index = end
    }
    return levels
  }

  private static func rightToLeft(
    _ texts: [String], _ kinds: [BidiClass], _ guess: Guess
  ) -> [Int] {
    var levels = [Int](repeating: 1, count: kinds.count)
    var index = 0
    while index < kinds.count {
      guard !kinds[index].isStrongRight else {
        index += 1
        continue
      }
      var end = index
      while end < kinds.count, !kinds[end].isStrongRight { end += 1 }
      for place in index..<end where kinds[place].isNumber { levels[place] = 2 }
      var start = index
      while start < end {
        guard kinds[start] == .left else {
          start += 1
          continue
        }
        var (last, next) = latinRun(texts, kinds, from: start, to: end)
        if guess == .parted, let cut = cut(texts, kinds, start...last) { (last, next) = (cut, end) }
        for place in start...last { levels[place] = 2 }
        start = max(next, last + 1)
      }
      index = end
    }
    return levels
  }

  /// Where a Latin run ends before ` ;` or ` ,` and numbers.
  private static func cut(
    _ texts: [String], _ kinds: [BidiClass], _ run: ClosedRange<Int>
  ) -> Int? {
    guard let letter = kinds[run].lastIndex(of: .left) else { return nil }
    return (letter...run.upperBound).first { place in
      place + 2 <= run.upperBound && texts[place + 1] == " " && ".,;:،؛".contains(texts[place + 2])
    }
  }

  /// The last place of a Latin run, and where the search goes on.
  private static func latinRun(
    _ texts: [String], _ kinds: [BidiClass], from start: Int, to end: Int
  ) -> (last: Int, next: Int) {
    var (depth, last, place) = (0, start, start)
    while place < end {
      if MirroredSigns.opens(texts[place]) {
        depth += 1
      } else if MirroredSigns.closes(texts[place]) {
        if depth == 0 { break }
        depth -= 1
        if depth == 0 { last = place }
      } else if kinds[place] == .left || kinds[place] == .europeanNumber {
        last = place
      }
      place += 1
    }
    guard depth > 0 else { return (last, place) }
    // Opened and not closed: numbers behind that bracket belong to what comes after it.
    var open = 0
    for index in stride(from: last, through: start, by: -1) {
      if MirroredSigns.closes(texts[index]) { open += 1 }
      if MirroredSigns.opens(texts[index]) { open -= 1 }
      guard open < 0 else { continue }
      if !kinds[index...last].contains(.left),
        let before = (start..<index).last(where: {
          kinds[$0] == .left || kinds[$0] == .europeanNumber
        })
      {
        return (before, index)
      }
      break
    }
    return (last, place)
  }
}
