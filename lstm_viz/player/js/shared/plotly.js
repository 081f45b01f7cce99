// One Plotly in the page: the one that is there, else Streamlit's own file, else the wheel's.

let plotlyOnItsWay = null;

export async function loadPlotly(sources, askForScript) {
  const plotly = await find(sources, askForScript);
  if (plotly) rememberArrays(plotly.PlotSchema);
  return plotly;
}

function find(sources, askForScript) {
  if (window.Plotly) return Promise.resolve(window.Plotly);
  if (sources.script) return loadScript(sources.script);
  if (!sources.module) return Promise.resolve(null); // the page brings it later
  // This script comes from a blob: address, which nothing can be relative to.
  const module = new URL(sources.module, document.baseURI).href;
  plotlyOnItsWay ??= import(module).catch(() => null).then(() => window.Plotly ?? null);
  return plotlyOnItsWay.then((plotly) => {
    if (!plotly) askForScript();
    return plotly;
  });
}

function loadScript(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error("Plotly could not be loaded from this app"));
    document.head.append(script);
  });
}

const remembers = new WeakSet();

// For each trace that it draws, Plotly goes through all attributes that a trace can have, to find those
// that hold an array: a quarter of its time. They are the same where what was given has its arrays in the
// same places.
function rememberArrays(schema) {
  if (!schema || remembers.has(schema)) return;
  remembers.add(schema);
  const known = new Map();
  const findAll = schema.findArrayAttributes;
  schema.findArrayAttributes = (trace) => {
    const kind = [trace.type, ...arraysIn(trace._input)].join(" ");
    if (!known.has(kind)) known.set(kind, findAll(trace));
    return known.get(kind);
  };
}

function arraysIn(node, within = "") {
  return Object.entries(node).flatMap(([key, value]) => {
    if (Array.isArray(value) || ArrayBuffer.isView(value)) return [within + key];
    return value && typeof value === "object" ? arraysIn(value, `${within}${key}.`) : [];
  });
}
