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
 * most of whose letters were replaced is gone.  Python says the same (read_along/controls/marks.py).
 */
export function pushedMarks(marks, before, after) {
  const start = agreement(before, after);
  const most = Math.min(before.length, after.length) - start;
  const tail = Math.min(most, agreement(before.slice(start).reverse(), after.slice(start).reverse()));
  const [end, by] = [before.length - tail, after.length - before.length];
  return marks.map((mark) => moved(mark, start, end, by)).filter(([first, last]) => first < last);
}

/** A mark after characters `start` to `end` became `by` more; empty if it is gone. */
function moved([first, last], start, end, by) {
  if (last <= start) return [first, last]; // what is typed just after a mark is not in it
  if (first >= end) return [first + by, last + by]; // nor what is typed just before
  const isMark = start === first && end === last;
  if (first <= start && end <= last && !isMark) return [first, last + by]; // changed inside
  const kept = first < start ? [first, start] : [end + by, last + by];
  // Another text often begins or ends with the same letters: what is left is no mark of it.
  return 2 * (kept[1] - kept[0]) >= last - first ? kept : [0, 0];
}
