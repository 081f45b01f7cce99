// Arrays as they are sent: base64 of small numbers, or the places of ones.

/** @type {Record<string, (bytes: ArrayBuffer, packed: any) => Float32Array | Uint8Array>} */
const NUMBERS = {
  float32: (bytes) => new Float32Array(bytes),
  uint8: (bytes) => new Uint8Array(bytes),
  uint16: (bytes) => Float32Array.from(new Uint16Array(bytes), (share) => share / 65535),
  int16: (bytes, { scale }) => Float32Array.from(new Int16Array(bytes), (step) => (step / 32767) * scale),
  oneHot: (_, { shape: [rows, columns], columns: ones }) => {
    const numbers = new Float32Array(rows * columns);
    for (const [t, k] of ones.entries()) numbers[t * columns + k] = 1;
    return numbers;
  },
};

/**
 * All numbers of an array, row after row.
 * @param {Contract.Array} packed
 * @returns {Float32Array | Uint8Array}
 */
export function numbersOf(packed) {
  const bytes = packed.type === "oneHot" ? null : bytesOf(packed.data);
  return NUMBERS[packed.type](bytes, packed);
}

/**
 * t -> row t of an array.
 * @param {Contract.Array} packed
 * @returns {(t: number) => Float32Array | Uint8Array}
 */
export function rowReader(packed) {
  const numbers = numbersOf(packed);
  const columns = packed.shape.at(-1);
  return (t) => numbers.subarray(t * columns, (t + 1) * columns);
}

/** @param {string} base64 */
export const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;

/**
 * The same for each of several.
 * @template Sent, Opened
 * @param {Record<string, Sent>} all
 * @param {(sent: Sent) => Opened} open
 * @returns {Record<string, Opened>}
 */
export const opened = (all, open) =>
  Object.fromEntries(Object.entries(all).map(([name, sent]) => [name, open(sent)]));
