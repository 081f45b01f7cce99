"""What the browser computes of a reading is what Python computes: the ledger, guesses, colours."""

import re
import unicodedata

import numpy as np
import pytest

from lstm_viz.figures.style import LIGHT
from lstm_viz.inputs import from_sentence
from lstm_viz.inputs.characters import pieces, without_unseen
from lstm_viz.notation import bracketed, honest, number, percent
from lstm_viz.player.reading import reading_payload
from lstm_viz.player.writing import writing_payload
from lstm_viz.reading.write import write
from lstm_viz.scenes.read_along.controls.marks import pushed
from tests.unit.node import in_node
from tests.unit.player.readings import ALPHABET, TEXT, network, reading
from tests.unit.reading.ledger import ledger

HARNESS = """
import { colourAt } from "player/reading/colours.js";
import { Columns } from "player/reading/columns.js";
import { captionHtml, fullTipHtml, labelsHtml, tipHtml } from "player/reading/picture_words.js";
import { agreement, pushedMarks } from "player/reading/changes.js";
import { charactersOf, quoted, withoutUnseen } from "player/reading/characters.js";
import { largestWrite, ledgerAt } from "player/reading/ledger.js";
import { Continuation, Reading } from "player/reading/record.js";
import { paintOf, rowValue, shareOf } from "player/reading/row_values.js";
import { ledgerTraces, lettersHtml, scoreTraces } from "player/reading/score.js";
import { Sending } from "player/reading/sending.js";
import { cameHtml, chanceText, givenHtml } from "player/reading/told.js";
import { readoutHtml, spokenText, twinHtml } from "player/reading/told.js";
const answer = async ({ payload, palette, asked }) => {
  const reading = payload && new Reading(payload);
  const row = (name, group = "unit") =>
    reading.picture.rows.find((row) => row.name === name && row.group === group);
  const answers = {
    ledgers: ({ places }) => places.map((t) => {
      const { contributions, start } = ledgerAt(reading, t);
      return { contributions: Array.from(contributions), start };
    }),
    expected: ({ places }) => places.map((t) => reading.expected(t)),
    values: ({ name, group }) =>
      reading.characters.map((_, t) => rowValue(reading, row(name, group), t)),
    traces: ({ stretch, width, times = 1 }) => {
      const surprise = reading.surprise.map((bits) => times * bits);
      const read = Object.assign(Object.create(reading), { surprise });
      return scoreTraces(read, width ?? 15, stretch, palette);
    },
    letters: ({ width, stretch }) => lettersHtml(reading, { width }, stretch),
    written: ({ writing, shown }) => {
      const on = new Continuation(writing, reading).upTo(shown);
      const places = [...Array(on.length + 1).keys()];
      const account = ledgerAt(on, on.length - 1);
      return {
        length: on.length,
        characters: on.characters.join(""),
        surprise: Array.from(on.surprise),
        expected: places.map((t) => on.expected(t)),
        drawnFrom: places.map((t) => on.drawnFrom(t)),
        drawn: places.slice(0, -1).map((t) => on.drawn(t) ?? null),
        temperatures: places.map((t) => on.temperatureAt(t) ?? null),
        rows: on.picture.rows.filter(({ unit }) => unit !== null).map((row) => ({
          name: row.name,
          unit: row.unit,
          values: on.characters.map((_, t) => rowValue(on, row, t)),
          shares: on.characters.map((_, t) => shareOf(on, row, t)),
        })),
        painted: on.characters.map((_, t) => paintOf(on, t)),
        ledger: { contributions: Array.from(account.contributions), start: account.start },
        caption: captionHtml(on, account, on.length - 1),
        came: cameHtml(on, on.length - 2),
        given: givenHtml(on, on.length - 1),
        twin: twinHtml(on, on.length - 1),
        spoken: spokenText(on, on.length - 1),
        known: on.known,
      };
    },
    words: ({ t }) => ({ readout: readoutHtml(reading, t), came: cameHtml(reading, t),
      given: givenHtml(reading, t), spoken: spokenText(reading, t), twin: twinHtml(reading, t) }),
    tips: ({ places }) => places.map(([t, y, now]) => tipHtml(reading, t, y, now)),
    fullTips: ({ places }) => places.map(([t, y, now]) => fullTipHtml(reading, t, y, now)),
    quoted: ({ characters }) => characters.map(quoted),
    chances: ({ values }) => values.map(chanceText),
    bars: ({ t, width, stretch }) =>
      ledgerTraces(reading, ledgerAt(reading, t), largestWrite(reading), width, stretch, palette),
    characters: ({ texts }) => texts.map((text) => [withoutUnseen(text), charactersOf(text)]),
    edits: ({ edits }) => edits.map(([marks, before, after]) => pushedMarks(marks, before, after)),
    pushed: ({ marks, texts }) => pushedMarks(marks, ...texts.map((text) => Array.from(text))),
    labels: () => labelsHtml(reading),
    caption: ({ t }) => captionHtml(reading, ledgerAt(reading, t), t),
    colours: ({ stops, shares }) => shares.map((share) => colourAt(stops, share)),
    columns: ({ length, room, moves }) => {
      const columns = new Columns();
      columns.open(length, room);
      return moves.map(([what, ...rest]) => {
        const result = columns[what](...rest);
        const { left, width, shown } = columns;
        return { result, left, width, shown, stretch: columns.stretch() };
      });
    },
    sending: ({ moves }) => {
      const sent = [];
      const sending = new Sending((what) => sent.push(what));
      for (const [what, ...rest] of moves) sending[what](...rest);
      clearTimeout(sending.waiting);
      return { sent, busy: sending.busy };
    },
    agreement: ({ pairs }) => pairs.map((texts) => agreement(...texts.map((t) => Array.from(t)))),
  };
  return asked.map(({ what, ...rest }) => answers[what](rest));
};
"""
UNITS = (4, 1, 7)
SPOKEN = {" ": "space", "\n": "line break"}


