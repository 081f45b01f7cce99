// Pyodide as stlite loads it, with what it needs from where this site has it.

import { loadPyodide as load } from "{core}pyodide.mjs";

const here = (address) => new URL(address, import.meta.url).href;

export const loadPyodide = (options) =>
  load({
    ...options,
    indexURL: here("{core}"),
    packageBaseUrl: here("{packages}"),
    lockFileURL: here("./pyodide-lock.json"),
  });
