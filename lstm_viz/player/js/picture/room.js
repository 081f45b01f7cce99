// How much room the page gives to the picture.

import { isPresented } from "../shared/presented.js";

export const NARROW = 720;
const LYING = 560; // so wide a picture lies in a low window, where a tall one would be cut
const GAP = 8;

// How far below the page's beginning it stands; Streamlit scrolls a part of the page, not the window, and
// what is presented stands above the page.
function topInPage(element) {
  const { top } = element.getBoundingClientRect();
  return isPresented() ? top : top + (element.closest(".stMain")?.scrollTop ?? window.scrollY);
}

// A phone on its side, or a page that is enlarged (player.css has the same measure).
export const isLow = () => window.innerHeight <= 560;

// The same in a window that is not wide either: a page enlarged to 200 %.
export const isSmall = () => isLow() && window.innerWidth <= 760;

/** Whether the tall picture is shown. @param {HTMLElement} element  that it stands in */
export const isNarrow = ({ clientWidth }) => clientWidth < (isLow() ? LYING : NARROW);

const LEAST = 230; // pixels: lower no picture is read

// How high a picture may be, so that what moves it and what changes it stand in the window with it.
export function heightFor(root, box) {
  const { top } = box.getBoundingClientRect();
  const height = (part) => (part.getBoundingClientRect().top < top ? 0 : withMargins(part));
  const under = isPresented() ? 0 : stays(document.querySelector(".st-key-under")?.parentElement);
  root.style.setProperty("--lv-under", `${under}px`);
  const below = height(root.querySelector(".lv-bar")) + height(root.querySelector(".lv-ribbon")) + under;
  return Math.max(window.innerHeight - topInPage(box) - below - GAP, LEAST);
}

const AFTER = [82, 40]; // pixels: the table of values, closed, and a line after it; the table alone
const SMALLER = 0.88;

// The most of its size that a board may have: a little smaller, what comes after it is seen whole, not cut.
export function notCutting(root, most, high, height) {
  if (!root.classList.contains("lv-board") || isPresented() || isLow()) return most;
  const controls = parseFloat(root.style.getPropertyValue("--lv-under")) > 0; // over a line after the table
  const clear = (controls ? AFTER.slice(1) : AFTER).map((after) => high - after / height).find((scale) => scale >= SMALLER * most);
  return Math.min(most, clear ?? most);
}

const UNSTRETCHED = { across: 1, down: 1 };
const MOST_WIDER = 1.25;
const MOST_HIGHER = 1.35;

// How much wider or higher a board is drawn than it was made, where its letters are large beside it: in a low window
// it takes the room at its sides, in front of a class that below it. What was painted keeps its shape.
export function stretchFor(root, film, scale, wide, high) {
  const times = (room, most) => Math.min(Math.max(room / scale, 1), most);
  if (isNarrow(root) || !root.classList.contains("lv-board") || film.painting) return UNSTRETCHED;
  if (isPresented()) return { across: 1, down: times(high, MOST_HIGHER) };
  return isLow() ? { across: times(wide, MOST_WIDER), down: 1 } : UNSTRETCHED;
}

function withMargins(part) {
  const { marginTop, marginBottom } = getComputedStyle(part);
  return part.offsetHeight && part.offsetHeight + parseFloat(marginTop) + parseFloat(marginBottom);
}

// The height of what stays at the foot of the window.
function stays(element) {
  return element && getComputedStyle(element).position === "sticky" ? element.offsetHeight : 0;
}