@pytest.fixture(scope="module")
def record():
    return reading()


@pytest.fixture(scope="module")
def in_javascript(tmp_path_factory, record):
    """questions -> what the component's own code answers of this reading."""
    node = in_node(tmp_path_factory.mktemp("node"), HARNESS)

    def ask(*asked, read=record, paint="surprise"):
        payload = reading_payload(read, units=UNITS, paint=paint)
        return node({"payload": payload, "palette": LIGHT, "asked": asked})

    return ask


def test_the_ledger_is_pythons_and_sums_to_the_cell_state(in_javascript, record):
    places = [0, 1, 7, len(record) - 1]
    for t, mine in zip(places, *in_javascript({"what": "ledgers", "places": places}), strict=True):
        account = ledger(record.trace, UNITS[0], t)
        np.testing.assert_allclose(mine["contributions"], account.contributions, atol=1e-6)
        assert mine["start"] == pytest.approx(account.start, abs=1e-6)
        assert sum(mine["contributions"]) + mine["start"] == pytest.approx(account.c, abs=1e-5)


def test_guesses_come_with_their_characters(in_javascript, record):
    places = list(range(len(record) + 1))
    (mine,) = in_javascript({"what": "expected", "places": places})
    theirs = record.ranked
    for one, other in zip(mine, theirs, strict=True):
        assert [c for c, _ in one] == [c for c, _ in other]
        assert [p for _, p in one] == pytest.approx([p for _, p in other], abs=1e-5)


def test_a_rows_values_are_the_records(in_javascript, record):
    asked = [{"what": "values", "name": name, "group": "unit"} for name in "figoch"]
    for name, mine in zip("figoch", in_javascript(*asked), strict=True):
        np.testing.assert_allclose(mine, getattr(record.trace, name)[:, UNITS[0]], atol=1e-6)
    (other,) = in_javascript({"what": "values", "name": "c", "group": "other"})
    np.testing.assert_allclose(other, record.trace.c[:, UNITS[1]], atol=1e-3)


def rgba(colour):
    """A colour as the browser mixes it."""
    red, green, blue = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, 1)"


