/// Fonts, pictures and counts that the pages of a document share.
final class SharedResources {
  private let objects: ObjectStore
  private(set) var fonts: [PDFFont] = []
  private(set) var pictures: [PDFPicture] = []
  private var fontsByID: [ObjectID: Int] = [:]
  private var picturesByID: [ObjectID: Int?] = [:]
  private let hiddenLayers: Set<ObjectID>
  private var operators = 0
  private var glyphs = 0

  init(_ objects: ObjectStore) {
    self.objects = objects
    let layers = objects.dictionary(objects.root["OCProperties"])
    let settings = objects.dictionary(layers?["D"]) ?? [:]
    var hidden: Set<ObjectID> = []
    for item in objects.array(settings["OFF"]) ?? [] {
      if case .reference(let id) = item { hidden.insert(id) }
    }
    hiddenLayers = hidden
  }

  func count(operation: Int) throws(PDFFault) {
    operators += operation
    if operators > objects.limits.operators { throw .tooLarge(.operators) }
  }

  func count(glyph: Int) throws(PDFFault) {
    glyphs += glyph
    if glyphs > objects.limits.glyphs { throw .tooLarge(.glyphs) }
  }

  /// Whether a layer is shown.
  func isVisible(_ layer: PDFObject?) -> Bool {
    if case .reference(let id)? = layer { return !hiddenLayers.contains(id) }
    return true
  }

  /// The place of a font that a resource dictionary names.
  func font(_ name: String, names: [String: PDFObject]) -> Int? {
    guard let all = objects.dictionary(names["Font"]), let object = all[name],
      let dictionary = objects.dictionary(object), fonts.count < 2_000
    else { return nil }
    if case .reference(let id) = object {
      if let known = fontsByID[id] { return known }
      fontsByID[id] = fonts.count
    } else if let known = fonts.firstIndex(where: { $0.inlineName == name }) {
      return known
    }
    let font = PDFFont(dictionary, objects: objects, index: fonts.count)
    if case .reference = object {} else { font.inlineName = name }
    fonts.append(font)
    return fonts.count - 1
  }

  /// The place of a picture; `nil` where its bytes cannot be given.
  func picture(_ stream: PDFStream) -> Int? {
    if let known = picturesByID[stream.id] { return known }
    var place: Int?
    if let picture = PictureReader(objects).read(stream) {
      place = pictures.count
      pictures.append(picture)
    }
    picturesByID[stream.id] = .some(place)
    return place
  }

  func picture(
    inline: (dictionary: [String: PDFObject], bytes: [UInt8]), names: [String: PDFObject]
  ) -> Int? {
    guard pictures.count < 2_000,
      let picture = PictureReader(objects).read(
        inline: inline.dictionary, bytes: inline.bytes, names: names)
    else { return nil }
    pictures.append(picture)
    return pictures.count - 1
  }
}
