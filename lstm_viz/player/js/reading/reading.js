// Reading along: brings the text, the picture, what comes next and the place together.

import { agreement } from "./changes.js";
import { quoted } from "./characters.js";
import { groundOf } from "./colours.js";
import { listen } from "./controls.js";
import { Field } from "./field.js";
import { Limit } from "./limit.js";
import { Marks } from "./marks.js";
import { ReadingWords } from "./words.js";
import { Picture } from "./picture.js";
import { openReading } from "./record.js";
import { paintOf } from "./row_values.js";
import { Sending } from "./sending.js";
import { spokenText } from "./told.js";
import { Writing } from "./writing.js";
import { Address } from "../shared/address.js";
import { paintPlay } from "../shared/bar.js";
import { shrinkRound } from "../shared/growing.js";
import { enterInHistory } from "../shared/history.js";
import { isStill } from "../shared/motion.js";
import { foundAt, leaveAt } from "../shared/places.js";
import { loadPlotly } from "../shared/plotly.js";
import { Rest } from "../shared/rest.js";
import { watchSize } from "../shared/size.js";
import { takeColours } from "../shared/theme.js";
import { Transport } from "../shared/transport.js";

window.lvColumnWidths ??= {};
const WIDTHS_LEFT = window.lvColumnWidths; // of each text, how wide its columns were

const READING_PACE = 6; // characters are read faster than stages of a cell

/** What the transport needs to know of a text: so many steps of one stage. */
const asFilm = (length) => ({ steps: length, stages: [{ carries: false }], units: 1, length });

