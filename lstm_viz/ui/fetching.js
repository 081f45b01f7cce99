// A component's own script, which Streamlit sends with every run of a page. It fetches the real one
// (`data.script`) once and hands everything on to it, in order; Plotly is on its way meanwhile.
const modules = {}; // by address: two components have this script, and the browser runs it once for both

// While the browser waits for the real script, it can run Plotly's; who misses it asks again (`loadPlotly`).
function ahead(address) {
  import(new URL(address, document.baseURI).href).catch(() => null);
}

// A module that was packed for everybody: Streamlit would pack it anew for each who asks. Its address
// names what is there, so what the browser has of it is still right.
async function unpacked(address) {
  let answer = await fetch(address, { cache: "force-cache" });
  if (!answer.ok) answer = await fetch(address, { cache: "reload" });
  const text = await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).json();
  return import(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
}

export default (args) => {
  const { script, plotly } = args.data;
  if (!modules[script] && plotly.module) ahead(plotly.module);
  modules[script] ??= unpacked(script).catch((error) => {
    delete modules[script]; // the next run asks again: a server that died may be back
    throw error;
  });
  modules[script].then((loaded) => loaded.default(args));
  const root = args.parentElement.querySelector(".lv");
  return () => setTimeout(() => root.isConnected || (root.lvPlayer ?? root.lvReading)?.destroy(), 0);
};
