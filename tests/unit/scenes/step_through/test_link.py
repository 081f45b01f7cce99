"""A link is the screen: every screen comes back from its link, and no link breaks the page."""

from dataclasses import replace
from urllib.parse import parse_qs, urlencode

from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_viz.inputs import MAX_NUMBER, MAX_STEPS, MAX_VOCABULARY
from lstm_viz.networks import NETWORKS, PRESETS
from lstm_viz.scenes.step_through.link import (
    LONGEST_LINK,
    MAX_EDITS,
    MAX_SEED,
    MOST_STAGES,
    Edit,
    Screen,
    from_query,
    shortened,
    to_query,
    too_long,
    within,
)
from tests.each import for_each

FIRST = PRESETS[0]
BARE, _ = from_query({}, PRESETS, NETWORKS)


def read(query: dict[str, str]) -> tuple[Screen, tuple[str, ...]]:
    return from_query(query, PRESETS, NETWORKS)


def through_an_address_bar(query: dict[str, str]) -> dict[str, str]:
    parsed = parse_qs(urlencode(query), keep_blank_values=True, strict_parsing=bool(query))
    return {name: values[-1] for name, values in parsed.items()}


@st.composite
def edits(draw: st.DrawFn, hidden_size: int) -> Edit:
    def below(*shape: int) -> tuple[int, ...]:
        return tuple(draw(st.integers(0, n - 1)) for n in shape)

    h = hidden_size
    indices = {
        "weight_ih": below(4 * h, MAX_VOCABULARY),
        "weight_hh": below(4 * h, h),
        "bias": below(4 * h),
        "x": below(MAX_STEPS, MAX_VOCABULARY),
        "h0": below(h),
        "c0": below(h),
        "clamp": below(4, h),
    }
    target = draw(st.sampled_from(sorted(indices)))
    values: st.SearchStrategy[float | None] = st.floats(-MAX_NUMBER, MAX_NUMBER)
    index = indices[target]
    if target == "clamp":  # the candidate may be held below 0
        values = st.none() | st.floats(-1.0 if index[0] == 2 else 0.0, 1.0)
    return Edit(target, index, draw(values))


@st.composite
def screens(draw: st.DrawFn) -> Screen:
    preset = draw(st.sampled_from(PRESETS))
    network = draw(st.sampled_from(list(NETWORKS.values())))
    hidden_size = draw(st.integers(*network.hidden_sizes))
    return Screen(
        preset=preset.id,
        network=network.id,
        kind=draw(st.sampled_from(network.reads)),
        text=draw(st.text() | st.text(min_size=280, max_size=700) | st.just(preset.text)),
        hidden_size=hidden_size,
        seed=draw(st.integers(0, MAX_SEED)),
        edits=tuple(draw(st.lists(edits(hidden_size), max_size=5))),
        t=draw(st.integers(0, MAX_STEPS - 1)),
        stage=draw(st.integers(0, MOST_STAGES - 1)),
        unit=draw(st.integers(0, hidden_size - 1)),
    )


@given(screens())
def test_every_screen_comes_back_from_its_link(screen: Screen) -> None:
    query = through_an_address_bar(to_query(screen, PRESETS))
    again, notes = read(query)
    assert notes == ()
    assert again == screen
    # -0.0 == 0.0, so compare what the numbers look like as well
    assert repr(again) == repr(screen)


NAMES = ["preset", "net", "as", "text", "h", "seed", "edits", "t", "stage", "unit"]
ANYTHING = st.text() | st.text("0123456789.-_ WUbxhc0clampfree=zip", max_size=60)


@settings(max_examples=400)
@given(st.dictionaries(st.sampled_from(NAMES) | st.text(), ANYTHING))
def test_no_link_breaks_the_page(query: dict[str, str]) -> None:
    screen, notes = read(query)
    again, more_notes = read(to_query(screen, PRESETS))
    assert again == screen
    assert more_notes == ()
    assert len(notes) <= len(NAMES)


def test_a_bare_link_opens_the_first_preset_at_its_first_step() -> None:
    first = Screen(FIRST.id, FIRST.network, FIRST.kind, FIRST.text, FIRST.hidden_size, FIRST.seed)
    assert first == BARE
    assert to_query(BARE, PRESETS) == {}


@for_each("preset", PRESETS, ids=lambda preset: preset.id)
def test_a_preset_alone_is_all_its_link_says(preset) -> None:
    screen, notes = read({"preset": preset.id})
    assert notes == ()
    assert screen.text == preset.text
    assert to_query(screen, PRESETS) == ({} if preset is FIRST else {"preset": preset.id})


