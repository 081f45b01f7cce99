// What a step sounds like: one tone, played at the rate of each of its pitches, damped at the end.

import { bytesOf } from "../shared/arrays.js";
import { isPlain, isTyped } from "../shared/keys.js";

const AT_ONCE = 0.03; // seconds in which what sounds falls silent when something else begins

export class Sound {
  /**
   * @param {HTMLElement} root
   * @param {() => number} pace
   */
  constructor(root, pace) {
    this.button = root.querySelector(".lv-sound");
    this.pace = pace;
    /** @type {Contract.Sound | null} */
    this.sent = null;
    this.on = true;
    this.heard = 0; // steps, since the page was opened
    /** @type {AudioContext | undefined} */
    this.context = undefined;
    /** @type {Promise<AudioBuffer> | null} */
    this.tone = null;
    /** @type {GainNode | null} what sounds now */
    this.now = null;
    /** @type {number | undefined} the step that is to be heard once the tone is there */
    this.wanted = undefined;
    this.button.addEventListener("click", () => this.turn());
  }

  /** @param {Contract.Sound | null} sent */
  open(sent) {
    if (this.sent?.tone !== sent?.tone) this.tone = null;
    this.sent = sent;
    this.button.hidden = !sent;
    this.hush();
  }

  /** Milliseconds of a step while it plays, 0 if it has no sound. */
  get beat() {
    return (this.sent?.seconds ?? 0) * 1000;
  }

  // True if the key was ours.
  key(event) {
    if (!this.sent || event.key.toLowerCase() !== "m" || event.repeat || !isPlain(event) || isTyped(event)) return false;
    this.turn();
    return true;
  }

  turn() {
    this.on = !this.on;
    this.button.setAttribute("aria-pressed", String(this.on));
    if (!this.on) this.hush();
  }

  /** @param {number} t */
  async hear(t) {
    if (!this.sent || !this.on) return;
    this.hush();
    const { tone, rates, seconds, release, loud } = this.sent;
    if (!rates[t]?.length) return;
    this.wanted = t;
    this.context ??= new AudioContext(); // not sooner: a browser wants a press first
    this.context.resume();
    this.tone ??= this.context.decodeAudioData(bytesOf(tone));
    const buffer = await this.tone;
    if (this.wanted === t) this.strike(buffer, rates[t], { seconds, release, loud });
  }

  /**
   * @param {AudioBuffer} tone
   * @param {number[]} rates
   * @param {{seconds: number, release: number, loud: number}} how
   */
  strike(tone, rates, { seconds, release, loud }) {
    const begin = this.context.currentTime;
    const end = begin + seconds / this.pace();
    const gain = this.context.createGain();
    gain.gain.setValueAtTime(loud, Math.max(begin, end - release));
    gain.gain.linearRampToValueAtTime(0, end);
    gain.connect(this.context.destination);
    for (const rate of rates) {
      const source = this.context.createBufferSource();
      source.buffer = tone;
      source.playbackRate.value = rate;
      source.connect(gain);
      source.start(begin);
      source.stop(end);
    }
    this.now = gain;
    this.heard += 1;
  }

  hush() {
    this.wanted = undefined;
    if (!this.now) return;
    const { gain } = this.now;
    const from = this.context.currentTime;
    gain.cancelScheduledValues(from);
    gain.setTargetAtTime(0, from, AT_ONCE / 3);
    this.now = null;
  }

  destroy() {
    this.hush();
    this.context?.close();
    this.context = undefined;
    this.tone = null;
  }
}
