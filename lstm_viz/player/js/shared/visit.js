// To another page: in the app Streamlit follows the address as it does on Back. The session goes along,
// nothing is loaded anew.

const LONGEST_RUN = 1500; // milliseconds

/**
 * A run under way would bring the reader back to its page: it is waited for.
 * @param {string} href
 */
export function visit(href, since = performance.now()) {
  const app = document.querySelector("[data-test-script-state]");
  if (!app) {
    location.assign(href); // a page that needs no server
    return;
  }
  const runs = app.getAttribute("data-test-script-state") !== "notRunning";
  if (runs && performance.now() - since < LONGEST_RUN) {
    setTimeout(() => visit(href, since), 30);
    return;
  }
  history.pushState({}, "", href);
  window.dispatchEvent(new PopStateEvent("popstate"));
}
