/// Takes pictures out of a PDF (ISO 32000-2, 8.9): JPEG as it is, samples as PNG.
struct PictureReader {
  private let objects: ObjectStore

  init(_ objects: ObjectStore) { self.objects = objects }

  func read(_ stream: PDFStream) -> PDFPicture? {
    let (width, height) = size(stream.dictionary)
    guard width > 0, height > 0 else { return nil }
    let isMask = {
      if case .bool(true) = objects.resolve(stream.dictionary["ImageMask"]) { true } else { false }
    }()
    let data = objects.data(of: stream)
    return picture(
      data.bytes, filter: data.filter, width: width, height: height,
      depth: isMask ? 1 : objects.integer(stream.dictionary["BitsPerComponent"]) ?? 8,
      space: isMask ? .name("DeviceGray") : stream.dictionary["ColorSpace"], names: [:],
      isInverted: isInverted(stream.dictionary["Decode"]))
  }

  func read(
    inline entries: [String: PDFObject], bytes: [UInt8], names: [String: PDFObject]
  ) -> PDFPicture? {
    let width = (entries["W"] ?? entries["Width"])?.integer ?? 0
    let height = (entries["H"] ?? entries["Height"])?.integer ?? 0
    guard width > 0, height > 0 else { return nil }
    var filters: [String] = []
    switch entries["F"] ?? entries["Filter"] {
    case .name(let name)?: filters = [name]
    case .array(let items)?: filters = items.compactMap(\.name)
    default: break
    }
    let data = StreamFilters.decode(
      bytes, filters: filters, parameters: [], limit: objects.limits.pictureBytes)
    var space = entries["CS"] ?? entries["ColorSpace"]
    if let name = space?.name {
      space =
        ["G": .name("DeviceGray"), "RGB": .name("DeviceRGB"), "CMYK": .name("DeviceCMYK")][name]
        ?? space
    }
    return picture(
      data.bytes, filter: data.filter, width: width, height: height,
      depth: (entries["BPC"] ?? entries["BitsPerComponent"])?.integer ?? 1, space: space,
      names: names, isInverted: false)
  }

  private func size(_ entries: [String: PDFObject]) -> (Int, Int) {
    let width = objects.integer(entries["Width"]) ?? 0
    let height = objects.integer(entries["Height"]) ?? 0
    let isSound =
      width > 0 && height > 0 && width < 40_000 && height < 40_000
      && width * height <= objects.limits.pictureBytes
    return isSound ? (width, height) : (0, 0)
  }

  private func isInverted(_ decode: PDFObject?) -> Bool {
    let numbers = objects.numbers(decode)
    return numbers.count >= 2 && numbers[0] > numbers[1]
  }

  private func picture(
    _ bytes: [UInt8], filter: String?, width: Int, height: Int, depth: Int, space: PDFObject?,
    names: [String: PDFObject], isInverted: Bool
  ) -> PDFPicture? {
    switch filter {
    case "DCTDecode"?, "DCT"?:
      return PDFPicture(format: .jpeg, bytes: bytes, width: width, height: height)
    case "JPXDecode"?:
      return PDFPicture(format: .jpeg2000, bytes: bytes, width: width, height: height)
    case nil: break
    default: return nil
    }
    guard [1, 2, 4, 8, 16].contains(depth),
      let colours = ColourSpace(space, objects: objects, names: names)
    else { return nil }
    let rowBytes = (width * colours.components * depth + 7) / 8
    guard bytes.count >= rowBytes * height / 2 else { return nil }
    var rows: [UInt8] = []
    let channels = colours.isGrey ? 1 : 3
    rows.reserveCapacity(height * (width * channels + 1))
    let highest = 1 << min(depth, 8) - 1
    func colour(_ values: [Int]) -> [UInt8] {
      colours.bytes(
        values.map { value in
          let value = isInverted ? highest - value : value
          return colours.isIndexed ? Double(value) : Double(value) / Double(highest)
        })
    }
    // A sample of one component has few values, whose colours are worked out once.
    let known = colours.components == 1 ? (0...highest).map { colour([$0]) } : []
    for row in 0..<height {
      rows.append(0)
      for column in 0..<width {
        func value(_ component: Int) -> Int {
          Self.sample(
            bytes, row: row * rowBytes, place: column * colours.components + component, depth: depth
          )
        }
        switch colours.components {
        case 1: rows += known[value(0)]
        case 3 where highest == 255:
          for component in 0..<3 {
            let value = value(component)
            rows.append(UInt8(isInverted ? 255 - value : value))
          }
        default: rows += colour((0..<colours.components).map(value))
        }
      }
    }
    guard let file = PNG.file(rows: rows, width: width, height: height, isGrey: colours.isGrey)
    else {
      return nil
    }
    return PDFPicture(format: .png, bytes: file, width: width, height: height)
  }

  /// A sample; of sixteen bits the upper eight.
  private static func sample(_ bytes: [UInt8], row: Int, place: Int, depth: Int) -> Int {
    let bit = place * depth
    let index = row + bit / 8
    guard index < bytes.count else { return 0 }
    if depth >= 8 { return Int(bytes[index]) }
    return Int(bytes[index]) >> (8 - depth - bit % 8) & (1 << depth - 1)
  }
}
