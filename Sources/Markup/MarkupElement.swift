/// An element of an XML or HTML document, with everything in it: a plain value.
public struct MarkupElement: Equatable, Sendable {
  /// The name; in XML with the prefix that the reader was told for its namespace, whatever prefix
  /// the document uses: `w:p`.
  public var name: String
  /// The attributes by their names, which are written as those of elements are.
  public var attributes: [String: String]
  public var children: [MarkupNode]

  public init(name: String, attributes: [String: String] = [:], children: [MarkupNode] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  public subscript(attribute: String) -> String? { attributes[attribute] }

  /// The elements directly in this one, in order.
  public var elements: [MarkupElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first element of a name directly in this one.
  public func first(_ name: String) -> MarkupElement? {
    for case .element(let element) in children where element.name == name { return element }
    return nil
  }

  /// The elements of a name directly in this one.
  public func all(_ name: String) -> [MarkupElement] { elements.filter { $0.name == name } }

  /// The element at the end of a path of names from this one.
  public func at(_ path: String...) -> MarkupElement? {
    var element: MarkupElement? = self
    for name in path { element = element?.first(name) }
    return element
  }

  /// Every element of a name at any depth, in the order of the document.
  public func descendants(_ name: String) -> [MarkupElement] {
    var found: [MarkupElement] = []
    func walk(_ element: MarkupElement) {
      for case .element(let child) in element.children {
        if child.name == name { found.append(child) }
        walk(child)
      }
    }
    walk(self)
    return found
  }

  /// All text in it, as it stands.
  public var text: String {
    var text = ""
    func walk(_ element: MarkupElement) {
      for child in element.children {
        switch child {
        case .text(let string): text += string
        case .element(let element): walk(element)
        }
      }
    }
    walk(self)
    return text
  }
}

/// What stands in an element.
public enum MarkupNode: Equatable, Sendable {
  case element(MarkupElement)
  case text(String)
}
