import Manuscript
import Rendering

/// What stands in a line: marks, emphasis, links, formulas, printed pages.
extension JATSBody {
  mutating func visit(_ inline: Inline) -> Descent {
    switch inline {
    case .text(let text): xml.text(text)
    case .code(let text): xml.element("monospace", text: text)
    case .emphasis: xml.open("italic")
    case .strong: xml.open("bold")
    case .strikethrough: xml.open("strike")
    case .link(let link):
      xml.open("ext-link", [("ext-link-type", "uri"), ("xlink:href", link.destination)])
    case .image(let figure):
      xml.empty("inline-graphic", [("xlink:href", PercentEncoding.path(figure.source))])
      return .past
    case .noteReference(let label):
      if labels.contains(label) {
        xml.element("xref", [("ref-type", "fn"), ("rid", Anchors.note(label))]) {
          $0.element("sup", text: PrintedNumerals.show(label, front))
        }
      } else {
        xml.element("sup", text: label)
      }
    case .pageBreak(let number): write(page: number)
    case .softBreak, .lineBreak: xml.text(" ")
    case .span(let language, _): xml.open("styled-content", [("xml:lang", language)])
    case .math(let tex, _):
      xml.element("inline-formula") { $0.element("tex-math", text: tex) }
    case .numberedReference(let name):
      if let object = numbered[name] {
        xml.open(
          "xref",
          [
            ("ref-type", object.kind == .figure ? "fig" : "table"), ("rid", object.anchor),
          ])
        xml.text(label(of: name) ?? String(object.number))
        xml.close("xref")
      } else {
        xml.text("@" + name)
      }
    case .crossReference(let reference):
      let isNote = reference.target.hasPrefix("fn-")
      xml.open(
        "xref",
        [
          ("ref-type", isNote ? "fn" : "bibr"),
          ("rid", isNote ? reference.target : "ref-\(reference.target)"),
        ])
    }
    return .inside
  }

  mutating func leave(_ inline: Inline) {
    switch inline {
    case .emphasis: xml.close("italic")
    case .strong: xml.close("bold")
    case .strikethrough: xml.close("strike")
    case .link: xml.close("ext-link")
    case .span: xml.close("styled-content")
    case .crossReference: xml.close("xref")
    default: break
    }
  }

  mutating func writePending() {
    guard let number = pending else { return }
    pending = nil
    write(page: number)
  }

  /// Every `target` has an identifier; pages without a number are counted.
  mutating func write(page number: String?) {
    references += 1
    let id = number.map(Anchors.page) ?? "page-break-\(references)"
    guard pages.insert(id).inserted else { return }
    if isInCitation {
      xml.raw("<?page-break ")
      xml.text((number ?? "").replacing("?>", with: ""))
      xml.raw("?>")
      return
    }
    xml.element("target", [("id", id), ("target-type", "page")]) { $0.text(number ?? "") }
  }
}
