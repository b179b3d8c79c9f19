import Manuscript

/// What is wrong with a template: the template's name, the line and the key or tag in question.
public struct TemplateFault: Error, Hashable, Sendable {
  public var template: String
  /// Counted from 1.
  public var line: Int
  /// The key, tag or name that the fault is about.
  public var key: String
  public var kind: Kind

  public init(template: String, line: Int, key: String, kind: Kind) {
    self.template = template
    self.line = line
    self.key = key
    self.kind = kind
  }

  public enum Kind: Hashable, Sendable {
    /// `{{` without its end.
    case unclosedTag
    /// A section, block or parent without its `{{/…}}`.
    case unclosedSection
    /// `{{/…}}` that ends nothing, or not what was opened last (`expected`).
    case wrongEnd(expected: String?)
    /// A tag without a name, or with white space inside it.
    case badName
    /// `{{=…=}}` that is not two delimiters.
    case badDelimiters
    /// There is no template with the name.
    case missingTemplate
    /// Templates that include one another without end, or sections nested too deeply.
    case tooDeep
    /// A page that takes too many steps or bytes: lists inside lists, templates that include others
    /// twice again and again.
    case tooLarge
    /// The template is not UTF-8.
    case notUTF8
    /// A key that nothing the template is given has.
    case unknownKey
  }

  /// The fault as a finding in a file.
  ///
  /// - Parameter file: the template's file as the user knows it.
  public func finding(file: String) -> Finding {
    let kind: Finding.Kind
    var facts = ["key": key, "template": template]
    switch self.kind {
    case .unclosedTag: kind = .templateUnclosedTag
    case .unclosedSection: kind = .templateUnclosedSection
    case .wrongEnd(nil): kind = .templateStrayEnd
    case .wrongEnd(let expected?):
      kind = .templateWrongEnd
      facts["expected"] = expected
    case .badName: kind = .templateBadName
    case .badDelimiters: kind = .templateBadDelimiters
    case .missingTemplate: kind = .templateMissing
    case .tooDeep: kind = .templateTooDeep
    case .tooLarge: kind = .templateTooLarge
    case .notUTF8: kind = .templateNotUTF8
    case .unknownKey: kind = .templateUnknownKey
    }
    return Finding(
      kind, kind == .templateUnknownKey ? .warning : .error, file: file,
      position: SourcePosition(line: line), facts: facts)
  }
}
