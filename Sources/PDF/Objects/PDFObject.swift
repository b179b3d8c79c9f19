/// An object of a PDF file (ISO 32000-2, 7.3), or an operand of a content stream.
indirect enum PDFObject {
  case null
  case bool(Bool)
  case number(Double)
  /// Without the slash.
  case name(String)
  case string([UInt8])
  case array([PDFObject])
  case dictionary([String: PDFObject])
  case stream(PDFStream)
  /// An indirect object that has not been looked up.
  case reference(ObjectID)
}

/// The number and generation of an indirect object.
struct ObjectID: Hashable {
  var number: Int32
  var generation: Int32
}

/// A stream whose bytes have not been read.
struct PDFStream {
  var id: ObjectID
  var dictionary: [String: PDFObject]
}

extension PDFObject {
  var number: Double? {
    if case .number(let value) = self, value.isFinite { return value }
    return nil
  }

  /// A whole number that fits 32 bits.
  var integer: Int? {
    number.flatMap { Int(exactly: $0.rounded()) }.flatMap { abs($0) < 1 << 31 ? $0 : nil }
  }

  var name: String? {
    if case .name(let value) = self { return value }
    return nil
  }

  var bytes: [UInt8]? {
    if case .string(let value) = self { return value }
    return nil
  }
}
