// Text into HTML and back.

// What is read of some HTML: no tags, and no entities either.
export function textOf(html) {
  const element = document.createElement("p");
  element.innerHTML = html;
  return element.textContent;
}

export const escapeHtml = (text) =>
  String(text).replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

export const escapePlotly = (text) =>
  String(text).replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);

/** A text, cut to so many letters. */
export function short(text, longest) {
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : text;
}

/** With a capital at its beginning. @param {string} text */
export const capital = (text) => text[0].toUpperCase() + text.slice(1);
