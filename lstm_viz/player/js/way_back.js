// The way from a text into the cell and back: a button and keys, and one movement between the two.

const GROW = 450; // milliseconds
const STALE = 2000; // what was left longer ago was left for something else
const WAYS_BACK = ["escape", "z"];

class WayBack {
  // onBack() when the reader wants to go back to where they came from.
  constructor(root, frame, onBack) {
    this.button = root.querySelector(".lv-back");
    this.frame = frame;
    this.button.addEventListener("click", () => this.go());
    this.onBack = onBack;
  }

  // words: what the button says, if there is a way back.
  open(words) {
    this.words = words;
    this.button.hidden = !words;
    this.button.querySelector(".lv-way").textContent = words ?? "";
  }

  // True if the key was ours.
  key(event) {
    const ours = this.words && WAYS_BACK.includes(event.key.toLowerCase()) && !event.defaultPrevented;
    if (!ours || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return false;
    if (event.composedPath()[0].closest?.(TYPING) || document.querySelector(OVERLAY)) return false;
    this.go();
    return true;
  }

  go() {
    leavePlace(this.frame);
    this.onBack();
  }
}

// Where the picture is on the page, for what comes in its place.
function leavePlace(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  window.lvZoomFrom = { x: x + window.scrollX, y: y + window.scrollY, width, height, at: Date.now() };
}

// The picture grows out of the place that was left for it, if one was.
function growFromPlace(element) {
  const from = window.lvZoomFrom;
  delete window.lvZoomFrom;
  if (!from || Date.now() - from.at > STALE || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const to = element.getBoundingClientRect();
  if (!to.width || !to.height || !from.width || !from.height) return;
  const [dx, dy] = [from.x - window.scrollX - to.x, from.y - window.scrollY - to.y];
  const start = `translate(${dx}px, ${dy}px) scale(${from.width / to.width}, ${from.height / to.height})`;
  element.animate(
    [
      { transformOrigin: "0 0", transform: start, opacity: 0.2 },
      { transformOrigin: "0 0", transform: "none", opacity: 1 },
    ],
    { duration: GROW, easing: "cubic-bezier(0.2, 0, 0.1, 1)" },
  );
}
