import Manuscript

extension CheckedArticle {
  /// References to figures and tables that no figure or table has the name of.
  mutating func checkNumberedReferences() {
    let known = article.numberedObjects
    for block in article.blocks + article.notes.flatMap(\.blocks) {
      var missing: [(String, SourcePosition)] = []
      block.walkInlines { inline, position in
        if case .numberedReference(let name) = inline, known[name] == nil {
          missing.append((name, position))
        }
      }
      for (name, position) in missing {
        report(.unknownReference, .warning, at: place(of: "@" + name, at: position), ["name": name])
      }
    }
  }
}
