// Predict, then reveal: a question stands before the frame that answers it.  One that was missed two
// scenes before comes again in another guise, below the sentence of a frame where nothing else is asked.

import { choiceHtml, feedbackHtml, placeHtml } from "./question_html.js";
import { SURE, Sureness } from "./sureness.js";
import { questionsAreAsked } from "../shared/asked.js";
import { textOf } from "../shared/html.js";
import { isPlain, isWritten } from "../shared/keys.js";
import { formatNumber } from "../shared/numbers.js";

const KEYED = 9; // options that have a key of their own

export class Questions {
  // onAnswer(question) when the reader has answered and the step is to run, onRecord(question, right,
  // surely), onSkip() when they want to see it first, onPutOff(again) when they pass by what was missed,
  // onTold() when all that is to be said stands there, onRoom() when the picture has more room,
  // onAsk(question) when one stands there, onSay(text) what is announced; due() is what was missed and is asked again now, if something is.
  constructor(root, { onAnswer, onRecord, onSkip, onPutOff, onTold, onAsk, onSay, onRoom, due }) {
    this.root = root;
    this.onAnswer = onAnswer;
    this.onRecord = onRecord;
    this.onSkip = onSkip;
    this.onPutOff = onPutOff;
    this.onTold = onTold;
    this.onAsk = onAsk;
    this.onRoom = onRoom;
    this.findDue = due;
    this.box = root.querySelector(".lv-question");
    this.sureness = new Sureness(this.box, onSay);
    this.passed = new Set(); // answered or skipped on this visit
    this.box.addEventListener("click", (event) => {
      const option = event.target.closest("[data-option]");
      if (option) this.choose(Number(option.dataset.option));
      else if (event.target.closest(".lv-commit")) this.commit();
      else if (event.target.closest(".lv-skip")) this.onSkip();
      else this.sureness.click(event);
    });
    this.box.addEventListener("input", (event) => this.moved(event.target));
    this.box.addEventListener("keydown", (event) => {
      if (event.target.type === "range" && event.key === "Enter") {
        event.preventDefault();
        this.commit();
      }
    });
  }

  open(film, scene, again) {
    this.film = film;
    this.scene = scene;
    this.againIn = again;
    if (this.due === undefined) this.due = this.findDue(); // one a visit, and none that is missed in it
    this.makeRoom();
    // Other numbers may make another answer right: what was said of the old ones goes.
    this.asking = this.asking && this.film.questions.find(({ id }) => id === this.asking.id);
    this.answered = null;
    this.paint();
  }

  // Above the picture, for what is asked.
  makeRoom() {
    this.root.classList.toggle("lv-asks", this.film.questions.length > 0 || this.due !== null);
    this.root.classList.toggle("lv-asks-again", this.due !== null);
    this.hasRoom = this.due !== null;
  }

  /** What is to be answered: before the next frame, or of what was missed. */
  get asked() {
    return this.asking ?? this.again;
  }

  // True if the way to this place is held up by a question.
  stops(t, stage, playing = false) {
    if (!questionsAreAsked()) return false;
    if (this.again) {
      if (playing && !this.held) {
        this.held = true;
        return true;
      }
      this.onPutOff(this.due);
      this.due = null; // not now
    }
    const found = this.before(t, stage);
    if (!found || this.passed.has(found.id)) return false;
    if (this.asking === found) {
      this.passed.add(found.id); // asked and not answered: the reader wants to see it
      this.skipped = found;
      this.asking = null;
      return false;
    }
    this.asking = found;
    this.answered = this.again = null;
    this.sureness.reset();
    this.paint();
    this.onAsk(found);
    return true;
  }

  before(t, stage) {
    return this.film.questions.find((q) => q.t === t && q.stage === stage);
  }

  // The reader is somewhere else now.
  leave() {
    const { skipped } = this;
    this.asking = this.skipped = null;
    this.answered = skipped && { because: skipped.because, truth: this.truth(skipped) };
    if (this.hasRoom && this.due === null && this.revealing !== "again") {
      this.makeRoom(); // what stood there was asked, and its answer read
      this.onRoom();
    }
    this.paint();
  }