def test_each_row_of_the_picture_has_its_colour_under_its_character(in_javascript, record):
    """Read back from what Plotly is given: the colour that stands at each value on its scale."""
    stretch = [3, 21]
    (traces,) = in_javascript({"what": "traces", "stretch": stretch})
    bars, text, signals, _caps = traces
    np.testing.assert_allclose(bars["x"], np.arange(3, 21) + 0.5)
    for trace in (text, signals):
        assert trace["x0"] == 3.5 and trace["dx"] == 1
        assert {len(row) for row in trace["z"]} == {18}
        stops = np.array([at for at, _ in trace["colorscale"]])
        assert stops[0] == 0 and stops[-1] == 1 and np.all(np.diff(stops) > 0)
    sent = reading_payload(record, units=UNITS)
    (row,) = (r for r in sent["picture"]["rows"] if r["name"] == "f")
    first = (row["top"] - sent["picture"]["score"]["data"][2]["top"]) // row["fine"]
    z = np.array(signals["z"][first], float)
    f = record.trace.f[3:21, UNITS[0]]
    assert np.all(np.argsort(z, kind="stable") == np.argsort(f, kind="stable"))
    low, high = dict(signals["colorscale"][1:3]).keys()
    np.testing.assert_allclose((z - low) / (high - low), f, atol=1e-5)
    assert [colour for _, colour in signals["colorscale"][1:3]] == [
        rgba(LIGHT["pale_f"]),
        rgba(LIGHT["f"]),
    ]
    assert signals["z"][first] == signals["z"][first + 1]  # a row is as high as it is described


def test_a_surprise_off_the_scale_stays_inside_the_row_and_has_a_sign(in_javascript, record):
    asked = {"what": "traces", "stretch": [2, len(record)], "times": 3}
    bars, *_, caps = in_javascript(asked)[0]
    heights, surprise = -np.array(bars["y"]), 3 * record.surprise[2:]
    picture = reading_payload(record, units=UNITS)["picture"]
    row = picture["rows"][0]
    off = surprise > picture["bits"] * (1 + row["top"] / row["height"])
    assert off.any() and not off.all()
    assert np.all(heights[off] == row["height"] + row["top"])
    expected = surprise[~off] / picture["bits"] * row["height"]
    np.testing.assert_allclose(heights[~off], expected, rtol=1e-5)
    beyond = np.flatnonzero(surprise > picture["bits"])
    assert caps["x"] == (2 + beyond + 0.5).tolist()
    assert all(0 < y < row["top"] + row["height"] / 2 for y in caps["y"])


def test_letters_are_written_where_there_is_room_and_cannot_be_markup(in_javascript, record):
    wide, narrow = in_javascript(
        {"what": "letters", "width": 15, "stretch": [0, len(TEXT)]},
        {"what": "letters", "width": 6, "stretch": [0, len(TEXT)]},
    )
    assert narrow == ""
    assert "<i>&lt;</i>" in wide and "<i><" not in wide and "&amp;" in wide
    assert wide.count("<i") == 4 * len(TEXT)
    right = sum(
        any(guess.character == record.read_as[t] for guess in guesses[:3])
        for t, guesses in enumerate(record.guesses)
    )
    assert right > 0 and wide.count('class="lv-right"') == right


@pytest.fixture(scope="module", params=["after a text", "after nothing"])
def before(request, record):
    return record if request.param == "after a text" else reading("")


def written_on(before, temperature, count=9, units=UNITS, paint=("c", UNITS[1])):
    """What is written after a text, and what is sent of it."""
    rng = np.random.default_rng(4)
    made = write(network(), ALPHABET, before, count, temperature=temperature, rng=rng)
    return made, writing_payload(made, before, units=units, paint=paint)


