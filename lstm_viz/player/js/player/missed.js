// What was missed: open until it is answered right in its second guise, which is asked two scenes
// later.  Kept with the progress, in the scene where it was missed.

import { escapeHtml } from "../shared/html.js";
import { plainObject } from "../shared/plain.js";

const MOST_PUT_OFF = 2;

export class Missed {
  /** @param {import("./progress.js").Progress} progress */
  constructor(progress) {
    this.progress = progress;
  }

  /**
   * A question of this scene was answered.
   * @param {string} scene
   * @param {Contract.InLesson | null} lesson
   * @param {any} asked  a question of the film, or what `due` gave
   * @param {boolean} right
   * @param {boolean} surely  whether the reader said that they are sure
   */
  answered(scene, lesson, asked, right, surely) {
    if (!lesson) return;
    const concept = asked.again?.concept ?? asked.concept;
    const all = this.progress.read();
    const open = openOf(all).find((one) => one.concept === concept);
    if (right) {
      if (!open || open.question === asked.id) return; // the same guise again says little: it was told
      close(all, concept);
    } else {
      close(all, concept);
      const what = asked.again ? { question: asked.id, asked: asked.ask, again: copied(asked.again, String), scene } : open;
      if (!what) return;
      const entry = plainObject(all[what.scene]);
      const missed = { question: what.question, asked: what.asked, again: what.again, surely, from: lesson.again.place };
      all[what.scene] = { ...entry, open: { ...plainObject(entry.open), [concept]: missed } };
    }
    this.progress.write(all);
  }

  /** The reader passed by what was asked again. @param {string} concept */
  putOff(concept) {
    const all = this.progress.read();
    const open = all[openOf(all).find((one) => one.concept === concept)?.scene]?.open;
    if (!open) return;
    open[concept].putOff = timesPutOff(open[concept]) + 1;
    this.progress.write(all);
  }

  /**
   * What is to be asked again in a scene at this place of the lesson, or nothing: what the map sent the
   * reader to, else what they were sure of, else what waits longest. What was put off twice waits on the map.
   * @param {Contract.InLesson | null} lesson
   */
  due(lesson) {
    const wanted = window.lvWanted;
    delete window.lvWanted;
    if (!lesson) return null;
    const rank = (one) => [one.concept !== wanted, !one.surely, one.from];
    const found = openOf(this.progress.read())
      .filter(({ from, again }) => from <= lesson.place && isAsked(again))
      .filter((one) => one.concept === wanted || timesPutOff(one) < MOST_PUT_OFF)
      .sort((a, b) => compare(rank(a), rank(b)))[0];
    return found ? { ...copied(found.again, escapeHtml), concept: found.concept, wanted: found.concept === wanted, kind: "choice" } : null;
  }
}

const timesPutOff = ({ putOff }) => Number(putOff) || 0;

function close(all, concept) {
  for (const entry of Object.values(all)) if (entry?.open) delete entry.open[concept];
}

function openOf(all) {
  return Object.entries(all).flatMap(([scene, entry]) =>
    Object.entries(plainObject(entry?.open)).map(([concept, one]) => ({ ...plainObject(one), concept, scene })),
  );
}

function compare(a, b) {
  const n = a.findIndex((value, k) => value !== b[k]);
  return n < 0 ? 0 : Number(a[n]) - Number(b[n]);
}

// A second guise, its texts as they are to be.
function copied({ ask, right, because, options }, write) {
  const belief = (of) => of && { so: write(of.so), scene: write(of.scene), title: write(of.title) };
  return {
    ask: write(ask),
    right,
    because: write(because),
    options: options.map(({ text, believes }) => ({ text: write(text), believes: belief(believes) })),
  };
}

// Whether it can be asked, whatever a storage holds.
function isAsked(again) {
  return (
    [again?.ask, again?.because].every((text) => typeof text === "string") &&
    Array.isArray(again.options) &&
    again.options.every((option) => typeof option?.text === "string") &&
    typeof again.options[again.right]?.text === "string"
  );
}
