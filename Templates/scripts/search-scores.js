// The arithmetic of scores, by whole numbers: the same as in Sources/Search/Query/SearchEngine.swift.

/** The logarithm to the base 2 of 1 + all / count in 64ths, by whole numbers alone. */
export function rarity(count, all) {
  if (count <= 0) return 0;
  let ratio = Math.floor((all + count) * 65536 / count);
  let logarithm = 0;
  while (ratio >= 131072) {
    ratio = Math.floor(ratio / 2);
    logarithm += 64;
  }
  for (const bit of [32, 16, 8, 4, 2, 1]) {
    ratio = Math.floor(ratio * ratio / 65536);
    if (ratio >= 131072) {
      ratio = Math.floor(ratio / 2);
      logarithm += bit;
    }
  }
  return logarithm;
}

/** The least distance between a place of one rising list and one of another. */
export function leastDistance(one, other) {
  let least = Infinity;
  for (let left = 0, right = 0; left < one.length && right < other.length;) {
    least = Math.min(least, Math.abs(one[left] - other[right]));
    if (one[left] < other[right]) left++;
    else right++;
  }
  return least;
}
