"""A link is the screen: every screen comes back from its link, and no link breaks the page."""

from dataclasses import replace
from urllib.parse import parse_qs

from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_viz.inputs import MAX_NUMBER, MAX_STEPS, MAX_VOCABULARY
from lstm_viz.networks import NETWORKS, PRESETS
from lstm_viz.networks.network import CellOf
from lstm_viz.scenes.step_through.controls.edit_list import MOST_EDITS
from lstm_viz.scenes.step_through.controls.params import (
    MOST_UNITS,
    NAMELESS,
    PARAMS,
    STAGES,
    bare,
    setup_of,
    values_of,
)
from lstm_viz.scenes.step_through.edits import Edit, clamped, shapes
from lstm_viz.scenes.step_through.record import Setup, opened, perform
from lstm_viz.ui.params import MAX_SEED
from lstm_viz.ui.scene_state import LONGEST_LINK, SceneScreen, from_query, link
from tests.each import for_each

FIRST = PRESETS[0]


def screen_of(setup: Setup) -> SceneScreen:
    """With all of it, or its first steps, on screen."""
    return SceneScreen(values={**values_of(setup), "from": 0})


BARE = replace(screen_of(opened(FIRST)), t=1)
FRIEND = next(preset for preset in PRESETS if preset.id == NAMELESS)
NAMED = screen_of(opened(FRIEND))
"""What a link shows that says something, and nothing of what is set."""


def read(query: dict[str, str]) -> tuple[SceneScreen, tuple[str, ...]]:
    sizes = {"steps": MAX_STEPS, "stages": STAGES, "units": MOST_UNITS}
    return from_query(query, PARAMS, **sizes, bare=bare())


def linked(setup: Setup) -> dict[str, str]:
    """What an address bar makes of the link to it."""
    query, why = link(screen_of(setup), PARAMS)
    assert why == ""
    parsed = parse_qs(query, keep_blank_values=True, strict_parsing=bool(query))
    return {name: values[-1] for name, values in parsed.items()}


@st.composite
def edits(draw: st.DrawFn, hidden_size: int, cell: type[CellOf]) -> Edit:
    largest = shapes(MAX_STEPS, MAX_VOCABULARY, hidden_size, cell)
    target = draw(st.sampled_from(sorted(name for name, shape in largest.items() if all(shape))))
    index = tuple(draw(st.integers(0, n - 1)) for n in largest[target])
    values: st.SearchStrategy[float | None] = st.floats(-MAX_NUMBER, MAX_NUMBER)
    if target == "clamp":  # the candidate may be held below 0
        values = st.none() | st.floats(-1.0 if clamped(cell)[index[0]] in "gn" else 0.0, 1.0)
    return Edit(target, index, draw(values))


@st.composite
def setups(draw: st.DrawFn) -> Setup:
    preset = draw(st.sampled_from(PRESETS))
    network = draw(st.sampled_from(list(NETWORKS.values())))
    hidden_size = draw(st.integers(*network.hidden_sizes))
    return Setup(
        preset=preset.id,
        network=network.id,
        kind=draw(st.sampled_from(network.reads)),
        text=draw(st.text() | st.text(min_size=280, max_size=700) | st.just(preset.text)),
        hidden_size=hidden_size,
        seed=draw(st.integers(0, MAX_SEED)),
        edits=tuple(draw(st.lists(edits(hidden_size, network.cell), max_size=5))),
    )


@given(setups())
def test_everything_that_is_set_comes_back_from_its_link(setup: Setup) -> None:
    screen, notes = read(linked(setup))
    assert notes == ()
    assert setup_of(screen) == setup
    # -0.0 == 0.0, so compare what the numbers look like as well
    assert repr(setup_of(screen)) == repr(setup)


NAMES = ["preset", "net", "as", "text", "h", "seed", "edits", "from", "t", "stage", "unit"]
ANYTHING = st.text() | st.text("0123456789.-_ WUbxhc0clampfree=zip", max_size=60)


