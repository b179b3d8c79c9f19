/// Runs a page's content stream, and those of its forms, and gathers what it draws.
struct ContentInterpreter {
  private let objects: ObjectStore
  private let resources: SharedResources
  private(set) var page: PDFPage
  private var marks: [MarkedContent] = []
  private var textMatrix = Matrix.identity
  private var lineMatrix = Matrix.identity

  /// - Parameters:
  ///   - page: its size; what is drawn is added to it.
  ///   - resources: fonts and pictures that pages share.
  init(page: PDFPage, objects: ObjectStore, resources: SharedResources) {
    self.page = page
    self.objects = objects
    self.resources = resources
  }

  /// - Parameters:
  ///   - bytes: the content stream.
  ///   - names: its resource dictionary.
  ///   - matrix: from its space to the page.
  ///   - depth: how many forms it stands in.
  mutating func run(
    _ bytes: [UInt8], names: [String: PDFObject], matrix: Matrix, clip: PDFBox, depth: Int
  ) throws(PDFFault) {
    var state = GraphicsState(matrix: matrix, clip: clip)
    var saved: [GraphicsState] = []
    var path = PathCollector()
    var clips = false
    var operands: [PDFObject] = []
    var scanner = ContentScanner(bytes)
    let openMarks = marks.count
    while let token = scanner.next() {
      guard case .keyword(let operation) = token else {
        if case .operand(let operand) = token, operands.count < 256 { operands.append(operand) }
        continue
      }
      try resources.count(operation: 1)
      let numbers = operands.compactMap(\.number)
      switch operation {
      case "q": if saved.count < 512 { saved.append(state) }
      case "Q": if let last = saved.popLast() { state = last }
      case "cm": if let map = Matrix(numbers) { state.matrix = map.then(state.matrix) }
      case "w": state.lineWidth = numbers.first ?? 1
      case "g": state.lightness = numbers.first ?? 0
      case "rg", "sc", "scn", "k":
        state.lightness = Self.lightness(numbers) ?? state.lightness
      case "m": if numbers.count >= 2 { path.move(numbers[0], numbers[1]) }
      case "l": if numbers.count >= 2 { path.line(numbers[0], numbers[1]) }
      case "c", "v", "y": path.curve(numbers)
      case "re":
        if numbers.count >= 4 { path.rectangle(numbers[0], numbers[1], numbers[2], numbers[3]) }
      case "W", "W*": clips = true
      case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n":
        if clips, let box = path.box(state) { state.clip = state.clip.intersection(box) }
        if operation != "n" {
          path.paint(
            fills: !["S", "s"].contains(operation), strokes: !["f", "F", "f*"].contains(operation),
            state: state, on: &page)
        }
        clips = false
        path.clear()
      case "BMC", "BDC": open(operands, names: names)
      case "EMC": if marks.count > openMarks { marks.removeLast() }
      case "BI":
        let picture = scanner.inlinePicture()
        place(resources.picture(inline: picture, names: names), state: state)
      case "Do":
        try draw(operands.last?.name, names: names, state: state, depth: depth)
      default:
        try text(operation, operands, numbers, names: names, state: &state)
      }
      operands.removeAll(keepingCapacity: true)
    }
    marks.removeLast(max(0, marks.count - openMarks))
  }

  private static func lightness(_ numbers: [Double]) -> Double? {
    switch numbers.count {
    case 1: numbers[0]
    case 3: 0.3 * numbers[0] + 0.59 * numbers[1] + 0.11 * numbers[2]
    case 4:
      (1 - numbers[3])
        * (1 - 0.3 * numbers[0] - 0.59 * numbers[1] - 0.11 * numbers[2])
    default: nil
    }
  }

  // MARK: Forms and pictures

  private mutating func draw(
    _ name: String?, names: [String: PDFObject], state: GraphicsState, depth: Int
  ) throws(PDFFault) {
    guard let name, let all = objects.dictionary(names["XObject"]),
      let stream = objects.stream(all[name])
    else { return }
    if objects.name(stream.dictionary["Subtype"]) == "Image" {
      place(resources.picture(stream), state: state)
      return
    }
    guard depth < objects.limits.formDepth, resources.isVisible(stream.dictionary["OC"]) else {
      return
    }
    let map = Matrix(objects.numbers(stream.dictionary["Matrix"])) ?? .identity
    let matrix = map.then(state.matrix)
    var clip = state.clip
    let box = objects.numbers(stream.dictionary["BBox"])
    if box.count == 4 {
      clip = clip.intersection(
        matrix.apply(PDFBox(around: [(box[0], box[1]), (box[2], box[3])])))
    }
    let (outerText, outerLine) = (textMatrix, lineMatrix)
    try run(
      objects.data(of: stream).bytes,
      names: objects.dictionary(stream.dictionary["Resources"]) ?? names, matrix: matrix,
      clip: clip, depth: depth + 1)
    (textMatrix, lineMatrix) = (outerText, outerLine)
  }

  private mutating func place(_ picture: Int?, state: GraphicsState) {
    let box = state.matrix.apply(PDFBox(x0: 0, y0: 0, x1: 1, y1: 1)).intersection(state.clip)
    guard box.width > 1, box.height > 1, page.pictures.count < 2_000 else { return }
    page.pictures.append(PDFPlacedPicture(box: box, picture: picture))
  }

  // MARK: Marked content

