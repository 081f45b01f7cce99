"""A step is heard at its rates, damped at its end, and silent once something else is wanted."""

import pytest

from tests.unit.node import in_node

HARNESS = """
import { Sound } from "player/player/sound.js";
globalThis.atob ??= (text) => Buffer.from(text, "base64").toString("binary");
const answer = async ({ acts, pace }) => {
  const struck = [];
  const gains = [];
  let decode;
  globalThis.AudioContext = class {
    currentTime = 10;
    destination = {};
    resume() {}
    close() {}
    decodeAudioData() { return new Promise((done) => (decode = () => done("tone"))); }
    createGain() {
      const said = [];
      const note = (name) => (...what) => said.push([name, ...what]);
      gains.push(said);
      const gain = Object.fromEntries(
        ["setValueAtTime", "linearRampToValueAtTime", "cancelScheduledValues", "setTargetAtTime"].map((name) => [name, note(name)]),
      );
      return { gain, connect: () => null };
    }
    createBufferSource() {
      const source = { playbackRate: {}, connect: () => null, start: (at) => (source.from = at), stop: (at) => (source.until = at) };
      struck.push(source);
      return source;
    }
  };
  const button = { addEventListener: () => null, setAttribute: (_, value) => (button.pressed = value) };
  const sound = new Sound({ querySelector: () => button }, () => pace);
  sound.open({ tone: "AAAA", rates: [[], [1, 1.5], [2]], seconds: 0.8, release: 0.1, loud: 0.2 });
  const beat = sound.beat;
  for (const [what, t] of acts) {
    if (what === "hear") sound.hear(t);
    if (what === "decode") decode();
    if (what === "turn") sound.turn();
    if (what === "close") sound.open(null);
    await new Promise((done) => setTimeout(done));
  }
  return { beat, struck: struck.map(({ playbackRate, from, until }) => [playbackRate.value, from, until]), gains, hidden: button.hidden, pressed: button.pressed ?? null };
};
"""  # noqa: E501


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    ask = in_node(tmp_path_factory.mktemp("node"), HARNESS)
    return lambda *acts, pace=1: ask({"acts": [list(act) for act in acts], "pace": pace})


def test_a_step_is_heard_at_its_rates_and_damped_at_its_end(played):
    found = played(("hear", 1), ("decode",))
    assert found["beat"] == 800
    assert found["struck"] == [[1, 10, 10.8], [1.5, 10, 10.8]]
    (gain,) = found["gains"]
    assert gain == [
        ["setValueAtTime", 0.2, pytest.approx(10.7)],
        ["linearRampToValueAtTime", 0, 10.8],
    ]
    assert played(("hear", 1), ("decode",), pace=4)["struck"][0] == [1, 10, 10.2]


def test_a_step_without_notes_is_silent_and_ends_the_one_before(played):
    found = played(("hear", 1), ("decode",), ("hear", 0))
    assert len(found["struck"]) == 2
    assert [name for name, *_ in found["gains"][0]][2:] == [
        "cancelScheduledValues",
        "setTargetAtTime",
    ]


def test_what_is_no_longer_wanted_when_the_tone_is_there_is_not_heard(played):
    assert [rate for rate, *_ in played(("hear", 1), ("hear", 2), ("decode",))["struck"]] == [2]
    assert played(("hear", 1), ("turn",), ("decode",))["struck"] == []
    assert played(("hear", 1), ("close",), ("decode",))["struck"] == []


def test_it_can_be_turned_off_and_on_and_is_not_there_without_a_sound(played):
    off = played(("turn",), ("hear", 2))
    assert off["struck"] == [] and off["pressed"] == "false" and off["hidden"] is False
    on = played(("turn",), ("turn",), ("hear", 2), ("decode",))
    assert [rate for rate, *_ in on["struck"]] == [2] and on["pressed"] == "true"
    assert played(("close",))["hidden"] is True
