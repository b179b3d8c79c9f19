/// What speaks for a paper's notes following a plan, as named features.
struct NoteFeatures {
  private(set) var values: [(name: String, value: Double)] = []
  /// Whether the plan can be at all: enough labels, most of them with marks where marks must be.
  private(set) var isPossible = false

  init(
    _ chain: NoteChain, _ parts: NoteParts, _ evidence: NoteEvidence, _ plan: NotePlan,
    total: Double
  ) {
    let links = chain.links
    let count = Double(links.count)
    let first = links[0].label.line
    let marked = links.count { link in
      let page = evidence.pages[link.label.line]
      let zone = links.first { evidence.pages[$0.label.line] == page }?.label.line ?? first
      let start = plan.counting == .anew ? evidence.start(ofPage: page) : 0
      return evidence.marks.stands(
        link.label.number, before: plan.place == .end ? first : zone, from: start)
        || plan.place != .end
          && evidence.marks.stands(link.label.number, before: link.label.line, from: start)
    }
    let onPage = links.count { link in
      evidence.marks.stands(
        link.label.number, before: link.label.line,
        from: evidence.start(ofPage: evidence.pages[link.label.line]))
    }
    let lengths = parts.notes.map { note in Double(note.lines.reduce(0) { $0 + $1.width }) }
    let share = lengths.reduce(0, +) / total
    let longest = (lengths.max() ?? 0) / total
    let styles = Dictionary(grouping: links, by: \.label.style).values.map(\.count).max() ?? 0
    let gaps = zip(links, links.dropFirst()).reduce(0) { sum, pair in
      let step = pair.1.number - pair.0.number - 1
      return sum + min(3, max(0, step))
    }
    let headings = links.count { evidence.headingLines.contains($0.label.line) }
    let lists = links.count { evidence.listLines.contains($0.label.line) }
    let hasHeading = evidence.heading.map { $0 == first - 1 } ?? false
    let breaks =
      plan.place == .end
      ? 0
      : links.count { link in
        let next = links.first { $0.label.line > link.label.line }?.label.line
        return link.end != next && link.end != evidence.ends[evidence.pages[link.label.line]]
      }
    values = [
      ("bias", 1), ("chain", min(chain.score, 12)), ("score-by-label", chain.score / count),
      ("marked", Double(marked) / count),
      (plan.place == .end ? "on-page-end" : "on-page-foot", Double(onPage) / count),
      ("few", links.count < 3 ? 1 : 0), ("share", max(0, share - 0.3)),
      ("longest", max(0, longest - 0.08)), ("style", Double(styles) / count),
      ("gaps", Double(gaps) / count), ("headings", Double(headings) / count),
      ("lists", Double(lists) / count), ("breaks", Double(breaks) / count),
      ("plan-\(plan.name)", 1),
    ]
    if plan.place == .end { values.append((hasHeading ? "below-heading" : "without-heading", 1)) }
    // A mark in the front leads to thanks or an affiliation.
    let isAbsurd = share > 0.75 || longest > 0.35 && lengths.max() ?? 0 > 600
    let signsAlone = plan.labels == .signs && links.count == 1 && marked == 1 && first > 12
    // Where no page is known the notes stand after the text, so all marks stand above the first one.
    let above = links.count { evidence.marks.stands($0.label.number, before: first) }
    let isBelow = evidence.ends.count > 1 || above * 5 >= links.count * 4
    // Two are enough where they end the paper and each has a mark above.
    let endsPaper =
      plan.place == .end && above == links.count && links[0].label.number == plan.first
      && links.last?.end == evidence.lines.count
    let isFew = links.count < (evidence.ends.count > 1 || endsPaper ? 2 : 3)
    // A dash behind a number begins an item of a list, and so does a number below a colon, unless a
    // heading of notes says otherwise.
    let areItems =
      evidence.ends.count == 1 && evidence.heading == nil
      && (links.contains { $0.label.style == .dash } || lists * 2 > links.count)
    // The marks of notes at a page's foot are on that page, as far as there are marks.
    let isOnPage = plan.place == .end || onPage * 3 >= marked
    isPossible =
      (!isFew || signsAlone) && isBelow && !areItems && marked * 5 >= links.count * 3 && isOnPage
      && !isAbsurd
  }

  /// Each feature with what it adds to the log-odds.
  var weighed: [Evidence] {
    values.compactMap { feature in
      guard feature.value != 0, let weight = Calibration.notePlans[feature.name] else { return nil }
      return Evidence(feature.name, weight * feature.value)
    }
  }
}
