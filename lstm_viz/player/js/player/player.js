// The player: brings the data, the place, the pictures and the words together.

import { Drawer } from "../drawer/drawer.js";
import { openFilm, readPayload } from "../film/film.js";
import { inward, outward } from "../film/network.js";
import { CellView } from "../picture/cell_view.js";
import { OverviewView } from "../picture/overview_view.js";
import { saveAsPng } from "../picture/png.js";
import { topInPage } from "../picture/room.js";
import { Zoom } from "../picture/zoom.js";
import { Progress } from "./progress.js";
import { Questions } from "./questions.js";
import { Readout } from "./readout.js";
import { WayBack } from "./way_back.js";
import { growFromPlace } from "../shared/growing.js";
import { escapeHtml, textOf } from "../shared/html.js";
import { OVERLAY } from "../shared/keys.js";
import { loadPlotly } from "../shared/plotly.js";
import { isDark } from "../shared/theme.js";
import { Transport } from "../shared/transport.js";
import { paintWorkings } from "../workings/workings.js";

const REST = 350; // milliseconds without a step before Python is told
const EDIT_GLIDE = 650;
const SETTLES = 400; // milliseconds after a drawing in which what stands above it comes to rest
const FORGOTTEN = 5000; // milliseconds after which a click has nothing to do with what comes
window.lvPlaces ??= {};
const PLACES = window.lvPlaces; // of each scene, as long as the page is not loaded anew

export class Player {
  constructor(root) {
    this.root = root;
    this.readout = new Readout(root);
    this.transport = new Transport({
      pace: () => Number(root.querySelector(".lv-speed").value),
      onMove: (duration) => {
        const { t, stage } = this.at;
        const spoken = this.film.speaks?.[t]?.[stage] ?? null; // the unit that the sentence is about
        if (spoken !== null) this.transport.at = { t, stage, unit: spoken };
        this.refresh({ duration, moving: true });
        this.tellLater();
      },
      onPlay: (playing) => this.readout.paintPlay(playing),
      stops: (t, stage) => this.ask(t, stage),
      onEnd: (by) => this.askForEnd(by),
    });
    this.progress = new Progress();
    this.questions = new Questions(root, {
      onAnswer: ({ t, stage }) => this.transport.move(t * this.film.stages.length + stage),
      onSkip: () => this.transport.step(1),
      onRecord: (id, right) => this.progress.answered(this.scene, id, right),
    });
    this.works = root.querySelector(".lv-works");
    this.drawer = new Drawer(root, {
      onOpen: () => this.drawn && this.redraw(),
      onJump: (t, name, k) => this.jump(t, name, k),
      onEdit: (edits) => this.tell.edit(edits),
    });
    const { transport } = this;
    this.cell = new CellView(root, {
      onPick: (what) => this.pick(what),
      onPoint: (what) => this.point(what?.name),
      onGo: (t, stage) => transport.go(t ?? this.at.t, stage),
      onUnit: (number) => this.choose(number),
    });
    this.wayBack = new WayBack(root, this.cell.frame, () => {
      this.tellNow(); // the way back leads to where they are now
      this.tell.action("back");
    });
    this.zoom = new Zoom(root, this.cell, {
      ready: () => this.drawing,
      redraw: () => this.redraw({ overview: false }),
      go: (t) => transport.go(t, this.at.stage),
      changed: () => this.tellLater(),
    });
    this.overview = new OverviewView(root, { onJump: (t, name, unit) => this.jump(t, name, unit) });
    this.listen();
  }

  get at() {
    return this.transport.at;
  }

