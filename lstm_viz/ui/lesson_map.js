// The map of the lesson. What the reader has seen is kept by the player in this browser
// (player/js/player/progress.js): {scene: {parts: {part: {of, places}}, all: [part], answered: {question:
// right}, open: {concept: what was missed}}}.

const KEPT = "lstm-viz-progress";

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT));
    return kept && typeof kept === "object" ? kept : {};
  } catch {
    return {}; // no storage, or not ours
  }
}

function write(text) {
  try {
    if (text) localStorage.setItem(KEPT, text);
    else localStorage.removeItem(KEPT);
  } catch {
    // a browser that keeps nothing
  }
  window.dispatchEvent(new CustomEvent(KEPT));
}

/** Whether this browser keeps what it is given: its storage may be off, or full. */
function keeps() {
  try {
    localStorage.setItem(`${KEPT}-probe`, "x".repeat(256));
    localStorage.removeItem(`${KEPT}-probe`);
    return true;
  } catch {
    return false;
  }
}

const KEEPS = "What you have seen is kept in this browser alone and sent to nobody.";
const KEEPS_NOT = "This browser keeps nothing now (its storage is off or full): what you see from here on is not remembered.";

const count = (value) => (Number.isFinite(value) && value > 0 ? Math.floor(value) : 0);

// How much of a part was seen, from 0 to 1.
function shareOf(part) {
  const of = count(part?.of);
  const seen = Array.isArray(part?.places) ? part.places.length : count(part?.seen);
  return of ? Math.min(seen / of, 1) : 0;
}

// What is kept of one scene, in numbers that can be drawn, whatever the storage holds: of several parts
// each counts alike. Before there were parts, the scene was kept as one.
function seenOf(entry) {
  const names = Array.isArray(entry?.all) && entry.all.length ? entry.all : [""];
  const shares = names.map((name) => shareOf(entry?.parts ? entry.parts[name] : entry));
  const answers = Object.values(entry?.answered ?? {});
  return {
    seen: shares.reduce((sum, share) => sum + share, 0) / shares.length,
    whole: shares.every((share) => share === 1),
    answers: answers.length,
    right: answers.filter((right) => right === true).length,
    open: missedIn(entry).length,
  };
}

// What was missed in a scene and not answered right since.
function missedIn(entry) {
  const open = entry?.open;
  if (!open || typeof open !== "object") return [];
  return Object.entries(open)
    .filter(([, missed]) => typeof missed?.asked === "string" && Number.isInteger(missed.from))
    .map(([concept, { asked, from, surely }]) => ({ concept, asked, from, surely: surely === true }));
}

function words({ seen, whole, answers, right, open }) {
  if (!seen) return "not seen yet";
  const said = [whole ? "seen" : `${Math.max(1, Math.floor(100 * seen))} % seen`];
  if (answers) said.push(`${right} of ${answers} predicted right`);
  if (open) said.push(`${open} open`);
  return said.join(" · ");
}

class LessonMap {
  constructor(root) {
    this.root = root;
    this.update = () => this.paint();
    window.addEventListener(KEPT, this.update);
    window.addEventListener("storage", this.update); // another tab
    root.addEventListener("click", (event) => this.click(event));
  }

  open(data, go) {
    this.go = go;
    if (this.scenes !== JSON.stringify(data)) {
      this.scenes = JSON.stringify(data);
      this.draw(data);
    }
    this.paint();
  }

