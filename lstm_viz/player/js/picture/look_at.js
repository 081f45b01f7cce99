// On a phone a question lies over the foot of the window: what it asks about comes into view above it.

import { isStill } from "../shared/motion.js";

const HEADER = 60; // pixels at the top of the window that lie over the page

export class Look {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.from = null; // where the page stood before
  }

  /** @param {string} name of a trace  @param {number} n  which of its points */
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
    page.scrollBy({ top: point - middle, behavior: isStill() ? "auto" : "smooth" });
  }

  // What is said next stands above the picture.
  back() {
    const { from, page } = this;
    this.from = null;
    if (from === null || page.scrollTop <= from) return;
    page.scrollTo({ top: from, behavior: isStill() ? "auto" : "smooth" });
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
