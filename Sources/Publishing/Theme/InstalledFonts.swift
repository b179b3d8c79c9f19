/// The fonts of the machine that builds the site, as fontconfig's `fc-list` knows them.
struct InstalledFonts: Sendable {
  /// By family and style the files.
  private var files: [Key: String] = [:]
  /// Why `fc-list`, which is installed, did not answer.
  private(set) var failure: String?

  private struct Key: Hashable {
    let family: String
    let isBold: Bool
    let isItalic: Bool
  }

  /// Asks for some families; nothing is found where `fc-list` is not installed.
  init(families: Set<String>) {
    guard !families.isEmpty else { return }
    let output: [UInt8]
    switch Program.output(
      named: "fc-list",
      ["--format", "%{weight}\t%{slant}\t%{width}\t%{file}\t%{family}\n"], limit: 20)
    {
    case .made(let bytes): output = bytes
    case .missing: return
    case .failed(let reason):
      failure = reason
      return
    }
    for line in output.split(separator: 0x0A).map({ String(decoding: $0, as: UTF8.self) }).sorted()
    {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      // A variable font has a range of weights; a condensed one a width other than 100.
      guard fields.count == 5, let weight = Int(fields[0]), let slant = Int(fields[1]),
        fields[2] == "100" || fields[2].isEmpty
      else { continue }
      // fontconfig's weights: 80 is regular, 100 medium, 200 bold.
      guard (75...105).contains(weight) || weight == 200 else { continue }
      for name in fields[4].split(separator: ",").map(String.init) where families.contains(name) {
        let key = Key(family: name, isBold: weight == 200, isItalic: slant > 0)
        if files[key] == nil { files[key] = String(fields[3]) }
      }
    }
  }

  /// The file of a face; `nil` where it is not installed.
  func file(of face: FontFace) -> String? {
    files[Key(family: face.family, isBold: face.isBold, isItalic: face.isItalic)]
  }
}
