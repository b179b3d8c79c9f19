/// A key of front matter with the ways in which its value comes from a file and goes into one.
struct Field<Record>: Sendable {
  let key: FieldKey
  /// Takes a value; the path names it in findings and in the notation.
  let read:
    @Sendable (
      _ node: YAMLNode, _ path: String, _ reader: inout FrontMatterReader, _ record: inout Record
    ) -> Void
  /// Writes the key with its value; nothing where there is none.
  let write:
    @Sendable (
      _ record: Record, _ path: String, _ indent: Int, _ writer: inout FrontMatterWriter
    ) -> Void
}

/// The keys of a mapping, in the order in which they are written.
struct Fields<Record>: Sendable {
  let all: [Field<Record>]
  let names: [String]
  private let places: [String: Int]

  init(_ all: [Field<Record>]) {
    self.all = all
    names = all.map(\.key.name)
    places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }

  var keys: [FieldKey] { all.map(\.key) }

  subscript(_ name: String) -> Field<Record>? { places[name].map { all[$0] } }
}

typealias FieldPath<Record, Value> = WritableKeyPath<Record, Value> & Sendable

extension Field {
  /// A text that may be missing.
  static func text(
    _ key: FieldKey, _ path: any FieldPath<Record, String?>, quoted: Bool = false
  ) -> Field {
    Field(key: key) { node, name, reader, record in
      record[keyPath: path] = reader.text(node, name)
    } write: { record, name, indent, writer in
      writer.scalar(key.name, record[keyPath: path], path: name, indent: indent, quoting: quoted)
    }
  }

  /// A text that a whole record has; an empty one is written only where it is asked for.
  static func text(
    required key: FieldKey, _ path: any FieldPath<Record, String>, writesEmpty: Bool = false
  ) -> Field {
    Field(key: key) { node, name, reader, record in
      record[keyPath: path] = reader.text(node, name) ?? ""
    } write: { record, name, indent, writer in
      let text = record[keyPath: path]
      if writesEmpty || !text.isEmpty {
        writer.scalar(key.name, text, path: name, indent: indent)
      }
    }
  }

  /// - Parameter takesSingle: whether a value that stands alone is as good as a list of one.
  static func texts(
    _ key: FieldKey, _ path: any FieldPath<Record, [String]>, takesSingle: Bool = true
  ) -> Field {
    Field(key: key) { node, name, reader, record in
      record[keyPath: path] = reader.texts(node, name, takesSingle: takesSingle)
    } write: { record, name, indent, writer in
      writer.list(key.name, record[keyPath: path], path: name, indent: indent)
    }
  }

  static func date(_ key: FieldKey, _ path: any FieldPath<Record, PartialDate?>) -> Field {
    Field(key: key) { node, name, reader, record in
      record[keyPath: path] = reader.date(node, name)
    } write: { record, name, indent, writer in
      writer.scalar(
        key.name, record[keyPath: path]?.iso8601, path: name, indent: indent, quoting: true)
    }
  }

  static func authors(
    _ key: FieldKey, _ path: any FieldPath<Record, [FrontMatter.Author]>
  ) -> Field {
    Field(key: key) { node, name, reader, record in
      record[keyPath: path] = reader.authors(node, name)
    } write: { record, name, indent, writer in
      writer.authors(record[keyPath: path], path: name, indent: indent)
    }
  }
}
