import Rendering
import Templating

/// The pages into which a list is cut.
struct ListPaging: Sendable {
  /// How many entries the list has, and how many a page shows at most.
  let total: Int
  let size: Int
  /// Where the first page stands.
  let first: String
  /// The others stand below, by their numbers.
  let base: String

  /// How many pages there are; one where the list is empty.
  var count: Int { max(1, (total + size - 1) / size) }

  /// Where a page stands, from 0.
  func address(_ page: Int) -> String { page == 0 ? first : "\(base)\(page + 1)/" }

  /// The places of the entries that a page shows.
  func shown(_ page: Int) -> Range<Int> { (page * size)..<min(total, (page + 1) * size) }

  /// Which page of how many it is, in words.
  func place(_ page: Int, _ interface: Interface) -> String {
    interface.fill(
      "listPage", ["page": interface.number(page + 1), "pages": interface.number(count)])
  }

  /// What a list's template is told of a page's place among the others.
  func content(_ page: Int, _ interface: Interface) -> [String: TemplateValue] {
    func link(_ page: Int) -> TemplateValue {
      (0..<count).contains(page) ? .text(Slug.percentEncoded(address(page))) : .none
    }
    return [
      "isPaged": .flag(count > 1), "place": .text(place(page, interface)),
      "previous": link(page - 1), "next": link(page + 1),
    ]
  }
}
