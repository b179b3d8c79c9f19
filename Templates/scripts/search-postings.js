// What the index has of the words of a family (docs/search-index.md).

/** A weight by its code: exact below 16, then eight steps to the double. */
function weightOf(code) {
  if (code < 16) return code;
  const exponent = (code >> 3) - 1;
  return ((8 + (code & 7)) << exponent) + (((1 << exponent) - 1) >> 1);
}

/** All pieces of an article, as bits. */
const allPieces = 2 ** 24 - 1;

/**
 * A family: its bases, and its members with their articles, weights and pieces. Articles are first
 * those that are heavy (so many), then the others, of which the index has neither weights nor pieces.
 */
export function familyOf(reader) {
  const others = [];
  const bases = reader.list((r) => r.compactText());
  const members = reader.list((r) => {
    const member = { word: r.compactText(), bases: [], seconds: [], heavy: 0 };
    for (let count = r.varint(); count > 0; count--) {
      const code = r.varint();
      (code & 1 ? member.seconds : member.bases).push(code >>> 1);
    }
    const code = r.varint();
    member.heavy = code >>> 1;
    others.push(code & 1 ? r.varint() : 0);
    return member;
  });
  const counts = members.map((member) => member.heavy);
  const each = (own, read) => own.map((count) => Array.from({ length: count }, read));
  const rising = (own) => own.map((count) => {
    let article = 0;
    return Array.from({ length: count }, () => (article += reader.varint()));
  });
  const articles = rising(counts);
  const further = rising(others);
  const weights = each(counts, () => weightOf(reader.byte()));
  const pieces = each(counts, () => reader.varint());
  members.forEach((member, place) => {
    Object.assign(
      member, { articles: articles[place], weights: weights[place], pieces: pieces[place] });
  });
  if (others.some((count) => count > 0)) {
    const weight = lightWeight(members);
    members.forEach((member, place) => {
      member.articles = member.articles.concat(further[place]);
      member.weights = member.weights.concat(further[place].map(() => weight));
      member.pieces = member.pieces.concat(further[place].map(() => allPieces));
    });
  }
  return { bases, members };
}

/** By article what a part of each member's entries has: [{article, weight, entries}]. */
function byArticle(members, part) {
  const found = new Map();
  members.forEach((member, place) => {
    const [from, to] = part(member);
    for (let entry = from; entry < to; entry++) {
      const article = member.articles[entry];
      let own = found.get(article);
      if (!own) found.set(article, own = { article, weight: 0, entries: [] });
      own.weight += member.weights[entry];
      own.entries.push(place);
    }
  });
  return [...found.values()];
}

/**
 * What a member weighs in an article of which the index does not have it: a quarter of the lightest
 * that it has, for such an article may have more of the members.
 */
function lightWeight(members) {
  const weights = byArticle(members, (own) => [0, own.heavy]).map((own) => own.weight);
  return Math.max(1, Math.floor(weights.reduce((one, other) => Math.min(one, other), Infinity) / 4));
}

/**
 * The order of a family's articles in the files of places: [{article, weight, entries}], the heaviest
 * first, and if they are wanted the others, by their numbers.
 */
export function orderOf(members, whole) {
  const heavy = byArticle(members, (own) => [0, own.heavy]).sort(
    (one, other) => other.weight - one.weight || one.article - other.article);
  if (!whole) return heavy;
  return heavy.concat(byArticle(members, (own) => [own.heavy, own.articles.length])
    .sort((one, other) => one.article - other.article));
}
