// What is left, in the cell state of the chosen unit, of each earlier write.  Mirrors lstm_viz/reading/ledger.py.

/** At step t: of each write since the start, and of the state before. */
export function ledgerAt({ signals: { f, i, g }, start }, t) {
  const contributions = new Float64Array(t + 1);
  let kept = 1;
  for (let s = t; s >= 0; s -= 1) {
    contributions[s] = kept * i[s] * g[s];
    kept *= f[s];
  }
  return { contributions, start: kept * start };
}

/** The largest write, so that the ledger's bars keep one height for the whole text. */
export function largestWrite({ signals: { i, g } }) {
  let largest = 0.05;
  for (let s = 0; s < i.length; s += 1) largest = Math.max(largest, Math.abs(i[s] * g[s]));
  return largest;
}
