// A cell whose frames have sentences of their own: a story is told of its run.

import { Cell } from "./cell.js";

/** @extends {Cell<Contract.Story>} */
export class Story extends Cell {
  templates(at) {
    const { title, equation, numbers } = this.stages[at.stage];
    return { title, equation, numbers, sentence: this.sent.told[at.t][at.stage] };
  }

  passes(position) {
    return this.sent.passed.includes(position);
  }

  speaker({ t, stage }) {
    return this.sent.speaks[t]?.[stage] ?? null;
  }
}
