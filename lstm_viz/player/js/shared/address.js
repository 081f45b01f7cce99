// The address of the page, with the place in it.

const FRAMING = ["embed", "embed_options"]; // how another page frames this one: it stays

/** @param {URLSearchParams} query  what the address says of its frame is put into it */
export function keepFraming(query) {
  const now = new URLSearchParams(location.search);
  for (const name of FRAMING) for (const value of now.getAll(name)) query.append(name, value);
}

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
    keepFraming(query);
    const text = query.toString();
    const address = location.pathname + (text ? `?${text}` : "") + location.hash;
    if (address !== location.pathname + location.search + location.hash) history.replaceState(history.state, "", address);
  }
}
