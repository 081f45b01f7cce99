// The picture of a board: what each frame looks like was made in Python.

import { Picture } from "./picture.js";

/** @extends {Picture<Contract.Drawn>} */
export class Drawn extends Picture {
  frame(_film, t, k) {
    return this.sent.scenes[t][k];
  }
}
