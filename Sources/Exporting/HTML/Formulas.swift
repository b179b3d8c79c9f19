import Rendering
import Synchronization

/// Formulas as MathML, of which the program pandoc makes them, where it is installed.
///
/// It is run apart, without access to files, once for all formulas of an article; where it is not
/// installed, fails, takes too long or cannot read a formula, the page shows the TeX.
public enum Formulas {
  /// An article rendered with its formulas.
  ///
  /// The first rendering shows which formulas there are; only where there are any is there a second.
  public static func render(
    _ renderer: ArticleRenderer, tools: ExportTools,
    _ render: (ArticleRenderer) -> RenderedArticle
  ) -> RenderedArticle {
    let asked = Asked()
    var renderer = renderer
    renderer.mathematics = { tex, isDisplayed in
      asked.add(Formula(tex: tex, isDisplayed: isDisplayed))
      return nil
    }
    let rendered = render(renderer)
    let formulas = asked.formulas
    guard !formulas.isEmpty else { return rendered }
    let found = mathML(of: formulas, tools: tools)
    guard !found.isEmpty else { return rendered }
    renderer.mathematics = { tex, isDisplayed in
      found[Formula(tex: tex, isDisplayed: isDisplayed)]
    }
    return render(renderer)
  }

  struct Formula: Hashable, Sendable {
    var tex: String
    var isDisplayed: Bool
  }

  private final class Asked: Sendable {
    private let list = Mutex<[Formula]>([])

    func add(_ formula: Formula) { list.withLock { $0.append(formula) } }

    var formulas: [Formula] {
      var seen: Set<Formula> = []
      return list.withLock { $0 }.filter { seen.insert($0).inserted }
    }
  }

  /// The MathML of the formulas that the program can read.
  static func mathML(of formulas: [Formula], tools: ExportTools) -> [Formula: [UInt8]] {
    // One paragraph each; a formula has no empty lines.
    let input = formulas.map { formula in
      let sign = formula.isDisplayed ? "$$" : "$"
      let tex = formula.tex.split(whereSeparator: \.isNewline).joined(separator: " ")
      return sign + (formula.isDisplayed ? tex : tex.trimmed) + sign
    }.joined(separator: "\n\n")
    let request = ExportTools.Request(
      program: "pandoc",
      arguments: [
        "--from=markdown-smart", "--to=html", "--mathml", "--wrap=none", "--sandbox",
        "--output=formulas.html", "formulas.md",
      ],
      files: [("formulas.md", Array((input + "\n").utf8))], result: "formulas.html", seconds: 60)
    guard case .made(let output) = tools.run(request) else { return [:] }
    let lines = output.split(separator: 0x0A)
    guard lines.count == formulas.count else { return [:] }
    var found: [Formula: [UInt8]] = [:]
    for (formula, line) in zip(formulas, lines) {
      let text = String(decoding: line, as: UTF8.self)
      guard text.hasPrefix("<p><math"), text.hasSuffix("</math></p>") else { continue }
      let mathematics = String(text.dropFirst(3).dropLast(4))
      if isMathML(mathematics) { found[formula] = Array(mathematics.utf8) }
    }
    return found
  }

  private static let elements: Set<Substring> = [
    "math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "mfrac",
    "msqrt", "mroot", "mstyle", "merror", "mpadded", "mphantom", "menclose", "msub", "msup",
    "msubsup",
    "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "none", "mtable", "mtr", "mtd",
  ]
  private static let attributes: Set<Substring> = [
    "display", "xmlns", "encoding", "mathvariant", "stretchy", "form", "fence", "separator",
    "accent",
    "accentunder", "columnalign", "columnspacing", "rowspacing", "width", "height", "depth",
    "lspace",
    "rspace", "voffset", "displaystyle", "scriptlevel", "linethickness", "notation", "minsize",
    "maxsize", "symmetric", "largeop", "movablelimits",
  ]

  /// Whether markup has elements and attributes of MathML only, and none that act: what another
  /// program writes is put into the page as it is.
  static func isMathML(_ markup: String) -> Bool {
    for piece in markup.split(separator: "<", omittingEmptySubsequences: true) {
      guard let close = piece.firstIndex(of: ">") else { return false }
      var tag = piece[..<close]
      if tag.first == "/" { tag = tag.dropFirst() }
      if tag.last == "/" { tag = tag.dropLast() }
      let name = tag.prefix { $0 != " " }
      guard elements.contains(name) else { return false }
      var rest = tag.dropFirst(name.count)
      while let equals = rest.firstIndex(of: "=") {
        let attribute = rest[..<equals].drop { $0 == " " }
        guard attributes.contains(attribute) else { return false }
        let value = rest[rest.index(after: equals)...]
        guard value.first == "\"", let end = value.dropFirst().firstIndex(of: "\"") else {
          return false
        }
        rest = value[value.index(after: end)...]
      }
      guard rest.allSatisfy({ $0 == " " }) else { return false }
    }
    return true
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
