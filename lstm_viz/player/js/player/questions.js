// Predict, then reveal: a question stands before the frame that answers it.

import { questionsAreAsked } from "../shared/asked.js";
import { textOf } from "../shared/html.js";
import { isPlain } from "../shared/keys.js";
import { formatNumber } from "../shared/numbers.js";

const KEYED = 9; // options that have a key of their own
const verdictWords = { true: "Right.", false: "Not so." };

export class Questions {
  // onAnswer(question) when the reader has answered and the step is to run, onRecord(id, right),
  // onSkip() when they want to see it first, onTold() when all that is to be said stands there.
  constructor(root, { onAnswer, onRecord, onSkip, onTold }) {
    this.root = root;
    this.onAnswer = onAnswer;
    this.onRecord = onRecord;
    this.onSkip = onSkip;
    this.onTold = onTold;
    this.box = root.querySelector(".lv-question");
    this.passed = new Set(); // answered or skipped on this visit
    this.box.addEventListener("click", (event) => {
      const option = event.target.closest("[data-option]");
      if (option) this.choose(Number(option.dataset.option));
      else if (event.target.closest(".lv-commit")) this.commit();
      else if (event.target.closest(".lv-skip")) this.onSkip();
    });
    this.box.addEventListener("input", (event) => this.moved(event.target));
    this.box.addEventListener("keydown", (event) => {
      if (event.target.type === "range" && event.key === "Enter") {
        event.preventDefault();
        this.commit();
      }
    });
  }

  open(film, scene) {
    this.film = film;
    this.scene = scene;
    this.root.classList.toggle("lv-asks", film.questions.length > 0);
    // Other numbers may make another answer right: what was said of the old ones goes.
    this.asking = this.asking && this.film.questions.find(({ id }) => id === this.asking.id);
    this.answered = null;
    this.paint();
  }

  // True if the way to this place is held up by a question.
  stops(t, stage) {
    if (!questionsAreAsked()) return false;
    const found = this.film.questions.find((q) => q.t === t && q.stage === stage);
    if (!found || this.passed.has(found.id)) return false;
    if (this.asking === found) {
      this.passed.add(found.id); // asked and not answered: the reader wants to see it
      this.skipped = found;
      this.asking = null;
      return false;
    }
    this.asking = found;
    this.answered = null;
    this.paint();
    return true;
  }

  // The reader is somewhere else now.
  leave() {
    const { skipped } = this;
    this.asking = this.skipped = null;
    this.answered = skipped && { because: skipped.because, truth: this.truth(skipped) };
    this.paint();
  }

  key(event) {
    if (this.asking?.kind !== "choice" || !isPlain(event)) return false;
    const n = Number(event.key) - 1;
    if (!(n >= 0 && n < Math.min(KEYED, this.asking.options.length))) return false;
    this.choose(n);
    return true;
  }

  choose(n) {
    const { asking } = this;
    if (!asking) return;
    const right = n === asking.right;
    this.reveal(right, `“${asking.options[n].text}”`, asking.options[n].believes);
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
    const { asking } = this;
    this.passed.add(asking.id);
    this.onRecord(asking.id, right);
    this.asking = null;
    this.onAnswer(asking);
    this.answered = { right, said, believes: right ? null : believes, because: asking.because, truth: this.truth(asking) };
    this.paint();
    this.box.querySelector(".lv-feedback")?.focus({ preventScroll: true });
    this.onTold();
  }

  truth(asking) {
    return asking.kind === "choice" ? `“${asking.options[asking.right].text}”` : formatNumber(asking.value);
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
    const { asking } = this;
    const answers =
      asking.kind === "choice"
        ? asking.options.map(({ text }, n) => `${n + 1}: ${textOf(text)}.`).join(" ")
        : `Set the marker, from ${formatNumber(asking.low)} to ${formatNumber(asking.high)}.`;
    return `Predict. ${textOf(asking.ask)} ${answers}`;
  }

  paint() {
    const { asking, answered } = this;
    this.root.classList.toggle("lv-asking", Boolean(asking));
    const html = asking ? `<p class="lv-ask" aria-hidden="true">${asking.ask}</p>${this[asking.kind](asking)}` : answered ? this.feedback(answered) : "";
    if (html === this.painted) return;
    const held = this.box.contains(document.activeElement);
    this.painted = this.box.innerHTML = html;
    this.box.hidden = !html;
    if (held && !html) this.root.querySelector(".lv-next").focus({ preventScroll: true });
  }

  choice({ options }) {
    const buttons = options.map(({ text }, n) => `<button type="button" data-option="${n}" aria-keyshortcuts="${n + 1}"><kbd>${n + 1}</kbd> ${text}</button>`);
    return `<div class="lv-options">${buttons.join("")}<button type="button" class="lv-link lv-skip">→ shows it</button></div>`;
  }

  place({ low, high }) {
    const middle = (low + high) / 2;
    return `<div class="lv-options"><span class="lv-end">${formatNumber(low)}</span>
      <input type="range" class="lv-marker" min="${low}" max="${high}" step="${(high - low) / 100}" value="${middle}" aria-label="Your marker">
      <span class="lv-end">${formatNumber(high)}</span><output>${formatNumber(middle, true)}</output>
      <button type="button" class="lv-commit" disabled>It lands here</button><button type="button" class="lv-link lv-skip">→ shows it</button></div>`;
  }

  /** @param {any} answered */
  feedback({ right, said, believes, because, truth }) {
    const root = document.baseURI.replace(/[^/]*$/, "");
    const link = believes && believes.scene !== this.scene ? ` <a class="lv-scene" href="${root}${believes.scene}">See “${believes.title}”</a>.` : "";
    const more = believes ? ` <span class="lv-believes">${believes.so}${link}</span>` : "";
    if (right === undefined) return `<p class="lv-feedback"><b>${truth}.</b> ${because}</p>`;
    const answer = right ? "" : ` You said ${said}; it is <b>${truth}</b>.`;
    return `<p class="lv-feedback" tabindex="-1" data-right="${right}"><b class="lv-verdict">${verdictWords[right]}</b>${answer} ${because}${more}</p>`;
  }
}
