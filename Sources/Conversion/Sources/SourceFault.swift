import Markup

/// Why a paper's file is not read.
public enum SourceFault: Error, Equatable, Sendable {
  /// There is not one letter or digit in it.
  case empty
  /// Its bytes are not those of a text.
  case binary
  /// They are a text's, in an encoding that is not known.
  case unknownEncoding
  /// They are a text's, but its letters are not those that its pages show.
  case brokenText
  /// A part of the file is damaged; its name, and the line where it is known.
  case damaged(String)
  /// It is too large or unpacks to too much.
  case tooLarge
  /// A PDF of which no article is made.
  case pdf(PDFConverter.Fault)
  /// No paper is read from files of this format.
  case unreadable(PaperFormat)

  init(_ fault: TextReader.Fault) {
    switch fault {
    case .empty: self = .empty
    case .binary: self = .binary
    case .unknownEncoding: self = .unknownEncoding
    case .brokenText: self = .brokenText
    }
  }

  init(_ fault: ZipArchive.Fault) {
    switch fault {
    case .malformed: self = .damaged("zip")
    case .damaged(let name), .unsupported(let name): self = .damaged(name)
    case .tooLarge: self = .tooLarge
    }
  }

  init(_ fault: MarkupReader.Fault, part: String) {
    switch fault {
    case .malformed(let line): self = .damaged("\(part):\(line)")
    case .tooLarge: self = .tooLarge
    }
  }
}
