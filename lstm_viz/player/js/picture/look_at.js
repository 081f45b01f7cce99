// What comes into view on a phone, where a picture is higher than what is left of the window.

import { isNarrow } from "./room.js";
import { isStill } from "../shared/motion.js";

const HEADER = 44; // pixels at the top of the window that lie over the page

export class Look {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.from = null; // where the page stood before
  }

  /** What a question asks about, above the question, which lies over the foot of the window.
   * @param {string} name of a trace  @param {number} n  which of its points */
  at(name, n) {
    const { root, page } = this;
    const sheet = root.querySelector(".lv-question");
    const plot = /** @type {any} */ (root.querySelector(".lv-plot"));
    const trace = plot.data?.find((one) => one.name === name);
    if (!trace || getComputedStyle(sheet).position !== "fixed") return;
    const { top, height } = plot.getBoundingClientRect();
    const point = top + (trace.y[n] / Math.max(...plot.layout.yaxis.range)) * height;
    const middle = (HEADER + sheet.getBoundingClientRect().top) / 2;
    this.from = page.scrollTop;
    this.scroll(page.scrollTop + point - middle);
  }

  // What is said next stands above the picture.
  back() {
    const { from, page } = this;
    this.from = null;
    if (from !== null && page.scrollTop > from) this.scroll(from);
  }

  // Where the picture is cut, the page's heading gives its room: all of it, or a line of it would be cut.
  whole() {
    const { root, page } = this;
    if (this.from !== null || !isNarrow(root)) return;
    const [words, picture, bar] = [".lv-head", ".lv-picture", ".lv-bar"].map((part) => root.querySelector(part).getBoundingClientRect());
    const room = words.top - HEADER;
    if (room > 0 && picture.bottom > bar.top) this.scroll(page.scrollTop + room);
  }

  scroll(top) {
    this.page.scrollTo({ top, behavior: isStill() ? "auto" : "smooth" });
  }

  get page() {
    return this.root.closest(".stMain") ?? document.scrollingElement;
  }
}

// What is said of an answer lies there, too: the player's controls, which lead on, stand above it.
export function clearOf(root, sheet) {
  const lies = sheet.querySelector(".lv-feedback") && getComputedStyle(sheet).position === "fixed";
  root.style.setProperty("--lv-sheet", `${lies ? sheet.offsetHeight : 0}px`);
}