@settings(max_examples=150)
@given(st.dictionaries(st.sampled_from(NAMES) | st.text(), ANYTHING))
def test_no_link_breaks_the_page(query: dict[str, str]) -> None:
    screen, notes = read(query)
    again, more_notes = read(linked(setup_of(screen)))
    assert again.values == {**screen.values, "from": 0}
    assert more_notes == ()
    assert len(notes) <= len(NAMES)


def test_a_bare_link_opens_the_first_preset_at_its_first_step() -> None:
    assert read({}) == read({"embed": "true"}) == (BARE, ())
    assert link(BARE, PARAMS) == (f"preset={FIRST.id}", "")


def test_links_from_before_the_basket_open_what_they_did():
    """They named no preset as long as it was that of the friend's call."""
    assert read({"t": "4"}) == (replace(NAMED, t=3), ())
    setup = setup_of(read({"seed": "5", "edits": "b.0_1.0"})[0])
    assert setup == replace(opened(FRIEND), seed=5, edits=(Edit("bias", (0,), 1.0),))


def test_a_story_is_read_where_only_its_network_is_named():
    setup = setup_of(read({"net": "basket"})[0])
    assert (setup.kind, setup.text) == ("story", FIRST.text) and perform(setup).trace is not None


@for_each("preset", PRESETS, ids=lambda preset: preset.id)
def test_a_preset_alone_is_all_its_link_says(preset) -> None:
    screen, notes = read({"preset": preset.id})
    assert notes == ()
    assert screen["text"] == preset.text
    assert linked(setup_of(screen)) == {"preset": preset.id}


def test_a_link_reads_as_it_was_meant() -> None:
    changed = (
        Edit("weight_ih", (3, 1), 0.5),
        Edit("clamp", (0, 2), 1),
        Edit("clamp", (3, 0), None),
    )
    query, _ = link(screen_of(replace(opened(FRIEND), edits=changed)), PARAMS)
    assert query == "preset=friend&edits=W.3.1_0.5+clamp.f.2_1.0+clamp.o.0_free"
    asked = {"edits": "W.3.1_0.5 clamp.f.2_1.0 clamp.o.0_free", "t": "4", "stage": "6", "unit": "2"}
    assert read(asked) == (SceneScreen(3, 5, 1, {**NAMED.values, "edits": changed}), ())


def test_every_part_of_a_link_is_read() -> None:
    query = {
        "preset": "again", "net": "latch", "as": "numbers", "text": "zip.eNoz0FEw1FHQNVQwBgAJLwGr",
        "h": "2", "seed": "9", "edits": "W.3.0_0.5 clamp.f.0_1.0", "t": "4", "stage": "6",
        "unit": "2",
    }  # fmt: skip
    screen, notes = read(query)
    edits = (Edit("weight_ih", (3, 0), 0.5), Edit("clamp", (0, 0), 1.0))
    assert setup_of(screen) == Setup("again", "latch", "numbers", "0, 1, -1 3", 2, 9, edits)
    assert (screen.t, screen.stage, screen.unit) == (3, 5, 1)
    assert notes == ()


def test_a_bad_step_opens_at_the_first_and_says_so() -> None:
    screen, notes = read({"t": "abc"})
    assert screen == NAMED
    assert notes == ("The link says t=abc; expected a step from 1 to 5000, so it opens with t=1.",)


