// A text and its cells have one page; in the browser's history each is a place of its own.

export function enterInHistory() {
  history.pushState({ ...history.state, lvFromText: true }, "", location.href);
}

export const cameFromText = () => history.state?.lvFromText === true;

// The step whose cell the address asks for, or null if it asks for none.
export function cellInAddress() {
  const asked = new URLSearchParams(location.search);
  return asked.get("level") === "cell" ? Math.max(0, Number(asked.get("t") ?? 1) - 1) : null;
}
