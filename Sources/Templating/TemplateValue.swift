/// What a template is given under a name.
public indirect enum TemplateValue: Sendable, Equatable {
  /// Plain text; escaped where it is put into a page.
  case text(String)
  /// Finished HTML as UTF-8, made by the renderer.
  case markup([UInt8])
  case number(Int)
  case flag(Bool)
  case list([TemplateValue])
  case object([String: TemplateValue])
  case none
}
