// Two levels of one film: the row of all cells, and one cell.

import { isPlain, isTyped } from "../shared/keys.js";
import { isStill } from "../shared/motion.js";

const ZOOM = 500; // milliseconds of the way from one level to the other

export class Zoom {
  // ready() when nothing is being drawn, redraw() draws the level that `cell.level` says, go(t) goes
  // to a step, changed() after the level has changed.
  constructor(root, cell, tell) {
    this.root = root;
    this.cell = cell;
    this.tell = tell;
    this.button = root.querySelector(".lv-zoom");
    this.button.addEventListener("click", () => this.toggle());
    cell.hots.addEventListener("click", (event) => {
      const { cell: t } = event.target.dataset;
      if (t === undefined) return;
      this.tell.go(Number(t));
      this.toggle();
    });
    this.place("cell");
  }

  open(film) {
    this.film = film;
    this.button.hidden = !film.hasLevels;
    if (!film.hasLevels) this.place("cell");
  }

  // Be at a level at once; true if it is another one.
  place(level = "cell") {
    const before = this.cell.level;
    const inside = level === "cell";
    this.cell.level = this.root.dataset.level = level;
    this.button.querySelector(".lv-level").textContent = inside ? "All cells" : "One cell";
    this.button.title = inside ? "Zoom out to the row of all cells" : "Zoom into this cell";
    return before !== level;
  }

  address(query) {
    if (!this.film.hasLevels) return;
    query.delete("view");
    if (this.cell.level === "cell") query.set("view", "cell");
  }

  // True if the key was ours.
  key(event) {
    if (event.key.toLowerCase() !== "z" || !this.film?.hasLevels || !isPlain(event) || isTyped(event)) return false;
    if (!event.repeat) this.toggle();
    return true;
  }

  async toggle() {
    if (this.busy) return;
    this.busy = true;
    try {
      await this.tell.ready();
      if (this.cell.plotly && this.cell.size) await this.change();
    } finally {
      this.busy = false;
    }
  }

  // The picture that goes stays as a copy.  Both move with one camera: at every moment the small
  // cell of the one and the big cell of the other are in the same place.
  async change() {
    const { cell } = this;
    const inwards = cell.level === "row";
    const from = this.box();
    const ghost = isStill() ? null : this.copy();
    try {
      this.place(inwards ? "cell" : "row");
      await this.tell.redraw();
      this.tell.changed();
      if (ghost) await this.travel(ghost, from, this.box(), inwards);
    } finally {
      ghost?.remove();
      cell.camera.style.opacity = "";
    }
  }

  async travel(ghost, from, to, inwards) {
    const { camera, frame } = this.cell;
    const [old, now] = [ghost.style.transform, camera.style.transform];
    const move = (element, first, last, opacities) =>
      element.animate(
        [
          { transform: first, opacity: opacities[0] },
          { opacity: opacities[1], offset: 0.5 },
          { transform: last, opacity: opacities[2] },
        ],
        { duration: ZOOM, easing: "cubic-bezier(0.45, 0, 0.25, 1)", fill: "both" },
      );
    if (inwards) frame.prepend(ghost); // the row lies below the cell, both ways
    const moves = [
      move(ghost, carry(from, from, old), carry(from, to, old), inwards ? [1, 1, 0] : [1, 0.8, 0]),
      move(camera, carry(to, from, now), carry(to, to, now), inwards ? [0, 0.8, 1] : [0, 1, 1]),
    ];
    await Promise.allSettled(moves.map(({ finished }) => finished));
    for (const animation of moves) animation.cancel();
  }

  // Where the cell at work is in the frame: all of the picture, or its place in the row.
  box() {
    const { view, scale, at, camera } = this.cell;
    const rect = view.cell(at.t);
    const { a: zoom, e: left, f: top } = new DOMMatrix(camera.style.transform);
    const [x0, y0, x1, y1] = rect.map((v) => v * scale * zoom);
    return { x: x0 + left, y: y0 + top, width: x1 - x0, height: y1 - y0 };
  }

  copy() {
    const { camera, frame } = this.cell;
    const ghost = camera.cloneNode(true);
    ghost.classList.add("lv-ghost");
    ghost.setAttribute("aria-hidden", "true");
    for (const element of ghost.querySelectorAll("[role]")) element.removeAttribute("role");
    frame.append(ghost);
    camera.style.opacity = 0; // until both move
    return ghost;
  }
}

// As CSS: the camera's own transform, and then what takes box `a` of the frame to box `b`.
export function carry(a, b, own) {
  const [sx, sy] = [b.width / a.width, b.height / a.height];
  return `translate(${b.x - a.x * sx}px, ${b.y - a.y * sy}px) scale(${sx}, ${sy}) ${own}`;
}
