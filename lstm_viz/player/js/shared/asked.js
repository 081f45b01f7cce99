// Whether the reader is asked to predict on the way; who demonstrates may not want to be.

const KEPT = "lstm-viz-questions";

export function questionsAreAsked() {
  try {
    window.lvQuestions ??= localStorage.getItem(KEPT);
  } catch {
    // a browser that keeps nothing
  }
  return window.lvQuestions !== "off";
}

/** @param {boolean} on */
export function askQuestions(on) {
  window.lvQuestions = on ? "on" : "off";
  try {
    localStorage.setItem(KEPT, window.lvQuestions);
  } catch {
    // as above
  }
}
