import Foundation
import Glibc
import Testing

@testable import Preview

/// Each test makes its changes, and then asks what has changed.
@Suite(.serialized) struct WatcherTests {
  private let folder: Playground
  /// No descriptor: nothing can ever be read from it.
  private let never: Int32 = -1

  init() throws {
    folder = try Playground()
    try folder.write("Articles/one/article.md", "one")
    try folder.write("Articles/two/article.md", "two")
    try folder.write("publication.yaml", "name: Leaves")
  }

  private func watcher(useInotify: Bool = true) -> Watcher {
    Watcher(roots: [folder("Articles"), folder("publication.yaml")], useInotify: useInotify)
  }

  private func next(_ watcher: Watcher) -> Set<String>? {
    guard case .files(let files) = watcher.next(milliseconds: 3_000, stop: never) else {
      return nil
    }
    return Set(files.map { String($0.dropFirst(folder.path.utf8.count + 1)) })
  }

  private func isQuiet(_ watcher: Watcher) -> Bool {
    watcher.next(milliseconds: 150, stop: never) == .nothing
  }

  @Test(arguments: [true, false]) func hearsOfASave(useInotify: Bool) throws {
    let watcher = watcher(useInotify: useInotify)
    #expect(watcher.isPolling != useInotify)
    try folder.write("Articles/one/article.md", "one, changed")
    #expect(next(watcher) == ["Articles/one/article.md"])
    try folder.write("publication.yaml", "name: More leaves")
    #expect(next(watcher) == ["publication.yaml"])
  }

  @Test func isQuietWhileNothingChanges() throws {
    let watcher = watcher()
    _ = try Data(contentsOf: URL(fileURLWithPath: folder("Articles/one/article.md")))
    try folder.write("notes.txt", "beside the publication")
    try folder.write("Articles/one/.article.md.swp", "an editor's own")
    try folder.write("Articles/one/article.md~", "an editor's own")
    #expect(isQuiet(watcher))
  }

  @Test func takesAHundredFilesAsOneChange() throws {
    let watcher = watcher()
    for number in 0..<100 { try folder.write("Articles/n\(number)/article.md", "\(number)") }
    #expect(next(watcher)?.count == 100)
    #expect(isQuiet(watcher))
  }

  @Test func hearsOfAFileMadeRightAfterItsFolderAndOfItsNextSave() throws {
    let watcher = watcher()
    try folder.write("Articles/three/pictures/deep/map.svg", "<svg/>")
    #expect(next(watcher) == ["Articles/three/pictures/deep/map.svg"])
    try folder.write("Articles/three/pictures/deep/map.svg", "<svg></svg>")
    #expect(next(watcher) == ["Articles/three/pictures/deep/map.svg"])
  }

  @Test func followsAFolderThatIsRenamed() throws {
    let watcher = watcher()
    try folder.move("Articles/one", to: "Articles/uno")
    #expect(next(watcher) == ["Articles/one/article.md", "Articles/uno/article.md"])
    try folder.write("Articles/uno/article.md", "one, changed")
    #expect(next(watcher) == ["Articles/uno/article.md"])
  }

  @Test func hearsOfASaveByRenaming() throws {
    let watcher = watcher()
    try folder.write("Articles/one/.new", "one, changed")
    _ = rename(folder("Articles/one/.new"), folder("Articles/one/article.md"))
    #expect(next(watcher) == ["Articles/one/article.md"])
  }

  @Test func takesAFileThatGoesAndComesAgainAsOneChange() throws {
    let watcher = watcher()
    try folder.remove("Articles/one/article.md")
    let path = folder("Articles/one/article.md")
    let writer = Thread {
      usleep(30_000)
      try? Data("one, changed".utf8).write(to: URL(fileURLWithPath: path))
    }
    writer.start()
    #expect(next(watcher) == ["Articles/one/article.md"])
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(isQuiet(watcher))
  }

  @Test func livesOnWhenARootVanishesAndComesAgain() throws {
    let watcher = watcher()
    try folder.remove("Articles")
    #expect(next(watcher) == ["Articles/one/article.md", "Articles/two/article.md"])
    try folder.write("Articles/one/article.md", "one again")
    #expect(next(watcher) == ["Articles/one/article.md"])
    try folder.write("Articles/one/article.md", "one, changed")
    #expect(next(watcher) == ["Articles/one/article.md"])
  }

  @Test func livesOnWhenTheWholePublicationVanishesAndComesAgain() throws {
    let watcher = watcher()
    let aside = folder.path + "-aside"
    _ = rename(folder.path, aside)
    #expect(next(watcher)?.count == 3)
    _ = rename(aside, folder.path)
    #expect(next(watcher)?.count == 3)
    try folder.write("Articles/one/article.md", "one, changed")
    #expect(next(watcher) == ["Articles/one/article.md"])
  }

  @Test func showsAFileThatIsHalfWrittenAndThenWhole() throws {
    let watcher = watcher()
    let file = open(folder("Articles/one/article.md"), O_WRONLY | O_TRUNC)
    write(file, "half", 4)
    try folder.write("Articles/two/article.md", "two, changed")
    #expect(next(watcher)?.contains("Articles/two/article.md") == true)
    write(file, " whole", 6)
    close(file)
    #expect(next(watcher) == ["Articles/one/article.md"])
  }

  @Test func endsWhenItIsTold() {
    let stop = open("/dev/null", O_RDONLY)
    #expect(watcher().next(milliseconds: 3_000, stop: stop) == .stopped)
    close(stop)
  }
}
