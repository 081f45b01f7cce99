// Fetches the app, says how much of it is there, and starts it: Python runs in this browser alone.

const HERE = new URL("./", import.meta.url);
const said = document.getElementById("start-said");
const much = document.getElementById("start-much");
const bar = document.getElementById("start-bar");
const MOST_AT_ONCE = 6;

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

class Fetching {
  constructor(parts) {
    this.parts = parts;
    this.whole = parts.reduce((sum, { size }) => sum + size, 0);
    this.there = 0;
    this.bodies = new Map();
  }

  async all() {
    const left = [...this.parts].sort((one, other) => other.size - one.size);
    const next = async () => {
      for (let part = left.shift(); part; part = left.shift()) await this.one(part);
    };
    await Promise.all(Array.from({ length: MOST_AT_ONCE }, next));
  }

  // The browser keeps it; whoever asks for it next finds it there.
  async one({ url, integrity }) {
    const answer = await fetch(new URL(url, HERE), { integrity: integrity || undefined });
    if (!answer.ok) throw new Error(`${url} is not there (${answer.status}).`);
    const chunks = [];
    const reader = answer.body.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      chunks.push(read.value);
      this.there += read.value.length;
      this.show();
    }
    this.bodies.set(url, chunks);
  }

  show() {
    bar.value = this.there / this.whole;
    much.textContent = `${megabytes(this.there)} of ${megabytes(this.whole)} MB`;
  }

  async body(url) {
    return new Blob(this.bodies.get(url)).arrayBuffer();
  }
}

const STAGES = {
  "Loading Pyodide.": "Python starts.",
  "Installing packages.": "NumPy is put in its place.",
  "Loading streamlit package.": "The pages are put in their place.",
  "Booting up the Streamlit server.": "The first page runs.",
};

function fails(error) {
  said.textContent = location.protocol === "file:"
    ? "The app in the browser needs a web server: open this site from one, or use the pages without Python."
    : `The app could not be started: ${error?.message ?? error}`;
  said.setAttribute("role", "alert");
  much.textContent = "Load this page again to try once more.";
  bar.hidden = true;
}

// The first page has run; before that Streamlit shows where one will be.
function shown() {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector("[data-test-script-state=notRunning] [data-testid=stElementContainer]")) return;
      watcher.disconnect();
      resolve();
    };
    const watcher = new MutationObserver(look);
    const attributeFilter = ["data-test-script-state"];
    watcher.observe(document.getElementById("root"), { subtree: true, childList: true, attributeFilter });
    look();
  });
}

function stylesheet(url) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: url });
  document.head.append(link);
}

function plotly(url) {
  const script = document.createElement("script");
  Object.assign(script, { src: url, async: true });
  document.head.append(script);
}

// stlite gives what its Streamlit has to save an address at this host, which is nowhere: it is asked itself.
const NOWHERE = "stlite.invalid";

function filesOf(kernel) {
  const beyond = window.fetch.bind(window);
  const click = HTMLAnchorElement.prototype.click;

  const saved = async (url) => {
    const path = url.pathname.slice(HERE.pathname.length - 1);
    const { statusCode, headers, body } = await kernel.sendHttpRequest({ method: "GET", path, headers: {}, body: "" });
    return new Response(body, { status: statusCode, headers });
  };
  window.fetch = (asked, options) => {
    const url = new URL(asked instanceof Request ? asked.url : asked, location.href);
    return url.host === NOWHERE ? saved(url) : beyond(asked, options);
  };
  HTMLAnchorElement.prototype.click = function () {
    if (this.host !== NOWHERE) {
      click.call(this);
      return;
    }
    saved(new URL(this.href)).then(async (answer) => {
      const [, name] = (answer.headers.get("content-disposition") ?? "").match(/filename="?([^";]+)/) ?? [];
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await answer.blob());
      link.download = name ?? this.download ?? "";
      click.call(link);
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    });
  };
}

const isWheel = ({ url }) => url.endsWith(".whl") && url.includes("/wheels/");

async function start() {
  const parts = await (await fetch(new URL("parts.json", HERE))).json();
  said.textContent = "Fetching Python and the app, this once: your browser keeps them.";
  const fetching = new Fetching(parts.fetched);
  await fetching.all();
  bar.removeAttribute("value");
  much.textContent = "";
  plotly(new URL("plotly.js", HERE).href);
  stylesheet(new URL(`${parts.stlite}stlite.css`, HERE).href);
  const archives = await Promise.all(parts.fetched.filter(isWheel).map(async ({ url }) => ({
    buffer: await fetching.body(url), format: "wheel",
  })));
  archives.push({
    buffer: await fetching.body("./python.zip"), format: "zip", options: { extractDir: parts.sitePackages },
  });
  const script = new Uint8Array(await fetching.body("./plotly.js"));
  fetching.bodies.clear();
  const { mount } = await import(new URL(`${parts.stlite}stlite.js`, HERE).href);

  // Where pages are is told from the address at which the app is mounted.
  const page = location.pathname.replace(/(index\.html|\/)$/, "");
  const asked = page + (`${page}/` === HERE.pathname ? "/" : "") + location.search + location.hash;
  history.replaceState(history.state, "", HERE.pathname);
  const app = mount(
    {
      entrypoint: `${parts.sitePackages}/lstm_viz/app/main.py`,
      files: { [`${parts.sitePackages}/plotly/package_data/plotly.min.js`]: { data: script } }, // for what is saved
      archives,
      requirements: [],
      prebuiltPackageNames: parts.packages,
      wheelUrls: false, // they are among the archives
      pyodideUrl: new URL("pyodide.mjs", HERE).href,
      streamlitConfig: parts.settings,
      env: { LSTM_VIZ_ROOT: HERE.pathname },
      disableProgressToasts: true,
      disableModuleAutoLoadToasts: true,
    },
    document.getElementById("root"),
  );
  history.replaceState(history.state, "", asked);
  filesOf(app._kernel);
  app._kernel.addEventListener("loadProgress", ({ detail }) => {
    said.textContent = STAGES[detail] ?? said.textContent;
  });
  app._kernel.addEventListener("loadError", ({ detail }) => fails(detail));
  await shown();
  document.getElementById("start").hidden = true;
}

start().catch(fails);
