// A film as it is sent, opened: the values of each signal at each step.

import { networkValues, openNetwork } from "./network.js";
import { unpack } from "../shared/arrays.js";

const AGAIN = [0, 100, 500]; // milliseconds before each attempt to fetch a film

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

// A payload as it was sent: JSON, base64 of gzipped JSON, or where that is.
export async function readPayload(sent) {
  if (typeof sent !== "string") return sent;
  const bytes = sent.startsWith("/")
    ? await fetched(sent)
    : new Blob([Uint8Array.from(atob(sent), (character) => character.charCodeAt(0))]);
  const plain = bytes.stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(plain).json();
}

export function openFilm(payload) {
  const film = { stepWord: "step", ...payload };
  for (const group of ["values", "weights"]) {
    film[group] = Object.fromEntries(
      Object.entries(payload[group]).map(([name, packed]) => [name, unpack(packed)]),
    );
  }
  if (payload.h0) {
    film.h0 = unpack(payload.h0).row(0);
    film.c0 = payload.c0 && unpack(payload.c0).row(0);
  }
  if (payload.network) film.network = openNetwork(payload.network);
  film.length = film.steps * film.stages.length - Number(film.stages.at(-1).carries);
  return film;
}

// The values of a signal at step t: (units), or (inputs) for x.
export function valuesAt(film, name, t) {
  if (name === "h_prev") return t ? film.values.h.row(t - 1) : film.h0;
  if (name === "c_prev") return t ? film.values.c.row(t - 1) : film.c0;
  return film.values[name].row(t);
}

// All that a gate reads; of a network with chosen units, the h of every unit.
export const readBy = (film, name, t) => (film.network ? networkValues(film.network, name, t) : valuesAt(film, name, t));

// What a step and a unit (from 0) are called: their numbers in the whole run and network, from 1.
export const stepNumber = (film, t) => t + 1 + (film.first ?? 0);

export const unitNumber = (film, unit) => (film.network ? film.network.chosen[unit] : unit) + 1;

// The name of input k of the network, and which of them the k-th cell of the strip of x shows.
export const columnName = (film, k) => (film.network?.columns ?? film.columns)[k];

export const inputOf = (film, k, t) => (film.network?.oneCell ? networkValues(film.network, "x", t).indexOf(1) : k);
