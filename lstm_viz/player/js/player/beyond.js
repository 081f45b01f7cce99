// What a run has beyond the stretch of steps that the film holds: Python has it, and is asked for it.

export class Beyond {
  /** @param {import("./player.js").Player} player */
  constructor(player) {
    this.player = player;
    /** @type {{t: number, stage: number} | null} where to go on once it is there */
    this.heading = null;
  }

  /** Whether there is more of the run before (−1) or after (1) what the film has of it. */
  hasMore(by) {
    return this.player.tells && !this.player.film.holdsEnd(by);
  }

  // The beginning or the end of the run.
  askForEnd(by) {
    const { film } = this.player;
    if (!this.hasMore(by)) return;
    const end = by < 0 ? { t: 0, stage: 0 } : { t: film.of - 1, stage: film.stages.length };
    this.askFor(end, end.t);
  }

  // A place just before or after the film's stretch; the last stage of a step reads the next step, too.
  askForMore({ t, stage }, by) {
    const { film, at } = this.player;
    const number = (step) => film.outward({ ...at, t: step }).t;
    this.askFor({ t: number(t), stage }, number(by < 0 ? t : film.steps));
  }

  // The stretch that has step `t` of the run, to go on at the place `heading` of it.
  askFor(heading, t) {
    this.heading = heading;
    this.player.rest.forget(); // not of the place on the way there
    this.player.tellAt({ t, stage: 0 });
  }

  /** Where to go on, which is asked for no longer. */
  forget() {
    const { heading } = this;
    this.heading = null;
    return heading;
  }
}
