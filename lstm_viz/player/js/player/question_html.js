// A question and what is said to its answer, as HTML.

import { formatNumber } from "../shared/numbers.js";

const VERDICTS = { true: "Right.", false: "Not so." };

const skip = (words) => `<button type="button" class="lv-link lv-skip">${words}</button>`;

/**
 * @param {any} question
 * @param {string} skips  what goes on without an answer
 * @param {string} sure  how sure the reader is
 */
export function choiceHtml({ options }, skips, sure) {
  const buttons = options.map(({ text }, n) => `<button type="button" data-option="${n}" aria-keyshortcuts="${n + 1}"><kbd>${n + 1}</kbd> ${text}</button>`);
  return `<div class="lv-options">${buttons.join("")}${sure}${skip(skips)}</div>`;
}

export function placeHtml({ low, high }, sure) {
  const middle = (low + high) / 2;
  return `<div class="lv-options"><span class="lv-end">${formatNumber(low)}</span>
    <input type="range" class="lv-marker" min="${low}" max="${high}" step="${(high - low) / 100}" value="${middle}" aria-label="Your marker">
    <span class="lv-end">${formatNumber(high)}</span><output>${formatNumber(middle, true)}</output>
    <button type="button" class="lv-commit" disabled>It lands here</button>${sure}${skip("→ shows it")}</div>`;
}

/** @param {any} answered */
export function feedbackHtml({ right, said, believes, because, truth, once, later }, scene) {
  if (right === undefined) return `<p class="lv-feedback"><b>${truth}.</b> ${because}</p>`;
  const root = document.baseURI.replace(/[^/]*$/, "");
  const ending = document.documentElement?.dataset.lvPages ?? ""; // of files that need no server
  const link = believes && believes.scene !== scene ? ` <a class="lv-scene" href="${root}${believes.scene}${ending}">See “${believes.title}”</a>.` : "";
  const more = believes ? ` <span class="lv-believes">${believes.so}${link}</span>` : "";
  const told = once ? ` It is <b>${truth}</b>.` : ""; // it is in no picture
  const answer = right ? told : ` You said ${said}; it is <b>${truth}</b>.`;
  const verdict = `${once ? '<span class="lv-once">Once more:</span> ' : ""}<b class="lv-verdict">${VERDICTS[right]}</b>`;
  const where = later?.title ? `in “${later.title}”` : "when you come back";
  const comes = later ? ` <span class="lv-later">Asked again ${where}.</span>` : "";
  return `<p class="lv-feedback" tabindex="-1" data-right="${right}">${verdict}${answer} ${because}${more}${comes}</p>`;
}
