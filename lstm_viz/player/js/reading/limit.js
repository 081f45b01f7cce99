// A text may be so long and no longer: what has no room is left out, and that is said.

export class Limit {
  /** @param {import("./reading.js").ReadingAlong} along */
  constructor(along) {
    this.along = along;
    /** What was cut off is said until something else is typed. */
    this.problem = "";
  }

  /** As many characters as are read. */
  fitting(characters) {
    const { longest } = this.along.known;
    this.leftOut({ over: Math.max(0, characters.length - longest), atEnd: true });
    return characters.slice(0, longest);
  }

  /** So many of the new characters have no room, at the end of the text or within it; so many cannot be seen. */
  leftOut({ over, atEnd, unseen = 0 }) {
    const longest = this.along.known.longest.toLocaleString("en");
    const problems = [];
    const words = over === 1 ? "the new one was" : `${over.toLocaleString("en")} of the new ones were`;
    if (over && atEnd) problems.push(`The first ${longest} characters are read; the rest was left out.`);
    else if (over) problems.push(`There is room for ${longest} characters; ${words} left out.`);
    if (unseen) problems.push(unseenWords(unseen));
    this.problem = problems.join(" ");
    this.along.say(".lv-problem", this.problem);
  }
}

/** As Python says it of a link. */
const unseenWords = (count) =>
  `${count.toLocaleString("en")} character${count === 1 ? "" : "s"} that cannot be seen (such as soft hyphens) ${count === 1 ? "was" : "were"} left out.`;
