// A film as it was sent, opened as what it is.

import { Board } from "./board.js";
import { Cell } from "./cell.js";
import { Network } from "./network.js";
import { Story } from "./story.js";
import { fetchedAndUnzipped, unzipped } from "../shared/unzip.js";

/** @type {Record<string, new (sent: any) => AnyFilm>} */
const KINDS = { board: Board, cell: Cell, network: Network, story: Story };

/** @typedef {Board | Cell<Contract.AnyCell> | Network | Story} AnyFilm */

/**
 * The film as it is, or as base64 of gzipped JSON, or where that is.
 * @param {string | Contract.AnyFilm} sent
 * @returns {Promise<AnyFilm>}
 */
export async function openFilm(sent) {
  const film = typeof sent !== "string" ? sent : await (sent.startsWith("/") ? fetchedAndUnzipped : unzipped)(sent);
  return new KINDS[film.kind](film);
}
