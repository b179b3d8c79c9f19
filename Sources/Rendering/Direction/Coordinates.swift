/// A place on the Earth, which is one thing however it is written: `31.77° N, 35.21° E`,
/// `31°46′12″N 35°14′05″E`, `N31.77, E35.21`, `lat 31.77, lon 35.21`, `36R 711000 3516000`.
///
/// The forms are those of ISO 6709, annex D (degrees, minutes and seconds with the letter of the
/// compass), what maps and receivers print beside it, and the Universal Transverse Mercator grid. A
/// number in degrees alone, `45°`, is none: it may be an angle or a temperature.
struct Coordinates {
  private let reader: PieceReader

  init(_ reader: PieceReader) { self.reader = reader }

  /// The index after the place, or the latitude or longitude alone, that begins at a token; `nil`
  /// where there is none.
  func end(at start: Int) -> Int? {
    guard !reader.isSolid(start - 1) else { return nil }
    if let end = grid(at: start) { return end }
    guard let first = angle(at: start) else { return nil }
    var next = first
    if [0x2C, 0x3B, 0x2F].contains(reader.sign(next)) { next += 1 }
    let second = angle(at: skippingSpace(next))
    let isPair = second != nil && (next > first || reader.kind(next) == .space)
    return isPair ? second : first
  }

  // MARK: - Latitude and longitude

  /// The index after a latitude or longitude.
  private func angle(at start: Int) -> Int? {
    var index = start
    let isNamed = name(at: &index)
    var hasCompass = compass(at: &index)
    if hasCompass { index = skippingSpace(index) }
    if reader.kind(index) == .dash, reader.kind(index + 1) == .digits { index += 1 }
    guard let isExact = degrees(at: &index) else { return nil }
    if !hasCompass {
      var after = skippingSpace(index)
      hasCompass = compass(at: &after)
      if hasCompass { index = after }
    }
    guard !reader.isSolid(index), isExact, isNamed || hasCompass else { return nil }
    return index
  }

  /// Takes `lat`, `longitude` and the like with the sign behind it.
  private func name(at index: inout Int) -> Bool {
    guard reader.kind(index) == .latin, (3...9).contains(reader.text(index).count),
      Self.names.contains(Array(reader.text(index).map { $0 | 0x20 }))
    else { return false }
    index += 1
    if reader.sign(index) == 0x2E || reader.sign(index) == 0x3A { index += 1 }
    index = skippingSpace(index)
    if reader.sign(index) == 0x3D { index = skippingSpace(index + 1) }
    return true
  }

  private static let names = Set(
    ["lat", "latitude", "lon", "long", "lng", "longitude"].map { Array($0.utf8) })

  /// Takes a letter of the compass.
  private func compass(at index: inout Int) -> Bool {
    guard reader.kind(index) == .latin, reader.text(index).count == 1,
      let letter = reader.text(index).first, "NSEWO".utf8.contains(letter)
    else { return false }
    index += 1
    return true
  }

  /// Takes degrees with their minutes and seconds; gives whether they have the sign of one of these
  /// or a fraction, `nil` where there are no degrees.
  private func degrees(at index: inout Int) -> Bool? {
    guard let hasFraction = number(at: &index, digits: 1...3) else { return nil }
    var isExact = hasFraction
    for signs in Self.signs {
      var after = isExact || signs == Self.signs[0] ? skippingSpace(index) : index
      if signs != Self.signs[0] {
        guard isExact, number(at: &after, digits: 1...2) != nil else { break }
        after = skippingSpace(after)
      }
      guard signs.contains(reader.sign(after)) else { break }
      // '' is a sign of seconds too.
      index = after + (reader.sign(after + 1) == 0x27 ? 2 : 1)
      isExact = true
    }
    return isExact
  }

  /// Signs of degrees, of minutes, of seconds; typewritten and foreign ones with them.
  private static let signs: [Set<UInt32>] = [
    [0xB0, 0xBA, 0x2DA], [0x2032, 0x27, 0x2019, 0x5F3], [0x2033, 0x22, 0x201D, 0x5F4, 0x27],
  ]

  /// Takes digits with their fraction; gives whether they have one, `nil` where there are no digits.
  private func number(at index: inout Int, digits: ClosedRange<Int>) -> Bool? {
    guard reader.kind(index) == .digits, digits.contains(reader.text(index).count) else {
      return nil
    }
    index += 1
    guard [0x2E, 0x2C].contains(reader.sign(index)), reader.kind(index + 1) == .digits else {
      return false
    }
    index += 2
    return true
  }

  // MARK: - The grid

  /// The index after a zone of the grid with its easting and northing, and with the letters of a
  /// square before them in the military form: `36R YV 11000 16000`.
  private func grid(at start: Int) -> Int? {
    guard reader.kind(start) == .digits, reader.text(start).count <= 2,
      reader.kind(start + 1) == .latin, reader.text(start + 1).count == 1,
      let band = reader.text(start + 1).first, (0x43...0x58).contains(band)
    else { return nil }
    var index = start + 2
    if reader.kind(index) == .space, reader.kind(index + 1) == .latin,
      reader.text(index + 1).count == 2
    {
      index += 2
    }
    for _ in 0..<2 {
      if index > start + 2, reader.sign(index) == 0x2C { index += 1 }
      guard reader.kind(index) == .space, reader.kind(index + 1) == .digits,
        (4...7).contains(reader.text(index + 1).count)
      else { return nil }
      index += 2
      // 711000 mE, 711000mE, 711000E.
      let unit = skippingSpace(index)
      if reader.kind(unit) == .latin, Self.metres.contains(Array(reader.text(unit))) {
        index = unit + 1
      }
    }
    return reader.isSolid(index) ? nil : index
  }

  private static let metres = Set(["mE", "mN", "E", "N", "m"].map { Array($0.utf8) })

  private func skippingSpace(_ index: Int) -> Int {
    reader.kind(index) == .space ? index + 1 : index
  }
}