  // They are at a frame: before the next one comes (t, stage).
  arrive(t, stage) {
    const next = this.before(t, stage);
    const isFree = !this.revealing && !this.asking && !this.answered && (!next || this.passed.has(next.id));
    const isFirst = t * this.film.stages.length + stage <= 1; // there the scene's own picture comes first
    const again = isFree && (!isFirst || this.due?.wanted) && questionsAreAsked() ? this.due : null;
    if (again !== this.again) {
      this.held = false;
      this.sureness.reset();
    }
    this.again = again;
    this.paint();
  }

  key(event) {
    const { asked } = this;
    if (!asked || !isPlain(event) || isWritten(event)) return false;
    if (this.sureness.key(event)) return true;
    const n = Number(event.key) - 1;
    if (asked.kind !== "choice" || !(n >= 0 && n < Math.min(KEYED, asked.options.length))) return false;
    this.choose(n);
    return true;
  }

  choose(n) {
    const { asked } = this;
    if (!asked) return;
    const { text, believes } = asked.options[n];
    this.reveal(n === asked.right, `“${text}”`, believes);
  }

  commit() {
    const { asking } = this;
    if (this.box.querySelector(".lv-commit").disabled) return; // the marker is where it was put, not where they put it
    const value = Number(this.box.querySelector("input").value);
    const right = Math.abs(value - asking.value) <= asking.near;
    const nearest = asking.guesses
      .map((guess) => ({ believes: guess.believes, far: Math.abs(guess.value - value) }))
      .sort((a, b) => a.far - b.far)[0];
    const believes = !right && nearest && nearest.far <= asking.near ? nearest.believes : null;
    this.reveal(right, formatNumber(value), believes);
  }

  reveal(right, said, believes) {
    const { asked, again } = this;
    const surely = this.sureness.value === SURE;
    this.onRecord(asked, right, surely);
    if (again) this.due = null;
    else this.passed.add(asked.id);
    if (asked.again?.concept === this.due?.concept) this.due = null; // asked just now
    this.asking = this.again = null;
    this.revealing = again ? "again" : "own";
    this.onAnswer(asked);
    this.revealing = null;
    const later = right ? null : this.againIn;
    this.answered = { right, said, believes: right ? null : believes, because: asked.because, truth: this.truth(asked), once: Boolean(again), later };
    this.paint();
    this.box.querySelector(".lv-feedback")?.focus({ preventScroll: true });
    this.onTold();
  }

  truth(asked) {
    return asked.kind === "choice" ? `“${asked.options[asked.right].text}”` : formatNumber(asked.value);
  }

  moved(range) {
    this.box.querySelector("output").textContent = formatNumber(Number(range.value), true);
    this.box.querySelector(".lv-commit").disabled = false;
  }

  get sentence() {
    return this.asking?.ask ?? null;
  }

  /** The question as it is announced, with what can be answered. */
  get spoken() {
    const { asked } = this;
    if (!asked) return "";
    const answers =
      asked.kind === "choice"
        ? asked.options.map(({ text }, n) => `${n + 1}: ${textOf(text)}.`).join(" ")
        : `Set the marker, from ${formatNumber(asked.low)} to ${formatNumber(asked.high)}.`;
    return `${this.again ? "Once more" : "Predict"}. ${textOf(asked.ask)} ${answers} ${this.sureness.spoken}`;
  }

  paint() {
    const { asking, again } = this;
    this.root.classList.toggle("lv-asking", Boolean(asking));
    const html = this.html();
    if (html === this.painted) return;
    const held = this.box.contains(document.activeElement);
    this.painted = this.box.innerHTML = html;
    this.box.hidden = !html;
    this.box.setAttribute("aria-label", again ? "Once more" : "Predict");
    this.sureness.paint();
    if (held && !html) this.root.querySelector(".lv-next").focus({ preventScroll: true });
  }

  html() {
    const { asking, again, answered } = this;
    const sure = this.sureness.html();
    if (asking) return `<p class="lv-ask" aria-hidden="true">${asking.ask}</p>${asking.kind === "choice" ? choiceHtml(asking, "→ shows it", sure) : placeHtml(asking, sure)}`;
    if (again) return `<p class="lv-ask lv-again"><span class="lv-once">Once more:</span> ${again.ask}</p>${choiceHtml(again, "→ not now", sure)}`;
    return answered ? feedbackHtml(answered, this.scene) : "";
  }
}
