// The text: a real text field, and under it the same letters unseen, whose grounds are painted.
// The field's own letters are what is read, so a letter is there as soon as its key is pressed.

import { charactersOf, withoutUnseen } from "./characters.js";
import { agreement } from "./changes.js";

export class Field {
  // onType(characters before), onPlace(t), onPoint(t or null), onCompose(yes), onSelect([start, end] or null),
  // longest() -> as many characters as may be there, onCut({ over, atEnd, unseen }): so many had no room, so
  // many cannot be seen
  constructor(root, on) {
    this.area = root.querySelector(".lv-text");
    this.page = root.querySelector(".lv-page");
    this.ground = root.querySelector(".lv-ground");
    this.on = on;
    this.characters = [];
    this.spans = [];
    this.end = document.createTextNode("\u200b"); // a last line that is empty has its height too
    this.ground.append(this.end);
    this.listen();
  }

  listen() {
    const { area, on } = this;
    area.addEventListener("input", (event) => {
      if (this.keeping) return;
      if (event.inputType?.startsWith("history")) this.cut = null; // undone: of what is there, nothing was left out
      const before = this.characters;
      this.dropUnseen();
      this.match();
      on.onType(before);
      this.tellCut();
    });
    area.addEventListener("paste", (event) => this.insert(event, event.clipboardData?.getData("text/plain")));
    area.addEventListener("beforeinput", (event) => {
      if (event.inputType === "insertText") this.insert(event, event.data);
      if (event.inputType === "insertLineBreak") this.insert(event, "\n");
    });
    area.addEventListener("compositionstart", () => on.onCompose(true));
    area.addEventListener("compositionend", () => on.onCompose(false));
    this.onSelection = () => {
      if (document.activeElement !== area) return;
      const [start, end] = [area.selectionStart, area.selectionEnd].map((offset) => this.indexOf(offset));
      on.onSelect(end > start ? [start, end] : null);
      if (this.pressed || (start === end && area.selectionStart === this.clicked)) return; // a click goes to the letter that was hit
      this.clicked = null;
      const caret = area.selectionDirection === "backward" ? start : end;
      on.onPlace(Math.max(0, caret - 1));
    };
    document.addEventListener("selectionchange", this.onSelection);
    area.addEventListener("pointerdown", () => {
      this.pressed = true;
      this.scrolled = this.page.scrollTop;
    });
    // While a button is down inside the box the text stays where it is: the browser would bring a line
    // that is cut off at the edge into sight, and another letter under the pointer.
    this.page.addEventListener("scroll", () => {
      if (this.pressed && this.inside) this.page.scrollTop = this.scrolled;
      else this.scrolled = this.page.scrollTop;
    });
    this.onHeld = (event) => this.hold(event);
    for (const type of ["pointerdown", "pointermove"]) window.addEventListener(type, this.onHeld, true);
    area.addEventListener("click", (event) => {
      this.pressed = false;
      const t = this.under(event);
      if (t === null || area.selectionStart !== area.selectionEnd) return this.onSelection();
      this.clicked = area.selectionStart; // the selection is told of only later
      on.onPlace(t);
    });
    this.onUp = () => setTimeout(() => { this.pressed = false; }, 0);
    window.addEventListener("pointerup", this.onUp);
    area.addEventListener("pointermove", (event) => on.onPoint(this.under(event)));
    area.addEventListener("pointerleave", () => on.onPoint(null));
  }

  // Whether a pressed pointer is in the box: beyond its edge the text scrolls on, as it does anywhere.
  hold({ clientY, type }) {
    if (type === "pointermove" && !this.pressed) return;
    const { top, bottom } = this.page.getBoundingClientRect();
    this.inside = clientY >= top && clientY <= bottom;
  }

  // Which character is at this offset of the field, which counts in UTF-16.
  indexOf(offset) {
    let [t, passed] = [0, 0];
    while (t < this.characters.length && passed < offset) passed += this.characters[t++].length;
    return t;
  }

  // Characters before the caret.
  get caret() {
    return this.indexOf(this.area.selectionEnd);
  }

  under({ clientX, clientY }) {
    const span = document.elementsFromPoint(clientX, clientY).find((element) => element.parentNode === this.ground);
    return span ? this.spans.indexOf(span) : null;
  }

  // Take over a text that was not typed here.
  put(characters) {
    const text = characters.join("");
    if (this.area.value !== text) this.area.value = text;
    for (const span of this.ground.querySelectorAll(".lv-written")) span.classList.remove("lv-written");
    this.match(characters);
  }

  // What the network writes, from this character on: the field itself does not have it yet, as what a
  // script puts there ends what can be undone.
  write(characters, from) {
    this.match(characters);
    for (const span of this.spans.slice(from)) span.classList.add("lv-written");
  }

