/// UAX #9 for one printed line whose clusters are known: rules W1-W7, N0-N2, I1-I2 and L1-L2.
///
/// FriBidi resolves whole texts; here the elements are clusters (a letter with its marks, a
/// ligature), and one rule is other: a bracket whose fellow stands on another line goes with the
/// paragraph, for the line is only a piece of it.
enum BidiResolution {
  /// The embedding level of each cluster.
  ///
  /// - Parameters:
  ///   - texts: in the order of writing.
  ///   - base: the paragraph's level, 0 or 1.
  ///   - isPiece: whether the line is a piece of a Latin run, so that a bracket without a fellow goes
  ///     with what is beside it.
  static func levels(
    _ texts: [String], _ classes: [BidiClass], base: Int, isPiece: Bool = false
  ) -> [Int] {
    let direction: BidiClass = base == 1 ? .right : .left
    var kinds = classes
    resolveWeak(&kinds, direction)
    resolveBrackets(&kinds, texts, direction, isPiece: isPiece)
    resolveNeutral(&kinds, direction)
    var levels = kinds.map { kind in
      switch kind {
      case .right: 1
      case .left: base == 1 ? 2 : 0
      default: 2
      }
    }
    var end = levels.count
    while end > 0, classes[end - 1] == .space {
      end -= 1
      levels[end] = base
    }
    return levels
  }

  /// L2: the places of the clusters, from left to right.
  static func visualOrder(_ levels: [Int]) -> [Int] {
    var order = Array(levels.indices)
    guard let highest = levels.max(), highest > 0 else { return order }
    for level in stride(from: highest, through: 1, by: -1) {
      var index = 0
      while index < order.count {
        guard levels[order[index]] >= level else {
          index += 1
          continue
        }
        var end = index
        while end < order.count, levels[order[end]] >= level { end += 1 }
        order[index..<end].reverse()
        index = end
      }
    }
    return order
  }

  private static func resolveWeak(_ kinds: inout [BidiClass], _ direction: BidiClass) {
    var previous = direction
    for index in kinds.indices {
      if kinds[index] == .mark { kinds[index] = previous }
      previous = kinds[index]
    }
    var strong = direction
    for index in kinds.indices {
      if kinds[index] == .left || kinds[index].isStrongRight {
        strong = kinds[index]
      } else if kinds[index] == .europeanNumber, strong == .arabicLetter {
        kinds[index] = .arabicNumber
      }
    }
    for index in kinds.indices where kinds[index] == .arabicLetter { kinds[index] = .right }
    joinSeparators(&kinds)
    var index = 0
    while index < kinds.count {
      guard kinds[index] == .terminator else {
        index += 1
        continue
      }
      var end = index
      while end < kinds.count, kinds[end] == .terminator { end += 1 }
      if (index > 0 && kinds[index - 1] == .europeanNumber)
        || (end < kinds.count && kinds[end] == .europeanNumber)
      {
        for place in index..<end { kinds[place] = .europeanNumber }
      }
      index = end
    }
    strong = direction
    for index in kinds.indices {
      switch kinds[index] {
      case .europeanSeparator, .commonSeparator, .terminator: kinds[index] = .neutral
      case .left, .right: strong = kinds[index]
      case .europeanNumber: if strong == .left { kinds[index] = .left }
      default: break
      }
    }
  }

  /// W4: a single separator between two numbers of one kind.
  static func joinSeparators(_ kinds: inout [BidiClass]) {
    guard kinds.count > 2 else { return }
    for index in 1..<(kinds.count - 1) where kinds[index - 1] == kinds[index + 1] {
      if kinds[index] == .europeanSeparator, kinds[index - 1] == .europeanNumber {
        kinds[index] = .europeanNumber
      } else if kinds[index] == .commonSeparator, kinds[index - 1].isNumber {
        kinds[index] = kinds[index - 1]
      }
    }
  }

  /// Numbers count as right-to-left where neutrals are resolved.
  private static func side(_ kind: BidiClass) -> BidiClass? {
    switch kind {
    case .left: .left
    case .right, .europeanNumber, .arabicNumber: .right
    default: nil
    }
  }

  private static func resolveBrackets(
    _ kinds: inout [BidiClass], _ texts: [String], _ direction: BidiClass, isPiece: Bool
  ) {
    var open: [(closing: String, index: Int)] = []
    var pairs: [(Int, Int)] = []
    var loose: Set<Int> = []
    for index in texts.indices where kinds[index] == .neutral {
      if let closing = MirroredSigns.pairedClosing(texts[index]) {
        open.append((closing, index))
        loose.insert(index)
      } else if texts[index] == ")" || texts[index] == "]" || texts[index] == "}" {
        if let place = open.lastIndex(where: { $0.closing == texts[index] }) {
          pairs.append((open[place].index, index))
          loose.remove(open[place].index)
          open.removeLast(open.count - place)
        } else {
          loose.insert(index)
        }
      }
    }
    if !isPiece { for index in loose { kinds[index] = direction } }
    for (first, last) in pairs.sorted(by: { $0.0 < $1.0 }) {
      let inside = kinds[(first + 1)..<last].compactMap(side)
      var found: BidiClass?
      if inside.contains(direction) {
        found = direction
      } else if let other = inside.first {
        let before = kinds[..<first].reversed().lazy.compactMap(side).first ?? direction
        found = before == other ? other : direction
      }
      if let found {
        kinds[first] = found
        kinds[last] = found
      }
    }
  }

  private static func resolveNeutral(_ kinds: inout [BidiClass], _ direction: BidiClass) {
    var index = 0
    while index < kinds.count {
      guard kinds[index] == .neutral || kinds[index] == .space else {
        index += 1
        continue
      }
      var end = index
      while end < kinds.count, kinds[end] == .neutral || kinds[end] == .space { end += 1 }
      let before = index > 0 ? side(kinds[index - 1]) ?? direction : direction
      let after = end < kinds.count ? side(kinds[end]) ?? direction : direction
      for place in index..<end { kinds[place] = before == after ? before : direction }
      index = end
    }
  }
}
