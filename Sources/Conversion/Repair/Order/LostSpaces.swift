import Orthography

/// Lines that lost their spaces: a typesetter that sets none as glyphs (XeLaTeX), read by a program
/// that does not measure the gaps.
///
/// Hebrew and Arabic words have hardly more than a dozen letters, so letters without a space for much
/// longer are several words. Their words are found by a dictionary, and spaces put round signs as
/// texts have them. Without a dictionary the line stays as it is.
struct LostSpaces {
  private let segmentation: WordSegmentation
  /// Whether most lines have lost their spaces, so that short ones have as well.
  private let isGeneral: Bool
  /// Whether enough lines have for one to be no chance: a sound line may have long words alone.
  private let isFrequent: Bool

  /// - Parameter lines: the lines of the paper, in order.
  init(lines: [[Unicode.Scalar]], lexicon: any Lexicon) {
    segmentation = WordSegmentation(lexicon: lexicon)
    let long = lines.filter { $0.count > 24 && $0.contains { Kind($0) == .right } }
    let lost = long.filter(Self.hasLost)
    isGeneral = lost.count * 2 > long.count
    isFrequent = lost.count > 2 && lost.count * 20 > long.count
    guard isGeneral || isFrequent else { return }
    segmentation.learn(
      lost.flatMap { line in Self.stretches(line).map { Array(line[$0]) } }
        .filter(segmentation.covers))
  }

  /// The line with its spaces; `nil` if it has lost none or they cannot be found.
  func restored(_ line: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard isGeneral || (isFrequent && Self.hasLost(line)) else { return nil }
    let stretches = Self.stretches(line)
    guard let first = stretches.first, segmentation.covers(Array(line[first])) else { return nil }
    var restored: [Unicode.Scalar] = []
    var index = 0
    for stretch in stretches {
      restored += line[index..<stretch.lowerBound]
      restored += segmentation.words(Array(line[stretch])).joined(separator: [" "])
      index = stretch.upperBound
    }
    restored += line[index...]
    return Respacing.restored(Self.spaced(restored))
  }

  /// So many letters without a space are several words.
  private static let longestWord = 16
  /// No printed line has more letters at one place; a dictionary is not asked about such.
  private static let longestStretch = 400

  /// Whether a line has letters that can only be several words: too many at one place, or more than
  /// words have on the whole.
  static func hasLost(_ line: [Unicode.Scalar]) -> Bool {
    let stretches = stretches(line)
    let letters = stretches.reduce(0) { $0 + $1.count }
    return stretches.contains { $0.count >= longestWord }
      || (stretches.count > 2 && letters > 8 * stretches.count)
  }

  /// The stretches of letters between spaces, signs and maqafs.
  private static func stretches(_ line: [Unicode.Scalar]) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var index = 0
    while index < line.count {
      guard isLetter(line[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < line.count, isLetter(line[end]) { end += 1 }
      if end - index <= longestStretch { stretches.append(index..<end) }
      index = end
    }
    return stretches
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let kind = Kind(scalar)
    return (kind == .right && scalar.value != 0x5BE) || kind == .mark
  }

  /// The line with a space between a word and a number or bracket that touch it.
  private static func spaced(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var spaced: [Unicode.Scalar] = []
    for (index, scalar) in line.enumerated() {
      if index > 0, isApart(line[index - 1], scalar) { spaced.append(" ") }
      spaced.append(scalar)
    }
    return spaced
  }

  private static func isApart(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    let (left, right) = (Kind(one), Kind(other))
    if isLetter(one), right == .digit || right == .arabicDigit { return true }
    if isLetter(one), Brackets.closing[other] != nil { return true }
    return (left == .digit || left == .arabicDigit || one == "%" || one == "٪") && isLetter(other)
  }
}
