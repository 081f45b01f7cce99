// What a popover shows stands at the end of the document: Tab goes into it from its button, and from its end on to
// what follows the button; Shift+Tab the other way.

const OPENED_BY = '[data-testid="stPopoverButton"][aria-expanded="true"]';
const SHOWN = '[data-testid="stPopoverBody"]';
const STOPS = ":is(a[href], button, input, select, textarea, summary, audio, [tabindex]):not(:disabled)";

// While the focus is elsewhere Streamlit keeps the tabindex of what is in a popover as data.
const isStop = (one) => one.tabIndex >= 0 || (one.dataset.tabindex ?? "-1") !== "-1";
const stopsIn = (root) =>
  [...root.querySelectorAll(STOPS)].filter((one) => isStop(one) && one.checkVisibility({ visibilityProperty: true }));

function stopAfter(from, back) {
  const [button, shown] = [document.querySelector(OPENED_BY), document.querySelector(SHOWN)];
  if (!button || !shown) return undefined;
  const inside = stopsIn(shown);
  const page = stopsIn(document).filter((one) => !shown.contains(one));
  const follows = page[page.indexOf(button) + 1];
  const way = [button, ...inside, follows];
  const ends = [button, inside.at(0), inside.at(-1), follows];
  return ends.includes(from) ? way[way.indexOf(from) + (back ? -1 : 1)] : undefined;
}

export class Popovers {
  constructor() {
    document.addEventListener("keydown", (event) => this.key(event));
  }

  key(event) {
    if (event.key !== "Tab" || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = stopAfter(event.target, event.shiftKey);
    to?.focus();
    if (to && document.activeElement === to) event.preventDefault();
  }
}
