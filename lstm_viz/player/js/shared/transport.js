// Where the reader is in the film, and the ways to move: steps, keys, play.

import { isPlain, isTyped } from "./keys.js";
import { isPresented } from "./presented.js";

const GLIDE = 320; // milliseconds a picture takes to follow a step
const PLAY = 1500; // milliseconds a stage at speed 1, or as long as its sentence takes to be read
const KEYS = { ArrowRight: 1, ArrowLeft: -1 };
const CLICKER = { PageDown: 1, PageUp: -1 }; // while presenting

export class Transport {
  // onMove(duration) after the place has changed, onPlay(playing) when play starts or stops.
  // stops(t, stage) is true where the reader is asked something first; onEnd(−1 or 1) when they asked
  // for the beginning or the end, onPast() when they go on from the end.
  // hasMore(−1 or 1): there is more of the run than this film has; onEdge(place) fetches it.
  // lingers() says for how many milliseconds what is on screen stays while it plays; beat() the same for
  // what has a time of its own, 0 for what has none.
  constructor({ pace, onMove, onPlay, stops, onEnd, onPast = () => {}, hasMore = (_by) => false, onEdge = (_to, _by) => {}, lingers = () => PLAY, beat = () => 0 }) {
    this.pace = pace;
    this.onMove = onMove;
    this.onPlay = onPlay;
    this.stops = stops;
    this.onEnd = onEnd;
    this.onPast = onPast;
    this.hasMore = hasMore;
    this.onEdge = onEdge;
    this.lingers = lingers;
    this.beat = beat;
    this.at = { t: 0, stage: 0, unit: 0 };
  }

  open(film) {
    this.film = film;
    this.at = this.within(this.at);
  }

  get position() {
    return this.at.t * this.film.stages.length + this.at.stage;
  }

  get last() {
    return this.film.length - 1;
  }

  get playing() {
    return Boolean(this.timer);
  }

  // The frame that one press goes on or back to: some that have no news of their own are passed.
  next(by) {
    let to = this.position + by;
    while (to > 0 && to < this.last && this.film.passes?.(to)) to += by;
    return to;
  }

  // The last step may have fewer stages.
  within({ t, stage, unit }) {
    const lastStep = this.film.steps - 1;
    const step = Math.max(0, Math.min(lastStep, t));
    const stages = this.film.stages.length;
    const lastStage = step === lastStep ? this.last - lastStep * stages : stages - 1;
    return {
      t: step,
      stage: Math.max(0, Math.min(lastStage, stage)),
      unit: Math.max(0, Math.min(unit, this.film.units - 1)),
    };
  }

  place(at) {
    this.stop();
    this.at = this.within(at);
  }

  step(by) {
    this.stop();
    if (this.leaves(by)) return;
    if (by > 0 && this.position === this.last) this.onPast();
    else this.stepOn(by);
  }

  // Whether one stage on or back goes beyond what is there of the run, and more of it is fetched.
  leaves(by) {
    const next = this.next(by);
    if ((next >= 0 && next <= this.last) || !this.hasMore(by)) return false;
    const stages = this.film.stages.length;
    this.onEdge({ t: Math.floor(next / stages), stage: (next + stages) % stages }, by);
    return true;
  }

  // One stage on or back, unless a question stands in the way; true if it moved.
  stepOn(by) {
    const stages = this.film.stages.length;
    const next = this.next(by);
    if (by > 0 && next <= this.last && this.stops(Math.floor(next / stages), next % stages)) return false;
    this.move(next);
    return true;
  }

  seek(position) {
    this.stop();
    this.move(position, 0);
  }

  // by: −1 for the beginning, 1 for the end.
  seekEnd(by) {
    this.seek(by < 0 ? 0 : this.last);
    this.onEnd(by);
  }

  go(t, stage) {
    this.stop();
    const at = this.within({ t, stage, unit: 0 });
    this.move(at.t * this.film.stages.length + at.stage);
  }

  // The same stage of another step.
  goBy(by) {
    const to = { t: this.at.t + by, stage: this.at.stage };
    const isThere = to.t >= 0 && to.t < this.film.steps;
    if (isThere || !this.hasMore(by)) this.go(to.t, to.stage);
    else this.onEdge(to, by);
  }

  // Every press counts at once; what is painted catches up.
  move(position, duration = GLIDE) {
    const stages = this.film.stages.length;
    const next = Math.max(0, Math.min(this.last, position));
    if (next === this.position) return;
    // The strips of c and h already stand where the next step reads them: only names change.
    const carried = this.film.stages[this.at.stage].carries && next === this.position + 1;
    this.at = { ...this.at, t: Math.floor(next / stages), stage: next % stages };
    this.onMove(carried ? 0 : duration / this.pace() ** 0.5);
  }

  toggle() {
    if (this.playing) {
      this.stop();
      return;
    }
    if (this.position >= this.last && !this.hasMore(1)) this.move(0, 0);
    this.play(60);
  }

  play(wait) {
    const tick = () => {
      const held = this.leaves(1) || !this.stepOn(1);
      if (held || (this.position >= this.last && !this.hasMore(1))) this.stop();
      else this.timer = setTimeout(tick, this.linger());
      this.heldUp = held;
    };
    this.timer = setTimeout(tick, wait);
    this.onPlay(true);
  }

  linger() {
    return (this.beat() || Math.max(PLAY, this.lingers())) / this.pace();
  }

  // What stopped the play is over: a question was answered, or more of the run has come.
  playOn() {
    if (this.heldUp) this.play(this.linger());
    this.heldUp = false;
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = null;
    this.heldUp = false;
    this.onPlay(false);
  }

  // True if the key was one of ours.  Never while something is typed or chosen.
  key(event) {
    if (!this.film || !isPlain(event)) return false;
    const target = event.composedPath()[0];
    const scrubs = target.type === "range" && event.key === " "; // its arrows are its own
    if (isTyped(event) && !scrubs) return false;
    const by = KEYS[event.key] ?? (isPresented() && CLICKER[event.key]);
    if (by) {
      if (event.shiftKey) this.goBy(by);
      else if (!event.repeat || this.position < this.last) this.step(by); // a key held down ends at the end
    } else if (event.key === "Home") this.seekEnd(-1);
    else if (event.key === "End") this.seekEnd(1);
    else if (event.key === " " && !target.closest?.("button:not([aria-disabled=true]),a,summary,[role=button],[type=checkbox]")) this.toggle();
    else return false;
    return true;
  }
}
