// What the reader is told of the connection. Streamlit's frontend looks for its server by itself,
// however long that takes, and says in its state attribute how that goes.

const STATE = "data-test-connection-state";
const SCRIPT = "data-test-script-state";
const SILENT_FOR = 1500; // milliseconds without a connection before anything is said of it
const REST_FOR = 10_000; // at most, milliseconds: a server that answers but does not say so

const RESTS = '[data-testid="stHeader"], [data-testid="stElementContainer"]';

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

/** @typedef {{ session?: string, search: string, asked: number }} Where */
/** @typedef {{ server: string, session: string, heard: number }} Answers */

export class Connection {
  constructor() {
    this.connected = isConnected();
    this.known = /** @type {Answers | null} */ (null);
    this.tell = (/** @type {Where} */ _where) => {};
    this.asked = 0; // as often as the server was told
    this.heard = true;
    this.resting = /** @type {HTMLElement[]} */ ([]);
    this.note = document.createElement("div");
    this.note.className = "lv-connection";
    this.note.setAttribute("role", "status");
    this.note.hidden = true;
    document.body.append(this.note);
    this.dialogs = new MutationObserver(closeStreamlitsOwn);
    new MutationObserver(() => this.look()).observe(document.body, { subtree: true, attributeFilter: [STATE, SCRIPT] });
  }

  /**
   * @param {Answers} now  who answers: the process, the reader's session in it, and what it was told last
   * @param {string} colours  for the note, which lies outside of Streamlit's elements
   * @param {(where: Where) => void} tell  a server that does not know the reader
   */
  learn(now, colours, tell) {
    this.tell = tell;
    this.note.style.cssText = colours;
    const before = this.known;
    this.known = now;
    this.heard = now.heard === this.asked;
    this.wake();
    if (!before || before.session === now.session) return;
    this.say(before.server === now.server ? FORGOTTEN : RESTARTED, true);
  }

  look() {
    const connected = isConnected();
    this.wake();
    if (connected === this.connected) return;
    this.connected = connected;
    clearTimeout(this.waits);
    this.restNoMore();
    if (connected) {
      this.dialogs.disconnect();
      this.say("");
      this.asked += 1;
      this.heard = false;
      this.rest();
      this.tell({ session: this.known?.session, search: location.search, asked: this.asked });
    } else {
      this.dialogs.observe(document.body, { childList: true });
      this.waits = setTimeout(() => this.say(NO_ANSWER), SILENT_FOR);
    }
  }

  /** What is set before the session is there would be thrown away by it; the player plays on. */
  rest() {
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(RESTS)))
      if (!one.inert && !one.querySelector(".lv")) this.resting.push(one);
    for (const one of this.resting) one.inert = true;
    this.waits = setTimeout(() => this.restNoMore(), REST_FOR);
  }

  /** The run in which the server has heard where its reader is has to be over. */
  wake() {
    if (this.heard && !document.querySelector(`[${SCRIPT}="running"]`)) this.restNoMore();
  }

  restNoMore() {
    for (const one of this.resting.splice(0)) one.inert = false;
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