@pytest.mark.parametrize("shown", [1, 6, 9])
def test_what_is_written_on_has_the_columns_that_reading_it_will_give(in_javascript, before, shown):
    made, sent = written_on(before, 0.5)
    asked = {"what": "written", "writing": sent, "shown": shown}
    (on,) = in_javascript(asked, read=before, paint=("c", UNITS[1]))
    kept = reading("".join(before.text) + made.string[:shown])
    assert on["length"] == len(kept) and on["known"] == len(before)
    assert on["characters"] == "".join(kept.text)
    np.testing.assert_allclose(on["surprise"], kept.surprise, rtol=1e-5)
    for mine, theirs in zip(on["expected"], kept.ranked, strict=True):
        assert [c for c, _ in mine] == [c for c, _ in theirs]
        assert [p for _, p in mine] == pytest.approx([p for _, p in theirs], abs=1e-5)
    full = np.maximum(1, np.abs(kept.trace.c).max(axis=0))  # as it will be when this is kept
    assert [(row["name"], row["unit"]) for row in on["rows"]] == [
        *((name, UNITS[0]) for name in ("f", "i", "g", "o", "c", "h")),
        *(("c", unit) for unit in UNITS[1:]),
    ]
    for row in on["rows"]:
        values = getattr(kept.trace, row["name"])[:, row["unit"]]
        np.testing.assert_allclose(row["values"], values, atol=1e-3)
        scale = full[row["unit"]] if row["name"] == "c" else 1
        np.testing.assert_allclose(row["shares"], values / scale, atol=1e-3)
    painted = kept.trace.c[:, UNITS[1]] / full[UNITS[1]]
    np.testing.assert_allclose(on["painted"], painted, atol=1e-3)
    last = len(kept) - 1
    account = ledger(kept.trace, UNITS[0], last)
    np.testing.assert_allclose(on["ledger"]["contributions"], account.contributions, atol=1e-6)
    assert on["ledger"]["start"] == pytest.approx(account.start, abs=1e-6)
    assert f" = {number(kept.trace.c[last, UNITS[0]])}" in plain(on["caption"]).replace("≈", "=")
    assert f"<td>{number(kept.trace.f[last, UNITS[0]])}</td>" in on["twin"]


def test_what_comes_next_is_what_it_is_drawn_from(in_javascript, before):
    """Of the characters that the network writes; the text before was not drawn."""
    made, sent = written_on(before, 0.5)
    (on,) = in_javascript({"what": "written", "writing": sent, "shown": 9}, read=before)
    from_ = len(before)
    assert on["temperatures"] == [None] * from_ + [0.5] * 10
    assert on["drawn"][:from_] == [None] * from_
    np.testing.assert_allclose(on["drawn"][from_:], made.probability, rtol=1e-6)
    assert on["drawnFrom"][:from_] == on["expected"][:from_]
    for k in range(9):
        mine, theirs = on["drawnFrom"][from_ + k], made.predictions[k]
        assert [c for c, _ in mine] == [c for c, _ in theirs]
        assert [p for _, p in mine] == pytest.approx([p for _, p in theirs], abs=1e-5)
    after = np.sort(made.distributions[-1])[::-1][:5]  # the next one would be drawn from this
    assert [p for _, p in on["drawnFrom"][-1]] == pytest.approx(after, abs=1e-5)
    assert f", {percent(made.probability[-1])} – " in on["came"]
    own = percent(2 ** -float(made.surprise[-1]))
    drawn = percent(float(made.probability[-1]))
    assert on["given"].endswith(f"was given {own}, and drawn at {drawn}")


def test_what_the_temperature_changes_is_named_apart(in_javascript, record):
    for temperature, before, at in (
        (0.1, ", before temperature 0.10 is applied", " at temperature 0.10"),
        (1.0, "", ""),
    ):
        made, sent = written_on(record, temperature)
        (on,) = in_javascript({"what": "written", "writing": sent, "shown": 9})
        for label in ("Expected here, before it was seen", "Expected next"):
            assert f"<caption>{label}{before}</caption>" in on["twin"]
        best = int(np.argmax(made.distributions[-1]))
        guess, share = ALPHABET.characters[best], percent(made.distributions[-1][best])
        said = f"expected next{at}: {SPOKEN.get(guess, guess)} {share}"
        assert said in on["spoken"]


def test_no_character_is_given_all_or_nothing(in_javascript):
    """What is sent is rounded: to 65,535 steps, or as a float32."""
    (said,) = in_javascript({"what": "chances", "values": [0, 0.004, 0.5, 0.996, 1]})
    assert said == ["under 1 %", "under 1 %", "50 %", "over 99 %", "over 99 %"]


