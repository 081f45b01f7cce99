// A cell whose frames have sentences of their own: a story is told of its run.

import { Cell } from "./cell.js";

/** @extends {Cell<Contract.Story>} */
export class Story extends Cell {
  templates(at) {
    return { ...this.stages[at.stage], sentence: this.sent.told[at.t][at.stage] };
  }

  speaker({ t, stage }) {
    return this.sent.speaks[t]?.[stage] ?? null;
  }
}
