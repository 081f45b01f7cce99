"""Every key that is declared is read by the JavaScript, and every key that it reads is declared.

Real payloads of every kind are played in the browser; they note what is read of them.
"""

import base64
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Page
from plotly.offline import get_plotlyjs

from lstm_viz import GRU
from lstm_viz.figures.film import film
from lstm_viz.inputs.sound import write_wav
from lstm_viz.player import (
    board_payload,
    payload,
    questions_payload,
    script,
    settings,
    style,
    template,
)
from lstm_viz.player.assets import (
    figure_script,
    page_script,
    reading_script,
    reading_style,
    reading_template,
    typing_script,
    typing_style,
    typing_template,
)
from lstm_viz.player.contract import Painting, PaintingPlace, Sketch, SketchPlace, Sound
from lstm_viz.player.reading import reading_payload
from lstm_viz.player.units import units_payload
from lstm_viz.player.writing import writing_payload
from lstm_viz.reading.write import write
from lstm_viz.scenes.phone_call.controls import film as phone_call
from lstm_viz.scenes.start.controls.films import cell_film
from lstm_viz.scenes.start.record.story import STORY
from lstm_viz.ui.assets import asset
from lstm_viz.ui.lesson_page import in_lesson
from tests.javascript import shapes
from tests.unit.figures.runs import cell
from tests.unit.figures.test_board import BOARD
from tests.unit.player.readings import ALPHABET, TEXT, network, reading
from tests.unit.player.test_questions import CHOICE, PLACE

