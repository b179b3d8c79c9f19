/// LZW with codes of 9 to 12 bits (ISO 32000-2, 7.4.4).
enum LZW {
  /// - Parameters:
  ///   - early: by how many codes the code's length grows ahead of need.
  ///   - limit: the most bytes that are given.
  static func decode(_ bytes: [UInt8], early: Int, limit: Int) -> [UInt8] {
    var output: [UInt8] = []
    /// Each code's string as a range of the output.
    var table: [Range<Int>] = []
    var width = 9
    var (bits, held) = (0, 0)
    var previous: Range<Int>?
    for byte in bytes {
      bits = bits << 8 | Int(byte)
      held += 8
      guard held >= width else { continue }
      held -= width
      let code = bits >> held & (1 << width - 1)
      bits &= 1 << held - 1
      if code == 257 || output.count >= limit { break }
      if code == 256 {
        table = []
        width = 9
        previous = nil
        continue
      }
      let start = output.count
      if code < 256 {
        output.append(UInt8(code))
      } else if code - 258 < table.count {
        output += output[table[code - 258]]
      } else if let last = previous, code - 258 == table.count {
        output += output[last]
        output.append(output[last.lowerBound])
      } else {
        break
      }
      if let last = previous, table.count < 4096 - 258 {
        table.append(last.lowerBound..<last.upperBound + 1)
      }
      previous = start..<output.count
      let size = table.count + 258 + 1 + (early - 1)
      width = size >= 2048 - 0 ? 12 : size >= 1024 ? 11 : size >= 512 ? 10 : 9
    }
    return output
  }
}
