// A few chosen units of a large network, in a window of its steps.

import { Cell } from "./cell.js";
import { opened, rowReader } from "../shared/arrays.js";

/** What signals follow from others, by the form of their formula. */
const FOLLOWS = {
  "_ × _": (a, b) => a.map((value, k) => value * b[k]),
  "(1 − _) × _": (a, b) => a.map((share, k) => (1 - share) * b[k]),
  "tanh(_)": (a) => a.map(Math.tanh),
};

/** @extends {Cell<Contract.Network>} */
export class Network extends Cell {
  /** @param {Contract.Network} sent */
  constructor(sent) {
    super(sent);
    const { values, start, chosen } = sent.network;
    this.all = opened(values, rowReader);
    this.allAtStart = opened(start, (packed) => rowReader(packed)(0));
    this.places = new Map(chosen.map((unit, k) => [unit, k]));
  }

  get chosen() {
    return this.sent.network.chosen;
  }

  get shape() {
    const { units, columns } = this.sent.network;
    return [super.shape, units, columns.length].join();
  }

  get subtitle() {
    const units = this.chosen.map((unit) => unit + 1).join(", ");
    const { first } = this.sent;
    return `${this.chosen.length > 1 ? `Units ${units}, a row each,` : `Unit ${units}`} over steps ${first + 1} to ${first + this.steps}`;
  }

  get isPart() {
    return true;
  }

  get mostTerms() {
    return 8;
  }

  unitNumber(unit) {
    return this.chosen[unit] + 1;
  }

  /** Where unit `number` of the network is among the chosen, or undefined. */
  placeOf(number) {
    return this.places.get(number);
  }

  /** The values of a signal at step t for all units of the network, or for all inputs. */
  valuesOfAll(name, t) {
    const { all, before } = this;
    const now = before[name];
    if (now) return t ? all[now](t - 1) : this.allAtStart[now];
    if (name in all) return all[name](t);
    // The rest follows from what was sent, as its row of the table of signals says.
    const [a, b] = this.signals[name].inputs.map((input) => this.valuesOfAll(input, t));
    return FOLLOWS[this.signals[name].formula.replace(/\{\w+\}/g, "_")](a, b);
  }

  valuesRead(name, t) {
    return this.valuesOfAll(name, t);
  }

  columnName(k) {
    return this.sent.network.columns[k];
  }

  inputOf(k, t) {
    return this.sent.network.oneCell ? this.valuesOfAll("x", t).indexOf(1) : k;
  }

  inward({ t, stage, unit }) {
    return { t: t - this.sent.first, stage, unit: Math.max(0, this.chosen.indexOf(unit)) };
  }

  outward({ t, stage, unit }) {
    return { t: t + this.sent.first, stage, unit: this.chosen[unit] };
  }
}
