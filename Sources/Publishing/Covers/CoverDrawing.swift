import Glibc

/// The drawing on a cover, below or beside its title.
struct CoverDrawing {
  let x, y, width, height: Double
  /// The lightest colour; all others lie between it and the area.
  let ink: RGB
  let seed: String

  func svg(_ style: Theme.CoverStyle) -> String {
    switch style {
    case .leaves: leaves
    case .bands: bands
    case .grid: grid
    }
  }

  /// Leaves that grow from a stem, as those that gave Daf its name.
  private var leaves: String {
    var random = SeededNumbers(seed + "leaves")
    var svg = ""
    let stems = 3
    for stem in 0..<stems {
      let baseX = x + width * (Double(stem) + random.next(0.3, 0.7)) / Double(stems)
      let lean = random.next(-18, 18)
      let count = 5 + Int(random.next() * 4)
      let length = height * random.next(0.72, 0.98)
      var group =
        #"<path d="M0 0V-\#(rounded(length))" stroke="\#(ink.hexadecimal)" stroke-width="2" stroke-opacity=".55" fill="none"/>"#
      for leaf in 0..<count {
        let along = length * (0.16 + 0.84 * Double(leaf + 1) / Double(count))
        let side = leaf % 2 == 0 ? 1.0 : -1
        let size = height * random.next(0.17, 0.3) * (1.15 - 0.5 * along / length)
        let turn = leaf == count - 1 ? 0 : side * random.next(38, 64)
        group +=
          #"<path transform="translate(0 -\#(rounded(along))) rotate(\#(rounded(turn)))" d="M0 0C\#(rounded(size * 0.42)) -\#(rounded(size * 0.3)) \#(rounded(size * 0.36)) -\#(rounded(size * 0.8)) 0 -\#(rounded(size))C-\#(rounded(size * 0.36)) -\#(rounded(size * 0.8)) -\#(rounded(size * 0.42)) -\#(rounded(size * 0.3)) 0 0" fill="\#(ink.hexadecimal)" fill-opacity="\#(opacity(random.next(0.12, 0.42)))"/>"#
      }
      svg +=
        #"<g transform="translate(\#(rounded(baseX)) \#(rounded(y + height))) rotate(\#(rounded(lean)))">\#(group)</g>"#
    }
    return svg
  }

  /// Bands one over another, as layers of ground.
  private var bands: String {
    var random = SeededNumbers(seed + "bands")
    var svg = ""
    let count = 6
    for band in 0..<count {
      let top = y + height * (0.1 + 0.9 * Double(band) / Double(count))
      let swing = height * random.next(0.02, 0.09)
      let phase = random.next(0, 6.28)
      var path = "M\(rounded(x)) \(rounded(y + height))"
      for step in 0...12 {
        let part = Double(step) / 12
        path +=
          "L\(rounded(x + width * part)) \(rounded(top + swing * sin(phase + part * 5)))"
      }
      path += "V\(rounded(y + height))Z"
      svg +=
        #"<path d="\#(path)" fill="\#(ink.hexadecimal)" fill-opacity="\#(opacity(0.1 + random.next() * 0.07))"/>"#
    }
    return svg
  }

  /// A grid of squares and quarters, as tiles.
  private var grid: String {
    var random = SeededNumbers(seed + "grid")
    var svg = ""
    let side = width / 6
    var top = y + height - side
    while top >= y - 1 {
      for column in 0..<6 where random.next() < 0.72 {
        let left = x + Double(column) * side
        let fill =
          #"fill="\#(ink.hexadecimal)" fill-opacity="\#(opacity(random.next(0.06, 0.4)))""#
        let shape = random.next()
        if shape < 0.4 {
          svg +=
            #"<rect x="\#(rounded(left))" y="\#(rounded(top))" width="\#(rounded(side))" height="\#(rounded(side))" \#(fill)/>"#
        } else {
          let turn = Int(shape * 1000) % 4 * 90
          let middle = "\(rounded(left + side / 2)) \(rounded(top + side / 2))"
          svg +=
            #"<path transform="rotate(\#(turn) \#(middle))" d="M\#(rounded(left)) \#(rounded(top))h\#(rounded(side))a\#(rounded(side)) \#(rounded(side)) 0 0 1 -\#(rounded(side)) \#(rounded(side))z" \#(fill)/>"#
        }
      }
      top -= side
    }
    return svg
  }

  private func opacity(_ value: Double) -> String {
    "." + String(Int((value * 100).rounded()) + 100).dropFirst()
  }
}
