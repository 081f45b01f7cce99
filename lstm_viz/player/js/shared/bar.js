// The bar of buttons above a picture: play, and where in all of it the reader is.

export function paintPlay(root, playing) {
  const button = root.querySelector(".lv-play");
  button.querySelector(".lv-word").textContent = playing ? "Pause" : "Play";
  button.classList.toggle("lv-playing", playing);
}

export function paintScrub(scrub, position, last, words) {
  scrub.max = String(last);
  scrub.value = String(position);
  scrub.style.setProperty("--lv-part", `${(100 * position) / Math.max(1, last)}%`);
  scrub.setAttribute("aria-valuetext", words);
}
