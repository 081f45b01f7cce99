// What the reader has seen of a scene and answered, kept in this browser and nowhere else.

import { plainObject } from "../shared/plain.js";

const PROGRESS = "lstm-viz-progress";
const WHOLE = { part: "", parts: [""] }; // a scene that has no parts

export class Progress {
  // {scene: {parts: {part: {of, places}}, all: [part], answered: {question: right}, open: see missed.js}}
  read() {
    try {
      return plainObject(JSON.parse(localStorage.getItem(PROGRESS)));
    } catch {
      return {}; // no storage, or not ours
    }
  }

  write(all) {
    try {
      localStorage.setItem(PROGRESS, JSON.stringify(all));
      window.dispatchEvent(new CustomEvent(PROGRESS));
    } catch {
      // a browser that keeps nothing
    }
  }

  change(scene, change) {
    if (!scene) return;
    const all = this.read();
    const kept = plainObject(all[scene]);
    const entry = {
      parts: plainObject(kept.parts ?? { [WHOLE.part]: { of: kept.of, places: kept.places } }), // as it was kept before there were parts
      all: kept.all ?? WHOLE.parts,
      answered: plainObject(kept.answered),
      open: plainObject(kept.open),
    };
    change(entry);
    this.write({ ...all, [scene]: entry });
  }

  // Noted on every step; written by keep(), once the reader rests or leaves.
  seen(scene, lesson, position, of) {
    const { part, parts } = lesson ?? WHOLE;
    if (!scene || !parts.includes(part)) return;
    const { noted } = this;
    if (noted?.scene !== scene || noted.part !== part || noted.of !== of) {
      this.keep();
      this.noted = { scene, part, parts, of, places: [] };
    }
    this.noted.places.push(position);
  }

  keep() {
    if (!this.noted) return;
    const { scene, part, parts, of, places } = this.noted;
    this.noted = null;
    this.change(scene, (entry) => {
      const kept = plainObject(entry.parts[part]);
      const before = kept.of === of && Array.isArray(kept.places) ? kept.places : [];
      entry.all = parts;
      const others = Object.entries(entry.parts).filter(([name]) => parts.includes(name));
      entry.parts = { ...Object.fromEntries(others), [part]: { of, places: [...new Set([...before, ...places])] } };
    });
  }

  answered(scene, question, right) {
    this.change(scene, (entry) => {
      entry.answered[question] = right;
    });
  }
}
