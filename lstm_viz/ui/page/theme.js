// Light or dark: as the reader's system has it, until they choose here.

const KEY = "lstm-viz-theme";
const DARK = "(prefers-color-scheme: dark)";
const CARRIED = ["background-color", "secondary-background-color", "text-color", "border-color", "link-color", "primary-color", "font"];

export class Theme {
  constructor() {
    this.ask = window.matchMedia.bind(window);
    this.chosen = kept();
    // Streamlit asks the system each time it looks.
    window.matchMedia = (query) => {
      const list = this.ask(query);
      return query === DARK && this.chosen ? answering(list, this.chosen === "dark") : list;
    };
  }

  get isDark() {
    return window.matchMedia(DARK).matches;
  }

  turn() {
    this.chosen = this.isDark ? "light" : "dark";
    keep(this.chosen === (this.ask(DARK).matches ? "dark" : "light") ? "" : this.chosen);
    this.take();
  }

  /** Let Streamlit look again: it does so after printing, which may have been in other colours. */
  take() {
    if (!this.chosen || document.documentElement.dataset.lvTheme === this.chosen) return;
    document.documentElement.dataset.lvTheme = this.chosen;
    window.dispatchEvent(new Event("afterprint"));
  }

  /** Streamlit's colours, for what lies outside of its components. */
  colours(inside) {
    const style = getComputedStyle(inside);
    return CARRIED.map((name) => `--st-${name}: ${style.getPropertyValue(`--st-${name}`)}`).join("; ");
  }
}

function answering(list, matches) {
  return new Proxy(list, {
    get(from, name) {
      if (name === "matches") return matches;
      const value = Reflect.get(from, name);
      return typeof value === "function" ? value.bind(from) : value;
    },
  });
}

function kept() {
  try {
    const found = localStorage.getItem(KEY);
    return found === "dark" || found === "light" ? found : "";
  } catch {
    return ""; // no storage
  }
}

function keep(theme) {
  try {
    if (theme) localStorage.setItem(KEY, theme);
    else localStorage.removeItem(KEY);
  } catch {
    // a browser that keeps nothing
  }
}
