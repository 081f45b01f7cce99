// Everything in words: the bar, the ribbon of tokens, title and equation, the sentence, the table.

class Readout {
  constructor(root) {
    this.root = root;
    this.ribbon = root.querySelector(".lv-ribbon");
    this.scrub = root.querySelector(".lv-scrub");
    this.units = root.querySelector(".lv-unit");
    this.twin = root.querySelector(".lv-twin");
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
    this.ribbon.innerHTML = film.tokens
      .map((token, t) => `<button type="button" tabindex="-1" data-t="${t}" title="go to step ${t + 1}">${escapeHtml(token)}</button>`)
      .join("");
    this.units.innerHTML = [...Array(film.units).keys()]
      .map((unit) => `<option value="${unit}">unit ${unit + 1}${film.unitLabels[unit] ? `: ${escapeHtml(film.unitLabels[unit])}` : ""}</option>`)
      .join("");
  }

  paint(at, position) {
    const { film, root } = this;
    const stage = film.stages[at.stage];
    const place = `step ${at.t + 1} of ${film.steps}`;
    this.set(".lv-readout", `${place} · <b>${escapeHtml(film.tokens[at.t])}</b> · ${stage.title.toLowerCase()}`);
    this.set(".lv-title", `<span class="lv-number">${at.stage + 1}</span> ${stage.title}`);
    this.set(".lv-equation", equationHtml(film, stage.equation));
    this.set(".lv-numbers", `unit ${at.unit + 1}:&ensp;${numbersHtml(film, stageWords(film, at.t, at.stage, at.unit).numbers, at.t, at.unit)}`);
    this.set(".lv-sentence", this.sentenceHtml(at));
    this.scrub.value = position;
    this.scrub.style.setProperty("--lv-part", `${(100 * position) / Math.max(1, film.length - 1)}%`);
    this.scrub.setAttribute("aria-valuetext", `${place}, ${film.tokens[at.t]}, ${stage.title}`);
    this.units.value = at.unit;
    root.querySelector(".lv-prev").disabled = position === 0;
    root.querySelector(".lv-next").disabled = position >= film.length - 1;
    root.dataset.position = position;
    this.paintRibbon(at.t);
    this.paintTwin(at);
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
    const words = document.createElement("p");
    words.innerHTML = this.sentenceHtml(at);
    const text = `Step ${at.t + 1} of ${this.film.steps}. ${this.film.stages[at.stage].title}. ${words.textContent}`;
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
    const { states, title } = film.stages[at.stage];
    const units = [...Array(film.units).keys()];
    const rows = film.shown.filter((name) => name !== "x").map((name) => {
      const values = valuesAt(film, name, at.t);
      const { label } = film.signals[name];
      const cells = units.map((k) => {
        if (states[name] === "empty") return "<td>–</td>";
        const value = formatExact(values[k]);
        return `<td><button type="button" class="lv-link" data-name="${name}" data-k="${k}" aria-label="${label}, unit ${k + 1}: ${value}, open its derivation">${value}</button></td>`;
      });
      return `<tr data-signal="${name}"><th scope="row">${symbolHtml(film, name)} ${label}</th>${cells.join("")}</tr>`;
    });
    const heads = units.map((k) => `<th scope="col">unit ${k + 1}</th>`);
    this.set(".lv-twin-body", `<table class="lv-matrix">
      <caption>Step ${at.t + 1}, “${escapeHtml(film.tokens[at.t])}”, after “${title.toLowerCase()}”. A dash is not computed yet.</caption>
      <thead><tr><td></td>${heads.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`);
  }
}
