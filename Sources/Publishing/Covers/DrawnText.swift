import Orthography

/// Text as outlines, so that a drawing looks the same wherever it is shown.
struct DrawnText {
  /// The fonts by the script that they are for.
  private let fonts: [FontScript: FontFile]

  /// - Parameters:
  ///   - theme: whose fonts of text are taken.
  ///   - isBold: whether the bold ones.
  init(_ theme: ThemeAssets, isBold: Bool) {
    var fonts: [FontScript: FontFile] = [:]
    for (face, file) in theme.fontFiles
    where face.role == .text && face.isBold == isBold && !face.isItalic {
      if fonts[face.script] == nil, let bytes = try? Files.read(file) {
        fonts[face.script] = FontFile(bytes)
      }
    }
    self.fonts = fonts
  }

  /// Whether every letter of a text can be drawn.
  func canDraw(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar == " " || fonts.values.contains { $0.has(scalar) }
    }
  }

  /// A line of text.
  ///
  /// - Parameters:
  ///   - direction: the line's direction; words of the other direction stand in it as they are read
  ///     (UAX #9).
  ///   - size: the letter size.
  /// - Returns: SVG paths from (0, 0) at the base line's left end, and the line's width.
  func line(_ text: String, direction: Direction, size: Double) -> (svg: String, width: Double) {
    var svg = ""
    var x = 0.0
    for run in runs(text, direction: direction) {
      guard let font = font(for: run.text, direction: direction) else { continue }
      let scaled = size * scale(of: font.script, font.file)
      let (path, width) = font.file.outline(
        run.text, isRightToLeft: run.direction == .rightToLeft, size: scaled)
      if !path.isEmpty { svg += #"<path transform="translate(\#(rounded(x)) 0)" d="\#(path)"/>"# }
      x += width
    }
    return (svg, x)
  }

  /// A text cut into lines of at most a width; a longer word has a line of its own.
  func wrapped(
    _ text: String, direction: Direction, size: Double, width: Double, lines limit: Int
  ) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      if let last = lines.last,
        line(last + " " + word, direction: direction, size: size).width <= width
      {
        lines[lines.count - 1] = last + " " + word
      } else if lines.count == limit {
        lines[limit - 1] += "…"
        break
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// The runs of one direction and one font, in the order in which they stand from left to right.
  private func runs(
    _ text: String, direction: Direction
  ) -> [(text: String, direction: Direction)] {
    let scalars = Array(text.unicodeScalars)
    let levels = Bidi.levels(of: scalars, direction: direction)
    var runs: [(text: String, level: Int8)] = []
    for (scalar, level) in zip(scalars, levels) {
      if let last = runs.indices.last, runs[last].level == level {
        runs[last].text.unicodeScalars.append(scalar)
      } else {
        runs.append((String(scalar), level))
      }
    }
    // Rule L2: from the highest level down, what stands at it or above is turned.
    for level in stride(from: levels.max() ?? 0, to: 0, by: -1) {
      var start = 0
      while start < runs.count {
        guard runs[start].level >= level else {
          start += 1
          continue
        }
        let end = runs[start...].firstIndex { $0.level < level } ?? runs.count
        runs[start..<end].reverse()
        start = end
      }
    }
    return runs.map { ($0.text, $0.level % 2 == 1 ? .rightToLeft : .leftToRight) }
  }

  private func font(
    for text: String, direction: Direction
  ) -> (script: FontScript, file: FontFile)? {
    let scripts = text.unicodeScalars.lazy.compactMap { Script($0) }
    let preferred: [FontScript] =
      switch scripts.first(where: { _ in true }) {
      case .hebrew: [.hebrew]
      case .arabic: [.arabic]
      case .some: [.latin]
      case nil: direction == .rightToLeft ? [.hebrew, .latin] : [.latin]
      }
    let order = preferred + FontScript.allCases.filter { !preferred.contains($0) }
    for script in order {
      if let file = fonts[script],
        text.unicodeScalars.allSatisfy({ $0 == " " || file.has($0) })
      {
        return (script, file)
      }
    }
    return order.lazy.compactMap { script in self.fonts[script].map { (script, $0) } }.first
  }

  private func scale(of script: FontScript, _ file: FontFile) -> Double {
    let (letter, height) = script.measure
    let own = file.metrics(of: letter).letter_height
    return own > 0 ? min(max(height / own, 0.6), 1.6) : 1
  }
}

/// A number as SVG writes it, to a tenth.
func rounded(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return tenths % 10 == 0 ? String(tenths / 10) : String(Double(tenths) / 10)
}
