// The player in a notebook: a frame (an iframe) of its own, in which the notebook's styles and keys
// do not meddle. lstm_viz/player/notebook.py says what comes with which frame.

import { unzipped } from "../shared/unzip.js";

const WAITS = 5000; // milliseconds for what another frame of the notebook brings
const frame = /** @type {HTMLElement | null} */ (window.frameElement); // null where the page around may not be reached
const notebook = frame ? window.parent : window;

// Make the frame a part of the notebook; `repaint` when the notebook has other colours.
export function settleIn(repaint) {
  document.addEventListener("pointerdown", () => window.focus(), true); // keys come to who was clicked last
  if (!frame) return;
  // What can be seen at once is the notebook's window: the frame is as high as what is in it.
  Object.defineProperty(window, "innerHeight", { get: () => Math.min(notebook.innerHeight, screen.height) });
  const fit = () => {
    frame.style.height = `${Math.ceil(document.body.getBoundingClientRect().height)}px`;
  };
  new ResizeObserver(fit).observe(document.body);
  takeGround();
  const changes = new MutationObserver(() => {
    takeGround();
    repaint();
  });
  const { body, documentElement } = notebook.document;
  for (const element of [documentElement, body]) changes.observe(element, { attributes: true });
}

// The notebook's own background, where the player looks for the app's.
function takeGround() {
  document.documentElement.style.setProperty("--st-background-color", groundOf(frame));
}

function groundOf(element) {
  for (let part = element.parentElement; part; part = part.parentElement ?? part.getRootNode().host) {
    const { backgroundColor } = notebook.getComputedStyle(part);
    if (!/^(transparent|rgba)/.test(backgroundColor)) return backgroundColor;
  }
  const page = notebook.document.documentElement;
  const editor = notebook.getComputedStyle(page).getPropertyValue("--vscode-editor-background").trim();
  return editor || (page.matches("[theme=dark]") ? "black" : "white"); // VS Code, Colab, any other
}

/**
 * The frame's own Plotly, else that of the frame that brought it, else what its server sends.
 * @param {Contract.NotebookPlotly} elsewhere
 */
export async function bringPlotly({ cdn, integrity, alone }) {
  const own = document.getElementById("plotly")?.textContent;
  if (own) notebook.lstmVizPlotly = own;
  const come = () => notebook.lstmVizPlotly;
  if (!alone) await until(come, WAITS);
  if (!come() && (await append({ src: cdn, integrity, crossOrigin: "anonymous" }))) return;
  const missing = come() ? null : sayMissing();
  await until(come);
  missing?.remove();
  append({ textContent: await unzipped(come()) });
}

function sayMissing() {
  const said = document.createElement("p");
  said.role = "alert";
  said.textContent =
    "The picture is drawn by Plotly, which came with the first player of this notebook and is no longer in it. Restart the kernel and run all cells.";
  document.querySelector(".lv-head").append(said);
  return said;
}

async function until(met, most = Infinity) {
  for (let waited = 0; waited < most && !met(); waited += 50) await new Promise((done) => setTimeout(done, 50));
}

// A script in this frame; one that comes by an address tells whether it came.
function append(properties) {
  const script = Object.assign(document.createElement("script"), properties);
  return new Promise((done) => {
    script.onload = () => done(true);
    script.onerror = () => done(false);
    document.head.append(script);
  });
}
