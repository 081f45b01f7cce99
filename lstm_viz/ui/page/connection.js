// What the reader is told of the connection. Streamlit's frontend looks for its server by itself,
// however long that takes, and says in its state attribute how that goes.

const STATE = "data-test-connection-state";
const SILENT_FOR = 1500; // milliseconds without a connection before anything is said of it

const NO_ANSWER =
  "No answer from the server: is it still running? What is on screen can still be played; everything else waits until it answers.";
const STILL = "You are where you were.";
const RESTARTED = `The server was restarted. ${STILL} What no link holds is gone: undo, trainings, sounds and pictures of your own, what was set on other pages.`;
const FORGOTTEN = `You were away for long. ${STILL} What no link holds is gone: undo, sounds and pictures of your own, what was set on other pages.`;

/** @returns {boolean} as far as is known: who has this script was connected */
const isConnected = () => {
  const app = document.querySelector(`[${STATE}]`);
  return !app || app.getAttribute(STATE) === "CONNECTED";
};

export class Connection {
  constructor() {
    this.connected = isConnected();
    this.known = /** @type {{ server: string, session: string } | null} */ (null);
    this.tell = (/** @type {{ session?: string, search: string }} */ _where) => {};
    this.note = document.createElement("div");
    this.note.className = "lv-connection";
    this.note.setAttribute("role", "status");
    this.note.hidden = true;
    document.body.append(this.note);
    this.dialogs = new MutationObserver(closeStreamlitsOwn);
    new MutationObserver(() => this.look()).observe(document.body, { subtree: true, attributeFilter: [STATE] });
  }

  /**
   * @param {{ server: string, session: string }} now  who answers: the process, and the reader's session in it
   * @param {string} colours  for the note, which lies outside of Streamlit's elements
   * @param {(where: { session?: string, search: string }) => void} tell  a server that does not know the reader
   */
  learn(now, colours, tell) {
    this.tell = tell;
    this.note.style.cssText = colours;
    const before = this.known;
    this.known = now;
    if (!before || before.session === now.session) return;
    this.say(before.server === now.server ? FORGOTTEN : RESTARTED, true);
  }

  look() {
    const connected = isConnected();
    if (connected === this.connected) return;
    this.connected = connected;
    clearTimeout(this.waits);
    if (connected) {
      this.dialogs.disconnect();
      this.say("");
      this.tell({ session: this.known?.session, search: location.search });
    } else {
      this.dialogs.observe(document.body, { childList: true });
      this.waits = setTimeout(() => this.say(NO_ANSWER), SILENT_FOR);
    }
  }

  say(text, closes = false) {
    this.note.hidden = !text;
    this.note.textContent = text;
    if (!closes) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "OK";
    button.addEventListener("click", () => this.say(""));
    this.note.append(button);
  }
}

// It lies over the lesson, which could go on, and asks for "streamlit run yourscript.py".
function closeStreamlitsOwn() {
  for (const dialog of document.querySelectorAll('[data-testid="stDialog"] [role="dialog"]'))
    if (dialog.querySelector("h2")?.textContent === "Connection error") dialog.querySelector('button[aria-label="Close"]')?.click();
}
