/// A figure or a table that the text can refer to.
public struct NumberedObject: Equatable, Sendable {
  public enum Kind: Sendable {
    case figure
    case table
  }

  public var kind: Kind
  /// Its place among those of its kind that have a name, counted from 1.
  public var number: Int
  /// The identifier of its block.
  public var anchor: String
}

extension Article {
  /// The figures and tables that have a name, by it; of two with one name the first.
  public var numberedObjects: [String: NumberedObject] {
    var objects: [String: NumberedObject] = [:]
    var figures = 0
    var tables = 0
    func add(_ name: String?, _ kind: NumberedObject.Kind, _ anchor: String) {
      guard let name, objects[name] == nil else { return }
      if kind == .figure { figures += 1 } else { tables += 1 }
      objects[name] = NumberedObject(
        kind: kind, number: kind == .figure ? figures : tables, anchor: anchor)
    }
    func walk(_ blocks: [Block]) {
      for block in blocks {
        switch block.content {
        case .figure(let figure): add(figure.name, .figure, block.anchor)
        case .table(let table): add(table.name, .table, block.anchor)
        case .quotation(let blocks): walk(blocks)
        case .box(let box): walk(box.blocks)
        case .list(let list): for item in list.items { walk(item.blocks) }
        case .heading, .paragraph, .code, .verse, .definitions, .math, .thematicBreak, .pageBreak:
          break
        }
      }
    }
    walk(blocks)
    for note in notes { walk(note.blocks) }
    return objects
  }
}
