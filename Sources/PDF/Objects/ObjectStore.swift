import CQpdf
import Glibc

/// The objects of a file, by qpdf. Every look-up is bounded: references are followed a few steps,
/// streams are decompressed up to a limit.
final class ObjectStore {
  let limits: PDFLimits
  private var qpdf: qpdf_data?
  /// qpdf reads from it as long as it lives.
  private let buffer: UnsafeMutableBufferPointer<CChar>
  private var kept: [ObjectID: PDFObject] = [:]
  private var decoded = 0

  init(_ bytes: [UInt8], limits: PDFLimits) throws(PDFFault) {
    self.limits = limits
    buffer = .allocate(capacity: max(1, bytes.count))
    for (index, byte) in bytes.enumerated() { buffer[index] = CChar(bitPattern: byte) }
    qpdf = qpdf_init()
    qpdf_silence_errors(qpdf)
    qpdf_set_suppress_warnings(qpdf, 1)
    let code = qpdf_read_memory(qpdf, "paper", buffer.baseAddress, UInt64(bytes.count), nil)
    guard code & 2 == 0 else {
      let error = qpdf_get_error(qpdf)
      if qpdf_get_error_code(qpdf, error) == qpdf_e_password { throw .locked }
      let message = qpdf_get_error_message_detail(qpdf, error).map { String(cString: $0) }
      throw .damaged(message ?? "")
    }
  }

  deinit {
    // An error that no one asked for would be written out by qpdf itself.
    while qpdf_has_error(qpdf) != 0 { _ = qpdf_get_error(qpdf) }
    qpdf_cleanup(&qpdf)
    buffer.deallocate()
  }

  /// The document's catalogue.
  var root: [String: PDFObject] { converted(qpdf_get_root(qpdf)).flatMap(dictionary) ?? [:] }

  var trailer: [String: PDFObject] { converted(qpdf_get_trailer(qpdf)).flatMap(dictionary) ?? [:] }

  /// The object itself where a reference is given.
  func resolve(_ object: PDFObject?) -> PDFObject {
    var object = object ?? .null
    for _ in 0..<8 {
      guard case .reference(let id) = object else { return object }
      if let known = kept[id] {
        object = known
      } else {
        let found =
          converted(qpdf_get_object_by_id(qpdf, id.number, id.generation), isTop: true) ?? .null
        kept[id] = found
        object = found
      }
    }
    return .null
  }

  func dictionary(_ object: PDFObject?) -> [String: PDFObject]? {
    switch resolve(object) {
    case .dictionary(let entries): entries
    case .stream(let stream): stream.dictionary
    default: nil
    }
  }

  func array(_ object: PDFObject?) -> [PDFObject]? {
    if case .array(let items) = resolve(object) { return items }
    return nil
  }

  func stream(_ object: PDFObject?) -> PDFStream? {
    if case .stream(let stream) = resolve(object) { return stream }
    return nil
  }

  func number(_ object: PDFObject?) -> Double? { resolve(object).number }
  func integer(_ object: PDFObject?) -> Int? { resolve(object).integer }
  func name(_ object: PDFObject?) -> String? { resolve(object).name }

  /// A text string (7.9.2.2).
  func text(_ object: PDFObject?) -> String? { resolve(object).bytes.map(TextString.decode) }

  func numbers(_ object: PDFObject?) -> [Double] { (array(object) ?? []).compactMap { number($0) } }

  /// A stream's bytes, its filters undone as far as they are not a picture's.
  ///
  /// - Returns: the bytes, cut at the limits, and the picture filter that is left.
  func data(of stream: PDFStream) -> (bytes: [UInt8], filter: String?) {
    let raw = rawBytes(of: stream)
    var filters = array(stream.dictionary["Filter"])?.compactMap { name($0) } ?? []
    if let one = name(stream.dictionary["Filter"]) { filters = [one] }
    let parameters =
      array(stream.dictionary["DecodeParms"]) ?? [stream.dictionary["DecodeParms"] ?? .null]
    let room = min(limits.streamBytes, max(0, limits.totalBytes - decoded))
    let result = StreamFilters.decode(
      raw, filters: filters,
      parameters: parameters.map { (dictionary($0) ?? [:]).compactMapValues { integer($0) } },
      limit: room)
    decoded += result.bytes.count
    return result
  }

  /// The bytes as they stand in the file, decrypted.
  private func rawBytes(of stream: PDFStream) -> [UInt8] {
    let handle = qpdf_get_object_by_id(qpdf, stream.id.number, stream.id.generation)
    defer { qpdf_oh_release(qpdf, handle) }
    var filtered: QPDF_BOOL = 0
    var pointer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let code = qpdf_oh_get_stream_data(qpdf, handle, qpdf_dl_none, &filtered, &pointer, &length)
    defer { free(pointer) }
    guard code & 2 == 0, let pointer else { return [] }
    return Array(UnsafeBufferPointer(start: pointer, count: length))
  }

  // MARK: From qpdf's handles

  private func converted(_ handle: qpdf_oh, isTop: Bool = true, depth: Int = 0) -> PDFObject? {
    defer { qpdf_oh_release(qpdf, handle) }
    guard depth < 40 else { return .null }
    if !isTop {
      let number = qpdf_oh_get_object_id(qpdf, handle)
      if number != 0 {
        return .reference(
          ObjectID(number: number, generation: qpdf_oh_get_generation(qpdf, handle)))
      }
    }
    switch qpdf_oh_get_type_code(qpdf, handle) {
    case ot_boolean: return .bool(qpdf_oh_get_bool_value(qpdf, handle) != 0)
    case ot_integer, ot_real: return .number(qpdf_oh_get_numeric_value(qpdf, handle))
    case ot_name:
      guard let name = qpdf_oh_get_name(qpdf, handle) else { return .null }
      return .name(String(String(cString: name).dropFirst()))
    case ot_string:
      var length = 0
      guard let pointer = qpdf_oh_get_binary_string_value(qpdf, handle, &length) else {
        return .null
      }
      return .string(
        UnsafeBufferPointer(start: pointer, count: length).map { UInt8(bitPattern: $0) })
    case ot_array:
      let count = qpdf_oh_get_array_n_items(qpdf, handle)
      return .array(
        (0..<max(0, count)).map {
          converted(qpdf_oh_get_array_item(qpdf, handle, $0), isTop: false, depth: depth + 1)
            ?? .null
        })
    case ot_dictionary: return .dictionary(entries(of: handle, depth: depth))
    case ot_stream:
      let dictionary = qpdf_oh_get_dict(qpdf, handle)
      defer { qpdf_oh_release(qpdf, dictionary) }
      let id = ObjectID(
        number: qpdf_oh_get_object_id(qpdf, handle),
        generation: qpdf_oh_get_generation(qpdf, handle))
      return .stream(PDFStream(id: id, dictionary: entries(of: dictionary, depth: depth)))
    default: return .null
    }
  }

  private func entries(of handle: qpdf_oh, depth: Int) -> [String: PDFObject] {
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(qpdf, handle)
    while qpdf_oh_dict_more_keys(qpdf) != 0 {
      guard let key = qpdf_oh_dict_next_key(qpdf) else { break }
      keys.append(String(cString: key))
    }
    var entries: [String: PDFObject] = [:]
    for key in keys {
      entries[String(key.dropFirst())] = converted(
        qpdf_oh_get_key(qpdf, handle, key), isTop: false, depth: depth + 1)
    }
    return entries
  }
}
