// Words that open their glossary entry in place.

import { visit } from "../../player/js/shared/visit.js";

const GAP = 6;
const EDGE = 12;
const LOOK = 250; // milliseconds between two looks for a word, and how long it is looked for
const PATIENCE = 6000;
const GLOSSARY = /\/glossary(\.html)?$/;
const COLOURS = ["background-color", "secondary-background-color", "text-color", "border-color", "link-color", "primary-color", "font"];

/** The first element that is shown and fits, inside shadow roots too. */
function found(selector, root = document) {
  const own = [...root.querySelectorAll(selector)].find((element) => element.getClientRects().length);
  if (own) return own;
  for (const { shadowRoot } of root.querySelectorAll("*")) {
    const inside = shadowRoot && found(selector, shadowRoot);
    if (inside) return inside;
  }
  return null;
}

export class Terms {
  constructor() {
    this.root = "";
    /** @type {any} an element with Streamlit's colours */
    this.mount = null;
    /** @type {HTMLElement | null} */
    this.box = null;
    /** @type {HTMLElement | null} the word that opened it */
    this.from = null;
    document.addEventListener("click", (event) => this.click(event), true);
    document.addEventListener("pointerdown", (event) => this.leave(event), true);
    document.addEventListener("focusin", (event) => this.leave(event), true);
    document.addEventListener("keydown", (event) => this.key(event), true);
    window.addEventListener("popstate", () => this.close());
    for (const type of ["scroll", "resize"]) window.addEventListener(type, () => this.place(), true);
  }

  // The glossary comes as base64 of gzipped JSON, with every run of a page.
  async learn(sent) {
    if (sent === this.sent) return;
    this.sent = sent;
    const bytes = Uint8Array.from(atob(sent), (character) => character.charCodeAt(0));
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    this.entries = await new Response(plain).json();
    if (!this.arrived) this.arrive();
  }

  // A word that was opened in a tab of its own: its entry opens there, at the word once it is drawn.
  async arrive() {
    this.arrived = true;
    const [, id] = location.hash.match(/^#term-([\w-]+)$/) ?? [];
    const entry = this.entries[id];
    if (!entry || GLOSSARY.test(location.pathname)) return; // the list shows it itself
    for (let waited = 0; waited < PATIENCE; waited += LOOK) {
      const word = found(`a[href="#term-${id}"]`);
      if (word) {
        word.scrollIntoView({ block: "nearest" });
        return this.open(word, entry);
      }
      await new Promise((later) => setTimeout(later, LOOK));
    }
    const title = found("h1, h2");
    if (title) this.open(title, entry);
  }

  // The word of an event, inside a shadow root too.
  word(event) {
    return event.composedPath().find((node) => node.matches?.('a[href^="#term-"]'));
  }

  click(event) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const scene = event.composedPath().find((node) => node.matches?.("a.lv-scene[href]"));
    if (scene) {
      event.preventDefault();
      return visit(scene.href);
    }
    const word = this.word(event);
    if (!word) return;
    const id = word.getAttribute("href").slice("#term-".length);
    const entry = this.entries?.[id];
    if (!entry || !this.mount.isConnected) return;
    event.preventDefault();
    event.stopPropagation(); // Streamlit would go to the anchor
    if (word === this.from) this.close(true);
    else this.open(word, entry);
  }

  open(word, entry) {
    this.close();
    const box = document.createElement("div");
    box.className = "lv-term-box";
    box.tabIndex = -1;
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", entry.term);
    box.setAttribute("aria-describedby", "lv-term-sentence");
    box.innerHTML = `
      <div class="lv-term-head"><strong></strong><span class="lv-term-symbol"></span>
        <button type="button" class="lv-term-close" aria-label="Close">
          <svg viewBox="0 0 10 10" aria-hidden="true"><path d="M1 1 9 9M9 1 1 9"/></svg></button></div>
      <p id="lv-term-sentence"></p><p class="lv-term-where">Shown in: <a class="lv-scene" target="_self"></a></p>`;
    const [name, symbol] = [box.querySelector("strong"), box.querySelector(".lv-term-symbol")];
    name.innerHTML = entry.heading;
    symbol.innerHTML = entry.symbol;
    box.querySelector("#lv-term-sentence").innerHTML = entry.sentence;
    const link = box.querySelector("a");
    link.href = this.root + entry.page;
    link.textContent = entry.title;
    box.querySelector("button").addEventListener("click", () => this.close(true));
    box.addEventListener("keydown", (event) => event.stopPropagation()); // no key of the page's own
    const style = getComputedStyle(this.mount);
    for (const name of COLOURS) box.style.setProperty(`--st-${name}`, style.getPropertyValue(`--st-${name}`));
    document.body.append(box);
    word.setAttribute("aria-expanded", "true");
    Object.assign(this, { box, from: word });
    this.place();
    box.focus({ preventScroll: true });
  }

  // Below its word, above it when there is more room, inside the window in any case.
  place() {
    if (!this.box) return;
    const word = [...this.from.getClientRects()].at(-1);
    if (!word || word.bottom < 0 || word.top > innerHeight) return this.close(this.box.contains(document.activeElement));
    const { offsetWidth: width, offsetHeight: height } = this.box;
    const below = word.bottom + GAP;
    const above = word.top - GAP - height;
    const top = below + height > innerHeight - EDGE && above > EDGE ? above : below;
    const left = Math.max(EDGE, Math.min(word.left, document.documentElement.clientWidth - EDGE - width));
    this.box.style.top = `${top}px`;
    this.box.style.left = `${left}px`;
  }

  close(back = false) {
    if (!this.box) return;
    const { box, from } = this;
    Object.assign(this, { box: null, from: null });
    from.removeAttribute("aria-expanded");
    if (back) from.focus({ preventScroll: true });
    box.remove();
  }

  // The reader turned to something else.
  leave(event) {
    if (this.box && !event.composedPath().includes(this.box) && this.word(event) !== this.from) this.close();
  }

  key(event) {
    if (!this.box) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation(); // one Escape closes one thing
      this.close(true);
    } else if (event.key === "Tab" && event.composedPath().includes(this.box)) {
      const stops = [...this.box.querySelectorAll("button, a")];
      const at = stops.indexOf(document.activeElement);
      if (event.shiftKey ? at > 0 : at < stops.length - 1) return;
      if (event.shiftKey) event.preventDefault(); // to the word itself, not to what is before it
      this.close(true);
    }
  }
}
