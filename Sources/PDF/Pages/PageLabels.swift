/// The printed labels of pages (ISO 32000-2, 12.4.2).
struct PageLabels {
  private var ranges: [(start: Int, style: String?, prefix: String, first: Int)] = []

  init(_ objects: ObjectStore) {
    var seen = 0
    func walk(_ object: PDFObject?, depth: Int) {
      guard depth < 16, seen < 10_000, let node = objects.dictionary(object) else { return }
      seen += 1
      let numbers = objects.array(node["Nums"]) ?? []
      for index in stride(from: 0, to: numbers.count - 1, by: 2) {
        guard let start = objects.integer(numbers[index]),
          let range = objects.dictionary(numbers[index + 1])
        else { continue }
        ranges.append(
          (
            start, objects.name(range["S"]), objects.text(range["P"]) ?? "",
            objects.integer(range["St"]) ?? 1
          ))
      }
      for kid in objects.array(node["Kids"]) ?? [] { walk(kid, depth: depth + 1) }
    }
    walk(objects.root["PageLabels"], depth: 0)
    ranges.sort { $0.start < $1.start }
  }

  subscript(page: Int) -> String? {
    guard let range = ranges.last(where: { $0.start <= page }) else { return nil }
    let number = range.first + page - range.start
    switch range.style {
    case "D"?: return range.prefix + String(number)
    case "r"?: return range.prefix + Self.roman(number)
    case "R"?: return range.prefix + Self.roman(number).uppercased()
    default: return range.prefix.isEmpty ? nil : range.prefix
    }
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4000).contains(number) else { return String(number) }
    let signs = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var (text, rest) = ("", number)
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
