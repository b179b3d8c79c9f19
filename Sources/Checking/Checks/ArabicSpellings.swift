/// Arabic words as dictionaries write them, where a text leaves out hamza on an alif, or the dots of
/// a letter at the end: الاسلحة for الأسلحة, مدرسه for مدرسة, علي for على.
enum ArabicSpellings {
  /// The other spellings of a word, by one alif and one last letter each; none for words of other
  /// scripts.
  static func others(of word: String) -> [String] {
    let letters = Array(word.unicodeScalars)
    guard letters.contains(where: { (0x0621...0x064A).contains($0.value) }) else { return [] }
    var forms = [letters]
    let ends: [Unicode.Scalar: Unicode.Scalar] = ["ه": "ة", "ي": "ى", "ى": "ي"]
    if let last = letters.last, let other = ends[last] {
      forms.append(letters.dropLast() + [other])
    }
    let plain = forms
    for form in plain {
      for index in form.indices where form[index] == "ا" {
        for seat: Unicode.Scalar in ["أ", "إ", "آ"] {
          var changed = form
          changed[index] = seat
          forms.append(changed)
        }
      }
    }
    return forms.dropFirst().map { String(String.UnicodeScalarView($0)) }
  }
}