@for_each(
    ("name", "value"),
    [
        ("preset", "no-such"),
        ("preset", ""),
        ("net", "transformer"),
        ("as", "smell"),
        ("h", "0"),
        ("h", "7"),
        ("h", "2.5"),
        ("h", "٣"),
        ("seed", "-1"),
        ("seed", "9" * 5000),
        ("t", "0"),
        ("t", "5001"),
        ("from", "0"),
        ("from", "5001"),
        ("stage", "11"),
        ("unit", str(MOST_UNITS + 1)),
        ("text", "zip.not base64"),
        ("text", "zip.AAAA"),
        ("text", "zip." + "é" * 20),
        ("edits", "W"),
        ("edits", "W.0.0_nan"),
        ("edits", "W.0.0_e"),
        ("edits", "W.0.0_1e999"),
        ("edits", "W.0.0_1e7"),
        ("edits", "W.0_1.0"),
        ("edits", "W.0.0_free"),
        ("edits", f"W.{4 * FRIEND.hidden_size}.0_1.0"),
        ("edits", "clamp.z.0_1.0"),
        ("edits", "clamp.f.0_1.5"),
        ("edits", "b.-1_1.0"),
    ],
)
def test_a_bad_value_gives_the_default_and_one_note(name: str, value: str) -> None:
    screen, notes = read({name: value})
    assert screen == NAMED
    assert len(notes) == 1
    assert notes[0].startswith(f"The link says {name}=")
    assert len(notes[0]) < 250
    assert notes[0].endswith(".")


def test_what_only_an_lstm_has_is_not_read_for_another_cell() -> None:
    for net, good, bad in [
        ("random-gru", "clamp.n.0_-0.5 bx.3_1.0 bh.3_2.0 h0.0_0.5 clamp.r.1_0.25", "clamp.f.0_1.0"),
        ("random-gru", "W.11.0_1.0", "c0.0_1.0"),
        ("random-rnn", "b.3_1.0 U.0.1_0.5", "clamp.h.0_0.5"),
        ("random-rnn", "W.3.0_1.0", "W.4.0_1.0"),
        ("random", "clamp.f.0_1.0 c0.0_1.0", "bx.0_1.0"),
    ]:
        screen, notes = read({"net": net, "edits": f"{good} {bad}"})
        assert len(screen["edits"]) == len(good.split())
        assert len(notes) == 1 and f"edits={bad}; expected" in notes[0]
        written = link(screen, PARAMS)[0]
        assert f"edits={good.replace(' ', '+')}" in written


def test_nothing_invisible_stands_in_a_note() -> None:
    for name in ("preset", "h", "edits", "t"):
        _, (note,) = read({name: "a\u202eb\x07c\u200bd" + "x" * 50})
        assert note.isprintable()
        assert "…; expected" in note


def test_a_bad_edit_does_not_take_the_good_ones_with_it() -> None:
    screen, notes = read({"edits": "b.0_1.5 nonsense h0.0_0.25 rubbish"})
    assert screen["edits"] == (Edit("bias", (0,), 1.5), Edit("h0", (0,), 0.25))
    assert len(notes) == 1
    assert "edits=nonsense and 1 more; expected" in notes[0]


def test_more_edits_than_anybody_makes_are_cut_off() -> None:
    screen, notes = read({"edits": " ".join(["b.0_1.0"] * (MOST_EDITS + 2))})
    assert len(screen["edits"]) == MOST_EDITS
    assert len(notes) == 1
    assert "edits=b.0_1.0 and 1 more; expected up to 2,000 places" in notes[0]


def test_a_network_that_does_not_read_the_presets_kind_reads_what_it_can() -> None:
    bracket_network = next(n for n in NETWORKS.values() if FRIEND.kind not in n.reads)
    screen, notes = read({"net": bracket_network.id})
    assert notes == ()
    assert screen["as"] in bracket_network.reads
    least, most = bracket_network.hidden_sizes
    assert least <= screen["h"] <= most


def test_a_long_table_makes_a_short_link() -> None:
    table = "rain,sun\n" + "1,0\n" * 199
    query = linked(replace(opened(FRIEND), kind="csv", text=table))
    assert len(query["text"]) < 60
    assert read(query)[0]["text"] == table


def test_a_screen_too_long_for_a_link_says_so_and_keeps_what_fits() -> None:
    numbers = tuple(Edit("x", (t, i), t + i / 7) for t in range(100) for i in range(16))
    setup = replace(opened(FRIEND), seed=7, text="a word " * 60, edits=numbers)
    query, why = link(screen_of(setup), PARAMS)
    assert "seed=7" in query and "text=zip." in query and query.count("edits=kept.") == 1
    assert f"{LONGEST_LINK:,}" in why
    assert why.endswith("so the link leaves out the edits.")
