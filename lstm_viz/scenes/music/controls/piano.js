// Keys that sound when they are pressed. What is held down together is one chord, a quarter of the beginning;
// Python hears of the notes once the player rests.

const RESTS = 700; // milliseconds
const pianos = new WeakMap();

class Piano {
  constructor(root) {
    this.root = root;
    this.held = new Set(); // what holds keys down: pointers and computer keys, with their pitch
    this.chord = new Set();
    this.notes = [];
    const on = (selector, act) => root.querySelector(selector).addEventListener("click", act);
    on(".rest", () => this.add("r"));
    on(".back", () => this.set(this.notes.slice(0, -1)));
    on(".clear", () => this.set([]));
    root.querySelector(".piano").addEventListener("keydown", (event) => this.down(event));
    root.querySelector(".piano").addEventListener("keyup", (event) => {
      if (event.key === " " && event.target.dataset.pitch) event.preventDefault(); // no click after it
      this.up(`key ${event.code}`);
    });
    root.querySelector(".piano").addEventListener("focusout", () => this.letGo());
  }

  open(data, tell) {
    this.tell = tell;
    if (!this.data) this.build(data);
    this.data = data;
    if (!this.timer && data.notes !== this.told) this.notes = data.notes ? data.notes.split("~") : [];
    this.told = data.notes;
    this.say();
  }

  build({ keys, first, computer }) {
    const box = this.root.querySelector(".keys");
    for (const { pitch, name, white } of keys) {
      const key = document.createElement("button");
      const letter = computer[pitch - first];
      key.type = "button";
      key.className = white ? "white" : "black";
      key.textContent = letter ? letter.toUpperCase() : "";
      key.dataset.pitch = pitch;
      key.tabIndex = pitch === first ? 0 : -1;
      key.setAttribute("aria-label", letter ? `${name}, computer key ${letter.toUpperCase()}` : name);
      key.addEventListener("pointerdown", (event) => {
        key.releasePointerCapture?.(event.pointerId);
        this.press(`pointer ${event.pointerId}`, pitch);
      });
      for (const end of ["pointerup", "pointerleave"]) key.addEventListener(end, (event) => this.up(`pointer ${event.pointerId}`));
      key.addEventListener("pointercancel", (event) => this.up(`pointer ${event.pointerId}`, pitch)); // it scrolls
      key.addEventListener("click", (event) => {
        if (event.detail) return; // a pointer has played it; else a screen reader presses
        this.press("click", pitch);
        this.up("click");
      });
      box.append(key);
    }
    const middle = this.key(first);
    box.scrollLeft = middle.offsetLeft - 40;
  }

  key(pitch) {
    return this.root.querySelector(`[data-pitch="${pitch}"]`);
  }

  down(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const focused = Number(event.target.dataset.pitch);
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const letter = event.key.length === 1 ? this.data.computer.indexOf(event.key.toLowerCase()) : -1;
    if (move && focused) this.focus(focused + move);
    else if (letter >= 0 && this.key(this.data.first + letter)) !event.repeat && this.press(`key ${event.code}`, this.data.first + letter);
    else if (focused && (event.key === "Enter" || event.key === " ")) !event.repeat && this.press(`key ${event.code}`, focused);
    else if (event.key === "Backspace") this.set(this.notes.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  focus(pitch) {
    const key = this.key(pitch);
    if (!key) return;
    for (const other of this.root.querySelectorAll(".keys [tabindex='0']")) other.tabIndex = -1;
    key.tabIndex = 0;
    key.focus();
  }

  press(by, pitch) {
    this.held.add(by);
    this.chord.add(pitch);
    this.key(pitch).classList.add("down");
    this.sound(pitch);
  }

  // What held a key down lets go of it; with `unplayed`, that pitch was not meant.
  up(by, unplayed) {
    if (!this.held.delete(by)) return;
    this.chord.delete(unplayed);
    if (this.held.size) return;
    const chord = [...this.chord].sort((a, b) => a - b);
    this.chord.clear();
    for (const key of this.root.querySelectorAll(".down")) key.classList.remove("down");
    if (chord.length) this.add(chord.join("."));
  }

  letGo() {
    for (const by of [...this.held]) if (by.startsWith("key")) this.up(by);
  }

  add(chord) {
    if (this.notes.length < this.data.most) this.set([...this.notes, chord]);
  }

  set(notes) {
    this.notes = notes;
    this.say();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.told = this.notes.join("~");
      this.tell("notes", this.told);
    }, RESTS);
  }

  say() {
    const names = Object.fromEntries(this.data.keys.map(({ pitch, name }) => [pitch, name]));
    const named = this.notes.map((chord) => (chord === "r" ? "rest" : chord.split(".").map((pitch) => names[pitch] ?? pitch).join(" ")));
    const said = `${this.notes.length} of ${this.data.most} quarters${named.length ? `: ${named.join(" · ")}` : ""}`;
    const place = this.root.querySelector(".played");
    if (place.textContent !== said) place.textContent = said;
    this.root.querySelector(".rest").disabled = this.notes.length >= this.data.most;
    for (const name of [".back", ".clear"]) this.root.querySelector(name).disabled = !this.notes.length;
    const { activeElement } = this.root.getRootNode();
    if (activeElement?.disabled) this.root.querySelector(".keys [tabindex='0']").focus(); // what is disabled loses the keys
  }

  async sound(pitch) {
    this.context ??= new AudioContext();
    const bytes = Uint8Array.from(atob(this.data.tone), (character) => character.charCodeAt(0));
    this.tone ??= this.context.decodeAudioData(bytes.buffer);
    const [tone] = await Promise.all([this.tone, this.context.resume()]);
    const [source, gain] = [this.context.createBufferSource(), this.context.createGain()];
    Object.assign(source, { buffer: tone });
    source.playbackRate.value = 2 ** ((pitch - this.data.base) / 12);
    gain.gain.value = this.data.loud;
    source.connect(gain).connect(this.context.destination);
    source.start();
  }

  leave() {
    clearTimeout(this.timer);
    this.context?.close();
  }
}

export default ({ data, parentElement, setTriggerValue }) => {
  const piano = pianos.get(parentElement) ?? new Piano(parentElement);
  pianos.set(parentElement, piano);
  piano.open(data, setTriggerValue);
  return () => {
    piano.leave();
    pianos.delete(parentElement);
  };
};
