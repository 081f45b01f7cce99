// The player: where the reader is, the keys, the bar, and everything that follows the step.

const REST = 350; // milliseconds without a step before Python is told
const GLIDE = 320;
const PLAY = 1500; // milliseconds a stage at speed 1
const KEYS = { ArrowRight: 1, ArrowLeft: -1 };

class Player {
  constructor(root) {
    this.root = root;
    this.at = { t: 0, stage: 0, unit: 0 };
    this.drawer = null;
    this.tab = "f";
    const on = (selector, type, act) => root.querySelector(selector).addEventListener(type, act);
    on(".lv-prev", "click", () => this.step(-1));
    on(".lv-next", "click", () => this.step(1));
    on(".lv-play", "click", () => this.toggle());
    on(".lv-scrub", "input", (event) => this.seek(Number(event.target.value)));
    on(".lv-unit", "change", (event) => this.pickUnit(Number(event.target.value)));
    on(".lv-edit", "click", () => this.open(this.drawer?.kind === "edit" ? null : { kind: "edit" }));
    on(".lv-undo", "click", () => this.tell.action("undo"));
    on(".lv-reset", "click", () => this.tell.action("reset"));
    on(".lv-png", "click", () => this.savePng());
    on(".lv-close", "click", () => this.open(null));
    on(".lv-drawer", "change", (event) => this.edited(event));
    on(".lv-drawer", "click", (event) => this.drawerClicked(event));
    on(".lv-ribbon", "click", (event) => {
      const token = event.target.closest("[data-t]");
      if (token) this.go(Number(token.dataset.t), this.at.stage);
    });
    on(".lv-twin", "toggle", () => this.paintTwin());
    on(".lv-twin", "click", (event) => {
      const cell = event.target.closest("[data-name]");
      if (cell) this.pick({ name: cell.dataset.name, k: Number(cell.dataset.k) });
    });
    root.addEventListener("pointerover", (event) => this.point(event.target.closest?.("[data-signal]")?.dataset.signal));
    this.onKey = (event) => this.key(event);
    window.addEventListener("keydown", this.onKey);
    this.watchSize();
  }

  // ---- data from Python -------------------------------------------------------------------

  async update(data, tell) {
    this.tell = tell;
    this.sources = data.plotly;
    this.query = data.query;
    this.root.classList.toggle("lv-fixed", !data.editable);
    this.root.querySelector(".lv-undo").disabled = !data.canUndo;
    this.root.querySelector(".lv-reset").disabled = !data.canReset;
    const fresh = data.version !== this.version;
    const before = this.film;
    if (fresh) {
      this.version = data.version;
      this.film = openFilm(await readPayload(data.film));
      this.film.editable = data.editable;
    }
    const theme = this.theme(data);
    if (data.at.id !== this.atId) {
      this.atId = data.at.id;
      this.place(data.at);
    }
    this.at = this.within(this.at);
    const sameShape =
      before && ["steps", "units"].every((key) => before[key] === this.film[key]) &&
      before.columns.length === this.film.columns.length && this.theme.now === theme;
    this.theme.now = theme;
    if (fresh || !sameShape) this.paintFixed();
    const plotly = await loadPlotly(this.sources, () => tell.needPlotly());
    if (!plotly) return;
    if (!this.cell) {
      this.cell = new CellView(this.root, plotly, {
        onPick: (what) => this.pick(what),
        onPoint: (what) => this.point(what?.name),
      });
      this.overview = new OverviewView(this.root, plotly, { onJump: (t, name, unit) => this.jump(t, name, unit) });
    }
    if (before && fresh && sameShape && this.drawn) {
      this.refresh({ duration: 650 });
      this.overview.draw(this.film, this.palette).then(() => this.overview.show(this.at.t));
    } else if (fresh || !sameShape || !this.drawn) {
      await this.redraw();
    } else {
      this.refresh({});
    }
  }

