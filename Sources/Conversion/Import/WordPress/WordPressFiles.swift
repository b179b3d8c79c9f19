import Markup

/// The files that a WordPress site kept: pictures and documents, each an item of the export. Nothing
/// of them but their addresses is in it.
struct WordPressFiles {
  struct File {
    var id: String
    /// The post that the file was uploaded for.
    var parent: String
    var address: String
    /// What stands below the file where it is shown.
    var caption: String
    /// What stands for it where it is not seen.
    var alternative: String
  }

  let all: [File]
  let addresses: Set<String>

  init(_ items: [MarkupElement]) {
    all = items.filter { WordPressExport.text($0, "wp:post_type") == "attachment" }.map { item in
      File(
        id: WordPressExport.text(item, "wp:post_id"),
        parent: WordPressExport.text(item, "wp:post_parent"),
        address: WordPressExport.text(item, "wp:attachment_url"),
        caption: WordPressExport.text(item, "excerpt:encoded"),
        alternative: WordPressExport.meta("_wp_attachment_image_alt", of: item) ?? "")
    }
    addresses = Set(all.map(\.address))
  }

  func file(_ id: String) -> File? { all.first { $0.id == id } }

  /// The pictures of a gallery as HTML: those that its code names, or else those of its post; `nil`
  /// where the export knows none of them.
  ///
  /// - Parameter code: the attributes of the code.
  func gallery(_ code: [String: String], post: String) -> String? {
    let pictures: [File]
    if let named = code["ids"] ?? code["include"] {
      pictures = named.split { !$0.isNumber }.compactMap { file(String($0)) }
    } else {
      let excluded = (code["exclude"] ?? "").split { !$0.isNumber }.map(String.init)
      pictures = all.filter {
        $0.parent == code["id"] ?? post && WordPressBody.isPicture($0.address)
          && !excluded.contains($0.id)
      }
    }
    guard !pictures.isEmpty else { return nil }
    return pictures.map { file in
      let words = file.alternative.replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
      let caption = file.caption.isEmpty ? "" : "<figcaption>\(file.caption)</figcaption>"
      return "<figure><img src=\"\(file.address)\" alt=\"\(words)\">\(caption)</figure>"
    }.joined(separator: "\n")
  }
}
