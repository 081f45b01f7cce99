// One Plotly in the page: the one that is there, else Streamlit's own file, else the wheel's.

let plotlyOnItsWay = null;

export function loadPlotly(sources, askForScript) {
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
