/// The pages of a document in order, with what they inherit (ISO 32000-2, 7.7.3).
struct PageTree {
  private(set) var pages: [(id: ObjectID, dictionary: [String: PDFObject])] = []

  private static let inherited = ["Resources", "MediaBox", "CropBox", "Rotate"]

  init(_ objects: ObjectStore) throws(PDFFault) {
    struct Step {
      var object: PDFObject
      var inherited: [String: PDFObject]
    }
    var seen: Set<ObjectID> = []
    var pending = [Step(object: objects.root["Pages"] ?? .null, inherited: [:])]
    while let step = pending.popLast() {
      var id = ObjectID(number: -1, generation: Int32(truncatingIfNeeded: pages.count))
      if case .reference(let own) = step.object {
        guard seen.insert(own).inserted else { continue }
        id = own
      }
      guard var node = objects.dictionary(step.object) else { continue }
      for key in Self.inherited where node[key] == nil { node[key] = step.inherited[key] }
      if let kids = objects.array(node["Kids"]), objects.name(node["Type"]) != "Page" {
        let passed = node.filter { Self.inherited.contains($0.key) }
        guard pending.count + kids.count < 40 * objects.limits.pages else {
          throw .tooLarge(.pages)
        }
        pending += kids.reversed().map { Step(object: $0, inherited: passed) }
      } else {
        guard pages.count < objects.limits.pages else { throw .tooLarge(.pages) }
        pages.append((id, node))
      }
    }
  }
}

/// How a page is looked at: its crop box, turned.
struct PageFrame {
  let width: Double
  let height: Double
  /// From the page's own space to points from its upper left corner.
  let matrix: Matrix

  init(_ page: [String: PDFObject], objects: ObjectStore) {
    func box(_ key: String) -> PDFBox? {
      let numbers = objects.numbers(page[key])
      guard numbers.count >= 4 else { return nil }
      let box = PDFBox(around: [(numbers[0], numbers[1]), (numbers[2], numbers[3])])
      return box.width > 1 && box.height > 1 && box.width < 20_000 && box.height < 20_000
        ? box : nil
    }
    let media = box("MediaBox") ?? PDFBox(x0: 0, y0: 0, x1: 612, y1: 792)
    var frame = box("CropBox")?.intersection(media) ?? media
    if frame.width < 1 || frame.height < 1 { frame = media }
    let turn = ((objects.integer(page["Rotate"]) ?? 0) % 360 + 360) % 360
    switch turn {
    case 90: matrix = Matrix(a: 0, b: 1, c: 1, d: 0, e: -frame.y0, f: -frame.x0)
    case 180: matrix = Matrix(a: -1, b: 0, c: 0, d: 1, e: frame.x1, f: -frame.y0)
    case 270: matrix = Matrix(a: 0, b: -1, c: -1, d: 0, e: frame.y1, f: frame.x1)
    default: matrix = Matrix(a: 1, b: 0, c: 0, d: -1, e: -frame.x0, f: frame.y1)
    }
    (width, height) = turn % 180 == 90 ? (frame.height, frame.width) : (frame.width, frame.height)
  }

  /// The page's links to addresses.
  func links(_ page: [String: PDFObject], objects: ObjectStore) -> [PDFLink] {
    (objects.array(page["Annots"]) ?? []).prefix(5_000).compactMap { item in
      guard let entries = objects.dictionary(item), objects.name(entries["Subtype"]) == "Link",
        let action = objects.dictionary(entries["A"]), let address = objects.text(action["URI"])
      else { return nil }
      let numbers = objects.numbers(entries["Rect"])
      guard numbers.count >= 4, !address.isEmpty else { return nil }
      return PDFLink(
        box: matrix.apply(PDFBox(around: [(numbers[0], numbers[1]), (numbers[2], numbers[3])])),
        address: address)
    }
  }
}
