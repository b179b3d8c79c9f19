import Exporting
import Manuscript

/// Keys as a JSON Schema (draft 2020-12), by which editors' programs complete and check YAML.
public enum FieldSchema {
  /// The schema of an article's front matter.
  public static var frontMatter: [UInt8] { bytes(FrontMatter.keys, required: ["title"]) }

  /// The schema of `publication.yaml`.
  public static var settings: [UInt8] { bytes(Publication.keys, required: []) }

  /// The schema of `Articles/volumes/NUMBER.yaml`.
  public static var volume: [UInt8] { bytes(VolumeNote.keys, required: []) }

  private static func bytes(_ keys: [FieldKey], required: [String]) -> [UInt8] {
    var members: [(String, JSON?)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema"))
    ]
    members += object(keys)
    if !required.isEmpty { members.append(("required", .array(required.map { .string($0) }))) }
    return JSON.object(members).bytes + [0x0A]
  }

  private static func object(_ keys: [FieldKey]) -> [(String, JSON?)] {
    let properties = keys.map { key -> (String, JSON?) in
      (key.name, .object(members(key.form) + [("description", .string(key.meaning(in: "en")))]))
    }
    return [
      ("type", .string("object")), ("properties", .object(properties)),
      ("additionalProperties", .flag(false)),
    ]
  }

  private static func members(_ form: FieldKey.Form) -> [(String, JSON?)] {
    switch form {
    // A text that looks like a number need not be quoted.
    case .text: [("type", .array([.string("string"), .string("number")]))]
    case .language: [("type", .string("string"))]
    case .date: [("type", .array([.string("string"), .string("integer")]))]
    case .number: [("type", .string("integer"))]
    case .flag: [("type", .string("boolean"))]
    case .word(let words): [("enum", .array(words.map { .string($0) }))]
    // A value that stands alone is a list of one.
    case .list(let form):
      [
        (
          "anyOf",
          .array([
            .object([("type", .string("array")), ("items", .object(members(form)))]),
            .object(members(form)),
          ])
        )
      ]
    case .mapping(let keys): object(keys)
    case .byLanguage(let form), .byName(let form):
      [("type", .string("object")), ("additionalProperties", .object(members(form)))]
    case .either(let forms): [("anyOf", .array(forms.map { .object(members($0)) }))]
    }
  }
}
