// Arrow keys in a number field, and the two arrows at its right end for the mouse: a step up or down.

const PAUSE_AFTER_STEP = 250; // milliseconds: of a row of steps Python hears the last
const ARROWS_WIDTH = 22; // pixels, as in number_field.css
const NUMBER_FIELD = '[class*="st-key-number_by_"]';

function stepNumber(input, by) {
  const tenths = Number(/st-key-number_by_(\d+)_/.exec(input.closest(NUMBER_FIELD).className)[1]);
  const now = Number(input.value.trim().replace("−", "-"));
  if (!Number.isFinite(now)) return;
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  setValue.call(input, String(Number((now + (by * tenths) / 10).toPrecision(12)))); // as if typed
  input.dispatchEvent(new Event("input", { bubbles: true }));
  clearTimeout(input.lvStep);
  input.lvStep = setTimeout(() => input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })), PAUSE_AFTER_STEP);
}

export class NumberSteps {
  constructor() {
    document.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("pointerdown", (event) => this.press(event));
  }

  key(event) {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey || !event.target.matches?.(`${NUMBER_FIELD} input`)) return;
    event.preventDefault();
    stepNumber(event.target, by);
  }

  press(event) {
    const box = event.target.closest?.(`${NUMBER_FIELD} [data-testid="stTextInputRootElement"]`);
    const input = box?.querySelector("input:enabled");
    if (!input || event.target === input || event.button || event.pointerType !== "mouse") return;
    const { right, top, height } = box.getBoundingClientRect();
    if (event.clientX < right - ARROWS_WIDTH) return;
    event.preventDefault();
    input.focus();
    stepNumber(input, event.clientY < top + height / 2 ? 1 : -1);
  }
}