  draw({ scenes, others, root }) {
    this.opened = null;
    this.titled = scenes.map(({ id, title, page }) => ({ id, title, href: root + page }));
    this.asking = [...this.titled, ...others]; // where something can be missed
    this.root.innerHTML = `<ol class="lm-scenes"></ol>
      <div class="lm-open" hidden><p>Open: missed, and asked again in another guise until it is answered right.</p>
      <ul></ul></div>
      <p class="lm-foot"><span class="lm-sum"></span>
      <button type="button" class="lm-clear">Start over</button></p>`;
    const list = this.root.querySelector("ol");
    scenes.forEach(({ id, title, about, page }, n) => {
      const item = document.createElement("li");
      item.innerHTML = `<a target="_self"><span class="lm-number">${n + 1}</span>
        <span class="lm-title"></span><span class="lm-about"></span>
        <span class="lm-bar"><span></span></span><span class="lm-seen"></span></a>`;
      const link = item.querySelector("a");
      link.href = root + page;
      link.dataset.id = id;
      link.querySelector(".lm-title").textContent = title;
      link.querySelector(".lm-about").textContent = about;
      list.append(item);
    });
  }

  paint() {
    const kept = read();
    const links = [...this.root.querySelectorAll(".lm-scenes a")];
    let [begun, whole] = [0, 0];
    for (const link of links) {
      const found = seenOf(kept[link.dataset.id]);
      begun += found.seen > 0;
      whole += found.whole;
      link.classList.toggle("lm-whole", found.whole);
      link.querySelector(".lm-bar span").style.width = `${100 * found.seen}%`;
      link.querySelector(".lm-seen").textContent = words(found);
    }
    this.paintOpen(kept);
    const next = links.find((link) => !seenOf(kept[link.dataset.id]).seen);
    for (const link of links) link.classList.toggle("lm-next", begun > 0 && link === next);
    const done = begun ? `You have been in ${begun} of ${links.length} scenes and seen all of ${whole}. ` : "";
    this.root.querySelector(".lm-sum").textContent = done + (keeps() ? KEEPS : KEEPS_NOT);
    const clear = this.root.querySelector(".lm-clear");
    clear.hidden = !begun && !this.cleared;
    clear.textContent = this.cleared && !begun ? "Undo: bring it back" : "Start over";
  }

  // What is open, and where it is asked again: what they were sure of first.
  paintOpen(kept) {
    const open = this.asking.flatMap(({ id, title }) => missedIn(kept[id]).map((missed) => ({ ...missed, title })));
    open.sort((a, b) => b.surely - a.surely);
    if (this.opened === JSON.stringify(open)) return; // a link that is being clicked stays
    this.opened = JSON.stringify(open);
    const items = open.map(({ concept, asked, from, surely, title }) => {
      const there = this.titled[from] ?? this.titled[0];
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = there.href;
      link.target = "_self";
      Object.assign(link.dataset, { id: there.id, concept });
      link.textContent = `Asked again in “${there.title}”`;
      item.append(`${title} · ${asked}${surely ? " You were sure." : ""} `, link);
      return item;
    });
    this.root.querySelector(".lm-open ul").replaceChildren(...items);
    this.root.querySelector(".lm-open").hidden = !items.length;
  }

  click(event) {
    if (event.target.closest(".lm-clear")) {
      this.clear();
      return;
    }
    const link = event.target.closest("a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault(); // a page loaded anew would forget the session
    if (link.dataset.concept) window.lvWanted = link.dataset.concept; // asked first there
    this.go(link.dataset.id);
  }

  // What was cleared can be brought back as long as the page is open.
  clear() {
    const kept = read();
    for (const scene in window.lvPlaces ?? {}) delete window.lvPlaces[scene]; // where each scene was left
    if (Object.keys(kept).length) {
      this.cleared = JSON.stringify(kept);
      write(null);
    } else if (this.cleared) {
      const again = this.cleared;
      this.cleared = null;
      write(again);
    }
  }

  destroy() {
    window.removeEventListener(KEPT, this.update);
    window.removeEventListener("storage", this.update);
  }
}

export default function mount({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".lm");
  root.lessonMap ??= new LessonMap(root);
  root.lessonMap.open(data, (id) => setTriggerValue("go", id));
  return () => setTimeout(() => root.isConnected || root.lessonMap.destroy(), 0);
}
