// What a stage computes, worked out beside the picture: products, sums, curves, effects.

import { workAdd, workEffect, workPath, workSquash } from "./effect.js";
import { workInputs, workProduct, workSum } from "./sum.js";

const WORKINGS = {
  inputs: workInputs,
  row_x: (film, at, gate) => workProduct(film, at, gate, "x"),
  row_h: (film, at, gate) => workProduct(film, at, gate, "h"),
  bias: (film, at, gate) => workSum(film, at, gate, true),
  sum: (film, at, gate) => workSum(film, at, gate, false),
  squash: workSquash,
  effect: workEffect,
  add: workAdd,
  path: workPath,
};

// The panel for where the reader is, as HTML; empty where the stage has none.
export function workingsHtml(film, at) {
  const [kind, name] = film.stages[at.stage].work.split(" ");
  const html = WORKINGS[kind]?.(film, at, name);
  return html ? `<div class="lv-work" data-work="${kind} ${name}">${html}</div>` : "";
}

// The same into an element, in place where it is the same panel: then values move to where they go.
export function paintWorkings(root, film, at) {
  const box = root.querySelector(".lv-works");
  const html = workingsHtml(film, at);
  root.classList.toggle("lv-working", Boolean(html));
  root.classList.toggle("lv-works-room", film.stages.some(({ work }) => work));
  if (!html) {
    box.replaceChildren();
    return;
  }
  if (box.painted === html && box.firstElementChild) return;
  box.painted = html;
  const fresh = document.createElement("div");
  fresh.innerHTML = html;
  const [old, next] = [box.firstElementChild, fresh.firstElementChild];
  if (old && next && old.dataset.work === next.dataset.work) becomeLike(old, next);
  else box.replaceChildren(...fresh.childNodes);
  // Where it has to be scrolled, it can be scrolled with the keyboard.
  if (box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
}

function becomeLike(old, next) {
  const alike = old.nodeType === next.nodeType && old.nodeName === next.nodeName;
  if (!alike || old.childNodes.length !== next.childNodes.length) {
    old.replaceWith(next);
    return;
  }
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== next.data) old.data = next.data;
    return;
  }
  for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of [...next.attributes]) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const children = [...next.childNodes];
  for (const [n, child] of [...old.childNodes].entries()) becomeLike(child, children[n]);
}
