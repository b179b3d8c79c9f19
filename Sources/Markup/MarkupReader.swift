import CLibxml2

/// Reads XML and HTML with libxml2: nothing outside the document is fetched, no entity of the
/// document's own is expanded, and a document that is nested deeper than libxml2's own limit (256
/// elements) is refused.
public enum MarkupReader {
  /// Why a document is not read.
  public enum Fault: Error, Equatable, Sendable {
    /// It is not well-formed. The line is counted from 1.
    case malformed(line: Int)
    /// It has more elements and texts than the limit, or an element more attributes.
    case tooLarge(limit: Int)
  }

  /// How many elements and texts a document may have.
  public static let nodeLimit = 3_000_000

  /// Reads an XML document.
  ///
  /// - Parameters:
  ///   - prefixes: by namespace the prefix with which its names are given (empty for none); names of
  ///     a namespace that is not among them keep the document's own prefix.
  ///   - holdsFiles: whether a text may have more than the ten megabytes that libxml2 allows, as one
  ///     does that holds a file. Such a document may declare no entities, for libxml2 then counts
  ///     none that stand in one another.
  /// - Throws: `Fault`.
  public static func xml(
    _ bytes: [UInt8], prefixes: [String: String] = [:], holdsFiles: Bool = false
  ) throws(Fault) -> MarkupElement {
    if AttributeCount.isTooLarge(bytes) { throw .tooLarge(limit: AttributeCount.limit) }
    var options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue
    if holdsFiles {
      if let line = lineOfEntity(bytes) { throw .malformed(line: line) }
      options |= XML_PARSE_HUGE.rawValue
    }
    let document = bytes.withUnsafeBytes { buffer in
      xmlReadMemory(
        buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count), nil, nil,
        Int32(options))
    }
    return try root(of: document, prefixes: prefixes)
  }

  /// Reads an HTML page as browsers do, as far as libxml2 can: what is not closed or stands where it
  /// may not is put right.
  ///
  /// - Parameter encoding: a name that the page itself does not give.
  /// - Throws: `Fault`.
  public static func html(
    _ bytes: [UInt8], encoding: String? = nil
  ) throws(Fault) -> MarkupElement {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    let document = bytes.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count), nil, encoding,
        Int32(options))
    }
    return try root(of: document, prefixes: [:])
  }

  /// The line, counted from 1, of the first entity that a document declares.
  private static func lineOfEntity(_ bytes: [UInt8]) -> Int? {
    let declaration = Array("<!ENTITY".utf8)
    var line = 1
    for (place, byte) in bytes.enumerated() {
      if byte == 0x0A { line += 1 }
      if byte == declaration[0], bytes[place...].starts(with: declaration) { return line }
    }
    return nil
  }

  private static func root(
    of document: xmlDocPtr?, prefixes: [String: String]
  ) throws(Fault) -> MarkupElement {
    guard let document else {
      let line = xmlGetLastError().map { Int($0.pointee.line) } ?? 1
      throw .malformed(line: max(1, line))
    }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { throw .malformed(line: 1) }
    var builder = TreeBuilder(prefixes: prefixes, limit: nodeLimit)
    let element = builder.element(root)
    guard builder.left >= 0 else { throw .tooLarge(limit: nodeLimit) }
    return element
  }
}

/// Makes values of libxml2's nodes.
private struct TreeBuilder {
  let prefixes: [String: String]
  /// How many nodes may still come.
  var left: Int
  private var names: [NameKey: String] = [:]

  private struct NameKey: Hashable {
    var namespace: UnsafePointer<xmlChar>?
    var name: UnsafePointer<xmlChar>
  }

  init(prefixes: [String: String], limit: Int) {
    self.prefixes = prefixes
    left = limit
  }

  mutating func element(_ node: xmlNodePtr) -> MarkupElement {
    left -= 1
    var element = MarkupElement(name: name(node.pointee.name, node.pointee.ns))
    var attribute = node.pointee.properties
    while let current = attribute {
      let key = name(current.pointee.name, current.pointee.ns)
      var value = ""
      var child = current.pointee.children
      while let text = child {
        value += self.text(text)
        child = text.pointee.next
      }
      element.attributes[key] = value
      attribute = current.pointee.next
    }
    var child = node.pointee.children
    while let current = child, left >= 0 {
      switch current.pointee.type {
      case XML_ELEMENT_NODE: element.children.append(.element(self.element(current)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE, XML_ENTITY_REF_NODE:
        left -= 1
        element.children.append(.text(text(current)))
      default: break
      }
      child = current.pointee.next
    }
    return element
  }

  /// The text of a text node; a reference to one of HTML's named characters is the character, one to
  /// anything else is nothing.
  private func text(_ node: xmlNodePtr) -> String {
    if node.pointee.type == XML_ENTITY_REF_NODE {
      guard let name = node.pointee.name, let entity = htmlEntityLookup(name),
        let scalar = Unicode.Scalar(UInt32(entity.pointee.value))
      else { return "" }
      return String(scalar)
    }
    guard let content = node.pointee.content else { return "" }
    return String(cString: content)
  }

  /// libxml2 keeps each name once in a document, so that its address stands for it.
  private mutating func name(
    _ local: UnsafePointer<xmlChar>?, _ namespace: UnsafeMutablePointer<xmlNs>?
  ) -> String {
    guard let local else { return "" }
    let key = NameKey(namespace: namespace?.pointee.href, name: local)
    if let known = names[key] { return known }
    var name = String(cString: local)
    if let namespace, let href = namespace.pointee.href {
      let prefix =
        prefixes[String(cString: href)]
        ?? namespace.pointee.prefix.map { String(cString: $0) } ?? ""
      if !prefix.isEmpty { name = "\(prefix):\(name)" }
    }
    names[key] = name
    return name
  }
}