WATCHER = (Path(shapes.__file__).parent / "watched.js").read_text("utf-8")
FETCHING = asset("lstm_viz.ui", "fetching.js")
PAGE = """<!doctype html><style>{style}</style>
<main id="player" data-test-script-state="notRunning">{template}</main>
<script>{plotly}</script><script type="application/json" id="film">the page</script>
<script type="application/json" id="figure">the figure</script>
<script type="module">
{watcher}
const watching = watcher({types}, {literals});
const parentElement = document.getElementById("player");
const told = [];
const note = (...what) => told.push(what);
const tell = {{ setStateValue: note, setTriggerValue: note }};
const parse = JSON.parse;
let reading;
JSON.parse = (text, ...rest) => {{
  if (text === "the page") return watching.watch(window.sent, ["type", "PageData"]);
  if (text === "the figure") return watching.watch(window.sent, ["type", "FigureData"]);
  return text === "the reading" ? reading : parse(text, ...rest);
}};
const plotly = window.Plotly;
const code = "window.Plotly = window.hiddenPlotly";
const address = `data:text/javascript,${{encodeURIComponent(code)}}`;
Object.assign(window, {{ hiddenPlotly: plotly, Plotly: undefined, address }});
window.play = (name, data) => {{
  reading = watching.watch(data.reading, ["type", "Reading"]);
  if (data.reading) data = {{ ...data, reading: "the reading" }};
  mount({{ data: watching.watch(data, ["type", name]), parentElement, ...tell }});
}};
window.noted = () => [[...watching.read], [...watching.unknown], told];
{script}
</script>"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert not errors


def opened(page: Page, style: str, template: str, script: str) -> None:
    page.set_content(
        PAGE.format(
            style=style, template=template, script=script, watcher=WATCHER,
            plotly=get_plotlyjs(), types=json.dumps(shapes.types()),
            literals=json.dumps(shapes.literals()),
        )
    )  # fmt: skip
    page.wait_for_function("() => window.noted")


def plotly(page: Page, *, by: str) -> dict[str, str]:
    """Where it is found; the other way is not there."""
    return {"module": "", "script": "", by: page.evaluate("() => window.address")}


def noted(page: Page) -> set[str]:
    """What was read, by who declares it."""
    read, unknown, _ = page.evaluate("() => window.noted()")
    assert unknown == []
    return {f"{shapes.owner(*path.split('.'))}.{path.split('.')[1]}" for path in read}


# ---- films of every kind -----------------------------------------------------------------------


def float_weights(lstm: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(lstm, name) for name in names}


LSTM_WEIGHTS = ("weight_ih", "weight_hh", "bias")


def lstm_film() -> Any:
    lstm = cell(3, 2)
    trace = lstm.run(np.ones((3, 2)), clamp={"f": [0.2, np.nan, np.nan]})
    return payload(
        film(trace, tokens="abc", columns="xy"),
        weights=float_weights(lstm, LSTM_WEIGHTS),
        unit_labels=("one", "two", "three"),
        answers=("a", "b", "c"),
        questions=questions_payload([PLACE, CHOICE], 0.5),
    )


def network_film() -> Any:
    rng = np.random.default_rng(0)
    shapes_of = ((60, 12), (60, 20), (60,), (60,))
    gru = GRU(*(rng.normal(0, 0.7, shape) for shape in shapes_of))
    trace = gru.run(np.eye(12)[rng.integers(0, 12, 6)])
    return units_payload(
        trace, tokens="abcdef", columns="abcdefghijkl", units=(7, 1), at=3,
        weights=float_weights(gru, ("weight_ih", "weight_hh", "bias_ih", "bias_hh")),
    )  # fmt: skip


PLACE_OF_SKETCH: SketchPlace = {"x": [40, 60, 80], "top": 10, "bottom": 90}
SKETCH: Sketch = {
    "name": "your drawing",
    "trace": "yours",
    "labels": ["a", "b"],
    "start": 0.5,
    "low": 0,
    "high": 1,
    "decimals": 2,
    "values": [0.2, 0.3],
    "places": {"wide": PLACE_OF_SKETCH, "tall": PLACE_OF_SKETCH},
}
SOUND: Sound = {
    "tone": base64.b64encode(write_wav(np.zeros(160))).decode(),
    "rates": [[1.0, 1.5]] * len(BOARD.steps),
    "seconds": 0.1,
    "release": 0.02,
    "loud": 0.1,
}
PLACE_OF_PAINTING: PaintingPlace = {
    "left": 10, "top": 10, "size": 60, "strip": 75, "height": 20,
}  # fmt: skip
PAINTING: Painting = {
    "name": "your picture",
    "side": 2,
    "cells": "fff000fff000",
    "palette": [{"name": "black", "colour": "000"}, {"name": "white", "colour": "fff"}],
    "places": {"wide": PLACE_OF_PAINTING, "tall": PLACE_OF_PAINTING},
}
FILMS = {
    "cell": lstm_film,
    "scene": partial(cell_film, STORY, 4),
    "story": partial(phone_call, None),
    "network": network_film,
    "board": partial(board_payload, BOARD),
    "sketch": partial(board_payload, BOARD, sketch=SKETCH),
    "sound": partial(board_payload, BOARD, sound=SOUND),
    "painting": partial(board_payload, BOARD, painting=PAINTING),
}

DRAWN_AGAIN = ("network", "board")

PLAYED = """async () => {
  const kept = {}; // this page has no storage
  const storage = {
    getItem: (key) => kept[key] ?? null,
    setItem: (key, text) => { kept[key] = text; },
  };
  Object.defineProperty(window, 'localStorage', { configurable: true, value: storage });
  const root = document.querySelector('.lv');
  const player = root.lvPlayer;
  await player.updates;
  const frames = async () => {
    for (let n = 0; n < player.film.length; n += 1) player.transport.move(n, 0);
    player.transport.move(0, 0);
  };
  root.querySelector('.lv-twin').open = true;
  await frames();
  const up = new KeyboardEvent('keydown', { key: 'ArrowUp' });
  root.querySelector('.lv-sketch')?.dispatchEvent(up);
  for (const name of player.film.units ? ['h', 'f', 'z_f', 'xn', 'x', 'h_prev'] : []) {
    if (name in player.film.signals) player.explain({ name, k: 0 });
  }
  if (player.film.units && 'f' in player.film.signals && player.film.weightsAreKnown) {
    for (const tab of ['f', 'g', 'x', 'start']) {
      player.drawer.tab = tab;
      player.drawer.open({ kind: 'edit' });
    }
  }
  player.drawer.open(null);
  if (player.film.units) player.jump(0, 'h', 0);
  player.film.caption(player.at, player.palette, true);
  player.readout.speak(player.at);
  player.transport.seekEnd(1);
  for (const target of root.querySelectorAll('.lv-field-targets rect')) {
    const { left, top } = target.getBoundingClientRect();
    const at = { clientX: left + 2, clientY: top + 2, bubbles: true };
    for (const type of ['pointermove', 'click']) target.dispatchEvent(new PointerEvent(type, at));
  }
  for (const question of player.film.questions) {
    for (let n = 0; n < (question.kind === 'choice' ? question.options.length : 1); n += 1) {
      player.questions.passed.clear();
      player.transport.move(question.t * player.film.stages.length + question.stage - 1, 0);
      player.transport.step(1);
      if (question.kind === 'choice') player.questions.choose(n);
      else {
        const marker = root.querySelector('.lv-marker');
        marker.value = 0.5;
        marker.dispatchEvent(new Event('input', { bubbles: true }));
        player.questions.commit();
      }
    }
  }
  player.missed.due(player.lesson);
  player.tellPlace();
  const { pushState } = history;
  history.pushState = () => {}; // this page has no other
  player.goOn();
  history.pushState = pushState;
}"""


def played(page: Page) -> set[str]:
    """What is read of a film of every kind."""
    opened(page, style(), template(), script())
    for kind in FILMS:
        play(page, kind, drawn_again=kind in DRAWN_AGAIN)
    return noted(page)


def play(page: Page, kind: str, *, drawn_again: bool) -> None:
    """A film of this kind; if `drawn_again`, one that comes after it, and narrow."""
    at = {"id": 0, "t": 0, "stage": 0, "unit": 0}
    data = {
        "film": FILMS[kind](),
        "version": kind,
        "plotly": plotly(page, by="script"),
        "script": "",
        **settings(  # type: ignore[typeddict-item]
            at,
            scene="costs",
            editable=True,
            back="Back",
            into="Inside",
            next={"page": "about:blank", "title": "Uses"},
            lesson=in_lesson("costs"),
        ),
    }
    page.evaluate("(data) => window.play('PlayerData', data)", data)
    page.wait_for_selector(f".lv[data-ready='{kind}']")
    page.evaluate(PLAYED)
    if drawn_again:
        play_again(page, kind, data)
    page.evaluate("() => document.querySelector('.lv').lvPlayer.destroy()")


def play_again(page: Page, kind: str, data: dict[str, Any]) -> None:
    again = {**data, "version": f"{kind} again", "into": None}
    page.evaluate("(data) => window.play('PlayerData', data)", again)
    page.wait_for_selector(f".lv[data-ready='{kind} again']")
    page.evaluate("() => document.querySelector('.lv').lvPlayer.goOn()")
    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate("() => document.querySelector('.lv').lvPlayer.drawing.redraw()")
    page.set_viewport_size({"width": 1280, "height": 900})


def from_elsewhere(page: Page) -> dict[str, Any]:
    return {"cdn": plotly(page, by="script")["script"], "integrity": "", "alone": True}


def by_itself(page: Page) -> set[str]:
    """What is read by a page without the app, as a frame in a notebook."""
    at = {"id": 0, "t": 0, "stage": 0, "unit": 0}
    sent = {
        "film": FILMS["cell"](),
        "version": "saved",
        "plotly": {"module": "", "script": ""},
        "script": "",
        "notebook": from_elsewhere(page),
        **settings(at),  # type: ignore[typeddict-item]
    }
    page.evaluate("(sent) => { window.sent = sent; }", sent)
    opened(page, style(), template(), page_script())
    page.wait_for_selector(".lv[data-ready='saved']")
    return noted(page)


def figure_alone(page: Page) -> set[str]:
    """What is read by a frame with a figure of Plotly's."""
    sent = {"figure": {"data": [{"y": [1, 2]}], "layout": {}}, "notebook": from_elsewhere(page)}
    page.evaluate("(sent) => { window.sent = sent; }", sent)
    opened(page, "", '<div class="lv-plot"></div>', figure_script())
    page.wait_for_selector("body[data-ready]")
    return noted(page)


