// The tools of a page, at the right of its header, and their keys.

import { askQuestions, questionsAreAsked } from "../../player/js/shared/asked.js";
import { isPlain, isTyped } from "../../player/js/shared/keys.js";
import { Presenter } from "./presenter.js";
import { Theme } from "./theme.js";

export class PageTools {
  constructor() {
    this.theme = new Theme();
    this.presenter = new Presenter();
    document.documentElement.toggleAttribute("data-lv-embedded", new URLSearchParams(location.search).has("embed"));
    window.addEventListener("keydown", (event) => this.key(event));
  }

  /**
   * @param {HTMLElement} root  with the buttons, new on every page
   * @param {(address: string) => void} share
   */
  open(root, share) {
    if (this.root === root) return;
    this.root = root;
    const on = (name, act) => root.querySelector(`.lv-tool-${name}`).addEventListener("click", act);
    on("share", () => share(location.href));
    on("theme", () => this.theme.turn());
    on("present", () => this.presenter.turn());
    on("keys", () => this.list());
    this.theme.take();
  }

  key(event) {
    if (!isPlain(event) || isTyped(event) || event.repeat) return;
    if (this.presenter.key(event)) event.preventDefault();
    else if (event.key === "?") {
      event.preventDefault();
      this.list();
    }
  }

  // The keys, and whether questions are asked.
  list() {
    const dialog = document.createElement("dialog");
    dialog.className = "lv-keys";
    dialog.setAttribute("role", "dialog");
    dialog.setAttribute("aria-label", "Keys");
    dialog.append(this.root.querySelector("template").content.cloneNode(true));
    dialog.style.cssText = this.theme.colours(this.root);
    const asks = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
    asks.checked = questionsAreAsked();
    asks.addEventListener("change", () => askQuestions(asks.checked));
    dialog.addEventListener("click", ({ target }) => (target === dialog || /** @type {Element} */ (target).closest("button")) && dialog.close());
    dialog.addEventListener("keydown", (event) => event.stopPropagation()); // no key of the page's own
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }
}
