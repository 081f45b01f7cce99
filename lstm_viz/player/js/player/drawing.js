// The picture and the picture of all steps, drawn: one after the other, and fitted to the room.

import { heightFor } from "../picture/room.js";
import { growFromPlace } from "../shared/growing.js";
import { isStill } from "../shared/motion.js";
import { isPresented } from "../shared/presented.js";

const ROW = "--lv-row"; // how high the row below the picture is (question.css)
const SETTLES = 400; // milliseconds after a drawing in which what stands above it comes to rest

export class Drawing {
  /** @param {import("./player.js").Player} player */
  constructor(player) {
    this.player = player;
    /** Whether what is on screen can take a frame of the film. */
    this.isThere = false;
    /** @type {Promise<void> | undefined} */
    this.done = undefined;
    /** @type {Promise<void> | undefined} */
    this.waiting = undefined;
    this.above = new ResizeObserver(() => this.keepInside());
    this.above.observe(player.root.querySelector(".lv-head"));
  }

  // Another picture comes in place of this one.
  anew() {
    this.isThere = this.grown = false;
    this.player.root.style.removeProperty(ROW);
  }

  // From nothing, or in other sizes or colours; one at a time, and what waits draws for all who asked.
  redraw() {
    this.waiting ??= (this.done ?? Promise.resolve()).then(() => {
      this.waiting = undefined;
      return this.draw();
    });
    this.done = this.waiting;
    return this.done;
  }

  // The room has changed; also while it is drawn for the room before.
  refit() {
    if (this.done && this.player.root.clientWidth) this.redraw();
  }

  async draw() {
    const { player } = this;
    this.isThere = false;
    await player.cell.draw(player.film, player.palette, player.at);
    this.isThere = true;
    this.keepFitting();
    player.refresh({});
    // Once: a place that is left later is for what comes after this picture.
    if (player.wayBack.words && !this.grown) growFromPlace(player.cell.frame);
    this.grown = true;
    await this.drawOverview();
  }

  // While the page is built or changes, more may stand above and below the player for a moment than
  // stays there: a picture that was fitted to the room between them then is fitted again.
  keepFitting() {
    this.room = this.roomNow;
    clearTimeout(this.fitting);
    this.fitting = setTimeout(() => this.fitAgain(), SETTLES);
    const under = document.querySelector(".st-key-under");
    if (!under || under === this.under) return;
    this.under = under;
    this.watching?.disconnect();
    this.watching = new ResizeObserver(() => this.fitAgain());
    this.watching.observe(under);
  }

  get roomNow() {
    return heightFor(this.player.root, this.player.cell.box);
  }

  fitAgain() {
    if (this.isThere && this.player.root.clientWidth && Math.abs(this.roomNow - this.room) > 3) this.redraw();
  }

  // In front of a class nobody scrolls: where more words push the picture out of the window, it gets lower.
  keepInside() {
    const { bottom } = this.player.cell.box.getBoundingClientRect();
    if (isPresented() && bottom > window.innerHeight) this.fitAgain();
  }

  // For what is said of an answer in more lines than its row has.
  makeRoomBelow() {
    const { root } = this.player;
    const feedback = root.querySelector(".lv-feedback");
    const over = feedback.offsetHeight - root.querySelector(".lv-ribbon").offsetHeight;
    if (getComputedStyle(feedback).position !== "absolute" || over <= 1) return;
    root.style.setProperty(ROW, `${feedback.offsetHeight}px`);
    this.redraw();
  }

  // Other numbers in the same picture: it moves there, and the picture of all steps follows.
  glide() {
    const { player } = this;
    player.refresh({ duration: player.film.glide });
    clearTimeout(this.following);
    const follow = () => this.drawOverview().catch((error) => player.fail(error));
    this.following = setTimeout(follow, isStill() ? 0 : player.film.glide);
  }

  async drawOverview() {
    const { player } = this;
    clearTimeout(this.following);
    if (player.film.overview) {
      await player.overview.draw(player.film, player.palette, player.at);
      await player.overview.show(player.at);
    }
    player.root.dataset.ready = player.version;
  }

  stop() {
    clearTimeout(this.fitting);
    clearTimeout(this.following);
    this.watching?.disconnect();
    this.above.disconnect();
  }
}
