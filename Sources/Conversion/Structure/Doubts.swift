/// Marks passages whose text shows that something is amiss, though no rule was unsure.
enum Doubts {
  static func note(_ passages: inout [Passage]) {
    for index in passages.indices {
      let text = Marker.removed(from: passages[index].text)
      if TurnedBrackets.unpaired(text) > 0 { passages[index].doubts.append(.unpairedBrackets) }
      var found: [Doubt] = []
      for doubt in passages[index].doubts where !found.contains(doubt) { found.append(doubt) }
      passages[index].doubts = found
    }
  }
}