def test_at_temperature_1_what_is_drawn_from_is_what_is_expected(in_javascript, record):
    made, sent = written_on(record, 1.0)
    (on,) = in_javascript({"what": "written", "writing": sent, "shown": 9})
    assert on["drawnFrom"] == on["expected"]
    own, bits = percent(float(made.probability[-1])), f"{made.surprise[-1]:.1f} bits"
    assert on["given"].endswith(f"itself was given {own}: {bits}")


def test_the_words_name_what_came_and_escape_it(in_javascript, record):
    t = TEXT.index("<")
    (words,) = in_javascript({"what": "words", "t": t})
    bits = f"{record.surprise[t]:.1f} bits"
    assert f"character {t + 1} of {len(TEXT)}" in words["readout"] and bits in words["readout"]
    assert "‘&lt;’" in words["readout"] and "<b>‘<" not in words["readout"]
    assert words["spoken"].startswith(f"Character {t + 1}, <; surprise {bits}; expected next: ")
    guess = record.predictions[t][0].character
    assert f"expected next: {SPOKEN.get(guess, guess)} " in words["spoken"]
    assert words["twin"].count("<tr>") == 6 + 2 + 5 + 5
    (strange,) = in_javascript({"what": "words", "t": TEXT.index("☃")})
    assert "read as" in strange["readout"]
    (last,) = in_javascript({"what": "words", "t": len(TEXT) - 1})
    assert last["came"] == "Nothing has come yet."


def plain(html):
    return re.sub("<[^<>]*>", "", html)


def test_the_ledgers_line_says_how_c_came_about_and_of_what_it_is_made(in_javascript, record):
    """The equation with the record's numbers; then parts that do not overlap and sum to c."""
    trace, unit = record.trace, UNITS[0]
    for read in (0, 1, 20):
        (caption,) = in_javascript({"what": "caption", "t": read})
        f, i, g, c = (getattr(trace, name)[read, unit] for name in "figc")
        made = f"{number(f)} × {bracketed(number(trace.c_prev[read, unit]))}"
        made += f" + {number(i)} × {bracketed(number(g))} = {number(c)}"
        assert f"c = f·c−1 + i·c̃ = {honest(made)}" in plain(caption)
        account = ledger(trace, unit, read)
        (largest,) = account.largest(1)
        ago = read - largest
        part = number(account.contributions[largest], sign=True)
        when = "just now" if ago == 0 else f"{ago} character{'s' * (ago > 1)} ago"
        assert f"of that {part} from ‘" in caption and when in caption
        others = account.contributions.sum() - account.contributions[largest]
        assert (f" · {number(others, sign=True)} from the other " in caption) == (read > 0)
        before = f" · {number(account.start, sign=True)} from before the text"
        assert (before in caption) == (abs(account.start) >= 0.005)
        assert account.contributions[largest] + others + account.start == pytest.approx(c)


def test_an_equation_whose_printed_numbers_do_not_add_up_says_so(in_javascript, record):
    captions = in_javascript(*({"what": "caption", "t": t} for t in range(len(record))))
    signs = {plain(caption).split("c̃ = ")[1].split("of that")[0].count("≈") for caption in captions}
    assert signs == {0, 1}


def test_the_ledgers_bars_have_the_colours_of_a_cell_state(in_javascript, record):
    t = 20
    (wide,), (narrow,) = in_javascript(
        {"what": "bars", "t": t, "width": 15, "stretch": [0, t + 3]},
        {"what": "bars", "t": t, "width": 2, "stretch": [0, t + 3]},
    )
    scale = max(1, np.abs(record.trace.c[:, UNITS[0]]).max())
    shares = (1 + ledger(record.trace, UNITS[0], t).contributions / scale) / 2
    asked = {"what": "colours", "stops": LIGHT["values"], "shares": shares.tolist()}
    assert wide["marker"]["color"][: t + 1] == in_javascript(asked)[0]
    assert wide["marker"]["line"]["width"][t + 1 :] == [0, 0]  # nothing is written there yet
    assert set(narrow["marker"]["color"]) <= set(wide["marker"]["line"]["color"])


