// Every kind of picture, opened as what it is.

import { Diagram, Fielded, Scene } from "./diagram.js";
import { Drawn } from "./drawn.js";
import { opened } from "../shared/arrays.js";

const PICTURES = { diagram: Diagram, drawn: Drawn, fielded: Fielded, scene: Scene };

/**
 * By shape of screen, wide and tall.
 * @param {Record<string, any>} views
 * @returns {Record<string, import("./picture.js").Picture>}
 */
export const openPictures = (views) => opened(views, (view) => new PICTURES[view.kind](view));
