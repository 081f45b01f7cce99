// The panel beside the picture: the derivation of a value, or the numbers to change.

import { derivationHtml } from "./derivation.js";
import { clampRow, editorHtml } from "./editor.js";

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
    this.panel.addEventListener("change", (event) => this.changed(event.target));
    this.panel.addEventListener("click", (event) => this.clicked(event.target.closest("button")?.dataset ?? {}));
  }

  // shows: {kind: "edit"}, {kind: "value", name, k}, or null for closed.
  open(shows) {
    const wasOpen = Boolean(this.shows);
    if (!wasOpen) this.openedFrom = document.activeElement;
    this.shows = shows;
    this.painted = null;
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
    const html = kind === "edit" ? editorHtml(film, this.tab, at.t) : derivationHtml(film, name, Math.min(k, this.most(name)), at.t);
    if (html === this.painted) return;
    this.painted = html;
    const opened = new Set([...this.body.querySelectorAll("details[open]")].map((part) => part.dataset.part));
    const field = document.activeElement?.dataset?.index === undefined ? null : document.activeElement.dataset;
    const top = this.body.scrollTop;
    this.body.innerHTML = html;
    this.body.querySelectorAll("details").forEach((part) => {
      if (opened.has(part.dataset.part)) part.open = true;
    });
    this.body.scrollTop = top;
    if (field) this.body.querySelector(`[data-target="${field.target}"][data-index="${field.index}"]`)?.focus({ preventScroll: true });
  }

  // What was wrong with a number; the field gets back the one that counts.
  warn(problem) {
    this.panel.querySelector(".lv-problem").textContent = problem ?? "";
    this.panel.classList.toggle("lv-wrong", Boolean(problem));
    if (problem && this.shows) {
      this.painted = null;
      this.paint(this.film, this.at);
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

  changed({ dataset: { target, index }, value }) {
    if (!target) return;
    const number = value.trim() === "" ? null : Number(value);
    if (number === null && target !== "clamp") {
      this.painted = null; // an emptied field gets its number back
      this.paint(this.film, this.at);
      return;
    }
    this.onEdit([{ target, index: index.split(".").map(Number), value: number }]);
  }
}