def test_the_pointer_is_told_what_it_is_on(in_javascript, record):
    rows = reading_payload(record, units=UNITS)["picture"]["rows"]
    places = [[8, row["top"] + 1, 20] for row in rows]
    tips = dict(
        zip(range(len(rows)), *in_javascript({"what": "tips", "places": places}), strict=True)
    )
    for k, row in enumerate(rows):
        assert tips[k].startswith(f"<b>9</b> ‘{TEXT[8]}’: ")
        if row["group"] == "unit":
            value = number(getattr(record.trace, row["name"])[8, UNITS[0]])
            assert row["label"] in tips[k] and tips[k].endswith(value)
            assert f"unit {UNITS[0] + 1} = " in tips[k]
        if row["name"] == "guess":
            assert record.guesses[8][row["rank"]].character in tips[k]
    below = rows[-1]["top"] + rows[-1]["height"] + 30
    (written, later) = in_javascript({"what": "tips", "places": [[8, below, 20], [21, below, 20]]})[
        0
    ]
    left = ledger(record.trace, UNITS[0], 20).contributions[8]
    assert f"{number(left, sign=True)} is left at 21" in written
    assert "wrote" not in later  # it has not been read yet


def test_who_taps_is_told_what_the_row_is_and_its_range(in_javascript, record):
    sent = reading_payload(record, units=UNITS)["picture"]
    places = [[8, row["top"] + 1, 8] for row in sent["rows"]]
    tips, fuller = in_javascript(
        {"what": "tips", "places": places}, {"what": "fullTips", "places": places}
    )
    for row, tip, full in zip(sent["rows"], tips, fuller, strict=True):
        assert full.startswith(tip) and full.endswith(f"<br>{row['says']}")
        assert f"({row['range']})" in full or not row["range"]
    (below,) = in_javascript({"what": "fullTips", "places": [[8, sent["height"] + 30, 8]]})
    assert below[0].endswith(sent["account"]["says"])


def test_each_label_opens_its_entry_and_has_its_range(in_javascript, record):
    (labels,) = in_javascript({"what": "labels"})
    for row in reading_payload(record, units=UNITS)["picture"]["rows"]:
        assert f'href="#term-{row["term"]}" title="{row["says"]}"' in labels
    ranges = re.findall(r'<small class="lv-wide">([^<]*)</small>', labels)
    size = np.abs(record.trace.c).max(axis=0)

    def of(unit):
        return f"±{max(1, size[unit]):.{1 if size[unit] < 9.95 else 0}f}".replace(".0", "")

    own = ["0…1", "0…1", "±1", "0…1", of(UNITS[0]), "±1"]
    assert ranges[2:] == ["0…100 %"] * 3 + own + [of(unit) for unit in UNITS[1:]] + ranges[-1:]
    assert ranges[:2] == ["0…10 bits"] * 2


def test_the_character_itself_has_what_it_was_given(in_javascript, record):
    t = TEXT.index("<")
    (words,) = in_javascript({"what": "words", "t": t})
    (nothing,) = in_javascript({"what": "words", "t": -1}, read=reading(""))
    share, bits = percent(2 ** -float(record.surprise[t])), f"{record.surprise[t]:.1f} bits"
    assert words["given"] == f"<b>‘&lt;’</b> itself was given {share}: {bits}"
    assert nothing["given"] == ""


def test_small_signs_have_room_between_their_quotes(in_javascript):
    (said,) = in_javascript({"what": "quoted", "characters": [".", '"', "a", " "]})
    assert said == ["‘\u2009.\u2009’", '‘\u2009"\u2009’', "‘a’", "‘␣’"]


@pytest.mark.parametrize(
    "texts, marks",
    [
        (["who is it", "xwho is it"], [[5, 7]]),
        (["who is it", "who isx it"], [[4, 6]]),
        (["who is it", "who ixs it"], [[4, 7]]),
        (["who is it", "who can it"], []),
        (["who is it", "quite another"], []),
    ],
    ids=str,
)
def test_marks_stay_on_their_letters_and_go_with_them(in_javascript, texts, marks):
    assert in_javascript({"what": "pushed", "marks": [[4, 6]], "texts": texts})[0] == marks