  private mutating func open(_ operands: [PDFObject], names: [String: PDFObject]) {
    guard marks.count < 256 else { return }
    var properties = operands.count > 1 ? operands[1] : .null
    if let name = properties.name {
      properties = objects.dictionary(names["Properties"])?[name] ?? .null
    }
    let entries = objects.dictionary(properties) ?? [:]
    marks.append(
      MarkedContent(
        tag: operands.first?.name ?? "", number: objects.integer(entries["MCID"]),
        actualText: objects.text(entries["ActualText"])))
  }

  // MARK: Text

  private mutating func text(
    _ operation: String, _ operands: [PDFObject], _ numbers: [Double], names: [String: PDFObject],
    state: inout GraphicsState
  ) throws(PDFFault) {
    switch operation {
    case "BT":
      textMatrix = .identity
      lineMatrix = .identity
    case "Tf":
      state.font = operands.first?.name.flatMap { resources.font($0, names: names) }
      state.size = numbers.last ?? 1
    case "Tc": state.characterSpacing = numbers.first ?? 0
    case "Tw": state.wordSpacing = numbers.first ?? 0
    case "Tz": state.scaling = (numbers.first ?? 100) / 100
    case "TL": state.leading = numbers.first ?? 0
    case "Ts": state.rise = numbers.first ?? 0
    case "Tr": state.rendering = Int(exactly: numbers.first ?? 0) ?? 0
    case "Td", "TD":
      guard numbers.count >= 2 else { return }
      if operation == "TD" { state.leading = -numbers[1] }
      advanceLine(numbers[0], numbers[1])
    case "Tm":
      guard let map = Matrix(numbers) else { return }
      lineMatrix = map
      textMatrix = map
    case "T*": advanceLine(0, -state.leading)
    case "Tj", "'", "\"":
      if operation == "\"", numbers.count >= 2 {
        (state.wordSpacing, state.characterSpacing) = (numbers[0], numbers[1])
      }
      if operation != "Tj" { advanceLine(0, -state.leading) }
      if let bytes = operands.last?.bytes { try show(bytes, state) }
    case "TJ":
      guard case .array(let items)? = operands.last else { return }
      for item in items {
        if let bytes = item.bytes {
          try show(bytes, state)
        } else if let number = item.number {
          textMatrix = Matrix.translation(-number / 1000 * state.size * state.scaling, 0)
            .then(textMatrix)
        }
      }
    default: break
    }
  }

  private mutating func advanceLine(_ x: Double, _ y: Double) {
    lineMatrix = Matrix.translation(x, y).then(lineMatrix)
    textMatrix = lineMatrix
  }

  private mutating func show(_ bytes: [UInt8], _ state: GraphicsState) throws(PDFFault) {
    guard let index = state.font else { return }
    let font = resources.fonts[index]
    for (code, length) in font.codes(in: bytes) {
      let character = font.character(code)
      var advance = character.width * state.size + state.characterSpacing
      if length == 1, code == 32 { advance += state.wordSpacing }
      let map = Matrix(a: state.size * state.scaling, d: state.size, f: state.rise)
        .then(textMatrix).then(state.matrix)
      try add(character, code: code, font: index, map: map, state: state)
      textMatrix = Matrix.translation(advance * state.scaling, 0).then(textMatrix)
    }
  }

  private mutating func add(
    _ character: PDFFont.Character, code: UInt32, font: Int, map: Matrix, state: GraphicsState
  ) throws(PDFFault) {
    let size = abs(map.a * map.d - map.b * map.c).squareRoot()
    let end = map.e + character.width * map.a
    guard map.e.isFinite, map.f.isFinite, end.isFinite, size.isFinite else { return }
    var glyph = PDFGlyph(
      text: character.text, x0: min(map.e, end), x1: max(map.e, end), y: map.f, size: size,
      font: font, code: code)
    glyph.ink = character.ink
    glyph.isHidden = state.rendering == 3 || state.rendering == 7
    glyph.isStroked = state.rendering == 2
    glyph.isTurned = abs(map.b) > 0.3 * abs(map.a) || map.d > 0
    glyph.isArtifact = marks.contains { $0.tag == "Artifact" }
    glyph.isReversed = marks.contains { $0.tag == "ReversedChars" }
    glyph.mark = marks.last { $0.number != nil }?.number
    if !state.clip.contains(x: (glyph.x0 + glyph.x1) / 2, y: glyph.y, within: 0.6 * size) {
      glyph.isHidden = true
    }
    if let open = marks.lastIndex(where: { $0.actualText != nil }) {
      if let bearer = marks[open].bearer {
        join(glyph, to: bearer)
        return
      }
      glyph.text = Self.visible(marks[open].actualText ?? "")
      glyph.isActual = true
      marks[open].bearer = page.glyphs.count
    }
    try resources.count(glyph: 1)
    page.glyphs.append(glyph)
  }

  /// A further glyph under one given text widens the one that bears it.
  private mutating func join(_ glyph: PDFGlyph, to bearer: Int) {
    guard page.glyphs.indices.contains(bearer) else { return }
    let known = page.glyphs[bearer]
    if glyph.x1 - glyph.x0 > known.x1 - known.x0 {
      page.glyphs[bearer].y = glyph.y
      page.glyphs[bearer].size = glyph.size
    }
    if known.x1 - known.x0 < 0.01 {
      (page.glyphs[bearer].x0, page.glyphs[bearer].x1) = (glyph.x0, glyph.x1)
    } else if glyph.x1 - glyph.x0 > 0.01 {
      page.glyphs[bearer].x0 = min(known.x0, glyph.x0)
      page.glyphs[bearer].x1 = max(known.x1, glyph.x1)
    }
  }

  /// The text without marks of direction.
  private static func visible(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0: continue
      default: view.append(scalar)
      }
    }
    return String(view)
  }
}
