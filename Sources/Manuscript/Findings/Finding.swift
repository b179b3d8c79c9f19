/// A fault, or a thing worth knowing, found in an article or in the publication: facts without
/// words. `FindingSentences` puts it into words.
public struct Finding: Equatable, Sendable {
  public var kind: Kind
  public var severity: Severity

  /// The file as the user knows it, relative to where the command was started.
  public var file: String
  public var position: SourcePosition

  /// What the sentence needs: a label, a key, a number. The names are those of the sentence's
  /// placeholders.
  public var facts: [String: String]

  public init(
    _ kind: Kind, _ severity: Severity, file: String, position: SourcePosition = .none,
    facts: [String: String] = [:]
  ) {
    self.kind = kind
    self.severity = severity
    self.file = file
    self.position = position
    self.facts = facts
  }

  /// How much a finding weighs.
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Worth knowing; nothing need be done.
    case notice
    /// A reader may be misled, but the page stands.
    case warning
    /// The page would be broken or words would be missing.
    case error

    public static func < (left: Severity, right: Severity) -> Bool {
      let order: [Severity] = [.notice, .warning, .error]
      return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
  }

  /// What was found; the raw value is the name by which an editor can silence it.
  public enum Kind: String, Sendable, CaseIterable {
    case unreadableFile = "unreadable-file"

    // Conversion.
    case paperEmpty = "paper-empty"
    case paperBinary = "paper-binary"
    case paperEncoding = "paper-encoding"
    case paperBrokenText = "paper-broken-text"
    case paperLegacyEncoding = "paper-legacy-encoding"
    case pdfLocked = "pdf-locked"
    case pdfDamaged = "pdf-damaged"
    case pdfTooLarge = "pdf-too-large"
    case pdfWithoutText = "pdf-without-text"
    case pdfTextLies = "pdf-text-lies"
    case paperDamaged = "paper-damaged"
    case paperTooLarge = "paper-too-large"
    case paperTooSlow = "paper-too-slow"
    case paperStopped = "paper-stopped"
    case paperFormat = "paper-format"
    case paperOfficeAbsent = "paper-office-absent"
    case paperOfficeFailed = "paper-office-failed"
    case paperScanAbsent = "paper-scan-absent"
    case paperScanFailed = "paper-scan-failed"
    case articleEdited = "article-edited"
    case articleOfOtherPaper = "article-of-other-paper"

    // Import from other systems.
    case importFormat = "import-format"
    case importEmpty = "import-empty"
    case importEdited = "import-edited"
    case importFileAbsent = "import-file-absent"
    case importShortcode = "import-shortcode"

    case citationWithoutEntry = "citation-without-entry"
    case citationAmbiguous = "citation-ambiguous"
    case entryNeverCited = "entry-never-cited"
    case ibidAfterMissingNote = "ibid-after-missing-note"
    case ibidAfterSeveralWorks = "ibid-after-several-works"
    case ibidWithoutWork = "ibid-without-work"

    // Templates.
    case templateUnclosedTag = "template-unclosed-tag"
    case templateUnclosedSection = "template-unclosed-section"
    case templateStrayEnd = "template-stray-end"
    case templateWrongEnd = "template-wrong-end"
    case templateBadName = "template-bad-name"
    case templateBadDelimiters = "template-bad-delimiters"
    case templateMissing = "template-missing"
    case templateTooDeep = "template-too-deep"
    case templateNotUTF8 = "template-not-utf-8"
    case templateTooLarge = "template-too-large"
    case templateUnknownKey = "template-unknown-key"

    // The publication.
    case unsafeAddress = "unsafe-address"
    case wrongLanguageTag = "wrong-language-tag"
    case sameAddress = "same-address"
    case wrongSlug = "wrong-slug"
    case wrongAlias = "wrong-alias"
    case unknownArticle = "unknown-article"
    case unknownPage = "unknown-page"
    case missingFile = "missing-file"
    case refusedFile = "refused-file"
    case activePicture = "active-picture"
    case foreignOutput = "foreign-output"
    case outputInArticles = "output-in-articles"
    case unwritableFile = "unwritable-file"
    case programFailed = "program-failed"
    case damagedSegment = "damaged-segment"
    case missingArticles = "missing-articles"
    case missingTemplates = "missing-templates"
    case missingFont = "missing-font"
    /// The settings do not say at which address the site stands.
    case missingURL = "missing-url"
    case wrongColour = "wrong-colour"
    case takenStatic = "taken-static"
    case strayOutput = "stray-output"
    case awaitedDate = "awaited-date"
    case goneAddress = "gone-address"
    /// News have no date.
    case undatedNews = "undated-news"
    case pictureFormat = "picture-format"
    case pictureTooLarge = "picture-too-large"
    case pictureUncut = "picture-uncut"
    case looksLikeArticle = "looks-like-article"
    case unknownVolume = "unknown-volume"

