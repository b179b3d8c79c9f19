/// How samples are colours (ISO 32000-2, 8.6), as far as pictures of papers need it.
struct ColourSpace {
  private(set) var components: Int
  private(set) var isIndexed = false
  private var palette: [UInt8] = []
  private var isSubtractive = false

  /// `nil` for a space that is not known.
  init?(_ object: PDFObject?, objects: ObjectStore, names: [String: PDFObject], depth: Int = 0) {
    guard depth < 4 else { return nil }
    var object = objects.resolve(object)
    if let name = object.name, let other = objects.dictionary(names["ColorSpace"])?[name] {
      object = objects.resolve(other)
    }
    let items = objects.array(object) ?? []
    switch object.name ?? objects.name(items.first) {
    case "DeviceGray"?, "CalGray"?, "G"?: components = 1
    case "DeviceRGB"?, "CalRGB"?, "RGB"?, "Lab"?: components = 3
    case "DeviceCMYK"?, "CMYK"?: components = 4
    case "ICCBased"?:
      guard items.count > 1, let profile = objects.stream(items[1]),
        let count = objects.integer(profile.dictionary["N"]), [1, 3, 4].contains(count)
      else { return nil }
      components = count
    case "Separation"?:
      components = 1
      isSubtractive = true
    case "Indexed"?, "I"?:
      guard items.count > 3,
        let base = ColourSpace(items[1], objects: objects, names: names, depth: depth + 1),
        !base.isIndexed
      else { return nil }
      let table = objects.resolve(items[3])
      let entries = table.bytes ?? objects.stream(table).map { objects.data(of: $0).bytes } ?? []
      components = 1
      isIndexed = true
      for start in stride(from: 0, to: entries.count - base.components + 1, by: base.components) {
        let colour = base.bytes(
          entries[start..<(start + base.components)].map { Double($0) / 255 })
        palette += colour.count == 1 ? [colour[0], colour[0], colour[0]] : colour
      }
    default: return nil
    }
  }

  var isGrey: Bool { components == 1 && !isIndexed }

  /// A colour as grey, or as red, green and blue.
  ///
  /// - Parameter sample: a number between 0 and 1 for each component; of a palette the index.
  func bytes(_ sample: [Double]) -> [UInt8] {
    func byte(_ value: Double) -> UInt8 { UInt8(max(0, min(255, value * 255 + 0.5))) }
    if isIndexed {
      let place = Int(sample[0]) * 3
      return place + 3 <= palette.count ? Array(palette[place..<(place + 3)]) : [0, 0, 0]
    }
    switch components {
    case 1: return [byte(isSubtractive ? 1 - sample[0] : sample[0])]
    case 4: return (0..<3).map { byte((1 - sample[$0]) * (1 - sample[3])) }
    default: return sample.map(byte)
    }
  }
}
