/// Writes a template with what it is given.
struct TemplateRenderer {
  let set: TemplateSet
  private(set) var output: [UInt8] = []
  private(set) var unknownKeys: Set<TemplateFault> = []

  /// The template that is being written, for messages.
  private var template: String
  private var contexts: [TemplateValue]
  private var arguments: [String: Argument] = [:]
  /// What each line of the template's own text begins with.
  private var indentation: [UInt8] = []
  private var depth = 0

  /// Templates may include one another this deep; a template that includes itself without end is
  /// stopped here.
  static let deepestInclusion = 64

  /// A page takes at most this many steps (texts, variables, sections, inclusions) and bytes; the
  /// longest list of a publication takes a hundredth of it.
  static let mostSteps = 5_000_000
  static let mostBytes = 256 << 20
  private var steps = 0

  /// What fills a block, and the template that it was written in.
  private struct Argument {
    var nodes: [Template.Node]
    var template: String
  }

  init(set: TemplateSet, template: String, values: [TemplateValue]) {
    self.set = set
    self.template = template
    contexts = values
    output.reserveCapacity(16_384)
  }

  mutating func render(_ nodes: [Template.Node]) throws(TemplateFault) {
    for node in nodes {
      steps += 1
      guard steps <= Self.mostSteps, output.count <= Self.mostBytes else {
        throw TemplateFault(template: template, line: 1, key: template, kind: .tooLarge)
      }
      switch node {
      case .text(let literal): append(literal)
      case .variable(let key, let isRaw): append(lookUp(key), isRaw: isRaw)
      case .section(let key, let inner): try renderSection(lookUp(key), inner)
      case .inverted(let key, let inner):
        if !lookUp(key).isTruthy { try render(inner) }
      case .partial(let name, let indentation, let line):
        try include(name, indentation: indentation, arguments: [:], line: line)
      case .parent(let name, let indentation, let arguments, let line):
        try include(name, indentation: indentation, arguments: arguments, line: line)
      case .block(let name, let inner, let indentation, let startsLine):
        try renderBlock(name, inner, indentation: indentation, startsLine: startsLine)
      }
    }
  }

  private mutating func renderSection(
    _ value: TemplateValue, _ nodes: [Template.Node]
  ) throws(TemplateFault) {
    guard value.isTruthy else { return }
    if case .list(let values) = value {
      for value in values {
        contexts.append(value)
        try render(nodes)
        contexts.removeLast()
      }
    } else {
      contexts.append(value)
      try render(nodes)
      contexts.removeLast()
    }
  }

  private mutating func include(
    _ name: String, indentation added: [UInt8], arguments new: [String: [Template.Node]],
    line: Int
  ) throws(TemplateFault) {
    // A missing template was reported when the set was made.
    guard let included = set.templates[name] else { return }
    try enter(key: name, line: line)
    let saved = (template, arguments, indentation)
    for (name, nodes) in new where arguments[name] == nil {
      arguments[name] = Argument(nodes: nodes, template: template)
    }
    template = name
    indentation += added
    try render(included.nodes)
    (template, arguments, indentation) = saved
    depth -= 1
  }

  private mutating func renderBlock(
    _ name: String, _ standard: [Template.Node], indentation added: [UInt8], startsLine: Bool
  ) throws(TemplateFault) {
    guard let argument = arguments[name] else { return try render(standard) }
    try enter(key: name, line: 1)
    let saved = (template, indentation)
    template = argument.template
    indentation += added
    if startsLine { indentLine() }
    try render(argument.nodes)
    (template, indentation) = saved
    depth -= 1
  }

  private mutating func enter(key: String, line: Int) throws(TemplateFault) {
    depth += 1
    guard depth <= Self.deepestInclusion else {
      throw TemplateFault(template: template, line: line, key: key, kind: .tooDeep)
    }
  }

  // MARK: - Looking up

  private mutating func lookUp(_ key: Template.Key) -> TemplateValue {
    guard let first = key.path.first else { return contexts.last ?? .none }
    for context in contexts.reversed() {
      guard case .object(let members) = context, var value = members[first] else { continue }
      for name in key.path.dropFirst() {
        guard case .object(let members) = value else { return .none }
        guard let member = members[name] else { return unknown(key) }
        value = member
      }
      return value
    }
    return unknown(key)
  }

  private mutating func unknown(_ key: Template.Key) -> TemplateValue {
    unknownKeys.insert(
      TemplateFault(template: template, line: key.line, key: key.written, kind: .unknownKey))
    return .none
  }

  // MARK: - Writing

  private mutating func append(_ literal: Template.Literal) {
    guard !indentation.isEmpty, !literal.lineStarts.isEmpty else {
      output += literal.bytes
      return
    }
    var position = 0
    for start in literal.lineStarts {
      output += literal.bytes[position..<start]
      indentLine()
      position = start
    }
    output += literal.bytes[position...]
  }

  private mutating func indentLine() {
    if output.last ?? UInt8(ascii: "\n") == UInt8(ascii: "\n") { output += indentation }
  }

  private mutating func append(_ value: TemplateValue, isRaw: Bool) {
    switch value {
    case .none, .list, .object: break
    case .text(let text):
      if isRaw, set.textPolicy == .rawAsAsked {
        output += text.utf8
      } else {
        HTMLEscaping.append(text, to: &output)
      }
    case .markup(let bytes): output += bytes
    case .number(let number): output += String(number).utf8
    case .flag(let flag): output += (flag ? "true" : "false").utf8
    }
  }
}
