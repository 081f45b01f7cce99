// Characters as a reader counts them, and as they are written where they could not be seen.  They are
// cut as Python cuts them (inputs/characters.py): the network reads one at a step.

const PLAIN = /^[\n\x20-\x7e]*$/;
const JOINER = "\u200d";
const NEWLINE = /^\r?\n$|^\r$/;
const EXTENDS = /^[\p{M}\p{Cf}\p{Emoji_Modifier}\u0e33\u0eb3]$/u;
const PICTURE = /^\p{So}$/u;
const REGIONAL = /^[\u{1f1e6}-\u{1f1ff}]$/u;
const IN_HANGUL = /^[\u1160-\u11ff\ud7b0-\ud7fb]$/;
const HANGUL = /[\u1100-\u11ff\ud7b0-\ud7fb\uac00-\ud7a3\ua960-\ua97c]$/;
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/** The text without the characters that are not seen and change no other. */
export const withoutUnseen = (text) => text.replace(UNSEEN, "");

/** Whether a character belongs to the piece before it: an accent, a skin tone, the end of a flag. */
function joins(last, char) {
  if (char < "\u00ad") return char === "\n" && last === "\r";
  return (
    (EXTENDS.test(char) && !NEWLINE.test(last)) ||
    (last.endsWith(JOINER) && PICTURE.test(char)) ||
    (REGIONAL.test(char) && REGIONAL.test(last)) ||
    (IN_HANGUL.test(char) && HANGUL.test(last))
  );
}

/** @returns {string[]} joined again, they are the text */
export function charactersOf(text) {
  if (PLAIN.test(text)) return Array.from(text);
  const found = [];
  for (const char of text) {
    if (found.length && joins(found.at(-1), char)) found[found.length - 1] += char;
    else found.push(char);
  }
  return found;
}

export const SIGNS = { " ": "␣", "\n": "⏎", "\t": "⇥" };
export const visible = (character) => SIGNS[character] ?? character;

// A full stop or a quotation mark between quotes needs room to be seen.
const SMALL = /^[.,:;'"`´‘’“”-]$/;

export const quoted = (character) => (SMALL.test(character) ? `‘\u2009${character}\u2009’` : `‘${visible(character)}’`);
