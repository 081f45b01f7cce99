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
    this.leftOut(Math.max(0, characters.length - longest), true);
    return characters.slice(0, longest);
  }

  /** So many of the new characters have no room, at the end of the text or within it. */
  leftOut(count, atEnd) {
    const longest = this.along.known.longest.toLocaleString("en");
    const words = count === 1 ? "the new one was" : `${count.toLocaleString("en")} of the new ones were`;
    if (!count) this.problem = "";
    else if (atEnd) this.problem = `The first ${longest} characters are read; the rest was left out.`;
    else this.problem = `There is room for ${longest} characters; ${words} left out.`;
    this.along.say(".lv-problem", this.problem);
  }
}
