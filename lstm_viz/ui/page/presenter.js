// In front of a class: the picture and its words alone, as large as the screen.

export class Presenter {
  get presents() {
    return document.documentElement.hasAttribute("data-lv-presents");
  }

  turn(on = !this.presents) {
    if (on && !document.querySelector(".lv")) return; // nothing that is played
    document.documentElement.toggleAttribute("data-lv-presents", on);
    this.blank(false);
    if (!on && document.fullscreenElement) document.exitFullscreen();
  }

  blank(on = !document.documentElement.hasAttribute("data-lv-blank")) {
    document.documentElement.toggleAttribute("data-lv-blank", on);
  }

  /** True if the key was one of ours. */
  key({ key }) {
    const name = key.toLowerCase();
    if (name === "p") this.turn();
    else if (!this.presents) return false;
    else if (name === "escape") this.turn(false);
    else if (name === "b" || name === ".") this.blank();
    else if (name === "f") this.fill();
    else return false;
    return true;
  }

  fill() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {}); // the browser may not let it
  }
}