  // What was written is put in as if it had been typed, so that it can be undone; the focus stays.
  keep(characters) {
    const { area } = this;
    const { activeElement } = document;
    const text = characters.join("").slice(area.value.length);
    this.keeping = true;
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
    document.execCommand("insertText", false, text);
    this.keeping = false;
    if (activeElement !== area) area.blur();
    this.put(characters);
  }

  // Of what is typed or pasted, what has no room is cut before it is put in: the text round it stays,
  // and what a script takes away later cannot be undone.
  insert(event, text) {
    const { area } = this;
    if (!text || area.readOnly || this.keeping || event.isComposing) return;
    const round = [area.value.slice(0, area.selectionStart), area.value.slice(area.selectionEnd)];
    const plain = withoutUnseen(text);
    const unseen = text.length - plain.length;
    const added = charactersOf(plain.replace(/\r\n?/g, "\n"));
    const room = Math.max(0, round.reduce((left, part) => left - charactersOf(part).length, this.on.longest()));
    if (added.length <= room && !unseen) return;
    event.preventDefault();
    this.cut = { over: Math.max(0, added.length - room), atEnd: !round[1], unseen };
    if (room && added.length) document.execCommand("insertText", false, added.slice(0, room).join(""));
    this.tellCut();
    setTimeout(() => { this.cut = null; }, 0);
  }

  // What came in another way than typed or pasted (dropped, composed) may have them, too.
  dropUnseen() {
    const { area } = this;
    const plain = withoutUnseen(area.value);
    const unseen = area.value.length - plain.length;
    if (!unseen) return;
    const caret = withoutUnseen(area.value.slice(0, area.selectionEnd)).length;
    area.value = plain;
    area.setSelectionRange(caret, caret);
    this.cut = { over: 0, atEnd: false, unseen };
    setTimeout(() => { this.cut = null; }, 0);
  }

  // Again after each part of what did fit, which the browser may tell of in several, and later.
  tellCut() {
    if (this.cut) this.on.onCut(this.cut);
  }

  // Letters that stay keep their ground; those that came have none yet.
  match(characters = charactersOf(this.area.value)) {
    const before = this.characters;
    const front = agreement(before, characters);
    const back = agreement(before.slice(front).reverse(), characters.slice(front).reverse());
    for (const span of this.spans.slice(front, this.spans.length - back)) span.remove();
    const came = characters.slice(front, characters.length - back).map((character) => this.made(character));
    const next = this.spans[this.spans.length - back] ?? this.end;
    this.spans.splice(front, this.spans.length - back - front, ...came);
    next.before(...came);
    this.characters = characters;
  }

  made(character) {
    const span = document.createElement("span");
    span.textContent = character;
    if (character === "\n") span.className = "lv-break";
    return span;
  }

  // colourOf(t) for the first `count` letters; isStrange(t) for those that were read as another.
  paint(count, colourOf, isStrange) {
    const most = Math.min(count, this.spans.length);
    for (let t = 0; t < most; t += 1) {
      const span = this.spans[t];
      const colour = colourOf(t);
      if (span.ground !== colour) {
        span.ground = colour;
        span.style.setProperty("--ground", colour);
      }
      const strange = isStrange(t);
      if (Boolean(span.strange) !== strange) {
        span.strange = strange;
        span.classList.toggle("lv-strange", strange);
      }
    }
  }

  mark(stretches) {
    const marked = new Set(stretches.flatMap(([start, end]) => this.spans.slice(start, end)));
    for (const span of this.marked ?? []) if (!marked.has(span)) span.classList.remove("lv-chosen-text");
    for (const span of marked) span.classList.add("lv-chosen-text");
    this.marked = marked;
  }

  // The character the reader is at is framed, and scrolled to when it is out of sight.
  show(t) {
    this.current?.classList.remove("lv-here-text");
    this.current = this.spans[t];
    if (!this.current) return;
    this.current.classList.add("lv-here-text");
    if (this.pressed || document.activeElement === this.area) return; // the browser keeps the caret in sight
    const { offsetTop, offsetHeight } = this.current;
    const { scrollTop, clientHeight } = this.page;
    if (offsetTop < scrollTop || offsetTop + offsetHeight > scrollTop + clientHeight) {
      this.page.scrollTop = offsetTop - clientHeight / 3;
    }
  }

  point(t) {
    this.pointed?.classList.remove("lv-pointed-text");
    this.pointed = t === null ? null : this.spans[t];
    this.pointed?.classList.add("lv-pointed-text");
  }

  destroy() {
    document.removeEventListener("selectionchange", this.onSelection);
    window.removeEventListener("pointerup", this.onUp);
    for (const type of ["pointerdown", "pointermove"]) window.removeEventListener(type, this.onHeld, true);
  }
}
