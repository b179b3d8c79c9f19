import CFribidi

/// The Unicode bidirectional algorithm (UAX #9), by FriBidi.
public enum Bidi {
  /// A line as it is seen, from left to right.
  public struct VisualLine: Equatable, Sendable {
    /// What is seen; a bracket or other mirrored sign has the shape that is printed (rule L4).
    public var scalars: [Unicode.Scalar]

    /// For each place of the visual line the place in the logical line.
    public var sources: [Int]

    public var text: String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
  }

  /// The embedding levels of a paragraph, one for each scalar: odd is right to left.
  ///
  /// - Parameters:
  ///   - scalars: a paragraph without line breaks.
  ///   - direction: the paragraph's base direction.
  public static func levels(of scalars: [Unicode.Scalar], direction: Direction) -> [Int8] {
    analyse(scalars, direction: direction).levels
  }

  /// A line in the order in which it is printed, from left to right.
  ///
  /// - Parameters:
  ///   - text: a whole paragraph that takes one line.
  ///   - direction: the paragraph's base direction.
  ///   - mirrored: whether brackets get the shape that is printed (L4), or keep the character that
  ///     stands in the text.
  public static func visual(
    _ text: String, direction: Direction, mirrored: Bool = true
  ) -> VisualLine {
    let scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty else { return VisualLine(scalars: [], sources: []) }
    var (types, levels) = analyse(scalars, direction: direction)
    var characters = scalars.map(\.value)
    if mirrored {
      fribidi_shape_mirroring(levels, FriBidiStrIndex(characters.count), &characters)
    }
    var sources = (0..<characters.count).map { FriBidiStrIndex($0) }
    // No flag: marks are turned with their letters (rule L3 is for fonts that draw glyphs).
    let reordered = fribidi_reorder_line(
      0, types, FriBidiStrIndex(characters.count), 0, parType(direction), &levels, &characters,
      &sources)
    guard reordered != 0 else {
      return VisualLine(scalars: scalars, sources: Array(scalars.indices))
    }
    return VisualLine(
      scalars: characters.compactMap(Unicode.Scalar.init), sources: sources.map(Int.init))
  }

  /// The sign that mirrors a bracket or quotation mark, such as `)` for `(`.
  public static func mirror(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    var mirrored: FriBidiChar = 0
    guard fribidi_get_mirror_char(scalar.value, &mirrored) != 0 else { return nil }
    return Unicode.Scalar(mirrored)
  }

  private static func analyse(
    _ scalars: [Unicode.Scalar], direction: Direction
  ) -> (types: [FriBidiCharType], levels: [FriBidiLevel]) {
    let count = FriBidiStrIndex(scalars.count)
    let characters = scalars.map(\.value)
    var types = [FriBidiCharType](repeating: FriBidiCharType(rawValue: 0), count: scalars.count)
    var brackets = [FriBidiBracketType](repeating: 0, count: scalars.count)
    var levels = [FriBidiLevel](repeating: 0, count: scalars.count)
    guard !scalars.isEmpty else { return ([], []) }
    fribidi_get_bidi_types(characters, count, &types)
    fribidi_get_bracket_types(characters, count, types, &brackets)
    var base = parType(direction)
    let highest = fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, &levels)
    if highest == 0 {
      levels = levels.map { _ in direction == .rightToLeft ? 1 : 0 }
    }
    return (types, levels)
  }

  private static func parType(_ direction: Direction) -> FriBidiParType {
    direction == .rightToLeft ? daf_par_rtl() : daf_par_ltr()
  }
}