export class ReadingAlong {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {any} what is told to Python */
    this.tell = null;
    this.scene = "";
    /** @type {import("./record.js").Reading | null} what is on screen */
    this.reading = null;
    this.address = new Address();
    const speed = () => Number(root.querySelector(".lv-speed").value);
    this.transport = new Transport({
      pace: () => speed() * READING_PACE,
      onMove: () => this.moved(),
      onPlay: (playing) => paintPlay(root, playing),
      stops: () => false,
      onEnd: () => {},
    });
    this.rest = new Rest(() => this.transport.playing || this.sending.busy, () => this.tellPlace(), () => this.paintAddress());
    this.sending = new Sending((what) => {
      this.root.dataset.pending = "true";
      this.tell.text(what);
    });
    this.limit = new Limit(this);
    this.marks = new Marks(this);
    this.field = new Field(root, {
      onType: (before) => this.typed(before),
      onCompose: (composing) => this.sending.compose(composing),
      onPlace: (t) => this.go(t),
      onPoint: (t) => this.point(t),
      onSelect: (stretch) => this.marks.select(stretch),
      longest: () => this.known.longest,
      onCut: (cut) => this.limit.leftOut(cut),
    });
    this.picture = new Picture(root, {
      onGo: (t) => this.go(t),
      onPoint: (t) => this.point(t),
      onEnter: (t) => this.enter(t),
      onUnit: (unit) => this.tell.unit({ unit }),
      onZoom: () => {
        WIDTHS_LEFT[this.scene] = this.picture.columns.width;
        this.words.paintZoom();
      },
    });
    this.words = new ReadingWords(this);
    this.writing = new Writing(this, speed);
    this.ended = new AbortController();
    listen(this, this.ended.signal);
    const { window: frame } = this.picture;
    this.unwatch = watchSize(root, () => [frame.clientWidth], [2], () => this.drawn && frame.clientWidth && this.draw());
  }

  get t() {
    return this.transport.at.t;
  }

  // ---- data from Python -------------------------------------------------------------------

  /** @param {Contract.ReadingData} data */
  async update(data, tell) {
    this.tell = tell;
    this.scene = data.scene;
    if (!this.drawn) this.picture.columns.width = WIDTHS_LEFT[this.scene] ?? this.picture.columns.width;
    this.address.open(data.query, data.page);
    const fresh = data.version !== this.version;
    if (fresh) {
      this.version = data.version;
      this.known = openReading(JSON.parse(data.reading));
      const same = this.writing.on && data.writing?.id === this.writing.id;
      if (same) this.writing.renew(data.writing);
      this.reading = same ? this.writing.reading : this.known;
    }
    this.sending.answered(data.answered);
    if (!this.sending.busy) {
      this.root.dataset.pending = "false";
      if (fresh && !this.writing.on) this.field.put(this.known.characters);
    }
    this.transport.open(asFilm(this.length));
    const jumped = data.at.id !== this.atId;
    if (jumped) {
      this.atId = data.at.id;
      this.rest.forget();
      this.transport.place({ t: foundAt(this.scene, data.at).t, stage: 0, unit: 0 });
    }
    if (this.look !== undefined && data.look !== this.look) this.comeIntoView();
    this.look = data.look;
    const { palette, changed: recoloured } = takeColours(this.root, this.known.palettes);
    this.palette = palette;
    this.marks.open(data.marks);
    this.say(".lv-problem", data.problem ?? this.limit.problem);
    if (!this.writing.open(data.writing) && !data.writing && this.writing.on && fresh) this.writing.end();
    if (fresh || jumped || recoloured) {
      this.words.paint();
      this.paintText();
    }
    this.paintAddress();
    if (!fresh && !recoloured && this.drawn) {
      if (jumped && this.t < this.reading.length) this.picture.show(this.t);
      return;
    }
    const plotly = await loadPlotly(data.plotly, () => tell.action("need-plotly"));
    if (!plotly) return;
    this.picture.plotly = plotly;
    await this.draw();
  }

  async draw() {
    await this.picture.open(this.reading, this.palette, this.t);
    if (!this.drawn) shrinkRound(this.picture.window, this.picture.frame);
    this.drawn = true;
    this.words.paintZoom();
    this.root.dataset.text = String(this.reading.length);
    this.root.dataset.ready = this.version;
  }

  // So many characters are on screen: typed ones count before they are read.
  get length() {
    return Math.max(1, this.writing.on ? this.reading.length : this.field.characters.length);
  }

  // ---- the text ---------------------------------------------------------------------------

  typed(before) {
    this.marks.push(before, this.field.characters);
    const { characters } = this.field;
    const fitting = this.limit.fitting(characters);
    if (fitting.length < characters.length) this.field.put(fitting);
    this.transport.open(asFilm(this.length));
    this.sending.typed({ text: this.field.area.value, t: Math.max(0, this.field.caret - 1) });
    this.paintText();
  }

  // As far as what was read and what stands there agree, colours are right; beyond, the letters that
  // were there before keep theirs until they are read again.
  paintText() {
    const { reading, field } = this;
    const ground = groundOf(reading.paint, reading.picture.tint, this.palette);
    field.paint(agreement(reading.characters, field.characters), (t) => ground(paintOf(reading, t)), (t) => reading.isStrange(t));
    field.mark(this.marks.stretches);
    field.show(this.t);
  }

  // ---- the place --------------------------------------------------------------------------

  go(t) {
    if (t === this.t) return;
    this.transport.go(t, 0);
  }

  moved() {
    this.words.paint();
    this.field.show(this.t);
    if (this.drawn && this.t < this.reading.length) this.picture.show(this.t);
    this.rest.later();
  }

  point(t) {
    const { reading } = this;
    const read = t !== null && t < reading.length;
    this.picture.point(read ? t : null);
    this.field.point(t);
    this.field.area.title = read && reading.isStrange(t) ? `The network does not know ${quoted(reading.characters[t])}: it reads ${quoted(reading.readAs(t))}.` : "";
  }

  enter(t) {
    if (!this.reading?.length) return;
    if (this.isUnkept(t)) {
      this.words.sayKeepFirst();
      return;
    }
    enterInHistory();
    this.enterCell(t);
  }

  // What the network wrote has no cell to enter until it is kept.
  isUnkept(t) {
    return t >= this.reading.known && t < this.reading.length;
  }

  enterCell(t) {
    this.transport.stop();
    if (this.drawn) this.picture.leave(t);
    this.tell.enter({ t: Math.max(0, Math.min(t, this.known.length - 1)) });
  }

  tellPlace() {
    if (!this.address.isOurs) return;
    this.say(".lv-live", spokenText(this.reading, this.words.place));
    this.paintAddress();
    leaveAt(this.scene, this.atId, { t: this.t });
  }

  // What was done below the picture shows in it: a reader who has scrolled on is brought back.
  comeIntoView() {
    const { top } = this.root.getBoundingClientRect();
    if (top < 0) this.root.scrollIntoView({ block: "start", behavior: isStill() ? "auto" : "smooth" });
  }

  paintAddress() {
    this.address.show({ t: this.t });
  }

  say(selector, text) {
    const element = this.root.querySelector(selector);
    if (element.textContent !== text) element.textContent = text;
  }

  // ---- writing on -------------------------------------------------------------------------

  // The text has a longer end; what comes next is what its last character was drawn from.
  wrote(reading) {
    this.reading = reading;
    this.field.write(reading.characters, reading.known);
    this.transport.open(asFilm(this.length));
    this.transport.at = { t: Math.max(0, reading.length - 2), stage: 0, unit: 0 };
    this.paintText();
    this.words.paint();
    this.field.show(reading.length - 1);
    if (this.drawn) this.picture.grow(reading, this.t);
  }

  // What was written on is gone again.
  unwrite() {
    this.reading = this.known;
    this.field.put(this.known.characters);
    this.transport.open(asFilm(this.length));
    this.words.paint();
    this.paintText();
    if (this.drawn) this.draw();
  }

  fail(error) {
    this.say(".lv-problem", `The picture could not be drawn: ${error.message}`);
    console.error(error);
  }

  destroy() {
    this.ended.abort();
    this.unwatch();
    this.transport.stop();
    this.writing.close();
    this.rest.forget();
    this.field.destroy();
    this.picture.pointing.destroy();
  }
}
