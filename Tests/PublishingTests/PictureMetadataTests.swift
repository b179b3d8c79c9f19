import Testing

@testable import Publishing

@Suite struct PictureMetadataTests {
  /// A segment of a JPEG.
  private func segment(_ kind: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, kind, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 0xFF)] + content
  }

  private var scan: [UInt8] { segment(0xDA, [1, 2, 3]) + [0x10, 0xFF, 0x00, 0x20, 0xFF, 0xD9] }

  private func exif(_ orientation: UInt8) -> [UInt8] {
    Array("Exif".utf8) + [
      0, 0, 0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 2, 0, 0x0F, 0x01, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0x12,
      1,
      3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0,
    ] + Array("SECRET".utf8)
  }

  @Test func aPhotoKeepsItsSideUpAndItsColoursAlone() {
    let colours = segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1])
    let photo =
      [0xFF, 0xD8] + segment(0xE1, exif(6)) + segment(0xE2, Array("MPF\0".utf8) + [9])
      + segment(0xFE, Array("SECRET".utf8)) + colours + scan
    let clean = PictureMetadata.removed(from: photo)
    #expect(PictureMetadata.orientation(of: photo) == 6)
    #expect(PictureMetadata.orientation(of: clean) == 6)
    #expect(clean.firstRange(of: Array("SECRET".utf8)) == nil)
    #expect(clean.firstRange(of: Array("MPF".utf8)) == nil)
    #expect(clean.firstRange(of: colours) != nil)
    #expect(clean.suffix(scan.count).elementsEqual(scan))
  }

  @Test func aPhotoThatIsUprightSaysNothing() {
    let photo = [0xFF, 0xD8] + segment(0xE1, exif(1)) + scan
    #expect(PictureMetadata.removed(from: photo) == [0xFF, 0xD8] + scan)
  }

  @Test func damagedPicturesAreLeftAsTheyAre() {
    for bytes: [UInt8] in [
      [], [0xFF, 0xD8], [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1], [0xFF, 0xD8, 0xFF],
      [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 1, 1, 1, 1, 1, 1, 1,
        1,
      ],
      Array("RIFF\u{1}\u{1}\u{1}\u{1}WEBPVP8X\u{7F}\u{7F}\u{7F}\u{7F}".utf8),
    ] {
      #expect(PictureMetadata.removed(from: bytes) == bytes)
      #expect(PictureMetadata.orientation(of: bytes) == 1)
    }
  }
}