def test_marks_after_random_edits_are_pythons(in_javascript):
    rng = np.random.default_rng(11)

    def text():
        return list(rng.choice(list("ab "), rng.integers(0, 9)))

    edits = [[[[1, 5]], list("b    "), [" "]]]
    for _ in range(1500):
        before, new = text() + text(), text()[:4]
        first, last, start, end = rng.integers(0, len(before) + 1, 4)
        after = before[: min(start, end)] + new + before[max(start, end) :]
        edits.append([[sorted([int(first), int(last)])] if first != last else [], before, after])
    mine = in_javascript({"what": "edits", "edits": edits})[0]
    for (marks, before, after), found in zip(edits, mine, strict=True):
        theirs = pushed(tuple(map(tuple, marks)), before, after)
        assert found == [list(mark) for mark in theirs], (marks, before, after)


def test_what_a_character_is_is_the_same_in_the_browser(in_javascript):
    """One of each that is assigned, after a letter, a joiner, a flag and a syllable; and texts."""
    joined = [chr(k) for k in range(0xA0, 0x20000) if unicodedata.category(chr(k))[0] not in "CL"]
    unseen = [chr(k) for k in range(0x30000) if unicodedata.category(chr(k)) == "Cf"]
    hangul = unicodedata.normalize("NFD", "한국어 값")
    texts = [f"a{c}\u200d{c}🇨{c}가{c}\n{c}" for c in (*joined[::7], *unseen)]
    texts += [hangul, "हिन्दी क्षत्रिय", "กำลังน้ำ", "👩🏽‍🚀🇨🇭🇯🇵e\u0301 a\r\nb\r", "soft\u00adhyphen"]
    mine = in_javascript({"what": "characters", "texts": texts})[0]
    for text, (plain, cut) in zip(texts, mine, strict=True):
        assert plain == without_unseen(text), ascii(text)
        assert cut == pieces(text), ascii(text)
    assert [len(pieces(text)) for text in (hangul, "กำลัง", "हिन्दी")] == [5, 3, 3]


def test_characters_that_are_not_seen_are_left_out_and_no_others():
    pasted = "\ufeffso\u00adft\u200b \u200eab\u2060\u202ec\u202c"
    assert without_unseen(pasted) == "soft abc"
    kept = "क्\u200dष 👩🏽‍🚀 \u0645\u06cc\u200c\u062e ☀\ufe0f \U0001f3f4\U000e0067\U000e007f"
    assert without_unseen(kept) == kept
    assert from_sentence("hy\u00adphen \ufeffand\u200bspace").tokens == ("hyphen", "and", "space")


def test_labels_make_each_other_unit_a_button(in_javascript):
    (labels,) = in_javascript({"what": "labels"})
    assert re.findall(r'data-unit="(\d+)"', labels) == [str(unit) for unit in UNITS[1:]]
    assert f"what is left in unit {UNITS[0] + 1}" in labels


