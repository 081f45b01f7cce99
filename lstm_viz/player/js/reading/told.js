// The current step in words: the readout, what comes next, the sentence for a screen reader, the table.

const bitsText = (bits) => `${bits.toFixed(1)} bits`;

function readoutHtml(reading, t) {
  if (!reading.length) return "nothing to read yet";
  const strange = t in reading.readAs ? ` read as ${escapeHtml(quoted(readAs(reading, t)))}` : "";
  return `character ${t + 1} of ${reading.length} · <b>${escapeHtml(quoted(reading.characters[t]))}</b>${strange} · ${bitsText(reading.surprise[t])}`;
}

function cameHtml(reading, t) {
  const next = t + 1;
  if (next >= reading.length) return reading.length ? "Nothing has come yet." : "The first character, after a line break.";
  const rank = reading.expected(next).findIndex(([character]) => character === readAs(reading, next));
  const place = rank < 0 ? "none of these" : rank === 0 ? "the first guess" : ["", "the second", "the third", "the fourth", "the fifth"][rank];
  return `Came: <b>${escapeHtml(quoted(readAs(reading, next)))}</b>, ${formatPercent(reading.drawn(next) ?? probabilityOf(reading, next))} – ${place}`;
}

// What the character on screen itself was given, before it was seen.
function givenHtml(reading, t) {
  if (t < 0) return "";
  const character = `<b>${escapeHtml(quoted(reading.characters[t]))}</b>`;
  const given = formatPercent(probabilityOf(reading, t));
  // A temperature other than 1 draws from something else than what the network expects.
  const drawn = reading.temperatureAt(t) === 1 ? undefined : reading.drawn(t);
  if (drawn !== undefined) return `${character} was given ${given}, and drawn at ${formatPercent(drawn)}`;
  return `${character} itself was given ${given}: ${bitsText(reading.surprise[t])}`;
}

function spokenText(reading, t) {
  if (!reading.length) return "Nothing to read yet.";
  const guesses = reading.expected(t + 1).slice(0, 3).map(([character, p]) => `${spokenCharacter(character)} ${formatPercent(p)}`);
  return `Character ${t + 1}, ${spokenCharacter(reading.characters[t])}; surprise ${bitsText(reading.surprise[t])}; expected next: ${guesses.join(", ")}.`;
}

const SPOKEN = { " ": "space", "\n": "line break", "\t": "tab" };
const spokenCharacter = (character) => SPOKEN[character] ?? character;

function twinHtml(reading, t) {
  if (!reading.length) return "";
  const rows = reading.picture.rows.filter(({ unit }) => unit !== null).map((row) => {
    const value = formatNumber(valueOf(reading, row, t), row.scale === "values");
    return `<tr><th scope="row">unit ${row.unit + 1}, <span style="color:var(--lv-${row.color})">${row.label}</span></th><td>${value}</td></tr>`;
  });
  const guesses = (at) => reading.expected(at).map(([character, p]) => `<tr><th scope="row">${escapeHtml(quoted(character))}</th><td>${formatPercent(p)}</td></tr>`).join("");
  const table = (caption, body) => `<table class="lv-matrix"><caption>${caption}</caption><tbody>${body}</tbody></table>`;
  return `<div class="lv-tables">${table(`Character ${t + 1}, ${escapeHtml(quoted(reading.characters[t]))}, ${bitsText(reading.surprise[t])}`, rows.join(""))}${table("Expected here, before it was seen", guesses(t))}${table("Expected next", guesses(t + 1))}</div>`;
}