  listen() {
    const { root, transport } = this;
    const on = (selector, type, act) => root.querySelector(selector).addEventListener(type, act);
    on(".lv-prev", "click", () => transport.step(-1));
    on(".lv-next", "click", () => transport.step(1));
    on(".lv-play", "click", () => transport.toggle());
    on(".lv-scrub", "input", (event) => transport.seek(Number(event.target.value)));
    on(".lv-unit", "change", (event) => this.pickUnit(Number(event.target.value)));
    on(".lv-undo", "click", () => this.tell.action("undo"));
    on(".lv-reset", "click", () => this.tell.action("reset"));
    on(".lv-png", "click", () => saveAsPng(this.cell, this.film, this.at));
    on(".lv-explain", "click", () => this.explain({ name: this.film.stages[this.at.stage].focus.at(-1), k: this.at.unit }));
    on(".lv-ribbon", "click", (event) => {
      const chosen = event.target.closest("[data-n]");
      if (!chosen) return;
      const n = Number(chosen.dataset.n);
      if (this.readout.ofStages) transport.go(this.at.t, n);
      else transport.go(n, this.at.stage);
    });
    on(".lv-twin", "toggle", () => this.readout.paintTwin(this.at));
    on(".lv-twin", "click", (event) => {
      const cell = event.target.closest("[data-name]");
      if (cell) this.pick({ name: cell.dataset.name, k: Number(cell.dataset.k) });
    });
    root.addEventListener("pointerover", (event) => this.point(event.target.closest?.("[data-signal]")?.dataset.signal));
    this.onKey = (event) => {
      if (event.key === "Escape" && this.drawer.shows && !document.querySelector(OVERLAY)) this.drawer.open(null);
      else if (this.questions.key(event) || this.zoom.key(event) || this.wayBack.key(event) || transport.key(event)) event.preventDefault();
    };
    window.addEventListener("keydown", this.onKey);
    // Who goes on to a control of the page has come to rest: it acts on the place that is on screen.
    this.onPointer = (event) => {
      this.pointedAt = performance.now();
      this.onLeave(event);
    };
    this.onLeave = ({ target, key = "Enter" }) => (key === "Enter" || key === " ") && !root.contains(target) && target !== document.body && this.tellNow();
    document.addEventListener("pointerdown", this.onPointer, true);
    document.addEventListener("keydown", this.onLeave, true);
    this.onHide = () => this.progress.keep();
    window.addEventListener("pagehide", this.onHide);
    this.watchSize();
  }

  // ---- data from Python -------------------------------------------------------------------

  async update(data, tell) {
    this.tell = tell;
    this.query = data.query;
    this.scene = data.scene;
    this.tells = data.tells !== false;
    this.path ??= location.pathname;
    this.root.classList.toggle("lv-fixed", !data.editable);
    this.root.querySelector(".lv-undo").disabled = !data.canUndo;
    this.root.querySelector(".lv-reset").disabled = !data.canReset;
    this.drawer.warn(data.problem);
    this.wayBack.open(data.back);
    this.root.classList.toggle("lv-chooses", data.chooses !== false); // other units, by a click
    const before = this.film;
    const stood = before && outward(before, this.at);
    const fresh = data.version !== this.version;
    if (fresh) {
      this.film = openFilm(await readPayload(data.film));
      this.version = data.version;
      this.film.editable = data.editable;
      if (before) this.transport.at = inward(this.film, { ...stood, unit: this.wanted ?? stood.unit, ...this.heading });
      this.wanted = this.heading = null;
      this.transport.open(this.film);
      this.readout.open(this.film);
      this.questions.open(this.film, this.scene);
      this.zoom.open(this.film);
      if (before && !sameShape(before, this.film)) this.drawn = false; // nothing on screen fits it
    }
    const jumped = data.at.id !== this.atId;
    if (jumped) {
      this.atId = data.at.id;
      clearTimeout(this.resting); // where they were is not where they are
      this.resting = null;
      this.questions.leave();
      // Who comes back to a scene, and by no link, finds it where they left it.
      const left = PLACES[this.scene];
      this.transport.place(inward(this.film, left?.id === data.at.id ? left.at : data.at));
      if (this.zoom.place(this.film.level)) this.drawn = false;
    }
    if (fresh && before) this.takeFocus();
    const recoloured = this.colour();
    this.paintAddress();
    if (fresh || jumped) {
      this.progress.seen(this.scene, this.transport.position, this.film.length);
      this.progress.keep();
    }
    if (!fresh && !jumped && !recoloured && this.drawn) return;
    if (!this.drawn) {
      this.refresh({}); // words, and room for the picture, while Plotly is on its way
      this.cell.fit(this.film);
    }
    const plotly = await loadPlotly(data.plotly, () => tell.needPlotly());
    if (!plotly) return;
    this.cell.plotly = this.overview.plotly = plotly;
    if (!this.drawn || recoloured) await this.redraw();
    else if (fresh) await this.glide();
    else this.refresh({});
  }

  // Who typed a sentence or chose a network wants to step through it next.
  takeFocus() {
    const focused = document.activeElement;
    const typed = focused?.closest?.(".st-key-text");
    const chosen = focused?.getAttribute?.("role") === "combobox";
    if (typed || chosen) this.root.querySelector(".lv-next").focus({ preventScroll: true });
    // A choice that was clicked gives the keys back to the player; who chose by keyboard stays there.
    const clicked = performance.now() - (this.pointedAt ?? -FORGOTTEN) < FORGOTTEN;
    if (clicked && focused?.getAttribute?.("role") === "radio") focused.blur();
  }

