// Dots that follow the lit wires round their corners, drawn over the figure.

import { SVG } from "./marks.js";

const SPACING = 60;
const SPEED = 95; // pixels a second
const FLOW_SECONDS = 2.6;

export function measurePath(points) {
  const reached = [0];
  for (let j = 1; j < points.length; j += 1) {
    reached.push(reached[j - 1] + Math.hypot(points[j][0] - points[j - 1][0], points[j][1] - points[j - 1][1]));
  }
  return { points, reached, length: reached.at(-1) };
}

function pointOn(path, distance) {
  let j = 1;
  while (j < path.reached.length - 1 && path.reached[j] < distance) j += 1;
  const [a, b] = [path.points[j - 1], path.points[j]];
  const part = (distance - path.reached[j - 1]) / (path.reached[j] - path.reached[j - 1]);
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
}

export class Flow {
  constructor(layer) {
    this.layer = layer;
    this.paths = [];
    this.view = this.wires = null;
    this.offset = SPACING / 3;
  }

  // Start over on these wires; the same wires again (an edit, another unit) keep on flowing.
  show(view, wires, palette, { moving, endless }) {
    const same = view === this.view && palette === this.palette && wires.join() === this.wires;
    if (same && !moving) return;
    Object.assign(this, { view, wires: wires.join() });
    cancelAnimationFrame(this.frame);
    this.paths = wires.map((name) => {
      const { color, points } = view.wires[name];
      return { ...measurePath(points), color: palette[color] };
    });
    this.palette = palette;
    this.ops = view.ops;
    this.offset = SPACING / 3;
    this.paint();
    if (!moving || !wires.length) return;
    const started = performance.now();
    const tick = (now) => {
      const seconds = (now - started) / 1000;
      this.offset = SPACING / 3 + seconds * SPEED;
      this.paint();
      if (endless() || seconds < FLOW_SECONDS) this.frame = requestAnimationFrame(tick);
    };
    this.frame = requestAnimationFrame(tick);
  }

  dots() {
    return this.paths.flatMap((path) => {
      const dots = [];
      for (let s = this.offset % SPACING; s < path.length; s += SPACING) {
        const at = pointOn(path, s);
        if (!this.ops.some(([x, y, radius]) => Math.hypot(at[0] - x, at[1] - y) < radius + 5)) dots.push({ at, color: path.color });
      }
      return dots;
    });
  }

  paint() {
    const dots = this.dots();
    while (this.layer.childElementCount < dots.length) {
      this.layer.append(document.createElementNS(SVG, "circle"));
    }
    [...this.layer.children].forEach((circle, n) => {
      const dot = dots[n];
      circle.style.display = dot ? "" : "none";
      if (!dot) return;
      circle.setAttribute("cx", dot.at[0]);
      circle.setAttribute("cy", dot.at[1]);
      circle.setAttribute("r", 4.4);
      circle.setAttribute("fill", this.palette.dot);
      circle.setAttribute("stroke", dot.color);
      circle.setAttribute("stroke-width", 2.4);
    });
  }

  stop() {
    cancelAnimationFrame(this.frame);
  }
}