  // The page's own background says which theme is on.
  theme(data) {
    const style = getComputedStyle(this.root);
    const ground = style.getPropertyValue("--st-background-color").trim();
    const dark = ground ? isDark(ground) : matchMedia("(prefers-color-scheme: dark)").matches;
    const name = data.theme ?? (dark ? "dark" : "light");
    this.palette = this.film.palettes[name];
    this.root.dataset.theme = name;
    for (const [role, colour] of Object.entries(this.palette)) {
      if (typeof colour === "string") this.root.style.setProperty(`--lv-${role}`, colour);
    }
    return name;
  }

  async redraw() {
    const { film, palette } = this;
    this.drawn = false;
    this.at = this.within(this.at);
    this.cell.at = this.at;
    this.cell.film = film;
    await this.cell.draw(film, palette, this.at);
    this.drawn = true;
    this.refresh({});
    await this.overview.draw(film, palette);
    this.overview.show(this.at.t);
    this.root.dataset.ready = this.version;
  }

  watchSize() {
    const seen = { width: 0, height: 0 };
    const look = () => {
      const [width, height] = [this.root.clientWidth, window.innerHeight];
      const moved = Math.abs(width - seen.width) > 2 || Math.abs(height - seen.height) > 60;
      Object.assign(seen, { width, height });
      if (!moved || !this.drawn || !width) return;
      clearTimeout(this.resizing);
      this.resizing = setTimeout(() => this.redraw(), 120);
    };
    this.sizes = new ResizeObserver(look);
    this.sizes.observe(this.root);
  }

  // ---- where the reader is ----------------------------------------------------------------

  get position() {
    return this.at.t * this.film.stages.length + this.at.stage;
  }

  place({ t, stage, unit }) {
    this.stop();
    this.at = { t, stage, unit };
  }

  within({ t, stage, unit }) {
    const last = this.film.steps - 1;
    const step = Math.max(0, Math.min(last, t));
    const stages = this.film.stages.length - (step === last ? 2 : 1);
    return { t: step, stage: Math.max(0, Math.min(stages, stage)), unit: Math.min(unit, this.film.units - 1) };
  }

  step(by) {
    this.stop();
    this.move(this.position + by);
  }

  seek(position) {
    this.stop();
    this.move(position, 0);
  }

  go(t, stage) {
    this.stop();
    this.move(t * this.film.stages.length + stage);
  }

  jump(t, name, unit) {
    const stage = this.film.stages.findIndex((s) => s.focus.includes(name) && s.focus.at(-1) === name);
    this.pickUnit(unit);
    this.go(t, Math.max(0, stage));
  }

  // Every press counts at once; what is painted catches up.
  move(position, duration = GLIDE) {
    const stages = this.film.stages.length;
    const next = Math.max(0, Math.min(this.film.length - 1, position));
    if (next === this.position) return;
    const forward = next === this.position + 1;
    const carried = this.film.stages[this.at.stage].carries && forward;
    this.at = { ...this.at, t: Math.floor(next / stages), stage: next % stages };
    // The strips of c and h stand where the next step reads them: swap names without a movement.
    this.refresh({ duration: carried || this.still() ? 0 : duration / this.pace() ** 0.5, moving: true });
    this.tellLater();
  }

  still() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  pace() {
    return Number(this.root.querySelector(".lv-speed").value);
  }

  toggle() {
    if (this.timer) {
      this.stop();
      return;
    }
    if (this.position >= this.film.length - 1) this.move(0, 0);
    const tick = () => {
      this.move(this.position + 1);
      if (this.position >= this.film.length - 1) this.stop();
      else this.timer = setTimeout(tick, PLAY / this.pace());
    };
    this.timer = setTimeout(tick, 60);
    this.paintPlay();
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = null;
    this.paintPlay();
  }

  pickUnit(unit) {
    this.at = { ...this.at, unit };
    this.refresh({});
    this.tellLater();
  }

