// The player: brings the film, the place, the picture and the words together.

import { Beyond } from "./beyond.js";
import { listen } from "./controls.js";
import { Drawing } from "./drawing.js";
import { Focus } from "./focus.js";
import { LatePress } from "./late_press.js";
import { Missed } from "./missed.js";
import { Painting } from "./painting.js";
import { Progress } from "./progress.js";
import { Questions } from "./questions.js";
import { Readout } from "./readout.js";
import { Sketch } from "./sketch.js";
import { Sound } from "./sound.js";
import { WayBack } from "./way_back.js";
import { WayIn } from "./way_in.js";
import { Drawer } from "../drawer/drawer.js";
import { openFilm } from "../film/open.js";
import { CellView } from "../picture/cell_view.js";
import { clearOf, Look } from "../picture/look_at.js";
import { disable } from "../shared/disabled.js";
import { OverviewView } from "../picture/overview_view.js";
import { Address, keepFraming } from "../shared/address.js";
import { paintPlay } from "../shared/bar.js";
import { escapeHtml } from "../shared/html.js";
import { isStill } from "../shared/motion.js";
import { foundAt, isKnown, leaveAt } from "../shared/places.js";
import { loadPlotly } from "../shared/plotly.js";
import { Rest } from "../shared/rest.js";
import { watchSize } from "../shared/size.js";
import { takeColours } from "../shared/theme.js";
import { Transport } from "../shared/transport.js";
import { visit } from "../shared/visit.js";

const ASKS = "ask"; // in an address: the question that stands before the next frame is asked