  // Put the theme's colours in; the page's own background says which theme is on.
  colour() {
    const ground = getComputedStyle(this.root).getPropertyValue("--st-background-color").trim();
    const dark = ground ? isDark(ground) : matchMedia("(prefers-color-scheme: dark)").matches;
    const theme = dark ? "dark" : "light";
    const changed = this.root.dataset.theme !== theme;
    this.palette = this.film.palettes[theme];
    this.root.dataset.theme = theme;
    for (const [role, colour] of Object.entries(this.palette)) {
      if (typeof colour === "string") this.root.style.setProperty(`--lv-${role}`, colour);
    }
    return changed;
  }

  // ---- pictures ---------------------------------------------------------------------------

  // From nothing, or in other sizes or colours; one at a time.
  redraw({ overview = true } = {}) {
    const draw = async () => {
      this.drawn = false;
      const top = topInPage(this.root);
      await this.cell.draw(this.film, this.palette, this.at);
      this.drawn = true;
      this.keepFitting(top);
      this.refresh({});
      // Once: a place that is left later is for what comes after this picture.
      if (this.wayBack.words && !this.grown) growFromPlace(this.cell.frame);
      this.grown = true;
      if (overview) await this.drawOverview();
    };
    this.drawing = (this.drawing ?? Promise.resolve()).then(draw);
    return this.drawing;
  }

  // While the page is built or changes, more may stand above the player for a moment than stays
  // there: a picture that was fitted to the room below it then is fitted again.
  keepFitting(top) {
    clearTimeout(this.fitting);
    this.fitting = setTimeout(() => {
      if (this.root.clientWidth && Math.abs(topInPage(this.root) - top) > 3) this.redraw();
    }, SETTLES);
  }

  // Other numbers in the same picture: it moves there.
  async glide() {
    this.refresh({ duration: this.film.glide ?? EDIT_GLIDE });
    await this.drawOverview();
  }

  async drawOverview() {
    if (this.film.overview) {
      await this.overview.draw(this.film, this.palette);
      this.overview.show(this.at.t);
    }
    this.root.dataset.ready = this.version;
  }

  // A question comes before its frame: the words change, the picture waits.
  ask(t, stage) {
    const stops = this.questions.stops(t, stage);
    if (stops) {
      const { unit } = this.questions.asking;
      if (unit !== null && unit !== this.at.unit) this.pickUnit(unit);
      this.readout.paint(this.at, this.transport.position, this.questions.sentence);
      this.readout.say(`Predict. ${textOf(this.questions.sentence)}`);
    }
    return stops;
  }

  refresh({ duration = 0, moving = false }) {
    if (!this.film) return;
    const { film, at } = this;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (moving) this.questions.leave();
    this.readout.paint(at, this.transport.position, this.questions.sentence);
    this.drawer.paint(film, at);
    this.paintWorks();
    if (!this.drawn) return;
    this.cell.show(film, at, {
      duration: still ? 0 : duration,
      moving: moving && !still,
      endless: () => this.transport.playing && !still,
    });
    if (this.overview.film) this.overview.show(at.t);
  }

  // What is worked out beside the picture (workings.js).
  paintWorks() {
    const { film, at, works } = this;
    const { work } = film.stages[at.stage];
    this.root.classList.toggle("lv-working", Boolean(work));
    this.root.classList.toggle("lv-works-room", film.stages.some((stage) => stage.work));
    if (work) paintWorkings(works, film, at);
    else works.replaceChildren();
  }

  watchSize() {
    const seen = { width: 0, height: 0 };
    this.sizes = new ResizeObserver(() => {
      const [width, height] = [this.root.clientWidth, window.innerHeight];
      const changed = Math.abs(width - seen.width) > 2 || Math.abs(height - seen.height) > 60;
      Object.assign(seen, { width, height });
      if (!changed || !this.drawn || !width) return;
      clearTimeout(this.resizing);
      this.resizing = setTimeout(() => this.redraw(), 120);
    });
    this.sizes.observe(this.root);
  }

  // ---- where the reader is, told to others ------------------------------------------------

