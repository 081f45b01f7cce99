// What comes next: the five most probable characters as bars, and which of them came.

import { visible } from "./characters.js";
import { chanceText } from "./told.js";

const LEAST = 0.012; // of the room for bars, so that even the smallest is seen

export class Next {
  constructor(root) {
    this.list = root.querySelector(".lv-next-list");
    this.came = root.querySelector(".lv-came");
    this.given = root.querySelector(".lv-given");
    this.how = root.querySelector(".lv-how");
    this.rows = [];
  }

  // came: the character that did come, if one has; words, given: the lines below, HTML; temperature:
  // at which the network draws one of these, or null.
  show(expected, came, words, given, temperature) {
    while (this.rows.length < expected.length) this.rows.push(this.made());
    const most = Math.max(...expected.map(([, p]) => p), 1e-9);
    this.rows.forEach((row, k) => {
      row.item.hidden = k >= expected.length;
      if (row.item.hidden) return;
      const [character, p] = expected[k];
      row.letter.textContent = visible(character);
      row.bar.style.transform = `scaleX(${Math.max(LEAST, p / most)})`;
      row.share.textContent = chanceText(p);
      row.item.classList.toggle("lv-came-row", character === came);
    });
    this.came.innerHTML = words;
    this.given.innerHTML = given;
    this.how.textContent = temperature === null ? "" : `at temperature ${temperature.toFixed(2)}`;
  }

  made() {
    const item = document.createElement("li");
    item.innerHTML = '<b></b><span class="lv-share"><i></i></span><span class="lv-percent"></span>';
    this.list.append(item);
    return { item, letter: item.querySelector("b"), bar: item.querySelector("i"), share: item.querySelector(".lv-percent") };
  }
}
