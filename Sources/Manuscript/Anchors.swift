/// The identifiers by which a page, the search index and citations address the parts of an article.
public enum Anchors {
  /// The `id` of a note's definition: `fn-3`.
  public static func note(_ label: String) -> String { "fn-" + slug(ofLabel: label) }

  /// The `id` of a note's reference: `fnref-3`, and `fnref-3-2` for the second with that label.
  public static func noteReference(_ label: String, occurrence: Int) -> String {
    let first = "fnref-" + slug(ofLabel: label)
    return occurrence > 1 ? "\(first)-\(occurrence)" : first
  }

  /// The `id` of the mark where a printed page begins: `page-133`.
  public static func page(_ number: String) -> String { "page-" + slug(ofLabel: number) }

  /// ASCII letters, digits and hyphens stand; anything else becomes its code points in
  /// hexadecimal, so that two labels never share an identifier.
  static func slug(ofLabel label: String) -> String {
    var slug = ""
    for scalar in label.unicodeScalars {
      switch scalar {
      case "0"..."9", "a"..."z", "A"..."Z", "-": slug.unicodeScalars.append(scalar)
      default: slug += "_" + String(scalar.value, radix: 16)
      }
    }
    return slug
  }
}