export class Player {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {any} what is told to Python */
    this.tell = null;
    this.scene = "";
    /** @type {Contract.InLesson | null} */
    this.lesson = null;
    this.tells = false;
    /** @type {Contract.Place | null} where Python has the reader */
    this.knownAt = null;
    /** @type {import("../film/open.js").AnyFilm | null} */
    this.film = null;
    this.address = new Address();
    this.progress = new Progress();
    this.missed = new Missed(this.progress);
    this.readout = new Readout(root);
    const pace = () => Number(root.querySelector(".lv-speed").value);
    this.sound = new Sound(root, pace);
    this.transport = new Transport({
      pace,
      onMove: (duration) => this.moved(duration),
      onPlay: (playing) => paintPlay(root, playing),
      stops: (t, stage) => this.ask(t, stage),
      onEnd: (by) => this.beyond.askForEnd(by),
      onPast: () => this.goOn(),
      hasMore: (by) => this.beyond.hasMore(by),
      onEdge: (to, by) => this.beyond.askForMore(to, by),
      lingers: () => this.readout.readIn,
      beat: () => this.sound.beat,
    });
    this.readout.hasMore = (by) => this.beyond.hasMore(by);
    this.rest = new Rest(() => this.transport.playing, () => this.tellPlace(), () => this.paintAddress());
    this.look = new Look(root);
    this.questions = new Questions(root, {
      onAnswer: ({ t, stage }) => this.transport.move(t === undefined ? this.transport.next(1) : t * this.film.stages.length + stage),
      onSkip: () => this.transport.step(1),
      onPutOff: ({ concept }) => this.missed.putOff(concept),
      onRecord: (asked, right, surely) => this.record(asked, right, surely),
      onTold: () => {
        this.drawing.makeRoomBelow();
        this.transport.playOn();
      },
      onAsk: ({ look, unit }) => look && this.look.at(look, unit ?? 0),
      onSay: (text) => this.readout.say(text),
      onRoom: () => this.drawing.refit(),
      due: () => this.missed.due(this.lesson),
    });
    new ResizeObserver(() => clearOf(root, this.questions.box)).observe(this.questions.box);
    this.drawer = new Drawer(root, {
      onOpen: () => this.drawing.refit(),
      onJump: (t, name, k) => this.jump(t, name, k),
      onEdit: (edits) => this.tell.edit(edits),
    });
    this.cell = new CellView(root, {
      onPick: (what) => what && this.explain(what),
      onPoint: (what) => this.point(what?.name),
      onGo: (t, stage) => this.transport.go(t ?? this.at.t, stage),
      onRun: (t, unit) => this.intoRun(t, unit),
      onUnit: (number) => this.choose(number),
    });
    this.wayBack = new WayBack(root, this.cell.frame, () => {
      this.leave(); // the way back leads to where they are now
      this.tell.action("back");
    });
    this.wayIn = new WayIn(root, {
      place: () => this.cell.now(),
      onGo: () => {
        this.paintAddress(); // a question that was asked here is not asked of the step
        this.tell.action(`into:${this.film.outward(this.at).t}`);
      },
    });
    this.overview = new OverviewView(root, {
      onJump: (t, name, unit) => this.jump(t, name, unit),
      onUnit: (unit) => this.pickUnit(unit),
    });
    this.sketch = new Sketch(this.cell, (values) => this.tell.action(`drawn:${values.join()}`));
    this.painting = new Painting(this.cell, (cells) => this.tell.action(`painted:${cells}`));
    this.drawing = new Drawing(this);
    this.beyond = new Beyond(this);
    this.focus = new Focus(root);
    this.ended = new AbortController();
    this.late = new LatePress(root, this.ended.signal);
    listen(this, this.ended.signal);
    const sizes = () => [root.clientWidth, window.innerHeight];
    this.unwatch = watchSize(root, sizes, [2, 60], () => this.drawing.refit());
  }

  get at() {
    return this.transport.at;
  }

  // ---- data from Python -------------------------------------------------------------------

  /** @param {Contract.PlayerData} data */
  async update(data, tell) {
    const jumps = data.at.id !== this.atId;
    await this.show(data, tell);
    if (jumps) this.late.again();
  }

  /** @param {Contract.PlayerData} data */
  async show(data, tell) {
    this.tell = tell;
    this.scene = data.scene;
    this.lesson = data.lesson;
    const wasTold = this.tells;
    this.tells = data.tells;
    if (this.film && this.tells && !wasTold && data.at.id === this.atId) this.tellMoved();
    this.address.open(data.query, data.page);
    this.root.classList.toggle("lv-fixed", !data.editable);
    disable(this.root.querySelector(".lv-undo"), !data.canUndo);
    disable(this.root.querySelector(".lv-reset"), !data.canReset);
    this.drawer.warn(data.problem);
    this.wayBack.open(data.back);
    this.wayIn.open(data.into);
    this.readout.into = data.into;
    this.chooses = data.chooses;
    this.root.classList.toggle("lv-chooses", data.chooses); // other units, by a click
    const asks = new URLSearchParams(location.search).has(ASKS);
    const before = this.film;
    const fresh = data.version !== this.version;
    if (fresh) await this.open(data);
    this.readout.next = data.next; // not sooner: who presses until then is still in the film before
    const jumped = data.at.id !== this.atId;
    if (jumped) this.goWhereSent(data.at);
    if (fresh || jumped) this.arrive();
    if (fresh && before) this.focus.take();
    const { palette, changed: recoloured } = takeColours(this.root, this.film.palettes);
    this.palette = palette;
    this.paintAddress();
    if (jumped && asks && this.address.isOurs) this.transport.step(1);
    if (fresh || jumped) {
      this.noteSeen();
      this.progress.keep();
    }
    if (!fresh && !jumped && !recoloured && this.drawing.isThere) return;
    if (!this.drawing.isThere) {
      this.refresh({}); // words, and room for the picture, while Plotly is on its way
      this.cell.fit(this.film);
    }
    const plotly = await loadPlotly(data.plotly, () => tell.action("need-plotly"));
    if (!plotly) return;
    this.cell.plotly = this.overview.plotly = plotly;
    if (!this.drawing.isThere || recoloured) await this.drawing.redraw();
    else if (fresh) this.drawing.glide();
    else this.refresh({});
  }

  async open(data) {
    const film = await openFilm(data.film); // in which time the reader may have gone on
    const before = this.film;
    const stood = before?.outward(this.at);
    this.film = film;
    this.sketch.open(film);
    this.sound.open(film.sound);
    this.painting.open(film);
    this.version = data.version;
    Object.assign(this.film, { editable: data.editable, edited: data.edited });
    const asked = this.beyond.forget();
    if (before) this.transport.at = this.film.inward({ ...stood, unit: this.wanted ?? stood.unit, ...asked });
    this.wanted = null;
    this.transport.open(this.film);
    if (asked) {
      this.transport.playOn();
      this.rest.later();
    }
    this.readout.open(this.film);
    this.questions.open(this.film, this.scene, this.lesson?.again);
    if (before && before.shape !== this.film.shape) this.drawing.anew(); // nothing on screen fits it
  }

  /** @param {Contract.Place} at */
  goWhereSent(at) {
    this.atId = at.id;
    this.knownAt = at;
    this.rest.forget(); // where they were is not where they are
    this.questions.leave();
    this.transport.place(this.film.inward(foundAt(this.scene, at)));
  }

  // ---- what is on screen ------------------------------------------------------------------

  moved(duration) {
    const spoken = this.film.speaker(this.at); // the unit that the sentence is about
    if (spoken !== null) this.transport.at = { ...this.at, unit: spoken };
    this.beyond.forget();
    this.refresh({ duration, moving: true });
    this.sound.hear(this.at.t);
    this.rest.later();
    this.noteSeen();
  }

  refresh({ duration = 0, moving = false }) {
    if (!this.film) return;
    const { film, at } = this;
    const still = isStill();
    if (moving) {
      this.questions.leave();
      this.arrive();
      if (!this.questions.answered && !this.questions.revealing) this.look.back();
      this.look.whole();
    }
    this.readout.paint(at, this.transport.position, this.questions.sentence);
    this.drawer.paint(film, at);
    if (!this.drawing.isThere) return;
    this.cell.show(film, at, {
      duration: still ? 0 : duration,
      moving: moving && !still,
      endless: () => this.transport.playing && !still,
    });
    this.sketch.place(at);
    this.painting.place(at);
    if (this.overview.film) this.overview.show(at).catch((error) => this.fail(error));
  }

  // A question comes before its frame: the words change, the picture waits.
  ask(t, stage) {
    const stops = this.questions.stops(t, stage, this.transport.playing);
    if (stops) {
      const unit = this.questions.asking?.unit ?? null; // the picture points at what is asked about
      if (unit === null) this.readout.paint(this.at, this.transport.position, this.questions.sentence);
      else this.pickUnit(unit);
      this.readout.say(this.questions.spoken);
      this.rest.later();
    }
    return stops;
  }

  // Here what was missed may be asked again.
  arrive() {
    const next = this.transport.next(1);
    const stages = this.film.stages.length;
    const before = this.questions.again;
    this.questions.arrive(Math.floor(next / stages), next % stages);
    if (this.questions.again !== before) this.rest.later(); // it is announced with the frame
  }

  record(asked, right, surely) {
    if (asked.id) this.progress.answered(this.scene, asked.id, right);
    this.missed.answered(this.scene, this.lesson, asked, right, surely);
  }

  // ---- where the reader is, told to others ------------------------------------------------

  noteSeen() {
    this.progress.seen(this.scene, this.lesson, this.transport.position, this.film.length);
  }

  // Python, the address bar and the screen reader hear of it once the reader rests.
  tellPlace() {
    this.progress.keep();
    if (!this.address.isOurs) return;
    this.readout.speak(this.at, this.questions.again ? this.questions.spoken : "");
    this.paintAddress();
    const at = this.film.outward(this.at);
    leaveAt(this.scene, this.atId, at);
    if (this.tells) this.tellMoved();
  }

  tellMoved() {
    const at = this.film.outward(this.at);
    if (!isKnown(this.knownAt, { ...at, id: this.atId })) this.tellAt({});
  }

  // The id says after which jump: a place of before the newest one is out of date.
  tellAt(elsewhere) {
    this.knownAt = { ...this.film.outward(this.at), ...elsewhere, id: this.atId };
    this.tell.at(this.knownAt);
  }

  // Who goes on to something else has come to rest.
  leave() {
    this.sketch.rest();
    this.painting.rest();
    this.progress.keep();
    this.rest.now();
  }

  paintAddress() {
    const { t, stage, unit } = this.film.outward(this.at);
    this.address.show({ t, stage, unit }, (query) => {
      if (this.questions.asking) query.set(ASKS, "1");
    });
  }

  // ---- going somewhere else ---------------------------------------------------------------

  jump(t, name, unit) {
    const stage = this.film.stages.findIndex(({ focus }) => focus.at(-1) === name);
    this.pickUnit(unit);
    this.transport.go(t, Math.max(0, stage));
  }

  // After the last frame: into the step on screen, the next part of the scene (asked for once), or the
  // next scene.
  goOn() {
    if (this.wayIn.words) {
      this.wayIn.go();
      return;
    }
    const { next } = this.readout;
    if (!next || this.leftFor === next) return;
    if (next.page !== null) this.tells = false; // a run of this page now would bring the reader back to it
    this.leave();
    this.leftFor = next;
    if (next.page === null) {
      this.tell.action("next");
      return;
    }
    const there = new URL(next.page, document.baseURI);
    keepFraming(there.searchParams);
    visit(there.href);
  }

  pickUnit(unit) {
    this.transport.at = { ...this.at, unit };
    this.refresh({});
    this.rest.later();
    this.noteSeen();
  }

  // A unit of the network that is to be one of the chosen, by its number: who has its values chooses.
  choose(number) {
    if (!this.chooses) return;
    const k = this.film.placeOf(number);
    if (k !== undefined) {
      this.pickUnit(k);
      return;
    }
    this.wanted = number;
    this.tell.action(`unit:${number}`);
  }

  // ---- pointing and opening ---------------------------------------------------------------

  point(name) {
    if (name === this.pointed || !this.drawing.isThere) return;
    this.pointed = name;
    for (const element of this.root.querySelectorAll("[data-signal]")) {
      element.classList.toggle("lv-marked", Boolean(name) && element.dataset.signal === name);
    }
    this.cell.point(name);
  }

  // Into the cell at a step and a unit of the run that the frame shows, which stays the one on screen.
  intoRun(t, unit) {
    this.transport.stop();
    this.tell.action(`run:${this.at.t}:${t}:${unit}`);
  }

  explain(what) {
    if (this.film.why(this.at, what.name, what.k) === "") return;
    this.drawer.open({ kind: "value", ...what });
    if (this.film.units && what.name !== "x") this.pickUnit(what.k);
    this.drawing.done?.then(() => this.drawer.panel.scrollIntoView({ block: "nearest" }));
  }

  fail(error) {
    this.readout.set(".lv-sentence", `The picture could not be drawn: ${escapeHtml(error.message)}`);
    console.error(error);
  }

  destroy() {
    this.ended.abort();
    this.focus.destroy();
    this.unwatch();
    this.wayBack.destroy();
    this.transport.stop();
    this.cell.stop();
    this.sketch.destroy();
    this.sound.destroy();
    this.painting.destroy();
    this.drawing.stop();
    this.rest.forget();
    this.progress.keep();
  }
}
