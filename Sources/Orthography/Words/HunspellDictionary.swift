import CHunspell
import Synchronization

/// A Hunspell dictionary that is installed on the machine, loaded as data at run time.
///
/// Hunspell's handles are not safe to share between threads, so one lock guards the handle; what
/// was asked once is remembered.
public final class HunspellDictionary: Lexicon {
  private let script: Script
  private let state: Mutex<State>

  private struct State: ~Copyable {
    let handle: OpaquePointer
    var asked: [String: Bool] = [:]

    init(handle: OpaquePointer) { self.handle = handle }

    deinit { Hunspell_destroy(handle) }
  }

  /// Loads a dictionary.
  ///
  /// - Parameters:
  ///   - script: the script of its language; words of other scripts it does not judge.
  ///   - affixes: the path of its `.aff` file.
  ///   - words: the path of its `.dic` file.
  /// - Returns: `nil` if the dictionary cannot be read or is not in UTF-8.
  public init?(script: Script, affixes: String, words: String) {
    guard let handle = Hunspell_create(affixes, words) else { return nil }
    guard let encoding = Hunspell_get_dic_encoding(handle), String(cString: encoding) == "UTF-8"
    else {
      Hunspell_destroy(handle)
      return nil
    }
    self.script = script
    state = Mutex(State(handle: handle))
  }

  public func knows(_ word: String) -> Bool? {
    let spelled = spelling(word)
    guard Orthography.script(of: spelled) == script else { return nil }
    return state.withLock { state in
      if let known = state.asked[spelled] { return known }
      let known = Hunspell_spell(state.handle, spelled) != 0
      state.asked[spelled] = known
      return known
    }
  }
}
