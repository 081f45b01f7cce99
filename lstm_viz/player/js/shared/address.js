// The address of the page, with the place in it.

const STREAMLITS = ["embed", "embed_options"]; // how the app is shown within another page

export class Address {
  constructor() {
    /** @type {string | null} */
    this.path = null;
    /** @type {string | null} */
    this.query = null;
    /** @type {string | null} */
    this.page = null;
  }

  /**
   * @param {string | null} query  the address without the place; null if it is not to be changed
   * @param {string | null} page  the last part of the page's own path, if it is known
   */
  open(query, page = null) {
    this.path ??= location.pathname;
    Object.assign(this, { query, page });
  }

  /** Whether the address is this page's: who goes back fast may be at another while this is shown. */
  get isOurs() {
    if (this.page === null) return location.pathname === this.path;
    return location.pathname.split("/").at(-1) === this.page;
  }

  /**
   * @param {Record<string, number>} place  from 0; the beginning is not written
   * @param {(query: URLSearchParams) => void} more
   */
  show(place, more = () => {}) {
    if (this.query === null || !this.isOurs) return;
    const query = new URLSearchParams(this.query);
    for (const [name, value] of Object.entries(place)) if (value) query.set(name, String(value + 1));
    more(query);
    for (const [name, value] of new URLSearchParams(location.search)) if (STREAMLITS.includes(name)) query.append(name, value);
    const text = query.toString();
    const address = location.pathname + (text ? `?${text}` : "") + location.hash;
    if (address !== location.pathname + location.search + location.hash) history.replaceState(history.state, "", address);
  }
}
