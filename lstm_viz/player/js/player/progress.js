// What the reader has seen of a scene and answered, kept in this browser and nowhere else.

const PROGRESS = "lstm-viz-progress";

export class Progress {
  // {scene: {seen, of, places, answered: {question: right}}}
  read() {
    try {
      return plainObject(JSON.parse(localStorage.getItem(PROGRESS)));
    } catch {
      return {}; // no storage, or not ours
    }
  }

  change(scene, change) {
    if (!scene) return;
    const all = this.read();
    const kept = plainObject(all[scene]);
    const places = Array.isArray(kept.places) ? kept.places : [];
    const entry = { seen: places.length, of: kept.of, places, answered: plainObject(kept.answered) };
    change(entry);
    try {
      localStorage.setItem(PROGRESS, JSON.stringify({ ...all, [scene]: entry }));
      window.dispatchEvent(new CustomEvent(PROGRESS));
    } catch {
      // a browser that keeps nothing
    }
  }

  // Noted on every step; written by keep(), once the reader rests or leaves.
  seen(scene, position, of) {
    if (!scene) return;
    if (this.noted?.scene !== scene || this.noted.of !== of) {
      this.keep();
      this.noted = { scene, of, places: [] };
    }
    this.noted.places.push(position);
  }

  keep() {
    if (!this.noted) return;
    const { scene, of, places } = this.noted;
    this.noted = null;
    this.change(scene, (entry) => {
      if (entry.of !== of) Object.assign(entry, { places: [], of });
      entry.places = [...new Set([...entry.places, ...places])];
      entry.seen = entry.places.length;
    });
  }

  answered(scene, question, right) {
    this.change(scene, (entry) => {
      entry.answered[question] = right;
    });
  }
}

// What can be read from, whatever a storage holds.
const plainObject = (value) => (value && typeof value === "object" && !Array.isArray(value) ? value : {});
