// Everything in words: the bar, the ribbon of tokens, title and equation, the sentence, the table.

import { paintScrub } from "../shared/bar.js";
import { disable } from "../shared/disabled.js";
import { capital, escapeHtml, short, textOf } from "../shared/html.js";

const PERCENT = /(\d) %/g;
const READ = 300; // milliseconds a word: 200 words a minute
const LONGEST = 28; // letters of a step in the ribbon
const TIMES = '<span title="times, unit by unit">⊙</span>';
const LOOK = 700; // milliseconds for the picture

export class Readout {
  constructor(root) {
    this.root = root;
    this.ribbon = root.querySelector(".lv-ribbon");
    this.scrub = root.querySelector(".lv-scrub");
    this.units = root.querySelector(".lv-unit");
    this.twin = root.querySelector(".lv-twin");
    this.plot = root.querySelector(".lv-plot");
    /** @type {Contract.NextScene | null} */
    this.next = null;
    /** @type {string | null} */
    this.into = null;
    /** @type {(by: number) => boolean} whether there is more of the run than the film has */
    this.hasMore = () => false;
    this.plotLabel = this.plot.getAttribute("aria-label");
  }

  set(selector, html) {
    const element = this.root.querySelector(selector);
    if (element.written === html) return;
    element.written = html;
    element.innerHTML = html.replace(PERCENT, "$1&nbsp;%"); // on one line
  }

  // What changes with the film but not with the step.
  open(film) {
    this.film = film;
    this.current = null;
    this.scrub.max = film.length - 1;
    this.ofStages = film.ribbon === "stages";
    const labels = this.ofStages ? film.stages.map(({ title }) => title) : film.tokens;
    const word = this.ofStages ? "stage" : film.stepWord;
    const go = (label, n) => {
      const which = `go to ${word} ${this.ofStages ? n + 1 : film.stepNumber(n)}`;
      return short(label, LONGEST) === label ? which : `${which}: ${escapeHtml(label)}`;
    };
    this.ribbon.innerHTML = labels
      .map((label, n) => `<button type="button" tabindex="-1" data-n="${n}" title="${go(label, n)}">${escapeHtml(short(label, LONGEST))}</button>`)
      .join("");
    this.ribbon.hidden = labels.length < 2;
    this.ribbon.classList.toggle("lv-stages", this.ofStages);
    this.root.classList.toggle("lv-board", film.units === 0);
    this.root.classList.toggle("lv-single", film.units === 0 || !film.overview);
    this.plot.setAttribute("aria-label", film.alt ?? this.plotLabel);
    this.root.setAttribute("aria-label", film.name);
    this.scrub.setAttribute("aria-label", film.units ? "Position in the sequence" : `Position: which ${film.moveWord}`);
    this.root.querySelector(".lv-prev").setAttribute("aria-label", `Back to the previous ${film.moveWord}`);
    this.root.querySelector(".lv-subtitle").textContent = film.subtitle;
    this.units.innerHTML = [...Array(film.units).keys()]
      .map((unit) => `<option value="${unit}">unit ${film.unitNumber(unit)}${film.unitLabel(unit) && `: ${escapeHtml(film.unitLabel(unit))}`}</option>`)
      .join("");
  }

  /** How many milliseconds it takes to read what stands above the picture. */
  get readIn() {
    const words = [".lv-sentence", ".lv-question"].flatMap((part) => this.root.querySelector(part).textContent.split(/\s+/));
    return LOOK + READ * words.filter(Boolean).length;
  }

  place(at) {
    return `${this.film.stepWord} ${this.film.stepNumber(at.t)} of ${this.film.of}`;
  }

  // A title that is a term of the glossary opens its entry (see ui/page/terms.js).
  titleHtml(title, k) {
    const { term } = this.film.stages[k];
    return term ? `<a class="lv-term" href="#term-${term}">${title}</a>` : title;
  }

  // asking: the question that stands in place of the sentence.
  paint(at, position, asking = null) {
    const { film, root } = this;
    const { title, equation, unit, numbers, sentence } = film.words(at);
    const place = this.place(at);
    const token = `<b>${escapeHtml(film.tokens[at.t])}</b>`;
    const stages = film.stages.length > 1;
    const one = film.of > 1 ? place : `${at.stage + 1} of ${film.stages.length}`;
    const parts = this.ofStages ? [one] : [place, token];
    this.set(".lv-readout", [...parts, ...(stages ? [title.toLowerCase()] : [])].join(" · "));
    this.set(".lv-title", asking ? "Predict" : (stages ? `<span class="lv-number">${at.stage + 1}</span> ` : "") + this.titleHtml(title, at.stage));
    this.set(".lv-equation", equation.replaceAll("⊙", TIMES));
    this.set(".lv-numbers", (unit && `${unit}:&ensp;`) + numbers);
    this.set(".lv-sentence", asking ?? this.sentenceHtml(sentence, at));
    paintScrub(this.scrub, position, film.length - 1, `${place}, ${film.tokens[at.t]}, ${title}`);
    this.units.value = at.unit;
    root.classList.toggle("lv-derived", film.why(at) !== "");
    disable(root.querySelector(".lv-prev"), position === 0 && !this.hasMore(-1));
    this.paintNext(position >= film.length - 1);
    root.dataset.position = position;
    if (this.ofStages) this.paintBriefs(at);
    this.paintRibbon(this.ofStages ? at.stage : at.t);
    this.paintTwin(at);
  }

  // What comes after the last frame: a way into its step, or the next scene.
  get onward() {
    return this.into ?? this.next?.title;
  }

  paintNext(ends) {
    const button = this.root.querySelector(".lv-next");
    const words = ends && this.onward ? `next: ${this.onward}` : "next";
    disable(button, ends && !this.onward && !this.hasMore(1));
    button.classList.toggle("lv-onward", ends && Boolean(this.onward));
    button.querySelector(".lv-wide").textContent = words;
    button.setAttribute("aria-label", words === "next" ? `Next ${this.film.moveWord}` : words);
  }

  // What each stage is about, in a few words with the chosen unit's numbers.
  paintBriefs(at) {
    this.film.briefs(at).forEach((html, k) => {
      const button = this.ribbon.children[k];
      if (button.written !== html) button.innerHTML = button.written = html;
    });
  }

  paintRibbon(t) {
    const token = this.ribbon.children[t];
    if (this.current === token) return;
    // One token is a tab stop, so that the keyboard can scroll a ribbon wider than the page.
    if (this.current) {
      this.current.removeAttribute("aria-current");
      this.current.tabIndex = -1;
      if (this.current === document.activeElement) token.focus({ preventScroll: true });
    }
    token.setAttribute("aria-current", "step");
    token.tabIndex = 0;
    this.current = token;
    this.ribbon.scrollTo({ left: token.offsetLeft - (this.ribbon.clientWidth - token.offsetWidth) / 2 });
  }

  sentenceHtml(sentence, at) {
    const answer = this.film.answerAt(at);
    return sentence + (answer && ` <span class="lv-answer">The read-out of h says: <b>${escapeHtml(answer)}</b></span>`);
  }

  // The stage as one sentence for a screen reader, and what is asked with it.
  speak(at, more = "") {
    const { title, sentence } = this.film.words(at);
    const place = this.place(at);
    this.say(`${capital(place)}. ${title}. ${textOf(this.sentenceHtml(sentence, at))} ${more}`);
  }

  say(text) {
    this.root.querySelector(".lv-live").textContent = text;
  }

  // The table twin of the picture, made while it is open.
  paintTwin(at) {
    if (this.twin.open) this.set(".lv-twin-body", this.film.table(at));
  }
}
