// What Streamlit does for a page of the app, done for one that was written down: its components are
// mounted with what they were told then, and a press goes to the screen that was recorded for it.

const PLACE = ["t", "stage", "unit"];
const NOT_OURS = /^(ask|embed|embed_options|utm_[a-z]+|[a-z]+clid)$/;
const MOST_SCALE = 1.6; // of a picture (cell_view.js)
const BELOW = 12; // pixels: the last margin and the padding
const WANTED = "lstm-viz-wanted"; // what the map sends the reader to another page for
const PRESENTS = "lstm-viz-presents";
const PRESENTING = "data-lv-presents"; // as ui/page/presenter.js has it

/** @type {any} */
const main = document.querySelector("main");
const query = new URLSearchParams(location.search);
const screens = JSON.parse(main.dataset.screens); // link of the app → file
const here = location.pathname.split("/").at(-1) || "index.html";

// ---- going somewhere else -------------------------------------------------------------------------

/** @param {string} file @param {string | null} place  null: where the reader is now */
function go(file, place) {
  location.assign(address(file, place));
}

function address(file, place) {
  const now = new URLSearchParams(location.search);
  const to = new URLSearchParams(place ?? "");
  for (const [name, value] of now) {
    const stays = name.startsWith("embed") || (place === null && PLACE.includes(name));
    if (stays) to.set(name, value);
  }
  const text = to.toString();
  return file + (text ? `?${text}` : "");
}

