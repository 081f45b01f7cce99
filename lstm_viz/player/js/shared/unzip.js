// JSON as it was sent: gzipped, in base64 or at an address of the app.

import { bytesOf } from "./arrays.js";

const AGAIN = [0, 100, 500]; // milliseconds before each attempt to fetch

/**
 * @param {string} base64
 * @returns {Promise<any>}
 */
export const unzipped = (base64) => unzip(new Blob([bytesOf(base64)]));

/**
 * @param {string} address
 * @returns {Promise<any>}
 */
export async function fetchedAndUnzipped(address) {
  return unzip(await fetched(address));
}

function unzip(blob) {
  return new Response(blob.stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

// The app keeps a film as long as a page shows it, and for a moment has none while a page runs again.
async function fetched(address) {
  for (const wait of AGAIN) {
    await new Promise((done) => setTimeout(done, wait));
    // The address names what is there, so what the browser has of it is still right.
    const answer = await fetch(address, { cache: wait ? "reload" : "force-cache" });
    if (answer.ok) return answer.blob();
  }
  throw new Error("the app no longer has it");
}
