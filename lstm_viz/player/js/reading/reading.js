// Reading along: brings the text, the picture, what comes next and the place together.

import { groundOf } from "./colours.js";
import { Field } from "./field.js";
import { Next } from "./next.js";
import { Picture } from "./picture.js";
import { agreement, openReading, paintOf, pushedMarks, quoted, readAs } from "./record.js";
import { Sending } from "./sending.js";
import { cameHtml, givenHtml, readoutHtml, spokenText, twinHtml } from "./told.js";
import { Writing } from "./writing.js";
import { shrinkRound } from "../shared/growing.js";
import { cellInAddress, enterInHistory } from "../shared/history.js";
import { OVERLAY, TYPING } from "../shared/keys.js";
import { loadPlotly } from "../shared/plotly.js";
import { isDark } from "../shared/theme.js";
import { Transport } from "../shared/transport.js";

const REST = 350; // milliseconds without a step before Python is told
window.lvPlaces ??= {};
window.lvColumnWidths ??= {};
const PLACES = window.lvPlaces; // of each text, as long as the page is not loaded anew
const WIDTHS_LEFT = window.lvColumnWidths; // and how wide its columns were
const READING_PACE = 6; // characters are read faster than stages of a cell
const KEEP_FIRST = "The network wrote this character: press Keep first, then its cell can be entered.";

// What the player's transport needs to know: so many steps of one stage.
const asFilm = (length) => ({ steps: length, stages: [{ carries: false }], units: 1, length });

export class ReadingAlong {
  constructor(root) {
    this.root = root;
    this.marks = [];
    this.cut = "";
    const speed = () => Number(root.querySelector(".lv-speed").value);
    this.transport = new Transport({
      pace: () => speed() * READING_PACE,
      onMove: () => this.moved(),
      onPlay: (playing) => this.paintPlay(playing),
      stops: () => false,
    });
    this.sending = new Sending((what) => {
      this.root.dataset.pending = "true";
      this.tell.text(what);
    });
    this.field = new Field(root, {
      onType: (before) => this.typed(before),
      onCompose: (composing) => this.sending.compose(composing),
      onPlace: (t) => this.go(t),
      onPoint: (t) => this.point(t),
      onSelect: (stretch) => this.select(stretch),
      longest: () => this.known.longest,
      onCut: (count, atEnd) => this.leftOut(count, atEnd),
    });
    this.picture = new Picture(root, {
      onGo: (t) => this.go(t),
      onPoint: (t) => this.point(t),
      onEnter: (t) => this.enter(t),
      onUnit: (unit) => this.tell.unit({ unit }),
      onZoom: () => {
        WIDTHS_LEFT[this.scene] = this.picture.columns.width;
        this.paintZoom();
      },
    });
    this.next = new Next(root);
    this.writing = new Writing(this, speed);
    this.listen();
  }

  get t() {
    return this.transport.at.t;
  }

  listen() {
    const { root, transport } = this;
    const on = (selector, type, act) => root.querySelector(selector).addEventListener(type, act);
    on(".lv-prev", "click", () => transport.step(-1));
    on(".lv-next-step", "click", () => transport.step(1));
    on(".lv-play", "click", () => transport.toggle());
    on(".lv-scrub", "input", (event) => transport.seek(Number(event.target.value)));
    on(".lv-out", "click", () => this.picture.zoom(-1));
    on(".lv-in", "click", () => this.picture.zoom(1));
    on(".lv-enter-cell", "click", () => this.enter(this.t));
    on(".lv-mark", "click", () => this.changeMarks([...this.marks, this.selected]));
    on(".lv-unmark", "click", () => this.changeMarks([]));
    on(".lv-twin", "toggle", () => this.paintTwin());
    this.onKey = (event) => {
      if (this.key(event) || transport.key(event)) event.preventDefault();
    };
    window.addEventListener("keydown", this.onKey);
    this.onHistory = () => {
      const t = location.pathname === this.path ? cellInAddress() : null;
      if (t !== null && this.reading?.length) this.enterCell(t);
    };
    window.addEventListener("popstate", this.onHistory);
    this.watchSize();
  }

