// What the rows of the picture show at a character.

/** As a share of full colour, from 0 or −1 to 1; null where there is nothing. */
export function shareOf(reading, row, t) {
  if (row.name === "letters") return paintOf(reading, t);
  if (row.name === "guess") return reading.expected(t)[row.rank]?.[1] ?? null;
  if (row.group === "other") {
    const { c, scale } = reading.others.find(({ unit }) => unit === row.unit);
    return c[t] / scale;
  }
  return reading.signals[row.name][t] / (row.name === "c" ? reading.scale : 1);
}

/** The value itself. */
export const rowValue = (reading, row, t) =>
  row.group === "other"
    ? reading.others.find(({ unit }) => unit === row.unit).c[t]
    : reading.signals[row.name][t];

/** What the letter at t is painted with. */
export function paintOf({ paint, picture }, t) {
  if (paint.signal === "surprise") return Math.min(1, paint.values[t] / picture.bits);
  return paint.values[t] / paint.scale;
}
