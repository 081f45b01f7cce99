// A cell that is also seen unrolled: all cells in a row.

import { Cell } from "./cell.js";
import { openPictures } from "./pictures.js";

/** @extends {Cell<Contract.Row>} */
export class Row extends Cell {
  /** @param {Contract.Row} sent */
  constructor(sent) {
    super(sent);
    this.unrolled = openPictures(sent.rows);
  }

  get hasLevels() {
    return true;
  }

  get level() {
    return this.sent.level;
  }

  /** @param {"row" | "cell"} level */
  picture(name, level = "cell") {
    return level === "row" ? this.unrolled[name] : super.picture(name);
  }
}
