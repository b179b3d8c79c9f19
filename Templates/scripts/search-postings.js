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
 * A family: its bases, its members with their articles, weights and pieces, and its light articles, of
 * which the index has neither. Articles are first those that are heavy (so many), then the light ones;
 * where these may have any of several members of a base, all of them are a further member, with null
 * for the number of the heavy.
 */
export function familyOf(reader, number) {
  const lightCounts = [];
  const bases = reader.list((r) => r.compactText());
  const members = reader.list((r) => {
    const member = { word: r.compactText(), bases: [], seconds: [] };
    const codes = r.list((own) => own.varint());
    for (const code of codes) (code & 1 ? member.seconds : member.bases).push(code >>> 1);
    [member.first = 0] = codes;
    const code = r.varint();
    member.heavy = code >>> 1;
    lightCounts.push(code & 1 ? r.varint() : 0);
    return member;
  });
  const each = (read) => members.map(({ heavy }) => Array.from({ length: heavy }, read));
  const rising = (count) => {
    let article = 0;
    return Array.from({ length: count }, () => (article += reader.varint()));
  };
  const articles = members.map((member) => rising(member.heavy));
  const light = lightCounts.map(rising);
  const weights = each(() => weightOf(reader.byte()));
  const pieces = each(() => reader.varint());
  members.forEach((member, place) => {
    Object.assign(
      member, { articles: articles[place], weights: weights[place], pieces: pieces[place] });
  });
  if (light.some((own) => own.length > 0)) addLight(members, light, number);
  return { bases, members, light: [...new Set(light.flat())].sort((one, other) => one - other) };
}

/** Adds the light articles, given by the first member of their base. */
function addLight(members, light, number) {
  // A quarter of the lightest: a light article may have more of the members.
  const weight = Math.max(1, Math.floor(orderOf(members).at(-1).weight / 4));
  const counts = new Map();
  for (const { first } of members) counts.set(first, (counts.get(first) ?? 0) + 1);
  light.forEach((own, place) => {
    if (own.length === 0) return;
    let member = members[place];
    if (counts.get(member.first) > 1) {
      const { first } = member;
      const [base, isSecond] = [first >>> 1, first & 1];
      member = {
        word: `\0${number}.${place}`, first, heavy: null, articles: [], weights: [], pieces: [],
        bases: isSecond ? [] : [base], seconds: isSecond ? [base] : [],
      };
      members.push(member);
    }
    member.articles = member.articles.concat(own);
    member.weights = member.weights.concat(own.map(() => weight));
    member.pieces = member.pieces.concat(own.map(() => allPieces));
  });
}

/** The order of a family's heavy articles in the files of places: [{article, weight, entries}]. */
export function orderOf(members) {
  const found = new Map();
  members.forEach((member, place) => {
    for (let entry = 0; entry < member.heavy; entry++) {
      const article = member.articles[entry];
      let own = found.get(article);
      if (!own) found.set(article, own = { article, weight: 0, entries: [] });
      own.weight += member.weights[entry];
      own.entries.push(place);
    }
  });
  return [...found.values()].sort(
    (one, other) => other.weight - one.weight || one.article - other.article);
}
