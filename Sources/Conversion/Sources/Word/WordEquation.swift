import Markup

/// Writes an equation of Word (Office Math, ECMA-376 part 1, 22.1) as TeX.
enum WordEquation {
  /// The TeX of an `m:oMath` element.
  static func tex(_ element: MarkupElement) -> String {
    let text = element.elements.map(part).joined()
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func part(_ element: MarkupElement) -> String {
    func inner(_ name: String) -> String { element.first(name).map(tex) ?? "" }
    func property(_ name: String) -> String? {
      element.elements.first { $0.name.hasSuffix("Pr") }?.first(name)?["m:val"]
    }
    switch element.name {
    case "m:r": return element.all("m:t").map { symbols($0.text) }.joined()
    case "m:f":
      if property("m:type") == "lin" { return "\(inner("m:num"))/\(inner("m:den"))" }
      return "\\frac{\(inner("m:num"))}{\(inner("m:den"))}"
    case "m:sSup": return "{\(inner("m:e"))}^{\(inner("m:sup"))}"
    case "m:sSub": return "{\(inner("m:e"))}_{\(inner("m:sub"))}"
    case "m:sSubSup": return "{\(inner("m:e"))}_{\(inner("m:sub"))}^{\(inner("m:sup"))}"
    case "m:sPre": return "{}_{\(inner("m:sub"))}^{\(inner("m:sup"))}{\(inner("m:e"))}"
    case "m:rad":
      let degree = inner("m:deg")
      return "\\sqrt" + (degree.isEmpty ? "" : "[\(degree)]") + "{\(inner("m:e"))}"
    case "m:nary":
      let sign = symbols(property("m:chr") ?? "∫")
      let (lower, upper) = (inner("m:sub"), inner("m:sup"))
      return sign + (lower.isEmpty ? "" : "_{\(lower)}") + (upper.isEmpty ? "" : "^{\(upper)}")
        + "{\(inner("m:e"))}"
    case "m:d":
      let open = property("m:begChr") ?? "("
      let close = property("m:endChr") ?? ")"
      let parts = element.all("m:e").map(tex).joined(separator: property("m:sepChr") ?? "|")
      return "\\left\(delimiter(open))\(parts)\\right\(delimiter(close))"
    case "m:func": return "\(inner("m:fName")){\(inner("m:e"))}"
    case "m:limLow": return "{\(inner("m:e"))}_{\(inner("m:lim"))}"
    case "m:limUpp": return "{\(inner("m:e"))}^{\(inner("m:lim"))}"
    case "m:acc":
      let accents = ["\u{302}": "hat", "\u{303}": "tilde", "\u{307}": "dot", "\u{20D7}": "vec"]
      return "\\\(accents[property("m:chr") ?? "\u{302}"] ?? "hat"){\(inner("m:e"))}"
    case "m:bar": return "\\overline{\(inner("m:e"))}"
    case "m:m":
      let rows = element.all("m:mr").map { $0.all("m:e").map(tex).joined(separator: " & ") }
      return "\\begin{matrix}\(rows.joined(separator: " \\\\ "))\\end{matrix}"
    case "m:eqArr":
      let rows = element.all("m:e").map(tex)
      return "\\begin{aligned}\(rows.joined(separator: " \\\\ "))\\end{aligned}"
    case let name where name.hasSuffix("Pr"): return ""
    default: return tex(element)
    }
  }

  private static func delimiter(_ sign: String) -> String {
    switch sign {
    case "": "."
    case "{", "}": "\\" + sign
    default: sign
    }
  }

  /// Letters and signs by the names that TeX has for them.
  static func symbols(_ text: String) -> String {
    text.reduce(into: "") { result, sign in
      if let name = names[sign] {
        result += "\\\(name) "
      } else if "#$%&_{}".contains(sign) {
        result += "\\\(sign)"
      } else {
        result.append(sign)
      }
    }
  }

  private static let names: [Character: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "θ": "theta",
    "λ": "lambda", "μ": "mu", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "φ": "varphi",
    "χ": "chi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Σ": "Sigma", "Ω": "Omega",
    "∑": "sum", "∏": "prod", "∫": "int", "∞": "infty", "≤": "le", "≥": "ge", "≠": "ne",
    "≈": "approx", "×": "times", "·": "cdot", "±": "pm", "→": "to", "∈": "in", "∂": "partial",
    "−": "-",
  ]
}
