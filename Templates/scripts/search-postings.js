// What the index has of the words of a family (docs/search-index.md).

/** A weight by its code: exact below 16, then eight steps to the double. */
function weightOf(code) {
  if (code < 16) return code;
  const exponent = (code >> 3) - 1;
  return ((8 + (code & 7)) << exponent) + (((1 << exponent) - 1) >> 1);
}

/** A family: its bases, and its members with their articles, weights and pieces. */
export function familyOf(reader) {
  const counts = [];
  const bases = reader.list((r) => r.compactText());
  const members = reader.list((r) => {
    const member = { word: r.compactText(), bases: [], seconds: [] };
    for (let count = r.varint(); count > 0; count--) {
      const code = r.varint();
      (code & 1 ? member.seconds : member.bases).push(code >>> 1);
    }
    counts.push(r.varint());
    return member;
  });
  const each = (read) => counts.map((count) => Array.from({ length: count }, read));
  const articles = counts.map((count) => {
    let article = 0;
    return Array.from({ length: count }, () => (article += reader.varint()));
  });
  const weights = each(() => weightOf(reader.byte()));
  const pieces = each(() => reader.varint());
  members.forEach((member, place) => {
    Object.assign(
      member, { articles: articles[place], weights: weights[place], pieces: pieces[place] });
  });
  return { bases, members };
}

/** The order of a family's articles in the files of places: [{article, weight, entries}]. */
export function orderOf(members) {
  const found = new Map();
  members.forEach((member, place) => member.articles.forEach((article, entry) => {
    if (!found.has(article)) found.set(article, { article, weight: 0, entries: [] });
    const own = found.get(article);
    own.weight += member.weights[entry];
    own.entries.push({ place, article });
  }));
  return [...found.values()].sort(
    (one, other) => other.weight - one.weight || one.article - other.article);
}
