/// The arguments of a subcommand, taken apart by what the subcommand says it takes.
struct Arguments {
  /// The arguments that are not options, in order.
  private(set) var operands: [String] = []
  private var values: [String: String] = [:]
  private var flags: Set<String> = []

  /// What is wrong with the arguments, as a sentence for the person who typed them.
  struct Fault: Error {
    var sentence: String
  }

  /// Takes arguments apart; `--name value` and `--name=value` are the same, and after `--` all are
  /// operands.
  ///
  /// - Parameters:
  ///   - options: the options that take a value, without their dashes.
  ///   - flags: those that take none.
  /// - Throws: `Fault` for an option that is not known or that lacks its value.
  init(_ arguments: [String], options: Set<String> = [], flags known: Set<String> = []) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        return
      }
      guard argument.hasPrefix("--") else {
        operands.append(argument)
        continue
      }
      let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1)
      let name = parts.first.map(String.init) ?? ""
      if options.contains(name) {
        if parts.count == 2 {
          values[name] = String(parts[1])
        } else if let value = rest.popFirst() {
          values[name] = value
        } else {
          throw Fault(sentence: "--\(name) wants a value after it.")
        }
      } else if known.contains(name), parts.count == 1 {
        flags.insert(name)
      } else {
        throw Fault(sentence: "There is no option \(argument) here.")
      }
    }
  }

  /// The value of an option, if it was given; the last one counts.
  subscript(option: String) -> String? { values[option] }

  /// Whether a flag was given.
  func has(_ flag: String) -> Bool { flags.contains(flag) }
}
