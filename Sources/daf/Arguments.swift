import Manuscript

/// The arguments of a subcommand, taken apart by what the subcommand says it takes.
struct Arguments {
  /// The arguments that are not options, in order.
  private(set) var operands: [String] = []
  private var values: [String: String] = [:]
  private var flags: Set<String> = []

  /// What is wrong with the arguments, told to the person who typed them.
  struct Fault: Error {
    private let wording: Wording
    private let facts: [String: String]

    init(_ wording: Wording, _ facts: [String: String] = [:]) {
      self.wording = wording
      self.facts = facts
    }

    /// The sentence in the terminal's language.
    var sentence: String { wording(Console.language, facts) }
  }

  /// Takes arguments apart; `--name value` and `--name=value` are the same, and after `--` all are
  /// operands.
  ///
  /// - Throws: `Fault` for an option that the subcommand does not have or that lacks its value.
  init(_ arguments: [String], of subcommand: Subcommand) throws {
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
      let option = (subcommand.options + CommandTable.common).first { $0.name == name }
      guard let option, option.value != nil || parts.count == 1 else {
        throw Fault(
          ArgumentWordings.noOption, ["value": argument, "command": subcommand.name])
      }
      if option.value == nil {
        flags.insert(name)
      } else if parts.count == 2 {
        values[name] = String(parts[1])
      } else if let value = rest.popFirst() {
        values[name] = value
      } else {
        throw Fault(ArgumentWordings.wantsValue, ["option": name])
      }
    }
  }

  /// The value of an option, if it was given; the last one counts.
  subscript(option: String) -> String? { values[option] }

  /// Whether a flag was given.
  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// The number that an option gives; `nil` without the option.
  func number(_ option: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let text = values[option] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw Fault(
        ArgumentWordings.wantsNumber,
        [
          "option": "--\(option)", "first": "\(range.lowerBound)", "last": "\(range.upperBound)",
          "value": text,
        ])
    }
    return number
  }

  /// The word that an option gives, one of some; `nil` without the option.
  func word(_ option: String, among words: [String]) throws -> String? {
    guard let text = values[option] else { return nil }
    guard words.contains(text) else {
      throw Fault(
        ArgumentWordings.wantsOneOf,
        ["option": "--\(option)", "words": words.joined(separator: ", "), "value": text])
    }
    return text
  }
}
