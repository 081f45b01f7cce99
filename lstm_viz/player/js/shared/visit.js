// To another page of the app: Streamlit follows the address as it does on Back. The session goes along,
// nothing is loaded anew.

/** @param {string} href */
export function visit(href) {
  history.pushState({}, "", href);
  window.dispatchEvent(new PopStateEvent("popstate"));
}
