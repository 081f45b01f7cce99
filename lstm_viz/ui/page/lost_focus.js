// Where the keys go on when what they were at is gone: a button that was made anew, or went with its part of the
// page. Who points goes on by pointing.

const LOOKS = 100; // milliseconds between two looks
const GONE = 5; // looks until what has gone is taken not to come back, ...
const AT_WORK = 30; // ... and until a button that is disabled, as while it makes a file, is
const USABLE = ":is(button, input, select, textarea, [tabindex='0']):not(:disabled)";
const PLAYER = ".lv .lv-play";

const isShown = (element) => element.matches(":not(:disabled)") && element.checkVisibility({ visibilityProperty: true });

export class LostFocus {
  constructor() {
    /** @type {Element | null} */
    this.at = null;
    document.addEventListener("focusin", ({ target }) => this.came(/** @type {Element} */ (target)));
    document.addEventListener("pointerdown", () => this.forget(), true);
    document.addEventListener("focusout", () => setTimeout(() => this.look())); // it may be there again at the next look
    setInterval(() => this.look(), LOOKS);
  }

  came(element) {
    this.at = element.matches(":focus-visible") ? element : null;
    this.lost = 0; // for how many looks
    this.page = location.pathname;
    const widget = element.closest(".lv") ? null : element.closest(".stElementContainer");
    this.key = [...(widget?.classList ?? [])].find((name) => name.startsWith("st-key-"));
  }

  forget() {
    this.at = null;
  }

  look() {
    if (!this.at || document.activeElement !== document.body) return;
    if (this.page !== location.pathname) this.forget();
    else if (this.lost || !isShown(this.at)) this.goOn(++this.lost);
  }

  // To what they were at, if it is back; to what stands in its place; to the player.
  goOn(looks) {
    const anew = this.key ? document.querySelectorAll(`.${CSS.escape(this.key)} ${USABLE}`) : [];
    const player = looks > (this.at.matches(":disabled") ? AT_WORK : GONE) ? document.querySelectorAll(PLAYER) : [];
    const to = [this.at, ...anew, ...player].find(isShown);
    /** @type {HTMLElement | undefined} */ (to)?.focus({ preventScroll: true });
  }
}
