import Exporting
import Templating

extension Licence {
  static func value(_ licence: String?) -> TemplateValue {
    guard let licence else { return .none }
    let (name, address) = parts(licence)
    return .object(["name": .text(name), "url": .text(orNone: address)])
  }
}
