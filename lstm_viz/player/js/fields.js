// The fields of tiny cells on the strips of a big network, painted on one canvas above the figure.

const SHADES = 256;
const ROOMY = 6; // pixels of the screen from which tiny cells stand apart
const FINGER = "touch"; // too wide to click a tiny cell: it is told what is there

class FieldsView {
  // onPoint(name), onPick(number) with the number of a unit (from 0).
  constructor(root, { onPoint, onPick }) {
    this.canvas = root.querySelector(".lv-fields");
    this.tip = root.querySelector(".lv-tip");
    this.layer = root.querySelector(".lv-layer");
    this.targets = root.querySelector(".lv-field-targets");
    this.onPoint = onPoint;
    this.targets.addEventListener("pointermove", (event) => this.pointed(event));
    this.targets.addEventListener("pointerdown", (event) => this.pointed(event));
    // A finger that is lifted leaves what it asked for to be read.
    this.targets.addEventListener("pointerleave", ({ pointerType }) => pointerType !== FINGER && this.left());
    this.targets.addEventListener("click", (event) => {
      const there = this.there(event);
      if (there && there.name !== "x" && event.pointerType !== FINGER) onPick(there.n);
    });
  }

  // At the size of the picture, in the pixels of the screen.
  draw(film, view, { width, height }, palette) {
    cancelAnimationFrame(this.frame);
    const fields = Object.entries(view.fields ?? {});
    this.canvas.hidden = !fields.length;
    this.looks = null;
    this.left();
    this.targets.innerHTML = fields
      .map(([name, { box: [x0, y0, x1, y1] }]) => `<rect data-field="${name}" x="${x0}" y="${y0}" width="${x1 - x0}" height="${y1 - y0}"/>`)
      .join("");
    if (!fields.length) return;
    const ratio = window.devicePixelRatio || 1;
    Object.assign(this.canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px` });
    this.scale = this.canvas.width / view.width;
    this.palette = palette;
    this.shades = shadesOf(palette.values);
  }

  // Go on to what a frame looks like; what is on screen moves there.
  show(film, view, at, duration) {
    if (!view.fields) return;
    if (this.at && (this.at.t !== at.t || this.at.stage !== at.stage)) this.tip.hidden = true;
    Object.assign(this, { film, view, at });
    const next = composeFields(film, view, at.t, at.stage);
    const before = this.looks ?? next;
    cancelAnimationFrame(this.frame);
    if (!duration) {
      this.paint(next);
      return;
    }
    const started = performance.now();
    const tick = (now) => {
      const share = Math.min(1, Math.max(0, (now - started) / duration));
      this.paint(share < 1 ? next.map((look, n) => between(before[n], look, eased(share))) : next);
      if (share < 1) this.frame = requestAnimationFrame(tick);
    };
    tick(started);
  }

  paint(looks) {
    this.looks = looks;
    const context = this.canvas.getContext("2d");
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    paintFields(context, looks, { scale: this.scale, palette: this.palette, shades: this.shades, network: this.film.network, unit: this.at.unit });
  }

  // ---- pointing ---------------------------------------------------------------------------

  // The tiny cell under the pointer: {name, n}.
  there({ clientX, clientY, target }) {
    const { field: name } = target.dataset;
    if (!name || !this.view) return null;
    const box = this.layer.getBoundingClientRect();
    const x = ((clientX - box.left) / box.width) * this.view.width;
    const y = ((clientY - box.top) / box.height) * this.view.height;
    const n = cellAt(this.view.fields[name], x, y);
    return n < 0 ? null : { name, n, box };
  }

  pointed(event) {
    const there = this.there(event);
    if (!there) {
      this.left();
      return;
    }
    this.onPoint(there.name);
    const { tip } = this;
    tip.innerHTML = fieldHtml(this.film, there.name, there.n, this.at);
    tip.hidden = false;
    const room = tip.parentElement.getBoundingClientRect();
    const left = Math.min(event.clientX - room.left + 14, room.width - tip.offsetWidth - 4);
    tip.style.transform = `translate(${Math.max(0, left)}px, ${event.clientY - room.top + 16}px)`;
  }

  left() {
    this.tip.hidden = true;
    this.onPoint(null);
  }

  stop() {
    cancelAnimationFrame(this.frame);
  }
}

// What a tiny cell stands for, and its value.
function fieldHtml(film, name, n, { t, stage }) {
  const { label, symbol } = film.signals[name];
  const which = name === "x" ? escapeHtml(columnName(film, n)) : `unit ${n + 1}`;
  const state = film.stages[stage].states[name];
  if (state === "empty") return `${symbol} ${label}, ${which}: not computed yet`;
  const value = networkValues(film.network, name, t + Number(state === "next"))[n];
  const shown = name === "x" ? formatInput(value) : formatNumber(value);
  const chosen = name !== "x" && film.network.at.has(n) ? " (above)" : "";
  return `${symbol} ${label}, ${which}${chosen}: <b>${shown}</b>`;
}

const eased = (share) => (share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2); // cubic-in-out

// A look on the way from one to another; what was not seen comes in with its own colours.
function between(a, b, share) {
  const mix = (from, to) => from + (to - from) * share;
  const from = a.seen ? a.shares : b.shares;
  const to = b.seen ? b.shares : a.shares;
  return {
    ...b,
    at: [mix(a.at[0], b.at[0]), mix(a.at[1], b.at[1])],
    seen: mix(a.seen, b.seen),
    shares: to.map((value, n) => mix(from[n], value)),
  };
}

// The colours of a scale from −1 to 1, in equal steps.
function shadesOf(stops) {
  const rgb = stops.map(([at, hex]) => [at, ...[1, 3, 5].map((n) => parseInt(hex.slice(n, n + 2), 16))]);
  return Array.from({ length: SHADES }, (_, k) => {
    const at = k / (SHADES - 1);
    const n = Math.max(1, rgb.findIndex(([stop]) => stop >= at));
    const [a, b] = [rgb[n - 1], rgb[n]];
    const share = (at - a[0]) / (b[0] - a[0]);
    return `rgb(${[1, 2, 3].map((c) => Math.round(a[c] + (b[c] - a[c]) * share)).join(",")})`;
  });
}

// Fields on a canvas of so many pixels a unit of the picture, `top` units below its edge.
function paintFields(context, looks, { scale, palette, shades, network, unit, top = 0 }) {
  const edge = (value) => Math.round(value * scale);
  // The empty places stay when values move on to the next step.
  context.globalAlpha = 1;
  for (const { field: { box: [x0, y0, x1, y1] } } of looks) {
    context.fillStyle = palette.off;
    context.fillRect(edge(x0), edge(y0 + top), edge(x1) - edge(x0), edge(y1 + top) - edge(y0 + top));
  }
  for (const { name, field, at: [left, y], seen, shares } of looks) {
    if (!seen) continue;
    const { box: [x0, y0, x1, y1], columns, rows, cells } = field;
    const [width, height] = [(x1 - x0) / columns, (y1 - y0) / rows];
    const gap = Math.min(width, height) * scale >= ROOMY ? 1 : 0;
    context.globalAlpha = seen;
    for (let n = 0; n < cells; n += 1) {
      const [column, row] = [n % columns, Math.floor(n / columns)];
      const [a, b] = [edge(left + column * width), edge(y + top + row * height)];
      const [right, bottom] = [edge(left + (column + 1) * width), edge(y + top + (row + 1) * height)];
      const k = name === "x" ? undefined : network.at.get(n);
      context.fillStyle = k === undefined ? shades[shadeOf(shares[n])] : palette.paper;
      context.fillRect(a, b, right - a - gap, bottom - b - gap);
      if (k === undefined) continue;
      // A chosen unit stands above, with its number; the one that is spoken of has a bigger mark.
      const side = Math.min(right - a, bottom - b, Math.max(2, Math.round((k === unit ? 8 : 3) * scale)));
      context.fillStyle = k === unit ? palette.ink : palette.muted;
      context.fillRect((a + right - gap - side) >> 1, (b + bottom - gap - side) >> 1, side, side);
    }
  }
  context.globalAlpha = 1;
}

const shadeOf = (share) => Math.round(((Math.max(-1, Math.min(1, share)) + 1) / 2) * (SHADES - 1));
