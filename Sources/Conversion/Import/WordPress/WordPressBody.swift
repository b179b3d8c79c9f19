import Foundation
import Markup

/// The body of a post: HTML, in which paragraphs may be empty lines, with short codes that plug-ins
/// replace when a page is shown.
struct WordPressBody {
  /// The names of the pictures' files by the addresses that stand in the body.
  private(set) var pictures: [String: String] = [:]
  private(set) var files: [ImportedArticle.AbsentFile] = []
  /// The names of short codes that are left as they stand.
  private(set) var shortcodes: [String] = []

  private let html: String
  private let notes: [(content: String, id: String)]
  private let site: String
  private let post: String
  private let stored: WordPressFiles

  /// - Parameters:
  ///   - site: the site's address.
  ///   - stored: all files of the site.
  init(_ item: MarkupElement, site: String, stored: WordPressFiles) {
    html = item.first("content:encoded")?.text ?? ""
    notes = StoredNotes.read(WordPressExport.meta("footnotes", of: item) ?? "")
    post = WordPressExport.text(item, "wp:post_id")
    self.site = site
    self.stored = stored
  }

  /// The body as a tree, its short codes as the elements that they stand for.
  mutating func element() -> MarkupElement {
    let codes = Shortcodes(html) { [stored, post] in stored.gallery($0, post: post) }
    var text = codes.html
    shortcodes = codes.unknown
    if !html.contains("<!-- wp:") { text = TypedParagraphs.marked(text) }
    let all = notes + codes.notes
    if !all.isEmpty {
      text +=
        "<ol>"
        + all.map { "<li id=\"\($0.id)\">\($0.content) <a href=\"#\($0.id)-link\">↩</a></li>" }
        .joined() + "</ol>"
    }
    return prepared(ImportedText.element(text))
  }

  /// Notes a file that is shown or offered, and gives its name beside the article.
  mutating func show(_ address: String) -> String {
    let whole = Self.whole(address, stored.addresses)
    if let index = files.firstIndex(where: { $0.address == whole }) {
      files[index].isShown = true
      return files[index].name
    }
    let name = FileNames.free(FileNames.name(of: whole), among: files.map(\.name))
    files.append(ImportedArticle.AbsentFile(name: name, address: whole, isShown: true))
    return name
  }

  // MARK: - The tree

  private mutating func prepared(_ element: MarkupElement) -> MarkupElement {
    var element = element
    switch element.name {
    case "img":
      let address = absolute(element["src"] ?? "")
      if address.contains("://") {
        element.attributes["src"] = address
        pictures[address] = show(address)
      }
    case "a":
      if let address = element["href"], !address.hasPrefix("#") {
        element.attributes["href"] = absolute(address)
        note(absolute(address))
      }
    case "iframe", "video", "audio", "embed", "source":
      // What plays on the other site is a link to it here.
      let address = absolute(element["src"] ?? "")
      if address.contains("://") {
        let link = MarkupElement(
          name: "a", attributes: ["href": address], children: [.text(address)])
        return MarkupElement(name: "p", children: [.element(link)])
      }
      if ["video", "audio"].contains(element.name) { element.name = "div" }
    default:
      // The picture behind a text on it.
      if let address = Self.background(element["style"] ?? "") {
        let picture = MarkupElement(name: "img", attributes: ["src": address])
        element.children.insert(.element(picture), at: 0)
      }
    }
    element.children = element.children.map { node in
      guard case .element(let child) = node else { return node }
      return .element(prepared(child))
    }
    return element
  }

  /// The address of the picture that a `style` attribute sets behind an element.
  private static func background(_ style: String) -> String? {
    guard let image = style.firstRange(of: "background-image"),
      let open = style[image.upperBound...].firstRange(of: "url(")
    else { return nil }
    let address = style[open.upperBound...].prefix { $0 != ")" }
      .filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    return address.contains("://") ? address : nil
  }

  private func absolute(_ address: String) -> String {
    if address.hasPrefix("//") { return "https:" + address }
    guard address.hasPrefix("/"), let scheme = site.firstRange(of: "://") else { return address }
    return site.prefix(upTo: scheme.upperBound) + site[scheme.upperBound...].prefix { $0 != "/" }
      + address
  }

  /// Notes a file of the site that is linked to.
  private mutating func note(_ address: String) {
    guard stored.addresses.contains(address) || address.contains("/wp-content/uploads/"),
      !files.contains(where: { $0.address == address })
    else { return }
    let name = FileNames.free(FileNames.name(of: address), among: files.map(\.name))
    files.append(ImportedArticle.AbsentFile(name: name, address: address, isShown: false))
  }

  static func isPicture(_ address: String) -> Bool {
    let ending = address.split(separator: ".").last?.lowercased() ?? ""
    return ["jpg", "jpeg", "png", "gif", "webp", "svg", "avif", "bmp", "ico"].contains(ending)
  }

  /// The address of a picture as it was uploaded, where the body shows it in another size
  /// (`map-300x200.png`).
  private static func whole(_ address: String, _ attachments: Set<String>) -> String {
    guard !attachments.contains(address), let dot = address.lastIndex(of: "."),
      let dash = address[..<dot].lastIndex(of: "-")
    else { return address }
    let size = address[address.index(after: dash)..<dot].split(separator: "x")
    guard size.count == 2, size.allSatisfy({ Int($0) != nil }) else { return address }
    let original = String(address[..<dash] + address[dot...])
    return attachments.contains(original) ? original : address
  }
}

/// Names of files beside an article.
enum FileNames {
  /// A name for the file at an address: its last part, without what has a meaning in addresses.
  static func name(of address: String) -> String {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    return clean(last.removingPercentEncoding ?? last)
  }

  /// A name without white space, signs of paths and leading dots.
  static func clean(_ name: String) -> String {
    let signs: Set<Character> = ["/", "\\", "?", "#", "%", ":", "*", "\"", "<", ">", "|", "(", ")"]
    var result = ""
    for character in Cleaning.clean(name) {
      let isSign = character.isWhitespace || signs.contains(character)
      if !isSign { result.append(character) } else if result.last != "-" { result.append("-") }
    }
    let bare = String(result.drop { $0 == "." || $0 == "-" })
    return bare.isEmpty ? "file" : String(bare.suffix(120))
  }

  /// The name, or it with the first number that is free.
  static func free(_ name: String, among taken: [String]) -> String {
    guard taken.contains(name) || name == "article.md" else { return name }
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    var number = 2
    while taken.contains("\(name[..<dot])-\(number)\(name[dot...])") { number += 1 }
    return "\(name[..<dot])-\(number)\(name[dot...])"
  }
}