  key(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !this.film) return;
    const target = event.composedPath()[0];
    const busy =
      target.closest?.("input,textarea,select,[contenteditable=true],[role=slider],[role=radio],[role=tab],[role=option],[role=combobox],[role=menuitem]") ||
      document.querySelector("[role=dialog],[role=listbox]");
    if (event.key === "Escape" && this.drawer && !document.querySelector("[role=dialog],[role=listbox]")) {
      this.open(null);
      return;
    }
    if (busy) return;
    if (event.key in KEYS) {
      if (event.shiftKey) this.go(this.at.t + KEYS[event.key], this.at.stage);
      else this.step(KEYS[event.key]);
    } else if (event.key === "Home") this.seek(0);
    else if (event.key === "End") this.seek(this.film.length - 1);
    else if (event.key === " " && !target.closest?.("button,a,summary,[role=button]")) this.toggle();
    else return;
    event.preventDefault();
  }

  // Tell Python, the address bar and the screen reader once the reader rests.
  tellLater() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      if (this.timer) return this.tellLater();
      this.root.querySelector(".lv-live").textContent = this.sentenceText();
      this.paintAddress();
      this.tell.at(this.at);
    }, REST);
  }

  paintAddress() {
    if (this.query === undefined) return;
    const query = new URLSearchParams(this.query);
    const { t, stage, unit } = this.at;
    for (const [name, value] of Object.entries({ t, stage, unit })) if (value) query.set(name, value + 1);
    const text = query.toString();
    const url = location.pathname + (text ? `?${text}` : "") + location.hash;
    if (url !== location.pathname + location.search + location.hash) history.replaceState(history.state, "", url);
  }

  // ---- painting ---------------------------------------------------------------------------

  refresh({ duration = 0, moving = false }) {
    if (!this.film) return;
    this.paintWords();
    if (this.drawn) {
      this.cell.show(this.film, this.at, {
        duration: this.still() ? 0 : duration,
        moving: moving && !this.still(),
        endless: () => Boolean(this.timer) && !this.still(),
        unit: this.at.unit,
      });
      this.overview.film && this.overview.show(this.at.t);
    }
    this.paintDrawer();
    this.paintTwin();
  }

  // What changes with the film but not with the step.
  paintFixed() {
    const { film, root } = this;
    root.querySelector(".lv-scrub").max = film.length - 1;
    root.querySelector(".lv-ribbon").innerHTML = film.tokens
      .map((token, t) => `<button type="button" tabindex="-1" data-t="${t}" title="go to step ${t + 1}">${escapeHtml(token)}</button>`)
      .join("");
    root.querySelector(".lv-unit").innerHTML = [...Array(film.units).keys()]
      .map((unit) => `<option value="${unit}">unit ${unit + 1}${film.unitLabels[unit] ? `: ${escapeHtml(film.unitLabels[unit])}` : ""}</option>`)
      .join("");
    this.paintAddress();
  }

  paintPlay() {
    const button = this.root.querySelector(".lv-play");
    button.querySelector(".lv-word").textContent = this.timer ? "Pause" : "Play";
    button.classList.toggle("lv-playing", Boolean(this.timer));
  }

  paintWords() {
    const { film, root, at } = this;
    const stage = film.stages[at.stage];
    const set = (selector, html) => {
      const element = root.querySelector(selector);
      if (element.innerHTML !== html) element.innerHTML = html;
    };
    const place = `step ${at.t + 1} of ${film.steps}`;
    set(".lv-readout", `${place} · <b>${escapeHtml(film.tokens[at.t])}</b> · ${stage.title.toLowerCase()}`);
    set(".lv-title", `<span class="lv-number">${at.stage + 1}</span> ${stage.title}`);
    set(".lv-equation", equationHtml(film, stage.equation));
    set(".lv-numbers", `unit ${at.unit + 1}:&ensp;${numbersHtml(film, stage.numbers, at.t, at.unit)}`);
    set(".lv-sentence", numbersHtml(film, stage.sentence, at.t, at.unit) + this.answerHtml());
    const scrub = root.querySelector(".lv-scrub");
    scrub.value = this.position;
    scrub.setAttribute("aria-valuetext", `${place}, ${film.tokens[at.t]}, ${stage.title}`);
    root.querySelector(".lv-prev").disabled = this.position === 0;
    root.querySelector(".lv-next").disabled = this.position >= film.length - 1;
    root.querySelector(".lv-unit").value = at.unit;
    const ribbon = root.querySelector(".lv-ribbon");
    const token = ribbon.children[at.t];
    if (ribbon.current !== token) {
      ribbon.current?.removeAttribute("aria-current");
      token.setAttribute("aria-current", "step");
      ribbon.current = token;
      const middle = token.offsetLeft - (ribbon.clientWidth - token.offsetWidth) / 2;
      ribbon.scrollTo({ left: middle, behavior: "auto" });
    }
    root.dataset.position = this.position;
  }

  // What a trained network says once h is known.
  answerHtml() {
    const { film, at } = this;
    const known = film.stages[at.stage].states.h !== "empty";
    const answer = known && film.answers[at.t];
    return answer ? ` <span class="lv-answer">The read-out of h says: <b>${escapeHtml(answer)}</b></span>` : "";
  }

  sentenceText() {
    const words = document.createElement("p");
    const stage = this.film.stages[this.at.stage];
    words.innerHTML = fillNumbers(this.film, stage.sentence, this.at.t, this.at.unit) + this.answerHtml();
    return `Step ${this.at.t + 1} of ${this.film.steps}. ${stage.title}. ${words.textContent}`;
  }

  // The table twin of the picture, made while it is open.
  paintTwin() {
    const twin = this.root.querySelector(".lv-twin");
    if (!twin.open || !this.film) return;
    const { film, at } = this;
    const states = film.stages[at.stage].states;
    const units = [...Array(film.units).keys()];
    const body = film.shown.filter((name) => name !== "x").map((name) => {
      const values = valuesAt(film, name, at.t);
      const cells = units.map((k) =>
        states[name] === "empty"
          ? "<td>–</td>"
          : `<td><button type="button" class="lv-link" data-name="${name}" data-k="${k}" aria-label="${film.signals[name].label}, unit ${k + 1}: ${formatExact(values[k])}, open its derivation">${formatExact(values[k])}</button></td>`,
      );
      return `<tr data-signal="${name}"><th scope="row">${symbolHtml(film, name)} ${film.signals[name].label}</th>${cells.join("")}</tr>`;
    });
    twin.querySelector(".lv-twin-body").innerHTML = `<table class="lv-matrix">
      <caption>Step ${at.t + 1}, “${escapeHtml(film.tokens[at.t])}”, after “${film.stages[at.stage].title.toLowerCase()}”. A dash is not computed yet.</caption>
      <thead><tr><td></td>${units.map((k) => `<th scope="col">unit ${k + 1}</th>`).join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
  }

  // ---- pointing, opening, editing ---------------------------------------------------------

  point(name) {
    if (name === this.pointed || !this.drawn) return;
    this.pointed = name;
    this.root.querySelectorAll("[data-signal]").forEach((element) => {
      element.classList.toggle("lv-marked", Boolean(name) && element.dataset.signal === name);
    });
    this.cell.mark(this.at.unit, name ?? null);
  }

  pick(what) {
    if (!what) return;
    if (what.name !== "x") this.at = { ...this.at, unit: what.k };
    this.open({ kind: "value", ...what });
    this.refresh({});
    this.root.querySelector(".lv-drawer").scrollIntoView({ block: "nearest" });
    this.tellLater();
  }

  open(drawer) {
    const wasOpen = Boolean(this.drawer);
    this.drawer = drawer;
    this.root.classList.toggle("lv-open", Boolean(drawer));
    this.root.querySelector(".lv-edit").setAttribute("aria-expanded", String(drawer?.kind === "edit"));
    this.painted = null;
    this.paintDrawer();
    if (wasOpen !== Boolean(drawer) && this.drawn) this.redraw();
    if (drawer) this.root.querySelector(".lv-close").focus({ preventScroll: true });
  }

  paintDrawer() {
    const body = this.root.querySelector(".lv-drawer-body");
    if (!this.drawer) {
      body.innerHTML = "";
      return;
    }
    const { kind, name, k } = this.drawer;
    const { t } = this.at;
    const html = kind === "edit" ? editorHtml(this.film, this.tab, t) : derivationHtml(this.film, name, k, t);
    if (html === this.painted) return;
    this.painted = html;
    const opened = new Set([...body.querySelectorAll("details[open]")].map((part) => part.dataset.part));
    const focused = document.activeElement?.dataset?.index !== undefined ? fieldSelector(document.activeElement) : null;
    const top = body.scrollTop;
    body.innerHTML = html;
    body.querySelectorAll("details").forEach((part) => {
      if (opened.has(part.dataset.part)) part.open = true;
    });
    body.scrollTop = top;
    if (focused) body.querySelector(focused)?.focus({ preventScroll: true });
  }

  drawerClicked(event) {
    const { tab, jump, signalOf, k, hold, gate } = event.target.closest("button")?.dataset ?? {};
    if (tab) {
      this.tab = tab;
      this.paintDrawer();
      this.root.querySelector(`.lv-tab[data-tab="${tab}"]`).focus({ preventScroll: true });
    } else if (jump !== undefined) {
      this.drawer = { kind: "value", name: signalOf, k: Number(k) };
      this.jump(Number(jump), signalOf, Number(k));
    } else if (hold !== undefined) {
      const value = hold === "" ? null : Number(hold);
      this.tell.edit([...Array(this.film.units).keys()].map((unit) => ({ target: "clamp", index: [CLAMP_ROW[gate], unit], value })));
    }
  }

  edited(event) {
    const { target, index } = event.target.dataset;
    if (!target) return;
    const text = event.target.value.trim();
    const value = text === "" ? null : Number(text);
    if (value === null && target !== "clamp") {
      this.painted = null;
      this.paintDrawer();
      return;
    }
    this.tell.edit([{ target, index: index.split(".").map(Number), value }]);
  }

  async savePng() {
    const { film, at, palette } = this;
    const stage = film.stages[at.stage];
    const symbol = (template) =>
      template.replace(FIELD, (_, _b, name) => `<span style="color:${palette[`text_${film.signals[name].color}`]}">${film.signals[name].symbol}</span>`);
    const header = [
      `<b>${at.stage + 1}  ${stage.title}</b>   step ${at.t + 1} of ${film.steps} · “${escapePlotly(film.tokens[at.t])}”`,
      `${symbol(stage.equation)}     unit ${at.unit + 1}:  ${fillNumbers(film, stage.numbers, at.t, at.unit)}`,
    ];
    const link = document.createElement("a");
    link.href = await this.cell.png(header);
    link.download = `lstm-step-${at.t + 1}-stage-${at.stage + 1}.png`;
    link.click();
  }

  destroy() {
    this.stop();
    this.cell?.flow.stop();
    clearTimeout(this.resting);
    this.sizes.disconnect();
    window.removeEventListener("keydown", this.onKey);
  }
}

function fieldSelector({ dataset }) {
  return `[data-target="${dataset.target}"][data-index="${dataset.index}"]`;
}

function isDark(colour) {
  const probe = document.createElement("canvas").getContext("2d");
  probe.fillStyle = colour;
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(probe.fillStyle.slice(at, at + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
}

// Mount the player in a `.lv` element, or hand new data to the one that is there.
export default function mount({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".lv");
  const player = (root.lvPlayer ??= new Player(root));
  player.updates = (player.updates ?? Promise.resolve()).then(() =>
    player.update(data, {
      at: (at) => setStateValue("at", at),
      edit: (edits) => setTriggerValue("edit", edits),
      action: (name) => setTriggerValue("action", name),
      needPlotly: () => setTriggerValue("action", "need-plotly"),
    }),
  );
  return () => {
    if (!root.isConnected) player.destroy();
    else setTimeout(() => root.isConnected || player.destroy(), 0);
  };
}