def test_bars_too_thin_to_see_stand_together_as_the_largest(in_javascript, record):
    asked = {"what": "traces", "stretch": [0, len(record)], "width": 0.2}
    ((bars, *_),) = in_javascript(asked)
    assert len(bars["x"]) == -(-len(record) // 8)
    height = reading_payload(record, units=UNITS)["picture"]["rows"][0]["height"]
    assert -bars["y"][0] == pytest.approx(record.surprise[:8].max() / 10 * height, rel=1e-5)


def test_an_empty_text_has_words_and_a_picture_too(in_javascript):
    asked = {"what": "words", "t": -1}, {"what": "traces", "stretch": [0, 0]}
    words, traces = in_javascript(*asked, read=reading(""), paint=("c", 1))
    assert words["readout"] == "nothing to read yet" and words["twin"] == ""
    assert traces[0]["x"] == []


def test_colours_are_mixed_between_the_stops(in_javascript):
    stops = [[0, "#000000"], [0.5, "#804020"], [1, "#ffffff"]]
    asked = {"what": "colours", "stops": stops, "shares": [-1, 0, 0.25, 0.5, 1, 2]}
    (mixed,) = in_javascript(asked)
    wanted = ("#000000", "#000000", "#402010", "#804020", "#ffffff", "#ffffff")
    assert mixed == [rgba(colour) for colour in wanted]


# ---- which columns are shown -------------------------------------------------------------------


def moved(in_javascript, moves, length=500, room=1050):
    return in_javascript({"what": "columns", "length": length, "room": room, "moves": moves})[0]


def test_the_picture_follows_the_place(in_javascript):
    for state, t in zip(
        moved(in_javascript, [["follow", t] for t in (0, 30, 60, 499, 250, 0)]),
        (0, 30, 60, 499, 250, 0),
        strict=True,
    ):
        assert state["left"] <= t < state["left"] + state["shown"]
        first, last = state["stretch"]
        assert 0 <= first <= t < last <= 500


def test_a_short_text_stands_at_the_left(in_javascript):
    for state in moved(in_javascript, [["follow", 9], ["pan", -400], ["pan", 400]], length=10):
        assert state["left"] == 0


def test_zooming_keeps_what_is_under_the_pointer(in_javascript):
    start, *zoomed = moved(
        in_javascript, [["follow", 200], ["zoom", 1, 300], ["zoom", -1, 300], ["zoom", -1, 300]]
    )
    under = start["left"] + 300 / start["width"]
    for state in zoomed:
        assert state["result"] is True
        assert state["left"] + 300 / state["width"] == pytest.approx(under)


def test_zooming_out_ends_where_the_whole_text_is_seen(in_javascript):
    states = moved(in_javascript, [["zoom", -1, 0]] * 12)
    assert states[-1]["result"] is False
    assert states[-1]["shown"] >= 500 > states[0]["shown"]
    assert states[-1]["width"] in (2, 1)


def test_panning_ends_at_the_ends(in_javascript):
    far, near = moved(in_javascript, [["pan", -1e6], ["pan", 1e6]])
    assert 500 - far["shown"] < far["left"] < 500 and near["left"] == 0


# ---- what is typed, on its way -----------------------------------------------------------------


def sent(in_javascript, *moves):
    return in_javascript({"what": "sending", "moves": moves})[0]


def text(letters):
    return {"text": letters, "t": len(letters) - 1}


def test_the_first_letter_goes_at_once_and_then_the_newest(in_javascript):
    moves = [["typed", text("a")], ["typed", text("ab")], ["typed", text("abc")]]
    waiting = sent(in_javascript, *moves)
    assert [(one["text"], one["id"]) for one in waiting["sent"]] == [("a", 1)]
    assert waiting["busy"]
    went_on = sent(in_javascript, *moves, ["answered", 1])
    assert [(one["text"], one["id"]) for one in went_on["sent"]] == [("a", 1), ("abc", 2)]
    assert not sent(in_javascript, *moves, ["answered", 1], ["answered", 2])["busy"]


def test_an_answer_to_something_older_is_not_waited_for(in_javascript):
    moves = ["typed", text("a")], ["answered", 1], ["typed", text("ab")], ["answered", 1]
    state = sent(in_javascript, *moves)
    assert state["busy"] and [one["id"] for one in state["sent"]] == [1, 2]


def test_letters_that_are_being_composed_wait(in_javascript):
    moves = [["compose", True], ["typed", text("e")], ["typed", text("é")]]
    assert sent(in_javascript, *moves)["sent"] == []
    done = sent(in_javascript, *moves, ["compose", False])["sent"]
    assert [one["text"] for one in done] == ["é"]


def test_numbers_go_on_from_what_python_has_answered(in_javascript):
    state = sent(in_javascript, ["answered", 41], ["typed", text("a")])
    assert [one["id"] for one in state["sent"]] == [42]


def test_texts_agree_up_to_the_first_difference(in_javascript):
    pairs = [["", ""], ["abc", "abd"], ["abc", "ab"], ["abc", "xbc"], ["ab", "ab"]]
    assert in_javascript({"what": "agreement", "pairs": pairs})[0] == [0, 2, 2, 0, 2]