  // Python, the address bar and the screen reader hear of it once the reader rests.
  tellLater() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => (this.transport.playing ? this.tellLater() : this.tellNow()), REST);
    this.progress.seen(this.scene, this.transport.position, this.film.length);
  }

  tellNow() {
    this.progress.keep();
    if (!this.resting) return;
    clearTimeout(this.resting);
    this.resting = null;
    if (location.pathname !== this.path) return; // the reader has left for another page
    this.readout.speak(this.at);
    this.paintAddress();
    const at = outward(this.film, this.at);
    PLACES[this.scene] = { id: this.atId, at };
    if (this.tells) this.tell.at(at);
  }

  paintAddress() {
    if (this.query === undefined || location.pathname !== this.path) return;
    const query = new URLSearchParams(this.query);
    const { t, stage, unit } = outward(this.film, this.at);
    for (const [name, value] of Object.entries({ t, stage, unit })) if (value) query.set(name, value + 1);
    this.zoom.address(query);
    const text = query.toString();
    const address = location.pathname + (text ? `?${text}` : "") + location.hash;
    if (address !== location.pathname + location.search + location.hash) history.replaceState(history.state, "", address);
  }

  jump(t, name, unit) {
    const stage = this.film.stages.findIndex(({ focus }) => focus.at(-1) === name);
    this.pickUnit(unit);
    this.transport.go(t, Math.max(0, stage));
  }

  // The beginning or the end of a run of which the film has only a stretch: Python has the rest.
  askForEnd(by) {
    const { of, first, steps, network } = this.film;
    if (!network || (by < 0 ? first === 0 : first + steps === of)) return;
    this.heading = by < 0 ? { t: 0, stage: 0 } : { t: of - 1, stage: this.film.stages.length };
    clearTimeout(this.resting); // not of the place on the way there
    this.resting = null;
    this.tell.at({ ...outward(this.film, this.at), t: this.heading.t, stage: 0 });
  }

  pickUnit(unit) {
    this.transport.at = { ...this.at, unit };
    this.refresh({});
    this.tellLater();
  }

  // A unit of the network that is to be one of the chosen, by its number: who has its values chooses.
  choose(number) {
    if (!this.root.classList.contains("lv-chooses")) return;
    const k = this.film.network.chosen.indexOf(number);
    if (k >= 0) {
      this.pickUnit(k);
      return;
    }
    this.wanted = number;
    this.tell.action(`unit:${number}`);
  }

  // ---- pointing and opening ---------------------------------------------------------------

  point(name) {
    if (name === this.pointed || !this.drawn) return;
    this.pointed = name;
    this.root.querySelectorAll("[data-signal]").forEach((element) => {
      element.classList.toggle("lv-marked", Boolean(name) && element.dataset.signal === name);
    });
    this.cell.point(name);
  }

  pick(what) {
    if (!what) return;
    if (this.readout.ofStages) {
      const { stages } = this.film;
      const stage = stages.findIndex(({ focus }, k) => k > 0 && focus.includes(what.name));
      if (stage > 0 && !(this.at.stage && stages[this.at.stage].focus.includes(what.name))) this.transport.go(this.at.t, stage);
      return;
    }
    this.explain(what);
  }

  // Where a value comes from.
  explain(what) {
    this.drawer.open({ kind: "value", ...what });
    if (what.name !== "x") this.pickUnit(what.k);
    this.drawing?.then(() => this.drawer.panel.scrollIntoView({ block: "nearest" }));
  }

  fail(error) {
    this.readout.set(".lv-sentence", `The picture could not be drawn: ${escapeHtml(error.message)}`);
    console.error(error);
  }

  destroy() {
    this.wayBack.destroy();
    this.transport.stop();
    this.cell.flow.stop();
    this.cell.fields.stop();
    clearTimeout(this.resting);
    clearTimeout(this.fitting);
    this.progress.keep();
    this.sizes.disconnect();
    window.removeEventListener("keydown", this.onKey);
    document.removeEventListener("pointerdown", this.onPointer, true);
    document.removeEventListener("keydown", this.onLeave, true);
    window.removeEventListener("pagehide", this.onHide);
  }
}

// The same drawing can take the new numbers: the picture moves and nothing is drawn afresh.
function sameShape(a, b) {
  const sameFields = a.network?.units === b.network?.units && a.network?.columns.length === b.network?.columns.length;
  const sameStrips = a.shown.join() === b.shown.join(); // those of another kind of cell are others
  return sameFields && sameStrips && a.drawing === b.drawing && a.steps === b.steps && a.units === b.units && a.columns.length === b.columns.length;
}