    // Publishing.
    case missingTarget = "missing-target"
    case unknownTarget = "unknown-target"
    case wrongTarget = "wrong-target"
    /// A place under `publish` that has no name.
    case unnamedTarget = "unnamed-target"
    case foreignTarget = "foreign-target"
    case missingProgram = "missing-program"
    case failedTransfer = "failed-transfer"
    case nothingKept = "nothing-kept"
    /// What is kept of a target was published to another place.
    case keptElsewhere = "kept-elsewhere"

    // Front matter.
    case missingFrontMatter = "missing-front-matter"
    case unclosedFrontMatter = "unclosed-front-matter"
    case yamlSyntax = "yaml-syntax"
    case yamlQuote = "yaml-quote"
    case yamlAlias = "yaml-alias"
    case yamlKey = "yaml-key"
    case controlCharacter = "control-character"
    case duplicateKey = "duplicate-key"
    case unknownKey = "unknown-key"
    case misspelledKey = "misspelled-key"
    case missingKey = "missing-key"
    case missingTitle = "missing-title"
    case missingLanguage = "missing-language"
    case missingName = "missing-name"
    case wrongType = "wrong-type"
    case wrongDate = "wrong-date"
    case unknownValue = "unknown-value"
    /// A text that Daf wrote for an editor to write over.
    case sampleText = "sample-text"

    // The body.
    case invalidText = "invalid-text"
    case unclosedComment = "unclosed-comment"
    case idleComment = "idle-comment"
    case rawHTML = "raw-html"
    case nestedTooDeep = "nested-too-deep"
    case hiddenMark = "hidden-mark"
    case tableTooWide = "table-too-wide"
    case referenceTooLong = "reference-too-long"
    case tooManyPictures = "too-many-pictures"
    case tooManyMarks = "too-many-marks"
    case tableRowTooLong = "table-row-too-long"

    case misspelledComment = "misspelled-comment"
    case headingWithoutSpace = "heading-without-space"
    case foreignBullet = "foreign-bullet"
    case pictureWithSpaces = "picture-with-spaces"
    case tabInText = "tab-in-text"
    case superscriptNote = "superscript-note"
    case tableWithoutRule = "table-without-rule"
    case letteredLines = "lettered-lines"
    case linesRunTogether = "lines-run-together"
    case indentedText = "indented-text"
    case strayEmphasis = "stray-emphasis"
    case refusedLink = "refused-link"
    case unclosedBox = "unclosed-box"
    case strayBoxEnd = "stray-box-end"
    case unknownReference = "unknown-reference"

    // Checks before publishing.
    case unknownLanguage = "unknown-language"
    case unknownCheck = "unknown-check"
    case wrongIdentifier = "wrong-identifier"
    case missingAuthor = "missing-author"
    case missingDate = "missing-date"
    case futureDate = "future-date"
    case emptyBody = "empty-body"
    case otherLanguage = "other-language"
    case damagedPicture = "damaged-picture"
    case noteOutOfOrder = "note-out-of-order"
    case noteSkipped = "note-skipped"
    case spaceBeforeNote = "space-before-note"
    case headingLevelOne = "heading-level-one"
    case headingSkipsLevel = "heading-skips-level"
    case headingEmpty = "heading-empty"
    case pageOutOfOrder = "page-out-of-order"
    case pageSkipped = "page-skipped"
    case pageOutside = "page-outside"
    case pictureAwaited = "picture-awaited"
    case pictureWithoutText = "picture-without-text"
    case linkWithoutAddress = "link-without-address"
    case linkWithoutText = "link-without-text"
    case deadLink = "dead-link"
    case openDoubt = "open-doubt"
    case presentationForm = "presentation-form"
    case strayMark = "stray-mark"
    case mirroredBrackets = "mirrored-brackets"
    case unbalancedBracket = "unbalanced-bracket"
    case turnedWord = "turned-word"
    case finalLetterInside = "final-letter-inside"
    case punctuationFirst = "punctuation-first"
    case mixedDigits = "mixed-digits"
    case mixedQuotationMarks = "mixed-quotation-marks"
    case doubtfulWord = "doubtful-word"

    // Notes.
    case noteWithoutText = "note-without-text"
    case noteWithoutMark = "note-without-mark"
    case noteTwice = "note-twice"
    case noteInNote = "note-in-note"
    case noteInLink = "note-in-link"
    case missingNote = "missing-note"
  }
}