def read_along(page: Page) -> set[str]:
    opened(page, reading_style(), reading_template(), reading_script())
    before = reading()
    made = write(network(), ALPHABET, before, 5, temperature=1.5, rng=np.random.default_rng(0))
    units, paint = (4, 1), ("c", 1)
    data = {
        "reading": reading_payload(before, units=units, paint=paint),
        "version": "1",
        "plotly": plotly(page, by="module"),
        "script": "",
        "at": {"id": 0, "t": 0},
        "answered": 0,
        "query": None,
        "scene": "read-along",
        "marks": [[0, 2]],
        "writing": {**writing_payload(made, before, units=units, paint=paint), "id": 1},
        "look": 0,
        "problem": None,
    }
    page.evaluate("(data) => window.play('ReadingData', data)", data)
    page.wait_for_selector(".lv[data-ready='1']")
    page.wait_for_selector(".lv-keep:visible")
    page.evaluate(
        """async () => {
          const root = document.querySelector('.lv');
          const along = root.lvReading;
          along.writing.stop();
          root.querySelector('.lv-twin').open = true;
          for (let t = 0; t < along.length; t += 1) along.transport.go(t, 0);
          const { rows } = along.reading.picture;
          for (let k = 0; k <= rows.length; k += 1) along.picture.pointing.explainRow(k);
          const { left, top, height } = along.picture.window.getBoundingClientRect();
          for (let y = 2; y < height; y += 9) {
            const at = { clientX: left + 9, clientY: top + y, pointerType: 'mouse', bubbles: true };
            along.picture.window.dispatchEvent(new PointerEvent('pointermove', at));
          }
          along.limit.leftOut({ over: 1, atEnd: true });
          along.tellPlace();
          await along.picture.drawing;
        }"""
    )
    page.wait_for_function("() => document.querySelector('.lv').lvReading.sending.busy === false")
    return noted(page)


def typing_aid(page: Page) -> set[str]:
    opened(page, typing_style(), typing_template(), typing_script())
    data = {
        "text": "th",
        "answered": 0,
        "offers": [{"text": "ee", "share": "50 %"}],
        "said": "",
        "heard": "Offered: Tab: ee.",
        "most": 280,
    }
    for k in range(2):
        put = {"id": k, "text": "th", "after": None}
        page.evaluate("(data) => window.play('TypingData', data)", {**data, "put": put})
    page.wait_for_function("() => document.querySelector('.aid').lvTyping?.put === 1")
    page.locator(".offers button").first.click()
    assert page.locator("textarea").input_value() == "thee"
    return noted(page)


def test_every_key_is_declared_and_read(page: Page) -> None:
    read = played(page) | read_along(page) | by_itself(page) | figure_alone(page) | typing_aid(page)
    declared = {
        f"{shapes.owner(name, key)}.{key}" for name, keys in shapes.types().items() for key in keys
    }
    fetched = "Component.script"  # by what Streamlit mounts, which fetches the component itself
    assert "{ script, plotly } = args.data" in FETCHING and fetched in declared
    assert read <= declared
    assert ", ".join(sorted(declared - read - {fetched})) == ""
    assert len(TEXT) > 10
