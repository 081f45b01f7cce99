// A picture of a few pixels that the reader paints in a board's first frame: with a pointer, or with the
// arrow keys and Space.

const PAINT_RESTS = 250; // milliseconds after a key
const COLOUR_DIGITS = 3; // of a colour, as CSS writes it

export class Painting {
  /**
   * @param {import("../picture/cell_view.js").CellView} cell
   * @param {(cells: string) => void} tell  once the reader has painted something
   */
  constructor(cell, tell) {
    this.cell = cell;
    this.tell = tell;
    /** @type {Contract.Painting | null} */
    this.sent = null;
    /** @type {string[]} */
    this.cells = [];
    this.colour = 0;
    this.at = { x: 0, y: 0 };
    this.timer = 0;
    this.told = ""; // what Python is yet to send back
  }

  /** Another film came: it shows what it says, but for what was painted in the meantime. @param {import("../film/open.js").AnyFilm} film */
  open(film) {
    this.sent = film.painting;
    if (!this.sent) return;
    const awaits = this.pointer !== undefined || this.timer || (this.told && this.told !== this.sent.cells);
    if (this.cells.length && awaits) return;
    this.told = "";
    this.cells = this.sent.cells.match(new RegExp(`.{${COLOUR_DIGITS}}`, "g"));
  }

  /** Lie where the picture is that is painted. */
  place({ t, stage }) {
    const isOpen = this.sent && t + stage === 0;
    if (!isOpen) {
      this.rest();
      this.element?.remove();
      this.palette?.remove();
      this.element = this.palette = undefined;
      return;
    }
    if (!this.element) this.make();
    const { left, top, size, strip, height } = this.sent.places[this.cell.name];
    this.lie(this.element, left, top, size, size);
    this.lie(this.palette, left, strip, size, height);
    this.paint();
  }

  lie({ style }, left, top, wide, high) {
    const { width, height } = this.cell.view;
    const share = (part, whole) => `${((100 * part) / whole).toFixed(3)}%`;
    Object.assign(style, { left: share(left, width), top: share(top, height), width: share(wide, width), height: share(high, height) });
  }

  make() {
    const { side, palette } = this.sent;
    this.element = document.createElement("div");
    this.element.className = "lv-painting";
    this.canvas = document.createElement("canvas");
    this.canvas.width = this.canvas.height = side;
    this.ring = document.createElement("span");
    this.element.append(this.canvas, this.ring);
    for (const [name, value] of Object.entries({ role: "application", tabindex: "0" })) this.element.setAttribute(name, value);
    this.element.addEventListener("pointerdown", (event) => this.begin(event));
    this.element.addEventListener("pointermove", (event) => event.pointerId === this.pointer && this.drag(event));
    for (const end of ["pointerup", "pointercancel"]) this.element.addEventListener(end, () => this.end());
    this.element.addEventListener("keydown", (event) => this.key(event));
    this.element.addEventListener("blur", () => this.rest());
    this.palette = document.createElement("div");
    this.palette.className = "lv-palette";
    this.palette.setAttribute("role", "group");
    this.palette.setAttribute("aria-label", "Colours");
    palette.forEach(({ name, colour }, k) => {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", title: `${name} (key ${k + 1})` });
      button.setAttribute("aria-label", name);
      button.style.background = `#${colour}`;
      button.addEventListener("click", () => this.choose(k));
      this.palette.append(button);
    });
    this.cell.camera.append(this.element, this.palette);
  }

  choose(k) {
    this.colour = k;
    this.paint();
  }

  // ---- by pointer -----------------------------------------------------------------------------

  begin(event) {
    if (event.button) return;
    this.pointer = event.pointerId;
    this.element.setPointerCapture(event.pointerId);
    this.at = this.under(event);
    this.set(this.at);
    this.paint();
  }

  /** Every pixel on the way, however fast it goes. */
  drag(event) {
    const to = this.under(event);
    const from = this.at;
    const steps = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
    for (let k = 1; k <= steps; k++) {
      this.set({ x: Math.round(from.x + ((to.x - from.x) * k) / steps), y: Math.round(from.y + ((to.y - from.y) * k) / steps) });
    }
    this.at = to;
    this.paint();
  }

  under({ clientX, clientY }) {
    const box = this.element.getBoundingClientRect();
    const { side } = this.sent;
    return { x: inside(Math.floor(((clientX - box.x) / box.width) * side), side), y: inside(Math.floor(((clientY - box.y) / box.height) * side), side) };
  }

  end() {
    if (this.pointer === undefined) return;
    this.pointer = undefined;
    this.now();
  }

  // ---- by keys --------------------------------------------------------------------------------

  key(event) {
    const { side, palette } = this.sent;
    const along = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1], Home: [-side, 0], End: [side, 0], PageUp: [0, -side], PageDown: [0, side] }[event.key];
    const chosen = Number(event.key) - 1;
    const paints = event.key === " " || event.key === "Enter";
    if ((!along && !paints && !palette[chosen]) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (along) this.at = { x: inside(this.at.x + along[0], side), y: inside(this.at.y + along[1], side) };
    else if (!paints) this.colour = chosen;
    else {
      this.set(this.at);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.rest(), PAINT_RESTS);
    }
    this.paint();
  }

  // ---- what is painted ------------------------------------------------------------------------

  set({ x, y }) {
    this.cells[y * this.sent.side + x] = this.sent.palette[this.colour].colour;
  }

  paint() {
    const { side, name, palette } = this.sent;
    const ink = this.canvas.getContext("2d");
    this.cells.forEach((colour, k) => {
      ink.fillStyle = `#${colour}`;
      ink.fillRect(k % side, Math.floor(k / side), 1, 1);
    });
    const { x, y } = this.at;
    const share = (part) => `${(100 * part) / side}%`;
    Object.assign(this.ring.style, { left: share(x), top: share(y), width: share(1), height: share(1) });
    const there = palette.find(({ colour }) => colour === this.cells[y * side + x])?.name ?? "another colour";
    const said = `${name}. Row ${y + 1}, column ${x + 1}: ${there}. Arrow keys move, Space paints it ${palette[this.colour].name}, the keys 1 to ${palette.length} choose a colour.`;
    this.element.setAttribute("aria-label", said);
    [...this.palette.children].forEach((button, k) => {
      button.setAttribute("aria-pressed", String(k === this.colour));
    });
  }

  // Who painted with keys goes on to something else.
  rest() {
    if (this.timer) this.now();
  }

  now() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.told = this.cells.join("");
    this.tell(this.told);
  }

  destroy() {
    clearTimeout(this.timer);
  }
}

const inside = (value, count) => Math.min(count - 1, Math.max(0, value));
