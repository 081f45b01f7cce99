// Everything in words: the bar, the ribbon of tokens, title and equation, the sentence, the table.

import { stepNumber, unitNumber, valuesAt } from "../film/film.js";
import { equationHtml, numbersHtml, stageWords, symbolHtml } from "../film/words.js";
import { escapeHtml, textOf } from "../shared/html.js";
import { formatExact } from "../shared/numbers.js";

export class Readout {
  constructor(root) {
    this.root = root;
    this.ribbon = root.querySelector(".lv-ribbon");
    this.scrub = root.querySelector(".lv-scrub");
    this.units = root.querySelector(".lv-unit");
    this.twin = root.querySelector(".lv-twin");
    this.plot = root.querySelector(".lv-plot");
    this.plotLabel = this.plot.getAttribute("aria-label");
  }

  set(selector, html) {
    const element = this.root.querySelector(selector);
    if (element.written !== html) element.innerHTML = element.written = html;
  }

  // What changes with the film but not with the step.
  open(film) {
    this.film = film;
    this.current = null;
    this.scrub.max = film.length - 1;
    this.ofStages = film.ribbon === "stages";
    const labels = this.ofStages ? film.stages.map(({ title }) => title) : film.tokens;
    const word = this.ofStages ? "stage" : film.stepWord;
    this.ribbon.innerHTML = labels
      .map((label, n) => `<button type="button" tabindex="-1" data-n="${n}" title="go to ${word} ${this.ofStages ? n + 1 : stepNumber(film, n)}">${escapeHtml(label)}</button>`)
      .join("");
    this.ribbon.hidden = labels.length < 2;
    this.ribbon.classList.toggle("lv-stages", this.ofStages);
    this.root.classList.toggle("lv-board", film.units === 0);
    this.root.classList.toggle("lv-single", film.units === 0 || !film.overview);
    this.plot.setAttribute("aria-label", film.alt ?? this.plotLabel);
    this.root.querySelector(".lv-subtitle").textContent = subtitle(film);
    this.units.innerHTML = [...Array(film.units).keys()]
      .map((unit) => `<option value="${unit}">unit ${unitNumber(film, unit)}${film.unitLabels[unit] ? `: ${escapeHtml(film.unitLabels[unit])}` : ""}</option>`)
      .join("");
  }

  place(at) {
    return `${this.film.stepWord} ${stepNumber(this.film, at.t)} of ${this.film.of ?? this.film.steps}`;
  }

  // A title that is a term of the glossary opens its entry (see ui/terms.js).
  titleHtml(title, k) {
    const { term } = this.film.stages[k];
    return term ? `<a class="lv-term" href="#term-${term}">${title}</a>` : title;
  }

  // asking: the question that stands in place of the sentence.
  paint(at, position, asking = null) {
    const { film, root } = this;
    const { title, equation, numbers } = stageWords(film, at.t, at.stage, at.unit);
    const place = this.place(at);
    const token = `<b>${escapeHtml(film.tokens[at.t])}</b>`;
    const stages = film.stages.length > 1;
    const parts = this.ofStages ? [`${at.stage + 1} of ${film.stages.length}`] : [place, token];
    this.set(".lv-readout", [...parts, ...(stages ? [title.toLowerCase()] : [])].join(" · "));
    this.set(".lv-title", asking ? "Predict" : (stages ? `<span class="lv-number">${at.stage + 1}</span> ` : "") + this.titleHtml(title, at.stage));
    this.set(".lv-equation", equationHtml(film, equation));
    this.set(".lv-numbers", film.units ? `unit ${unitNumber(film, at.unit)}:&ensp;${numbersHtml(film, numbers, at.t, at.unit)}` : numbers);
    this.set(".lv-sentence", asking ?? this.sentenceHtml(at));
    this.scrub.value = position;
    this.scrub.style.setProperty("--lv-part", `${(100 * position) / Math.max(1, film.length - 1)}%`);
    this.scrub.setAttribute("aria-valuetext", `${place}, ${film.tokens[at.t]}, ${title}`);
    this.units.value = at.unit;
    root.querySelector(".lv-prev").disabled = position === 0;
    root.querySelector(".lv-next").disabled = position >= film.length - 1;
    root.dataset.position = position;
    if (this.ofStages) this.paintBriefs(at);
    this.paintRibbon(this.ofStages ? at.stage : at.t);
    this.paintTwin(at);
  }

