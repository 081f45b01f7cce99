// JSON as it was sent: base64 of it gzipped.

import { bytesOf } from "./arrays.js";

/**
 * @param {string} base64
 * @returns {Promise<any>}
 */
export function unzipped(base64) {
  const plain = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(plain).json();
}
