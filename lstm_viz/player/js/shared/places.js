// Where the reader left each scene, as long as the page is not loaded anew: who comes back, and by no
// link, finds it so.

window.lvPlaces ??= {};

/**
 * @param {string | null} scene
 * @param {number | string} id  of the jump after which they went there: another one is a link
 * @param {Record<string, number>} at
 */
export function leaveAt(scene, id, at) {
  window.lvPlaces[scene] = { id, at };
}

/**
 * Where they left it, or else where they are sent to.
 * @param {string | null} scene
 * @param {{id: number | string}} sentTo
 * @returns {any}
 */
export function foundAt(scene, sentTo) {
  const left = window.lvPlaces[scene];
  return left?.id === sentTo.id ? left.at : sentTo;
}

/**
 * Whether Python has the reader there: it sent them, or was told.
 * @param {any} known  the place; null if nothing is known
 * @param {any} at
 */
export function isKnown(known, at) {
  return known !== null && Object.entries(at).every(([name, value]) => known[name] === value);
}