document.addEventListener("click", (event) => {
  const link = /** @type {any} */ (event.target).closest?.("a[data-keeps], [data-state]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.dataset.state) swap(`state-${link.dataset.state}`);
  else go(link.getAttribute("href"), null);
});
document.addEventListener("keydown", (event) => {
  const target = /** @type {any} */ (event.target);
  if (event.key !== " " || !target.matches?.("[role=switch]")) return;
  event.preventDefault(); // a switch is turned by Space too
  target.click();
});
document.addEventListener("change", (event) => {
  const chosen = /** @type {any} */ (event.target).selectedOptions?.[0];
  if (!chosen?.dataset.href) return;
  const [file, at] = chosen.dataset.href.split("?");
  go(file, chosen.hasAttribute("data-keeps") ? null : at);
});

// Another state of a part of the page, from the templates beside it.
function swap(id) {
  const next = /** @type {HTMLTemplateElement | null} */ (document.getElementById(id));
  if (!next) return;
  const part = document.querySelector(next.dataset.in);
  const focused = [...part.querySelectorAll("a, button")].indexOf(document.activeElement);
  part.replaceChildren(next.content.cloneNode(true));
  const controls = [...part.querySelectorAll("a, button")];
  if (focused >= 0) controls[Math.min(focused, controls.length - 1)]?.focus();
}

// ---- what a link says -----------------------------------------------------------------------------

// A link of the app says what is set: here each screen has a file of its own.
function readLink() {
  const said = [...query].filter(([name]) => !PLACE.includes(name) && !NOT_OURS.test(name));
  const wanted = new URLSearchParams(said).toString();
  const file = screens[wanted];
  if (!wanted || file === here) return;
  const place = new URLSearchParams([...query].filter(([name]) => PLACE.includes(name))).toString();
  if (file) location.replace(address(file, place));
  else if (here !== "glossary.html" && here !== "app.html") {
    const note = document.querySelector(".site-note");
    note.textContent = `The link says ${wanted.slice(0, 80)}, which needs a run; this page was recorded, so it opens without.`;
    note.hidden = false;
  }
}

// From 0; what is no number from 1 on is the first.
const from = (name) => Math.max(1, Math.floor(Number(query.get(name))) || 1) - 1;
const place = () => ({ id: "site", t: from("t"), stage: from("stage"), unit: from("unit") });

// ---- components -----------------------------------------------------------------------------------

const at = place();
let film = "";
/** @type {Record<string, Function>} how each component is mounted */
let components = {};
/** @type {Record<string, any>} what each is told on every page */
let shared = {};

function mount(element) {
  const { component } = element.dataset;
  const data = { ...JSON.parse(element.querySelector("script").textContent), ...shared[component] };
  const tell = (what, value) => heard(component, data, what, value);
  if (component === "lstm_viz_player") Object.assign(data, { film, at, page: null });
  if (component === "lstm_viz_glossary") data.first = query.get("term") ?? "";
  components[component]({ data, parentElement: element, setStateValue: tell, setTriggerValue: tell });
}

function heard(component, data, what, value) {
  if (component === "lstm_viz_map" && what === "go") leaveFor(data.scenes.find(({ id }) => id === value).page);
  if (component !== "lstm_viz_player") return;
  const lead = what === "action" && data.leads[value];
  if (lead) go(lead[0], lead[1]);
  const [, card] = (what === "action" && /^run:\d+:(\d+):/.exec(value)) || []; // as its door below
  if (card) document.querySelectorAll(".st-key-doors a")[Number(card)]?.click();
  if (what === "at") swap(`step-${value.t}`);
}

function leaveFor(page) {
  hand(WANTED, window.lvWanted);
  go(page, "");
}

// ---- from one page to the next --------------------------------------------------------------------

function hand(name, value) {
  try {
    if (value) sessionStorage.setItem(name, value);
  } catch {
    // a browser that keeps nothing
  }
}

/** @returns {string | null} what the page before has handed on, once */
function taken(name) {
  try {
    const value = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    return value;
  } catch {
    return null; // as above
  }
}

const wanted = taken(WANTED);
if (wanted) window.lvWanted = wanted;

// Who presents goes on presenting, where there is something to play.
const { documentElement } = document;
if (taken(PRESENTS) && document.querySelector(".lv")) documentElement.setAttribute(PRESENTING, "");
window.addEventListener("pagehide", () => hand(PRESENTS, documentElement.hasAttribute(PRESENTING) && "yes"));

// ---- what is mounted ------------------------------------------------------------------------------

const elements = [...document.querySelectorAll("[data-component]")];

function mountAll() {
  for (const element of elements) if (film || element.dataset.component !== "lstm_viz_player") mount(element);
}

export default function start(given, told) {
  [components, shared] = [given, told];
  readLink();
  window.lvFilm = (sent) => {
    film = sent;
    mountAll(); // its words; the picture comes with Plotly
  };
  document.querySelector("script[data-plotly]")?.addEventListener("load", mountAll);
  if (!document.querySelector("script[data-film]")) mountAll();
  window.addEventListener("afterprint", () => window.Plotly && mountAll()); // the reader's other colours (theme.js)
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", mountAll);
}

// ---- the menu -------------------------------------------------------------------------------------

const menu = document.querySelector(".site-menu");
document.addEventListener("pointerdown", ({ target }) => menu.contains(target) || menu.removeAttribute("open"));
menu.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  event.stopPropagation();
  menu.removeAttribute("open");
  menu.querySelector("summary").focus();
});

// ---- in a frame of another page -------------------------------------------------------------------

// How high the frame is to be for the picture to be as large as its width lets it: a number, to whoever
// frames the page.
let toldHeight = 0;

function tellHeight(root) {
  const { cell } = root.lvPlayer;
  const whole = cell.view.height * Math.min(cell.box.clientWidth / cell.view.width, MOST_SCALE);
  const ends = [...root.children].map((part) => part.offsetTop + part.offsetHeight);
  const height = Math.ceil(Math.max(...ends) - cell.frame.offsetHeight + whole) + BELOW;
  if (height !== toldHeight) parent.postMessage({ type: "lstm-viz", height }, "*");
  toldHeight = height;
}

const framed = query.has("embed") && parent !== window && document.querySelector(".lv");
if (framed) {
  const watch = new ResizeObserver(() => framed.dataset.ready && tellHeight(framed));
  watch.observe(framed.querySelector(".lv-card"));
  new MutationObserver(() => tellHeight(framed)).observe(framed, { attributeFilter: ["data-ready"] });
}
