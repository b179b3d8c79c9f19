import Manuscript

/// One of the things that the command does, with all that help, completions, the manual and the
/// reference say of it: whatever is taken from the command line stands in this table and nowhere
/// else.
struct Subcommand: Sendable {
  var name: String
  /// What it takes beside its options, as the line of use shows it: `[FOLDER]`.
  var operands: String
  /// Further lines of use, without `daf` and the name.
  var furtherUses: [String] = []
  /// One line for the list of subcommands.
  var summary: Wording
  /// What it does; paragraphs are parted by an empty line.
  var description: Wording
  var options: [Option] = []
  /// What is said below the options.
  var closing: Wording?
  /// Takes the arguments and gives the exit status.
  var run: @Sendable (Arguments) throws -> Int32

  /// Something that begins with two dashes.
  struct Option: Sendable {
    var name: String
    /// What stands behind it; `nil` for one that takes nothing.
    var value: Value?
    var meaning: Wording

    init(_ name: String, _ value: Value? = nil, en: String, he: String, ar: String) {
      self.name = name
      self.value = value
      meaning = Wording(en: en, he: he, ar: ar)
    }

    /// As it is typed: `--output FOLDER`.
    var usage: String { "--" + name + (value.map { " \($0.placeholder)" } ?? "") }
  }

  /// What an option takes.
  enum Value: Sendable, Equatable {
    case file
    case folder
    case number
    /// One of some words.
    case word([String])
    /// Anything else, by the word that stands for it.
    case text(String)

    var placeholder: String {
      switch self {
      case .file: "FILE"
      case .folder: "FOLDER"
      case .number: "NUMBER"
      case .word(let words): words.joined(separator: "|")
      case .text(let name): name
      }
    }
  }
}
