// Whose a key is: the player's, or of something that is typed in or lies above.

const TYPED_IN =
  "input:not([type=checkbox]),textarea,select,[contenteditable=true],[role=slider],[role=radio],[role=tab],[role=option],[role=combobox],[role=menuitem]";
const WRITTEN_IN = "input:not([type=checkbox],[type=radio],[type=range]),textarea,[contenteditable=true]";
const OVERLAY = "[role=dialog],[role=listbox]";

export const isCovered = () => document.querySelector(OVERLAY) !== null;

/** No browser's shortcut, not used yet, and nothing lies above the page. */
export const isPlain = (event) =>
  !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !isCovered();

/** Text or a number is being written. */
export const isWritten = (event) => Boolean(event.composedPath()[0].matches?.(WRITTEN_IN));

/** Typed, or chosen with, where the focus is. */
export const isTyped = (event) => Boolean(event.composedPath()[0].closest?.(TYPED_IN));
