// What is too long for a link, kept in this browser under a name that the link carries (ui/keeping.py).

const PREFIX = "lstm-viz-kept-";
const MOST_KEPT = 30; // the oldest go first

/** @returns {string[]} the keys, the oldest first */
function oldestFirst() {
  const since = (key) => JSON.parse(localStorage.getItem(key) ?? "{}").since ?? 0;
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .sort((a, b) => since(a) - since(b));
}

function putAway(name, value) {
  const entry = JSON.stringify({ since: Date.now(), value });
  for (const key of oldestFirst().slice(0, -MOST_KEPT + 1)) localStorage.removeItem(key);
  for (;;) {
    try {
      localStorage.setItem(PREFIX + name, entry);
      return;
    } catch (full) {
      const [oldest] = oldestFirst();
      if (!oldest) throw full;
      localStorage.removeItem(oldest);
    }
  }
}

/** @param {string} name */
function takeOut(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name)).value ?? null;
  } catch {
    return null; // not there, or a browser that keeps nothing
  }
}

export class Kept {
  constructor() {
    this.done = "";
    this.asked = "";
    this.keeps = true;
  }

  /**
   * @param {Record<string, string>} values  to be kept, by name
   * @param {(keeps: boolean) => void} tell  if that is not as it was
   */
  keep(values, tell) {
    const names = Object.keys(values).join(" ");
    if (names === this.done) return;
    this.done = names;
    let keeps = true;
    try {
      for (const [name, value] of Object.entries(values)) putAway(name, value);
    } catch {
      keeps = false;
    }
    if (keeps === this.keeps) return;
    this.keeps = keeps;
    tell(keeps);
  }

  /**
   * @param {string[]} names
   * @param {(found: Record<string, string | null>) => void} tell
   */
  find(names, tell) {
    const asked = names.join(" ");
    if (asked === this.asked) return;
    this.asked = asked;
    if (names.length) tell(Object.fromEntries(names.map((name) => [name, takeOut(name)])));
  }
}
