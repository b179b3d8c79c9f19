/// The structure tree (ISO 32000-2, 14.7), flat and in document order.
struct StructureTree {
  private(set) var elements: [PDFStructureElement] = []

  /// - Parameter pages: the place of each page by its object.
  init(_ objects: ObjectStore, pages: [ObjectID: Int]) {
    guard let root = objects.dictionary(objects.root["StructTreeRoot"]) else { return }
    let roles = objects.dictionary(root["RoleMap"]) ?? [:]
    func standard(_ type: String) -> String {
      var type = type
      for _ in 0..<8 {
        guard let other = objects.name(roles[type]), other != type else { break }
        type = other
      }
      return type
    }
    func kids(_ object: PDFObject?) -> [PDFObject] {
      guard let object else { return [] }
      return objects.array(object) ?? [object]
    }
    struct Step {
      var object: PDFObject
      var parent: Int?
      var page: Int?
    }
    var seen: Set<ObjectID> = []
    var pending = kids(root["K"]).reversed().map { Step(object: $0, parent: nil, page: nil) }
    while let step = pending.popLast(), elements.count < objects.limits.structureElements {
      if let number = objects.integer(step.object) {
        if let parent = step.parent, let page = step.page {
          elements[parent].content.append(PDFMark(page: page, number: number))
        }
        continue
      }
      if case .reference(let id) = step.object, !seen.insert(id).inserted { continue }
      guard let node = objects.dictionary(step.object) else { continue }
      var page = step.page
      if case .reference(let id)? = node["Pg"] { page = pages[id] ?? page }
      if objects.name(node["Type"]) == "MCR" {
        if let parent = step.parent, let page, let number = objects.integer(node["MCID"]) {
          elements[parent].content.append(PDFMark(page: page, number: number))
        }
        continue
      }
      guard let type = objects.name(node["S"]) else { continue }
      elements.append(
        PDFStructureElement(
          type: standard(type), parent: step.parent, actualText: objects.text(node["ActualText"]),
          alternative: objects.text(node["Alt"]), content: []))
      let place = elements.count - 1
      pending += kids(node["K"]).reversed().map { Step(object: $0, parent: place, page: page) }
    }
  }
}
