import Synchronization

/// A lexicon that is loaded when the first word of its script is asked: a paper seldom has words of
/// more than one right-to-left script, and a dictionary takes longer to load than a paper to convert.
public final class LexiconOnDemand: Lexicon {
  private enum State {
    case waiting(@Sendable () -> (any Lexicon)?)
    case loaded((any Lexicon)?)
  }

  private let script: Script
  private let state: Mutex<State>

  /// - Parameters:
  ///   - script: that of the words that the lexicon judges.
  ///   - load: asked once, from any thread; `nil` where the lexicon cannot be loaded, which then
  ///     covers nothing.
  public init(script: Script, load: @escaping @Sendable () -> (any Lexicon)?) {
    self.script = script
    state = Mutex(.waiting(load))
  }

  public func knows(_ word: String) -> Bool? { lexicon(for: word)?.knows(word) }

  public func frequency(of word: String) -> Double? { lexicon(for: word)?.frequency(of: word) }

  private func lexicon(for word: String) -> (any Lexicon)? {
    guard Orthography.script(of: word) == script else { return nil }
    return state.withLock { state in
      switch state {
      case .loaded(let lexicon): return lexicon
      case .waiting(let load):
        let lexicon = load()
        state = .loaded(lexicon)
        return lexicon
      }
    }
  }
}
