import Orthography
import Testing

@testable import Conversion

@Suite struct TurnedTokensTests {
  private let words = WordList(["הנמל", "הישן", "נסגר", "ביקוש", "מחירי", "עלו", "שנים", "לאחר"])

  /// What pypdf makes of a line whose words were placed one by one: each with the space before it in
  /// front of what there is of its run.
  private static func put(_ line: String) -> String {
    var (result, run) = ("", "")
    func flush() {
      var (word, turned) = ("", "")
      for letter in run {
        if letter == " " {
          turned = word + turned
          word = " "
        } else {
          word.append(letter)
        }
      }
      // The first word has no space before it and stays behind the others.
      result += word.isEmpty && turned.isEmpty ? "" : word + turned
      run = ""
    }
    for letter in line {
      if letter.isASCII, letter.isLetter || letter.isNumber {
        flush()
        result.append(letter)
      } else {
        run.append(letter)
      }
    }
    flush()
    return result
  }

  private func read(_ line: String) -> String {
    TurnedTokens(lexicon: words).logical(Array(line.unicodeScalars)).text
  }

  @Test func `Words are read back with the signs that touch them`() {
    #expect(Self.put("הנמל, הישן נסגר.") == " נסגר. הישןהנמל,")
    #expect(read(" נסגר. הישןהנמל") == "הנמל הישן נסגר.")
    #expect(read(" נסגר. הישן ביקוש,הנמל") == "הנמל ביקוש, הישן נסגר.")
  }

  @Test(arguments: ["לאחר 30, שנים עלו מחירי הנמל", "הנמל 2005. לאחר שנים נסגר הנמל"])
  func `Signs behind a number come first in its run`(line: String) {
    #expect(read(Self.put(line)) == line)
  }

  @Test func `A heading's number keeps its full stop`() {
    #expect(read("1 הנמל.") == "1. הנמל")
  }

  @Test func `A line with vowel signs was put out as it is read`() {
    #expect(read("ماءٌ في البئر") == "ماءٌ في البئر")
  }

  @Test func `The order is told by the words that touch at the ends of lines`() {
    let lines = [
      "המחירים עלו: הנמל נסגר לאחר שנים", "הביקוש, אם כך, לא ירד עוד", "ובכל זאת. איש לא בא",
    ]
    var (turned, sound) = (TurnedTokens.Evidence(), TurnedTokens.Evidence())
    for line in lines {
      let parts = line.split(separator: " ").map(String.init)
      let pair = parts[1] + parts[0]
      let sign = " " + (parts.dropFirst(2).reversed() + [pair]).joined(separator: " ")
      turned.add(Array(sign.unicodeScalars))
      sound.add(Array(line.unicodeScalars))
    }
    #expect(!sound.isTurned)
    #expect(!turned.isTurned, "two words that touch without a sign tell nothing")
    for line in [" נסגר לאחר, שנים עלו:המחירים", " איש, לא בא, עוד.כך", " ירד, לא, גם, כך,הביקוש"] {
      turned.add(Array(line.unicodeScalars))
    }
    #expect(turned.isTurned)
  }
}
