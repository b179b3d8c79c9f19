import CZlib

/// Undoes a stream's filters (ISO 32000-2, 7.4), up to a number of bytes.
enum StreamFilters {
  /// - Parameters:
  ///   - filters: names, the first to be undone first.
  ///   - parameters: the whole numbers of each filter's parameters.
  ///   - limit: the most bytes that any step gives.
  /// - Returns: the bytes, and the filter at which the way ends: one of pictures, or unknown.
  static func decode(
    _ raw: [UInt8], filters: [String], parameters: [[String: Int]], limit: Int
  ) -> (bytes: [UInt8], filter: String?) {
    var bytes = raw
    for (index, filter) in filters.prefix(8).enumerated() {
      let given = index < parameters.count ? parameters[index] : [:]
      switch filter {
      case "FlateDecode", "Fl":
        bytes = Predictor.undo(inflate(bytes, limit: limit), given)
      case "LZWDecode", "LZW":
        bytes = Predictor.undo(
          LZW.decode(bytes, early: given["EarlyChange"] ?? 1, limit: limit), given)
      case "ASCIIHexDecode", "AHx": bytes = hexadecimal(bytes)
      case "ASCII85Decode", "A85": bytes = ascii85(bytes)
      case "RunLengthDecode", "RL": bytes = runLengths(bytes, limit: limit)
      case "Crypt": break
      default: return (bytes, filter)
      }
    }
    return (bytes, nil)
  }

  /// Inflates as far as the data is sound.
  private static func inflate(_ bytes: [UInt8], limit: Int) -> [UInt8] {
    guard !bytes.isEmpty, limit > 0 else { return [] }
    // zlib keeps the stream's address.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    guard inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return []
    }
    defer { inflateEnd(stream) }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(limit, max(4096, min(1 << 18, bytes.count * 4))))
    var input = bytes
    input.withUnsafeMutableBufferPointer { source in
      stream.pointee.next_in = source.baseAddress
      stream.pointee.avail_in = UInt32(source.count)
      var status = Z_OK
      while status == Z_OK, output.count < limit {
        let written = chunk.withUnsafeMutableBufferPointer { target -> Int in
          stream.pointee.next_out = target.baseAddress
          stream.pointee.avail_out = UInt32(target.count)
          status = CZlib.inflate(stream, Z_NO_FLUSH)
          return target.count - Int(stream.pointee.avail_out)
        }
        if written == 0, status != Z_OK || stream.pointee.avail_in == 0 { break }
        output.append(contentsOf: chunk[..<min(written, limit - output.count)])
      }
    }
    return output
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var high: UInt8?
    for byte in bytes {
      if byte == UInt8(ascii: ">") { break }
      guard let digit = byte.hexadecimalDigit else { continue }
      if let first = high {
        output.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    if let high { output.append(high << 4) }
    return output
  }

  private static func ascii85(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var group: [UInt32] = []
    func flush(_ count: Int) {
      var value: UInt32 = 0
      for digit in group + Array(repeating: 84, count: 5 - group.count) {
        value = value &* 85 &+ digit
      }
      for place in 0..<count {
        output.append(UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32(place))))
      }
      group = []
    }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "~"):
        if group.count > 1 { flush(group.count - 1) }
        return output
      case UInt8(ascii: "z") where group.isEmpty: output += [0, 0, 0, 0]
      case 33...117:
        group.append(UInt32(byte - 33))
        if group.count == 5 { flush(4) }
      default: continue
      }
    }
    if group.count > 1 { flush(group.count - 1) }
    return output
  }

  private static func runLengths(_ bytes: [UInt8], limit: Int) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count, output.count < limit {
      let length = Int(bytes[index])
      if length == 128 { break }
      if length < 128 {
        output += bytes[min(index + 1, bytes.count)..<min(index + 2 + length, bytes.count)]
        index += length + 2
      } else {
        guard index + 1 < bytes.count else { break }
        output += [UInt8](repeating: bytes[index + 1], count: 257 - length)
        index += 2
      }
    }
    return output
  }
}

extension UInt8 {
  var hexadecimalDigit: UInt8? {
    switch self {
    case 48...57: self - 48
    case 65...70: self - 55
    case 97...102: self - 87
    default: nil
    }
  }
}
