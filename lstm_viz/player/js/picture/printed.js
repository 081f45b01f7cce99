// A drawn picture that can be printed: on paper it is as wide as the paper (player/print.css).

/**
 * @param {HTMLElement} plot
 * @param {{width: number, height: number}} size  at which it was drawn
 */
export function makePrintable(plot, { width, height }) {
  for (const svg of plot.querySelectorAll(".main-svg")) svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  plot.parentElement.style.setProperty("--lv-shape", `${width} / ${height}`);
}
