// A curve that the reader draws into a board's first frame: dragged with a pointer, or moved point by point
// with the arrow keys.

const RESTS = 400; // milliseconds after a key
const KEY_STEPS = 40; // presses from the bottom to the top

export class Sketch {
  /**
   * @param {import("../picture/cell_view.js").CellView} cell
   * @param {(values: number[]) => void} tell  once the reader has drawn something
   */
  constructor(cell, tell) {
    this.cell = cell;
    this.tell = tell;
    /** @type {Contract.Sketch | null} */
    this.sent = null;
    /** @type {number[]} */
    this.values = [];
    this.chosen = 0;
    this.timer = 0;
    this.told = ""; // what Python is yet to send back
  }

  /** Another film came: what it says is drawn, but for what was drawn in the meantime. @param {import("../film/open.js").AnyFilm} film */
  open(film) {
    const before = this.sent;
    /** @type {any} */
    this.film = film;
    this.sent = film.sketch;
    if (!this.sent) return;
    const sent = this.sent.values;
    const same = before && before.name === this.sent.name && before.labels.length === this.sent.labels.length;
    if (same && (this.pointer !== undefined || this.timer || (sent.length && this.told && this.told !== sent.join()))) {
      this.write();
      return;
    }
    this.told = "";
    this.values = [...sent];
    if (!same) this.chosen = 0;
  }

  /** Lie where the picture is that was drawn. */
  place({ t, stage }) {
    const isOpen = this.sent && t + stage === 0;
    if (!isOpen) {
      this.rest();
      this.element?.remove();
      this.element = undefined;
      return;
    }
    this.element ??= this.made();
    const { x, top, bottom } = this.here;
    const { width, height } = this.cell.view;
    const share = (part, whole) => `${((100 * part) / whole).toFixed(3)}%`;
    Object.assign(this.element.style, {
      left: share(x[0], width),
      width: share(x[x.length - 1] - x[0], width),
      top: share(top, height),
      height: share(bottom - top, height),
    });
    this.say();
  }

  get here() {
    return this.sent.places[this.cell.name];
  }

  made() {
    const element = document.createElement("div");
    element.className = "lv-sketch";
    for (const [name, value] of Object.entries({ role: "slider", tabindex: "0", "aria-orientation": "vertical" })) element.setAttribute(name, value);
    element.innerHTML = '<span class="lv-sketch-point"></span>';
    element.addEventListener("pointerdown", (event) => this.begin(event));
    element.addEventListener("pointermove", (event) => event.pointerId === this.pointer && this.drag(event));
    for (const end of ["pointerup", "pointercancel"]) element.addEventListener(end, () => this.end());
    element.addEventListener("keydown", (event) => this.key(event));
    element.addEventListener("blur", () => this.rest());
    this.cell.camera.append(element);
    return element;
  }

  // ---- by pointer -----------------------------------------------------------------------------

  begin(event) {
    if (event.button) return;
    this.pointer = event.pointerId;
    this.element.setPointerCapture(event.pointerId);
    this.from = null;
    this.drag(event);
  }

  drag({ clientX, clientY }) {
    const box = this.element.getBoundingClientRect();
    const { x } = this.here;
    const { low, high, labels } = this.sent;
    const across = x[0] + ((clientX - box.x) / box.width) * (x[x.length - 1] - x[0]);
    const up = Math.min(1, Math.max(0, (box.bottom - clientY) / box.height));
    const to = { k: nearest(x.slice(1), across), value: this.rounded(low + up * (high - low)) };
    const isFirst = !this.values.length;
    this.begun();
    const from = this.from ?? to;
    const [a, b] = from.k < to.k ? [from, to] : [to, from];
    for (let k = a.k; k <= b.k; k++) {
      const share = b.k === a.k ? 1 : (k - a.k) / (b.k - a.k);
      this.values[k] = this.rounded(k === to.k ? to.value : a.value + share * (b.value - a.value));
    }
    this.level ||= isFirst; // of the first stroke what comes after it goes on level
    if (this.level) this.values.fill(to.value, Math.max(from.k, to.k) + 1, labels.length);
    this.from = to;
    this.chosen = to.k;
    this.paint();
  }

  end() {
    if (this.pointer === undefined) return;
    this.pointer = undefined;
    this.level = false;
    this.now();
  }

  // ---- by keys --------------------------------------------------------------------------------

  key(event) {
    const { low, high, labels } = this.sent;
    const along = { ArrowLeft: -1, ArrowRight: 1, Home: -labels.length, End: labels.length }[event.key];
    const up = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 }[event.key];
    if ((along === undefined && up === undefined) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (along !== undefined) this.chosen = within(this.chosen + along, 0, labels.length - 1);
    else {
      this.begun();
      const value = this.values[this.chosen] + (up * (high - low)) / KEY_STEPS;
      this.values[this.chosen] = this.rounded(within(value, low, high));
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.rest(), RESTS);
    }
    this.paint();
  }

  // ---- what is drawn --------------------------------------------------------------------------

  begun() {
    if (!this.values.length) this.values = this.sent.labels.map(() => this.sent.start);
  }

  rounded(value) {
    return Number(value.toFixed(this.sent.decimals));
  }

  paint() {
    this.write();
    this.cell.show(this.film, this.cell.at, { duration: 0, moving: false, endless: () => false });
    this.say();
  }

  /** What is drawn becomes part of the film. */
  write() {
    if (!this.values.length) return;
    const { sent } = this;
    const values = [sent.start, ...this.values];
    for (const [name, { x, top, bottom }] of Object.entries(sent.places)) {
      const y = values.map((value) => bottom + ((top - bottom) * (value - sent.low)) / (sent.high - sent.low));
      const frame = this.film.picture(name).frame(this.film, 0, 0);
      for (const trace of [sent.trace, `${sent.trace} points`]) frame[trace] = { x, y, opacity: 1 };
    }
  }

  say() {
    const { name, low, high, labels, decimals, start } = this.sent;
    const value = this.values[this.chosen] ?? start;
    const number = value.toFixed(decimals).replace("-", "−");
    const drawn = this.values.length ? "" : ", nothing drawn yet";
    for (const [key, said] of Object.entries({
      label: name,
      valuemin: low,
      valuemax: high,
      valuenow: value,
      valuetext: `${number} at ${labels[this.chosen]}, point ${this.chosen + 1} of ${labels.length}${drawn}`,
    })) {
      this.element.setAttribute(`aria-${key}`, String(said));
    }
    const { x } = this.here;
    Object.assign(this.element.firstElementChild.style, {
      left: `${(100 * (x[this.chosen + 1] - x[0])) / (x[x.length - 1] - x[0])}%`,
      top: `${(100 * (high - value)) / (high - low)}%`,
    });
  }

  // Who drew with keys goes on to something else.
  rest() {
    if (this.timer) this.now();
  }

  now() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.told = this.values.join();
    this.tell(this.values);
  }

  destroy() {
    clearTimeout(this.timer);
  }
}

const within = (value, low, high) => Math.min(high, Math.max(low, value));

const nearest = (places, at) => places.reduce((best, place, k) => (Math.abs(place - at) < Math.abs(places[best] - at) ? k : best), 0);
