// A text field that is offered how its text goes on.  The text is the browser's: Python answers each
// one with offers, and puts in another only when the reader asks for that.

import { KeyCount } from "./key_count.js";
import { charactersOf, visible, withoutUnseen } from "../reading/characters.js";
import { Sending } from "../reading/sending.js";
import { isPlain } from "../shared/keys.js";

const TAKES = { Tab: 0, 1: 0, 2: 1, 3: 2 };

export class TypingAid {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.area = root.querySelector("textarea");
    this.buttons = [...root.querySelectorAll("button")];
    /** @type {Contract.TypingData | null} */
    this.data = null;
    this.put = null;
    /** Left to the page: the keys that take an offer, until something is typed. */
    this.left = false;
    this.cut = "";
    this.count = new KeyCount();
    /** Asked for, and not yet there: a line of the network. */
    this.wantsLine = false;
    this.sending = new Sending((what) => {
      this.tell.text({ ...what, line: this.wantsLine });
      this.wantsLine = false;
    });
    this.listen();
  }

  listen() {
    const { area, sending } = this;
    area.addEventListener("input", (event) => this.typed(/** @type {InputEvent} */ (event)));
    area.addEventListener("keydown", (event) => this.pressed(event));
    area.addEventListener("compositionstart", () => sending.compose(true));
    area.addEventListener("compositionend", () => sending.compose(false));
    for (const [k, button] of this.buttons.entries()) {
      button.addEventListener("click", () => this.take(k));
    }
  }

  /** @param {Contract.TypingData} data */
  update(data, tell) {
    this.tell = tell;
    this.data = data;
    if (this.put === null) this.open(data);
    else if (data.put.id !== this.put) this.putIn(data.put);
    this.sending.answered(data.answered);
    this.paint();
  }

  /** As Python has it; keys that were counted for this text before the reader was elsewhere count on. */
  open({ put, text }) {
    const counted = window.lvTyped?.text === text ? window.lvTyped.count : null;
    this.putIn({ id: put.id, text, after: null });
    this.count = counted ?? this.count;
  }

  /** Another text, or a line after the one that is there: after what was typed meanwhile, Python
   * is asked for another. */
  putIn({ id, text, after }) {
    this.put = id;
    const { area } = this;
    if (after !== null && area.value !== after) {
      this.wantsLine = true;
      this.send();
      return;
    }
    this.sending.newest = null;
    area.value = text;
    area.setSelectionRange(text.length, text.length);
    area.scrollTop = area.scrollHeight;
    this.count.given(charactersOf(text).length, after === null);
    this.cut = "";
  }

  get characters() {
    return charactersOf(this.area.value);
  }

  /** Python's offers are for what is in the field now. */
  get isAnswered() {
    return this.data?.text === this.area.value;
  }

  get atEnd() {
    const { selectionStart, selectionEnd, value } = this.area;
    return selectionStart === value.length && selectionEnd === value.length;
  }

  /** @param {InputEvent} event */
  typed(event) {
    this.left = false;
    this.cut = "";
    this.fit();
    if (!this.taking) this.count.event(event.inputType, charactersOf(event.data ?? "").length, this.characters.length);
    this.send();
  }

  send() {
    this.sending.typed({ text: this.area.value });
    this.paint();
  }

  /** What has no room, or cannot be seen, is left out, and that is said. */
  fit() {
    const { area, data } = this;
    const plain = withoutUnseen(area.value);
    const fitting = charactersOf(plain).slice(0, data.most);
    const over = charactersOf(plain).length - fitting.length;
    if (plain === area.value && !over) return;
    const caret = area.selectionEnd;
    const unseen = area.value.length - plain.length;
    area.value = fitting.join("");
    area.setSelectionRange(caret, caret);
    if (over) this.cut = `There is room for ${data.most} characters; the last ${over.toLocaleString("en")} had none.`;
    else this.cut = `${unseen} character${unseen === 1 ? "" : "s"} that cannot be seen ${unseen === 1 ? "was" : "were"} left out.`;
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.isComposing || event.shiftKey || !isPlain(event)) return;
    if (event.key === "Escape") {
      this.left = true;
      this.paint();
      return;
    }
    const k = TAKES[event.key];
    if (k === undefined || this.left || !this.atEnd) return;
    // Who types fast may be before the offers: a Tab that leads out of the field would lose the next letters.
    const waits = !this.isAnswered && event.key === "Tab";
    if (waits || this.take(k)) event.preventDefault();
  }

  /** Put an offer in at the end, as if typed, so that it can be undone. */
  take(k) {
    const offer = this.isAnswered && this.data.offers[k];
    if (!offer) return false;
    const { area } = this;
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
    this.count.took();
    this.taking = true;
    document.execCommand("insertText", false, offer.text);
    this.taking = false;
    area.scrollTop = area.scrollHeight;
    return true;
  }

  paint() {
    const { root, data, buttons } = this;
    root.classList.toggle("waits", !this.isAnswered || this.left);
    for (const [k, button] of buttons.entries()) {
      const offer = data.offers[k];
      button.disabled = !offer || !this.isAnswered; // those shown meanwhile are for an older text
      button.querySelector(".word").textContent = offer ? [...offer.text].map(visible).join("") : "";
      button.querySelector("small").textContent = offer ? offer.share : "";
    }
    root.querySelector(".saved").textContent = this.count.words(this.characters.length);
    window.lvTyped = { text: this.area.value, count: this.count };
    this.say(".problem", this.cut || (this.isAnswered ? data.said : ""));
    if (this.isAnswered) this.say(".heard", data.heard);
  }

  say(selector, text) {
    const element = this.root.querySelector(selector);
    if (element.textContent !== text) element.textContent = text;
  }

  fail(error) {
    this.say(".problem", `The field stopped: ${error.message}. Load the page again.`);
    throw error;
  }
}