  // Keys beside the player's; like those, never while something is typed or chosen.
  key(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !this.reading) return false;
    const target = event.composedPath()[0];
    if (target.closest?.(TYPING) || document.querySelector(OVERLAY)) return false;
    if (event.key === "+" || event.key === "=") this.picture.zoom(1);
    else if (event.key === "-") this.picture.zoom(-1);
    else if (event.key === "Enter" && !target.closest?.("button,a,summary,[role=button]")) this.enter(this.t);
    else return false;
    return true;
  }

  // ---- data from Python -------------------------------------------------------------------

  async update(data, tell) {
    this.tell = tell;
    this.data = data;
    this.scene = data.scene ?? "read_along";
    if (!this.drawn) this.picture.columns.width = WIDTHS_LEFT[this.scene] ?? this.picture.columns.width;
    this.path ??= location.pathname;
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
      clearTimeout(this.resting);
      this.resting = null;
      // Who comes back to a text, and by no link, finds it where they left it.
      const left = PLACES[this.scene];
      this.transport.place({ t: left?.id === data.at.id ? left.at.t : data.at.t, stage: 0, unit: 0 });
    }
    if (this.look !== undefined && data.look !== this.look) this.comeIntoView();
    this.look = data.look ?? null;
    const recoloured = this.colour();
    this.marks = data.marks ?? [];
    this.field.mark(this.marks);
    this.root.querySelector(".lv-unmark").hidden = !this.marks.length;
    this.say(".lv-problem", data.problem ?? this.cut);
    if (!this.writing.open(data.writing) && !data.writing && this.writing.on && fresh) this.writing.end();
    if (fresh || jumped || recoloured) {
      this.paintWords();
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
    this.paintZoom();
    this.root.dataset.text = this.reading.length;
    this.root.dataset.ready = this.version;
  }

  // So many characters are on screen: typed ones count before they are read.
  get length() {
    return Math.max(1, this.writing.on ? this.reading.length : this.field.characters.length);
  }

  colour() {
    const ground = getComputedStyle(this.root).getPropertyValue("--st-background-color").trim();
    const dark = ground ? isDark(ground) : matchMedia("(prefers-color-scheme: dark)").matches;
    const theme = dark ? "dark" : "light";
    const changed = this.root.dataset.theme !== theme;
    this.palette = this.known.palettes[theme];
    if (!changed) return false;
    this.root.dataset.theme = theme;
    for (const [role, colour] of Object.entries(this.palette)) {
      if (typeof colour === "string") this.root.style.setProperty(`--lv-${role}`, colour);
    }
    return true;
  }

  // ---- the text ---------------------------------------------------------------------------

  typed(before) {
    this.marks = pushedMarks(this.marks, before, this.field.characters);
    const { characters } = this.field;
    const fitting = this.fitting(characters);
    if (fitting.length < characters.length) this.field.put(fitting);
    this.transport.open(asFilm(this.length));
    this.sending.typed({ text: this.field.area.value, t: Math.max(0, this.caret - 1) });
    this.paintText();
  }

  // As many characters as are read.
  fitting(characters) {
    const { longest } = this.known;
    this.leftOut(Math.max(0, characters.length - longest), true);
    return characters.slice(0, longest);
  }

  // What was cut off is said until something else is typed.
  leftOut(count, atEnd) {
    const longest = this.known.longest.toLocaleString("en");
    const words = count === 1 ? "the new one was" : `${count.toLocaleString("en")} of the new ones were`;
    if (!count) this.cut = "";
    else if (atEnd) this.cut = `The first ${longest} characters are read; the rest was left out.`;
    else this.cut = `There is room for ${longest} characters; ${words} left out.`;
    this.say(".lv-problem", this.cut);
  }

  get caret() {
    return this.field.indexOf(this.field.area.selectionEnd);
  }

  // As far as what was read and what stands there agree, colours are right; beyond, the letters that
  // were there before keep theirs until they are read again.
  paintText() {
    const { reading, field } = this;
    const ground = groundOf(reading.paint, reading.picture.tint, this.palette);
    field.paint(agreement(reading.characters, field.characters), (t) => ground(paintOf(reading, t)), reading.readAs);
    field.mark(this.marks);
    field.show(this.t);
  }

  select(stretch) {
    this.selected = stretch;
    this.root.querySelector(".lv-mark").hidden = !stretch;
  }

  changeMarks(marks) {
    this.marks = marks;
    this.select(null);
    this.paintText();
    this.paintWords();
    this.tell.marks({ marks });
  }

  // ---- the place --------------------------------------------------------------------------

  go(t) {
    if (t === this.t) return;
    this.transport.go(t, 0);
  }

  moved() {
    this.paintWords();
    this.field.show(this.t);
    if (this.drawn && this.t < this.reading.length) this.picture.show(this.t);
    this.tellLater();
  }

  point(t) {
    const read = t !== null && t < this.reading.length;
    this.picture.point(read ? t : null);
    this.field.point(t);
    this.field.area.title = read && t in this.reading.readAs ? `The network does not know ${quoted(this.reading.characters[t])}: it reads ${quoted(readAs(this.reading, t))}.` : "";
  }

  enter(t) {
    if (!this.reading?.length) return;
    if (this.isUnkept(t)) return this.say(".lv-live", KEEP_FIRST);
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

  tellLater() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => (this.transport.playing || this.sending.busy ? this.tellLater() : this.tellNow()), REST);
  }

  tellNow() {
    this.resting = null;
    if (location.pathname !== this.path) return; // the reader has left for another page
    this.say(".lv-live", spokenText(this.reading, this.place));
    this.paintAddress();
    PLACES[this.scene] = { id: this.atId, at: { t: this.t } };
    if (this.data.tells !== false) this.tell.at({ t: this.t });
  }

  // What was done below the picture shows in it: a reader who has scrolled on is brought back.
  comeIntoView() {
    const { top } = this.root.getBoundingClientRect();
    if (top >= 0) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.root.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
  }

  paintAddress() {
    if (this.data.query === undefined || location.pathname !== this.path) return;
    const query = new URLSearchParams(this.data.query);
    if (this.t) query.set("t", this.t + 1);
    const text = query.toString();
    const address = location.pathname + (text ? `?${text}` : "") + location.hash;
    if (address !== location.pathname + location.search + location.hash) history.replaceState(history.state, "", address);
  }

  // ---- words ------------------------------------------------------------------------------

  // The character on screen, as far as it was read; −1 in an empty text.
  get place() {
    return Math.min(this.t, this.reading.length - 1);
  }

  say(selector, text) {
    const element = this.root.querySelector(selector);
    if (element.textContent !== text) element.textContent = text;
  }

  paintWords() {
    const { root, reading, place } = this;
    const scrub = root.querySelector(".lv-scrub");
    const last = this.length - 1;
    scrub.max = last;
    scrub.value = this.t;
    scrub.style.setProperty("--lv-part", `${(100 * this.t) / Math.max(1, last)}%`);
    scrub.setAttribute("aria-valuetext", `character ${this.t + 1} of ${this.length}`);
    root.querySelector(".lv-prev").disabled = this.t === 0;
    root.querySelector(".lv-next-step").disabled = this.t >= last;
    const enter = root.querySelector(".lv-enter-cell");
    enter.disabled = !reading.length || this.isUnkept(place);
    enter.title = this.isUnkept(place) ? KEEP_FIRST : "";
    root.querySelector(".lv-readout").innerHTML = readoutHtml(reading, place);
    root.querySelector(".lv-unmark").hidden = !this.marks.length;
    root.dataset.position = this.t;
    const next = place + 1;
    const came = next < reading.length ? readAs(reading, next) : null;
    this.next.show(reading.drawnFrom(next), came, cameHtml(reading, place), givenHtml(reading, place), reading.temperatureAt(next));
    this.paintTwin();
  }

  paintTwin() {
    const twin = this.root.querySelector(".lv-twin");
    if (twin.open) twin.querySelector(".lv-twin-body").innerHTML = twinHtml(this.reading, this.place);
  }

  paintPlay(playing) {
    const button = this.root.querySelector(".lv-play");
    button.querySelector(".lv-word").textContent = playing ? "Pause" : "Play";
    button.classList.toggle("lv-playing", playing);
  }

  paintZoom() {
    this.root.querySelector(".lv-in").disabled = !this.picture.columns.canZoom(1);
    this.root.querySelector(".lv-out").disabled = !this.picture.columns.canZoom(-1);
  }

  // ---- writing on -------------------------------------------------------------------------

  // The text has a longer end; what comes next is what its last character was drawn from.
  wrote(reading) {
    this.reading = reading;
    this.field.write(reading.characters, reading.known);
    this.transport.open(asFilm(this.length));
    this.transport.at = { t: Math.max(0, reading.length - 2), stage: 0, unit: 0 };
    this.paintText();
    this.paintWords();
    this.field.show(reading.length - 1);
    if (this.drawn) this.picture.grow(reading, this.t);
  }

  // What was written on is gone again.
  unwrite() {
    this.reading = this.known;
    this.field.put(this.known.characters);
    this.transport.open(asFilm(this.length));
    this.paintWords();
    this.paintText();
    if (this.drawn) this.draw();
  }

  // ---- the page ---------------------------------------------------------------------------

  watchSize() {
    let seen = 0;
    this.sizes = new ResizeObserver(() => {
      const { clientWidth } = this.picture.window;
      if (!this.drawn || !clientWidth || Math.abs(clientWidth - seen) < 2) return;
      seen = clientWidth;
      clearTimeout(this.resizing);
      this.resizing = setTimeout(() => this.draw(), 120);
    });
    this.sizes.observe(this.root);
  }

  fail(error) {
    this.say(".lv-problem", `The picture could not be drawn: ${error.message}`);
    console.error(error);
  }

  destroy() {
    window.removeEventListener("popstate", this.onHistory);
    this.transport.stop();
    this.writing.close();
    clearTimeout(this.resting);
    this.sizes.disconnect();
    this.field.destroy();
    this.picture.pointing.destroy();
    window.removeEventListener("keydown", this.onKey);
  }
}
