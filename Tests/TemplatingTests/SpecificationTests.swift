import Foundation
import Testing

@testable import Templating

/// The official Mustache specification, where it lies beside the repository (`../shared`).
@Suite struct SpecificationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var template: String
    var data: TemplateValue
    var partials: [String: String]
    var expected: String
  }

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/mustache-spec")

  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  /// Dynamic names are an optional part that Daf does not have.
  static let parts = [
    "comments", "delimiters", "inheritance", "interpolation", "inverted", "partials", "sections",
  ]

  static func cases() -> [Case] {
    guard isThere else { return [] }
    var cases: [Case] = []
    for part in parts {
      guard let data = try? Data(contentsOf: folder.appending(path: part + ".json")),
        let file = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
        let tests = file["tests"] as? [[String: Any]]
      else {
        Issue.record("\(part).json cannot be read")
        continue
      }
      for test in tests {
        cases.append(
          Case(
            testDescription: "\(part): \(test["name"] ?? "")",
            template: test["template"] as? String ?? "",
            data: value(test["data"]),
            partials: test["partials"] as? [String: String] ?? [:],
            expected: test["expected"] as? String ?? ""))
      }
    }
    return cases
  }

  static func value(_ json: Any?) -> TemplateValue {
    switch json {
    case let text as String: .text(text)
    case let number as NSNumber where CFBooleanTypeID(number): .flag(number.boolValue)
    case let number as NSNumber:
      number.doubleValue == Double(number.intValue)
        ? .number(number.intValue) : .text("\(number.doubleValue)")
    case let list as [Any]: .list(list.map { value($0) })
    case let object as [String: Any]: .object(object.mapValues { value($0) })
    default: .none
    }
  }

  private static func CFBooleanTypeID(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
  }

  @Test(.enabled(if: isThere, "../shared/mustache-spec is not there"), arguments: cases())
  func rendersAsSpecified(test: Case) throws {
    var sources = test.partials.mapValues { Array($0.utf8) }
    sources["the test's own"] = Array(test.template.utf8)
    let set = TemplateSet(sources: sources, textPolicy: .rawAsAsked)
    #expect(set.faults.allSatisfy { $0.kind == .missingTemplate })
    let page = try set.render("the test's own", with: test.data).bytes
    #expect(String(decoding: page, as: UTF8.self) == test.expected)
  }
}
