/// The path that is being built, and what it leaves on the page: rules, rectangles, discs.
struct PathCollector {
  private struct Part {
    var points: [(x: Double, y: Double)] = []
    var isCurved = false
  }

  private var parts: [Part] = []
  /// Points of one path; what follows them is not kept.
  private static let most = 20_000
  private var count = 0

  mutating func move(_ x: Double, _ y: Double) {
    guard count < Self.most else { return }
    parts.append(Part(points: [(x, y)]))
    count += 1
  }

  mutating func line(_ x: Double, _ y: Double) {
    guard !parts.isEmpty, count < Self.most else { return }
    parts[parts.count - 1].points.append((x, y))
    count += 1
  }

  mutating func curve(_ numbers: [Double]) {
    guard !parts.isEmpty, count < Self.most else { return }
    parts[parts.count - 1].isCurved = true
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      parts[parts.count - 1].points.append((numbers[index], numbers[index + 1]))
      count += 1
    }
  }

  mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    guard count < Self.most else { return }
    parts.append(
      Part(points: [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]))
    count += 4
  }

  /// The box around the path on the page; `nil` without one.
  func box(_ state: GraphicsState) -> PDFBox? {
    let points = parts.flatMap(\.points).map { state.matrix.apply($0.x, $0.y) }
    return points.isEmpty ? nil : PDFBox(around: points)
  }

  mutating func clear() {
    parts = []
    count = 0
  }

  /// Paints the path.
  func paint(fills: Bool, strokes: Bool, state: GraphicsState, on page: inout PDFPage) {
    guard page.rules.count + page.boxes.count + page.drawings.count < 60_000 else { return }
    for part in parts where part.points.count > 1 {
      let points = part.points.map { state.matrix.apply($0.x, $0.y) }
      let box = PDFBox(around: points).intersection(state.clip)
      guard box.width >= 0, box.height >= 0 else { continue }
      if part.isCurved {
        curve(box, fills: fills, state: state, on: &page)
      } else if min(box.width, box.height) < 3, max(box.width, box.height) > 1 {
        // White on white is no line.
        if strokes || state.lightness < 0.97 { page.rules.append(box) }
      } else if part.points.count <= 5, isUpright(points) {
        page.boxes.append(
          PDFRectangle(
            box: box, isFilled: fills, isFramed: strokes, lightness: fills ? state.lightness : 1))
      } else {
        page.drawings.append(box)
      }
    }
  }

  private func curve(_ box: PDFBox, fills: Bool, state: GraphicsState, on page: inout PDFPage) {
    if fills, (1.2..<7).contains(box.width), abs(box.width - box.height) < 0.3 * box.width,
      state.lightness < 0.9
    {
      page.discs.append(PDFDisc(box: box, order: page.glyphs.count))
    } else {
      page.drawings.append(box)
    }
  }

  private func isUpright(_ points: [(x: Double, y: Double)]) -> Bool {
    zip(points, points.dropFirst()).allSatisfy {
      abs($0.x - $1.x) < 0.01 || abs($0.y - $1.y) < 0.01
    }
  }
}
