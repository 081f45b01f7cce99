// Where keys belong to something else than the player.

export const TYPING =
  "input:not([type=checkbox]),textarea,select,[contenteditable=true],[role=slider],[role=radio],[role=tab],[role=option],[role=combobox],[role=menuitem]";

export const OVERLAY = "[role=dialog],[role=listbox]";
