/// Undoes the predictors of Flate and LZW (ISO 32000-2, 7.4.4.4): PNG's filters and TIFF's difference.
enum Predictor {
  static func undo(_ bytes: [UInt8], _ parameters: [String: Int]) -> [UInt8] {
    let predictor = parameters["Predictor"] ?? 1
    guard predictor > 1 else { return bytes }
    let colours = min(max(parameters["Colors"] ?? 1, 1), 32)
    let depth = min(max(parameters["BitsPerComponent"] ?? 8, 1), 16)
    let columns = min(max(parameters["Columns"] ?? 1, 1), 1 << 20)
    let step = max(1, colours * depth / 8)
    let width = (colours * depth * columns + 7) / 8
    if predictor == 2 { return difference(bytes, step: step, width: width, depth: depth) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var above = [UInt8](repeating: 0, count: width)
    var position = 0
    while position + 1 < bytes.count {
      let kind = bytes[position]
      var row = Array(bytes[(position + 1)..<min(position + 1 + width, bytes.count)])
      row += [UInt8](repeating: 0, count: width - row.count)
      for index in 0..<width {
        let left = index >= step ? row[index - step] : 0
        let corner = index >= step ? above[index - step] : 0
        switch kind {
        case 1: row[index] &+= left
        case 2: row[index] &+= above[index]
        case 3: row[index] &+= UInt8((Int(left) + Int(above[index])) / 2)
        case 4: row[index] &+= paeth(Int(left), Int(above[index]), Int(corner))
        default: break
        }
      }
      output += row
      above = row
      position += width + 1
    }
    return output
  }

  private static func difference(_ bytes: [UInt8], step: Int, width: Int, depth: Int) -> [UInt8] {
    guard depth == 8 else { return bytes }
    var output = bytes
    for start in stride(from: 0, to: output.count, by: width) {
      let end = min(start + width, output.count)
      guard start + step < end else { continue }
      for index in (start + step)..<end { output[index] &+= output[index - step] }
    }
    return output
  }

  private static func paeth(_ left: Int, _ above: Int, _ corner: Int) -> UInt8 {
    let estimate = left + above - corner
    let (a, b, c) = (abs(estimate - left), abs(estimate - above), abs(estimate - corner))
    return UInt8(a <= b && a <= c ? left : b <= c ? above : corner)
  }
}