def test_a_link_reads_as_it_was_meant() -> None:
    screen = replace(
        BARE,
        edits=(
            Edit("weight_ih", (3, 1), 0.5),
            Edit("clamp", (0, 2), 1),
            Edit("clamp", (3, 0), None),
        ),
        t=3,
        stage=5,
        unit=1,
    )
    query = to_query(screen, PRESETS)
    assert query == {
        "edits": "W.3.1_0.5 clamp.f.2_1.0 clamp.o.0_free",
        "t": "4",
        "stage": "6",
        "unit": "2",
    }
    assert urlencode(query) == "edits=W.3.1_0.5+clamp.f.2_1.0+clamp.o.0_free&t=4&stage=6&unit=2"


def test_a_bad_step_opens_at_the_first_and_says_so() -> None:
    screen, notes = read({"t": "abc"})
    assert screen == BARE
    assert notes == ("The link says t=abc; expected a step from 1 to 200, so it opens at step 1.",)


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
        ("t", "201"),
        ("stage", "11"),
        ("unit", str(FIRST.hidden_size + 1)),
        ("text", "zip.not base64"),
        ("text", "zip.AAAA"),
        ("text", "zip." + "é" * 20),
        ("edits", "W"),
        ("edits", "W.0.0_nan"),
        ("edits", "W.0.0_1e999"),
        ("edits", "W.0.0_1e7"),
        ("edits", "W.0_1.0"),
        ("edits", "W.0.0_free"),
        ("edits", f"W.{4 * FIRST.hidden_size}.0_1.0"),
        ("edits", "clamp.z.0_1.0"),
        ("edits", "b.-1_1.0"),
    ],
)
def test_a_bad_value_gives_the_default_and_one_note(name: str, value: str) -> None:
    screen, notes = read({name: value})
    assert screen == BARE
    assert len(notes) == 1
    assert notes[0].startswith(f"The link says {name}=")
    assert len(notes[0]) < 250
    assert notes[0].endswith(".")


def test_a_bad_edit_does_not_take_the_good_ones_with_it() -> None:
    screen, notes = read({"edits": "b.0_1.5 nonsense h0.0_0.25 rubbish"})
    assert screen.edits == (Edit("bias", (0,), 1.5), Edit("h0", (0,), 0.25))
    assert len(notes) == 1
    assert "nonsense and 1 more" in notes[0]


def test_more_edits_than_anybody_makes_are_cut_off() -> None:
    screen, notes = read({"edits": " ".join(["b.0_1.0"] * (MAX_EDITS + 1))})
    assert len(screen.edits) == MAX_EDITS
    assert len(notes) == 1


def test_a_network_that_does_not_read_the_presets_kind_reads_what_it_can() -> None:
    bracket_network = next(n for n in NETWORKS.values() if FIRST.kind not in n.reads)
    screen, notes = read({"net": bracket_network.id})
    assert notes == ()
    assert screen.kind in bracket_network.reads
    least, most = bracket_network.hidden_sizes
    assert least <= screen.hidden_size <= most


def test_a_step_beyond_the_sequence_opens_at_the_last() -> None:
    screen, notes = within(replace(BARE, t=8, stage=9), seq_len=5, stages=3)
    assert (screen.t, screen.stage) == (4, 2)
    assert notes == (
        "The link says t=9; the sequence has 5 steps, so it opens at step 5.",
        "The link says stage=10; a step has 3 stages, so it opens at stage 3.",
    )
    assert within(BARE, seq_len=5, stages=10) == (BARE, ())


def test_a_long_table_makes_a_short_link() -> None:
    table = "rain,sun\n" + "1,0\n" * 199
    query = to_query(replace(BARE, kind="csv", text=table), PRESETS)
    assert len(query["text"]) < 60
    assert read(query)[0].text == table


def test_a_screen_too_long_for_a_link_says_so_and_keeps_what_fits() -> None:
    numbers = [Edit("x", (t, i), t + i / 7) for t in range(100) for i in range(16)]
    screen = replace(BARE, edits=tuple(numbers), t=3)
    query = to_query(screen, PRESETS)
    sentence = too_long(query)
    assert sentence is not None
    assert f"{LONGEST_LINK:,}" in sentence
    assert shortened(query) == {"t": "4"}
    assert too_long(to_query(BARE, PRESETS)) is None
    assert shortened({"t": "4"}) == {"t": "4"}
