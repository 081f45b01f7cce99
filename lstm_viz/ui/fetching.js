// A component's own script, which Streamlit sends with every run of a page. It fetches the real one
// (`data.script`) once and hands everything on to it, in order; Plotly is on its way meanwhile.
const modules = {}; // by address: two components have this script, and the browser runs it once for both

function ahead(address) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "modulepreload", href: address });
  document.head.append(link);
}

export default (args) => {
  const { script, plotly } = args.data;
  if (!modules[script] && plotly.module) ahead(plotly.module);
  modules[script] ??= import(new URL(script, document.baseURI).href);
  modules[script].then((loaded) => loaded.default(args));
  const root = args.parentElement.querySelector(".lv");
  return () => setTimeout(() => root.isConnected || (root.lvPlayer ?? root.lvReading)?.destroy(), 0);
};
