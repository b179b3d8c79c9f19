import Manuscript

/// Inlines parted where the style of their letters changes.
enum StyledRuns {
  typealias Style = PrintedStyles.Style

  /// An inline with its styles, which are taken from the front of those given.
  static func inlines(of inline: Inline, _ styles: inout ArraySlice<Style>) -> [Inline] {
    switch inline {
    case .text(let text):
      return runs(of: Array(text.unicodeScalars), &styles).map { styled($0.text, $0.style) }
    case .link(let link):
      // An address that is its own text stays as it is.
      for case .text(let text) in link.content {
        styles = styles.dropFirst(text.unicodeScalars.count(where: \.isLetterOrDigit))
      }
      return [inline]
    default: return [inline]
    }
  }

  /// The runs of one style. Signs and spaces belong to a run where it goes on behind them.
  private static func runs(
    of text: Scalars, _ styles: inout ArraySlice<Style>
  ) -> [(text: Scalars, style: Style)] {
    var runs: [(text: Scalars, style: Style)] = []
    var loose: Scalars = []
    for scalar in text {
      guard scalar.isLetterOrDigit else {
        loose.append(scalar)
        continue
      }
      let style = styles.popFirst() ?? Style()
      if let last = runs.last, last.style == style {
        runs[runs.count - 1].text += loose + [scalar]
      } else {
        add(loose, to: &runs)
        runs.append(([scalar], style))
      }
      loose = []
    }
    add(loose, to: &runs)
    // What was plain between two runs may stand beside a plain one.
    return runs.reduce(into: []) { merged, run in
      if let last = merged.last, last.style == run.style {
        merged[merged.count - 1].text += run.text
      } else {
        merged.append(run)
      }
    }
  }

  private static func add(_ loose: Scalars, to runs: inout [(text: Scalars, style: Style)]) {
    if !loose.isEmpty { runs.append((loose, Style())) }
  }

  private static func styled(_ text: Scalars, _ style: Style) -> Inline {
    var inline = Inline.text(text.string)
    // A figure alone is slanted where the letters around it have no slanted form.
    guard text.contains(where: \.isLetter) || style.address != nil else { return inline }
    if style.isItalic { inline = .emphasis([inline]) }
    if style.isBold { inline = .strong([inline]) }
    if let address = style.address {
      inline = .link(Link(destination: address, content: [inline]))
    }
    return inline
  }
}
