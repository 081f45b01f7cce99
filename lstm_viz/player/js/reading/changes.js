// What of a text stays when it is changed.

/** How far two texts agree, from the front. */
export function agreement(one, other) {
  const most = Math.min(one.length, other.length);
  let k = 0;
  while (k < most && one[k] === other[k]) k += 1;
  return k;
}

/**
 * Marks on `before`, where their letters are in `after`: one stretch was replaced by another.  A mark
 * all of whose letters were replaced is gone.  Until Python, which has the last word, says the same.
 */
export function pushedMarks(marks, before, after) {
  const start = agreement(before, after);
  const most = Math.min(before.length, after.length) - start;
  const tail = Math.min(most, agreement(before.slice(start).reverse(), after.slice(start).reverse()));
  const [end, by] = [before.length - tail, after.length - before.length];
  const gone = ([first, last]) => first >= start && last <= end;
  const begins = (edge) => (edge >= end ? edge + by : Math.min(edge, start));
  const ends = (edge) => (edge <= start ? edge : Math.max(edge, end) + by);
  return marks.filter((mark) => !gone(mark)).map(([first, last]) => [begins(first), ends(last)]);
}
