// The keys that a reader pressed, and the characters that they typed with them.

export class KeyCount {
  constructor() {
    this.keys = 0;
    this.length = 0;
    /** Characters of the text that nobody typed here: it began with them, or the network wrote them. */
    this.notTyped = 0;
  }

  /** The text has so many characters now; it is another one (``anew``), or more of the same. */
  given(length, anew) {
    const typed = anew ? 0 : this.typed;
    if (anew) this.keys = 0;
    this.length = length;
    this.notTyped = length - typed;
  }

  get typed() {
    return this.length - this.notTyped;
  }

  took() {
    this.keys += 1;
  }

  /** What happened to the text, as the browser calls it; so many characters came, so many are there. */
  event(type, came, length) {
    const isPut = type === "insertFromPaste" || type === "insertFromDrop";
    if (isPut) this.notTyped += Math.max(0, length - this.length);
    else this.keys += type === "insertText" ? Math.max(1, came) : 1;
    this.grown(length);
  }

  grown(length) {
    this.length = length;
    this.notTyped = Math.min(this.notTyped, length);
  }

  words(length) {
    this.grown(length);
    const { keys, typed } = this;
    if (!keys || typed < 1) return "Your keys are counted as you type.";
    const of = `You: ${keys} key${keys === 1 ? "" : "s"} for ${typed} character${typed === 1 ? "" : "s"}`;
    if (keys >= typed) return `${of}, none saved.`;
    return `${of}, ${Math.round((100 * (typed - keys)) / typed)} % saved.`;
  }
}