  // What each stage is about, in a few words with the chosen unit's numbers.
  paintBriefs(at) {
    this.film.stages.forEach(({ title, brief }, k) => {
      const html = `${title}<small>${numbersHtml(this.film, brief ?? "", at.t, at.unit)}</small>`;
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

  sentenceHtml(at) {
    const { film } = this;
    const stage = film.stages[at.stage];
    const answer = stage.states.h !== "empty" && film.answers[at.t]; // once h is known
    return (
      numbersHtml(film, stageWords(film, at.t, at.stage, at.unit).sentence, at.t, at.unit) +
      (answer ? ` <span class="lv-answer">The read-out of h says: <b>${escapeHtml(answer)}</b></span>` : "")
    );
  }

  // The stage as one sentence for a screen reader.
  speak(at) {
    const { title } = stageWords(this.film, at.t, at.stage, at.unit);
    const place = this.place(at);
    this.say(`${place[0].toUpperCase()}${place.slice(1)}. ${title}. ${textOf(this.sentenceHtml(at))}`);
  }

  say(text) {
    this.root.querySelector(".lv-live").textContent = text;
  }

  paintPlay(playing) {
    const button = this.root.querySelector(".lv-play");
    button.querySelector(".lv-word").textContent = playing ? "Pause" : "Play";
    button.classList.toggle("lv-playing", playing);
  }

  // The table twin of the picture, made while it is open.
  paintTwin(at) {
    if (!this.twin.open) return;
    const { film } = this;
    if (film.tables) {
      this.set(".lv-twin-body", tableHtml(film.tables[at.t]));
      return;
    }
    const { states, title } = film.stages[at.stage];
    const units = [...Array(film.units).keys()];
    const rows = film.shown.filter((name) => name !== "x").map((name) => {
      const values = valuesAt(film, name, at.t);
      const { label } = film.signals[name];
      const cells = units.map((k) => {
        if (states[name] === "empty") return "<td>–</td>";
        const value = formatExact(values[k]);
        return `<td><button type="button" class="lv-link" data-name="${name}" data-k="${k}" aria-label="${label}, unit ${unitNumber(film, k)}: ${value}, open its derivation">${value}</button></td>`;
      });
      return `<tr data-signal="${name}"><th scope="row">${symbolHtml(film, name)} ${label}</th>${cells.join("")}</tr>`;
    });
    const heads = units.map((k) => `<th scope="col">unit ${unitNumber(film, k)}</th>`);
    const dashes = film.shown.some((name) => states[name] === "empty");
    const when = dashes ? `, after “${title.toLowerCase()}”. A dash is not computed yet.` : ".";
    const which = film.steps > 1 ? `Step ${stepNumber(film, at.t)}, ` : "";
    this.set(".lv-twin-body", `<table class="lv-matrix">
      <caption>${which}“${escapeHtml(film.tokens[at.t])}”${when}</caption>
      <thead><tr><td></td>${heads.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`);
  }
}

// What the picture of all steps shows.
function subtitle({ network, first, steps, signals }) {
  if (!network) return `${signals.h && !signals.f && !signals.r ? "Sums" : "Gates"} and states over the whole sequence`;
  const units = network.chosen.map((unit) => unit + 1).join(", ");
  return `${network.chosen.length > 1 ? `Units ${units}, a row each,` : `Unit ${units}`} over steps ${first + 1} to ${first + steps}`;
}

function tableHtml({ caption, head, rows }) {
  const heads = head.map((text) => `<th scope="col">${text}</th>`);
  const body = rows.map(([first, ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((text) => `<td>${text}</td>`).join("")}</tr>`);
  return `<table class="lv-matrix"><caption>${caption}</caption><thead><tr>${heads.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}
