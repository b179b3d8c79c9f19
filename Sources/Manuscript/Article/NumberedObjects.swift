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
    var numbering = Numbering()
    accept(&numbering)
    return numbering.objects
  }
}

private struct Numbering: Visitor {
  private(set) var objects: [String: NumberedObject] = [:]
  private var figures = 0
  private var tables = 0

  mutating func visit(_ block: Block) -> Descent {
    switch block.content {
    case .figure(let figure): add(figure.name, .figure, block.anchor)
    case .table(let table): add(table.name, .table, block.anchor)
    default: break
    }
    return .inside
  }

  mutating func visit(text: [Inline], _ role: TextRole, in block: Block) -> Descent { .past }

  private mutating func add(_ name: String?, _ kind: NumberedObject.Kind, _ anchor: String) {
    guard let name, objects[name] == nil else { return }
    if kind == .figure { figures += 1 } else { tables += 1 }
    objects[name] = NumberedObject(
      kind: kind, number: kind == .figure ? figures : tables, anchor: anchor)
  }
}
