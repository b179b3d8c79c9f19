import Testing

@testable import Publishing

@Suite struct PictureSoundnessTests {
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    + [0, 0, 0, 2] + Array("IDAT".utf8) + [1, 2, 0, 0, 0, 0]
    + [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
  private static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE1, 0, 6, 0xFF, 0xD9, 0, 0] + [0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9]
  private static let gif: [UInt8] = Array("GIF89a".utf8) + [1, 2, 3, 0x3B]
  private static let webp: [UInt8] = Array("RIFF".utf8) + [6, 0, 0, 0] + Array("WEBPxy".utf8)

  @Test(arguments: [("png", png), ("jpg", jpeg), ("gif", gif), ("webp", webp)])
  func aPictureIsWholeToItsLastByte(kind: String, bytes: [UInt8]) {
    #expect(PictureSoundness.isWhole(bytes, kind))
    for count in 0..<bytes.count {
      #expect(!PictureSoundness.isWhole(Array(bytes.prefix(count)), kind), "\(kind) \(count)")
    }
  }

  @Test func whatProgramsLeaveBehindThePictureIsNoFault() {
    #expect(PictureSoundness.isWhole(Self.png + [0, 0], "png"))
    #expect(PictureSoundness.isWhole(Self.gif + [0], "gif"))
    #expect(PictureSoundness.isWhole([1, 2], "svg"))
  }
}
