import Manuscript

/// Why a site could not be published, for the publisher.
public struct PublishFault: Error, Equatable, Sendable {
  public var finding: Finding

  init(_ kind: Finding.Kind, _ place: String, _ facts: [String: String] = [:]) {
    finding = Finding(kind, .error, file: place, facts: facts)
  }

  init(_ fault: FileFault) { finding = .unwritable(fault) }
}
