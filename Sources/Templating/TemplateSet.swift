/// The templates of a publication, compiled once and rendered many times, from any thread.
public struct TemplateSet: Sendable {
  let templates: [String: Template]
  let textPolicy: TextPolicy

  /// What was wrong with templates that could not be compiled, and which templates they ask for that
  /// are not there, in the order of names and lines.
  public let faults: [TemplateFault]

  /// How `{{{name}}}` and `{{&name}}` treat plain text.
  public enum TextPolicy: Sendable {
    /// Plain text is escaped whatever the number of braces, for it is no HTML; only what Daf has
    /// rendered itself (`TemplateValue.markup`) is put as it is. A template so cannot let an
    /// article's title or a menu's label act in a page.
    case alwaysEscaped
    /// Plain text is put as it is, as the Mustache specification has it.
    case rawAsAsked
  }

  /// Compiles templates.
  ///
  /// - Parameters:
  ///   - sources: the templates' text by name; a template includes another by that name.
  ///   - textPolicy: how three braces treat plain text.
  public init(sources: [String: [UInt8]], textPolicy: TextPolicy = .alwaysEscaped) {
    var templates: [String: Template] = [:]
    var faults: [TemplateFault] = []
    for (name, source) in sources {
      do {
        templates[name] = try TemplateParser.parse(name: name, source: source)
      } catch {
        if let fault = error as? TemplateFault { faults.append(fault) }
      }
    }
    let known = Set(sources.keys)
    for template in templates.values {
      Self.collectMissing(in: template.nodes, of: template.name, known: known, into: &faults)
    }
    self.templates = templates
    self.textPolicy = textPolicy
    self.faults = faults.sorted { ($0.template, $0.line, $0.key) < ($1.template, $1.line, $1.key) }
  }

  /// Whether there is a template with the name.
  public func contains(_ name: String) -> Bool { templates[name] != nil }

  /// Renders a template.
  ///
  /// - Parameter values: what the template is given, the innermost last: a key is looked for from the
  ///   last to the first.
  /// - Returns: the page as UTF-8, and the keys that the template asked for and nothing had.
  /// - Throws: `TemplateFault` where the template is not there or includes itself without end.
  public func render(
    _ name: String, with values: TemplateValue...
  ) throws(TemplateFault) -> (bytes: [UInt8], unknownKeys: Set<TemplateFault>) {
    guard let template = templates[name] else {
      throw TemplateFault(template: name, line: 1, key: name, kind: .missingTemplate)
    }
    var renderer = TemplateRenderer(set: self, template: name, values: values)
    try renderer.render(template.nodes)
    return (renderer.output, renderer.unknownKeys)
  }

  private static func collectMissing(
    in nodes: [Template.Node], of template: String, known: Set<String>,
    into faults: inout [TemplateFault]
  ) {
    for node in nodes {
      switch node {
      case .text, .variable: break
      case .section(_, let inner), .inverted(_, let inner), .block(_, let inner, _, _):
        collectMissing(in: inner, of: template, known: known, into: &faults)
      case .partial(let name, _, let line), .parent(let name, _, _, let line):
        if !known.contains(name) {
          faults.append(
            TemplateFault(template: template, line: line, key: name, kind: .missingTemplate))
        }
        if case .parent(_, _, let arguments, _) = node {
          for inner in arguments.values {
            collectMissing(in: inner, of: template, known: known, into: &faults)
          }
        }
      }
    }
  }
}
