// The panel beside the picture: the derivation of a value, or the numbers to change.

import { derivationHtml } from "./derivation.js";
import { clampRow, editorHtml } from "./editor.js";
import { fieldPlace, isDraft, pastedBlock, stepByKey } from "./number_field.js";

export class Drawer {
  // onOpen(open) when it opens or closes, onJump(t, name, k), onEdit(edits).
  constructor(root, { onOpen, onJump, onEdit }) {
    this.root = root;
    this.onOpen = onOpen;
    this.onJump = onJump;
    this.onEdit = onEdit;
    this.film = this.at = null;
    this.panel = root.querySelector(".lv-drawer");
    this.body = root.querySelector(".lv-drawer-body");
    this.button = root.querySelector(".lv-edit");
    this.tab = "f";
    this.button.addEventListener("click", () => this.open(this.shows?.kind === "edit" ? null : { kind: "edit" }));
    root.querySelector(".lv-close").addEventListener("click", () => this.open(null));
    for (const type of ["change", "focusout"]) this.panel.addEventListener(type, (event) => this.changed(event.target));
    this.panel.addEventListener("keydown", (event) => this.pressed(event));
    this.panel.addEventListener("paste", (event) => this.pasted(event));
    this.panel.addEventListener("click", (event) => this.clicked(event.target.closest("button")?.dataset ?? {}));
  }

  // shows: {kind: "edit"}, {kind: "value", name, k}, or null for closed.
  open(shows) {
    const wasOpen = Boolean(this.shows);
    if (!wasOpen) this.openedFrom = document.activeElement;
    this.shows = shows;
    this.painted = this.refusedBlock = null;
    this.root.classList.toggle("lv-open", Boolean(shows));
    this.button.setAttribute("aria-expanded", String(shows?.kind === "edit"));
    this.paint(this.film, this.at);
    if (wasOpen !== Boolean(shows)) this.onOpen(Boolean(shows));
    if (shows) this.panel.querySelector(".lv-close").focus({ preventScroll: true });
    else if (this.openedFrom?.isConnected) this.openedFrom.focus({ preventScroll: true });
  }

  paint(film, at) {
    Object.assign(this, { film, at });
    if (!this.shows) {
      this.body.innerHTML = "";
      return;
    }
    const { kind, name, k } = this.shows;
    const html = kind === "edit" ? editorHtml(film, this.tab, at.t) : this.derivation(name, k);
    if (html === this.painted) return;
    this.painted = html;
    const opened = new Set([...this.body.querySelectorAll("details[open]")].map((part) => part.dataset.part));
    const field = document.activeElement?.dataset?.index === undefined ? null : document.activeElement;
    const top = this.body.scrollTop;
    this.isPainting = true; // a field that goes is not left by the reader
    this.body.innerHTML = html;
    this.isPainting = false;
    this.body.querySelectorAll("details").forEach((part) => {
      if (opened.has(part.dataset.part)) part.open = true;
    });
    this.body.scrollTop = top;
    if (field) this.goOnIn(field);
  }

  derivation(name, k) {
    const { film, at } = this;
    const html = film.why(at, name, k);
    if (html === null) return derivationHtml(film, name, Math.min(k, this.most(name)), at.t);
    return html || "<h3>Where from?</h3><p class=\"lv-line\">Nothing here is worked out from other values.</p>";
  }

  // The field in place of this one, with what is being typed into it and what is marked in it.
  goOnIn(before) {
    const { target, index } = before.dataset;
    const field = this.body.querySelector(`[data-target="${target}"][data-index="${index}"]`);
    if (!field) return;
    if (isDraft(before)) field.value = before.value;
    field.focus({ preventScroll: true });
    const { selectionStart: from, selectionEnd: to } = before;
    if (from === 0 && to === before.value.length) field.select();
    else field.setSelectionRange(from, to);
  }

  // What was wrong with a number; the field gets back the one that counts.
  warn(refused) {
    const problem = this.refusedBlock ?? refused;
    this.panel.querySelector(".lv-problem").textContent = problem ?? "";
    this.panel.classList.toggle("lv-wrong", Boolean(problem));
    if (problem && this.shows) {
      this.painted = null;
      this.paint(this.film, this.at);
      this.body.querySelector(":focus")?.scrollIntoView({ block: "nearest" });
    }
  }

  most(name) {
    return (name === "x" ? this.film.columns.length : this.film.units) - 1;
  }

  clicked({ tab, jump, signalOf, k, hold, gate }) {
    if (tab) {
      this.tab = tab;
      this.paint(this.film, this.at);
      this.body.querySelector(`.lv-tab[data-tab="${tab}"]`).focus({ preventScroll: true });
    } else if (jump !== undefined) {
      this.shows = { kind: "value", name: signalOf, k: Number(k) };
      this.onJump(Number(jump), signalOf, Number(k));
    } else if (hold !== undefined) {
      const value = hold === "" ? null : Number(hold);
      const units = [...Array(this.film.units).keys()];
      this.onEdit(units.map((unit) => ({ target: "clamp", index: [clampRow(this.film, gate), unit], value })));
    }
  }

  changed(field) {
    if (this.isPainting || !field.dataset.target || !isDraft(field)) return;
    field.dataset.sent = field.value;
    this.refusedBlock = null;
    this.onEdit([{ ...fieldPlace(field), value: field.value }]);
  }

  pressed(event) {
    const field = event.target;
    if (!field.dataset.target || !stepByKey(field, event.key)) return;
    event.preventDefault();
    this.changed(field);
  }

  pasted(event) {
    const field = event.target;
    const block = field.dataset.target && pastedBlock(field, event.clipboardData.getData("text"));
    if (!block) return;
    event.preventDefault();
    this.refusedBlock = block.problem ?? null;
    if (block.problem) this.warn(null);
    else this.onEdit(block.edits);
  }
}
