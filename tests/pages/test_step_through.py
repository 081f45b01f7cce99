"""The page that steps through a cell: every preset, every network, every kind of input."""

import pytest

from lstm_viz.networks import NETWORKS, PRESETS, Network, Preset
from lstm_viz.scenes.step_through.controls.row import EXAMPLES
from lstm_viz.scenes.step_through.record import opened, perform
from tests.pages.helpers import (
    assert_shows,
    handed,
    open_at,
    plain,
    run_of,
    set_on,
    sound,
)

FRIEND = next(preset for preset in PRESETS if preset.id == "friend")
READS = [
    pytest.param(network, kind, id=f"{network.id}-{kind}")
    for network in NETWORKS.values()
    for kind in network.reads
]


def test_what_cannot_be_seen_is_left_out_of_a_text_and_said() -> None:
    said = "3 characters that cannot be seen (such as soft hyphens) were left out."
    for kind, network, text, tokens in [
        ("sentence", "random", "so\u00adft \u202erain\ufeff", ["soft", "rain"]),
        ("brackets", "brackets", "(\u200b(\u2060)\u00ad)", ["(", "(", ")", ")"]),
        ("numbers", "random", "\u202e0.5, 1\u200b, 2\ufeff", ["0.5", "1", "2"]),
        ("csv", "random", "\ufeffa,b\n\u200b1,2\n3,4\u2060\u200e\n", ["row 1", "row 2"]),
        ("story", "basket", "Mia ea\u00adts\u200b an apple\u200e", ["eats an apple", "."]),
    ]:
        at = open_at(**{"as": kind, "net": network, "text": text})
        assert [token.lower() for token in handed(at)["film"]["tokens"]][-len(tokens) :] == tokens
        assert not at.warning and not at.error, kind
        assert plain(at.markdown[0].value) == said, kind
    at = open_at()
    at.selectbox(key="network").select("random")
    sound(at.run())
    at.text_input(key="text").set_value("\u202eabc")
    sound(at.run())
    assert plain(at.markdown[0].value) == said.replace("3 characters", "1 character").replace(
        "were", "was"
    )
    assert handed(at)["film"]["tokens"] == ["abc"]


# ---- presets -----------------------------------------------------------------------------------


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_a_presets_link_opens_it_with_exactly_its_run(preset: Preset) -> None:
    at = open_at(preset=preset.id)
    assert set_on(at) == opened(preset)
    assert_shows(at, perform(opened(preset)))
    assert not at.error
    assert not at.warning
    assert plain(at.markdown[0].value).startswith(preset.watch)
    assert handed(at)["film"]["unitLabels"]


@pytest.mark.parametrize("preset", PRESETS[1:], ids=lambda preset: preset.id)
def test_choosing_a_preset_is_the_same_as_opening_its_link(preset: Preset) -> None:
    at = open_at()
    at.selectbox(key="preset").select(preset.id)
    sound(at.run())
    assert set_on(at) == opened(preset)
    assert_shows(at, perform(opened(preset)))
    assert handed(at)["query"] == f"preset={preset.id}"


def test_without_a_link_the_basket_opens_and_says_what_to_look_at() -> None:
    at = open_at()
    assert set_on(at) == opened(PRESETS[0])
    assert handed(at)["query"] == "preset=basket"
    assert handed(at)["at"]["t"] == 1
    looked_at = handed(at)["film"]["tokens"][1]
    assert f"word 2, “{looked_at}”" in plain(at.markdown[0].value)
    assert [box.value for box in at.selectbox] == ["basket", "story", "basket"]
    assert at.text_input(key="text").value == PRESETS[0].text
    assert "their input gates are" in plain(at.markdown[0].value)
    at.selectbox(key="network").select("random")
    sound(at.run())
    setup = set_on(at)
    assert (setup.network, setup.kind) == ("random", "sentence"), "one choice away"


# ---- networks and kinds of input ---------------------------------------------------------------


@pytest.mark.parametrize(("network", "kind"), READS)
def test_every_network_reads_every_kind_it_says_it_reads(network: Network, kind: str) -> None:
    query = {"net": network.id, "as": kind, "text": EXAMPLES[kind]}
    at = open_at(**query)
    assert_shows(at, run_of(**query))
    assert not at.error
    assert not at.warning


@pytest.mark.parametrize("network", list(NETWORKS.values())[1:], ids=lambda network: network.id)
def test_choosing_a_network_keeps_a_text_that_it_can_read(network: Network) -> None:
    at = open_at(preset="friend")
    at.selectbox(key="network").select(network.id)
    sound(at.run())
    setup = set_on(at)
    kind = "sentence" if "sentence" in network.reads else network.reads[0]
    text = FRIEND.text if kind == "sentence" else EXAMPLES[kind]
    assert (setup.network, setup.kind, setup.text) == (network.id, kind, text)
    assert setup.hidden_size == network.default_hidden
    assert_shows(at, perform(setup))
    assert not at.error


@pytest.mark.parametrize("hidden_size", range(1, 7))
def test_every_hidden_size(hidden_size: int) -> None:
    at = open_at(preset="friend")
    at.text_input(key="hidden_size").set_value(str(hidden_size))
    sound(at.run())
    assert_shows(at, run_of(h=str(hidden_size)))


def test_another_seed_draws_other_weights() -> None:
    at = open_at(preset="friend")
    at.text_input(key="seed").set_value("7")
    sound(at.run())
    assert_shows(at, run_of(seed="7"))


@pytest.mark.parametrize("network", NETWORKS.values(), ids=lambda network: network.id)
def test_controls_that_make_no_difference_are_off(network: Network) -> None:
    at = open_at(net=network.id)
    least, most = network.hidden_sizes
    assert at.text_input(key="hidden_size").proto.disabled == (least == most)
    assert at.text_input(key="seed").proto.disabled == (not network.seeded)


# ---- what is typed -----------------------------------------------------------------------------


def test_a_typed_sentence_is_run() -> None:
    at = open_at(preset="friend")
    at.text_input(key="text").set_value("one two one")
    sound(at.run())
    assert handed(at)["film"]["tokens"] == ["one", "two", "one"]
    assert_shows(at, run_of(text="one two one"))


def test_a_list_of_numbers_in_place_of_a_sentence() -> None:
    at = open_at(preset="friend")
    at.selectbox(key="kind").select("numbers")
    sound(at.run())
    assert set_on(at).text == EXAMPLES["numbers"]
    at.text_input(key="text").set_value("1, −2.5, 3")
    sound(at.run())
    assert_shows(at, run_of(**{"as": "numbers", "text": "1, −2.5, 3"}))


def test_text_that_can_be_read_both_ways_stays_when_the_kind_changes() -> None:
    at = open_at(**{"as": "numbers", "text": "1, 0, 1"})
    at.selectbox(key="kind").select("sentence")
    sound(at.run())
    assert set_on(at).text == "1, 0, 1"
    assert not at.error


def test_a_table_is_edited_in_place() -> None:
    at = open_at(preset="rain")
    at.text_area(key="text_0").set_value("a,b,c\n1,2,3\n4,5,6\n")
    sound(at.run())
    film = handed(at)["film"]
    assert film["columns"] == ["a", "b", "c"]
    assert film["steps"] == 2


def test_a_dropped_file_is_run() -> None:
    at = open_at(preset="rain")
    table = "wind,sea\n1,0\n0,1\n0.5,0.25\n"
    at.file_uploader(key="csv_file").set_value(("harbour.csv", table.encode(), "text/csv"))
    sound(at.run())
    assert handed(at)["film"]["columns"] == ["wind", "sea"]
    assert_shows(at, run_of(preset="rain", text=table))


def test_columns_are_chosen_by_ticking_them_and_stand_in_the_link() -> None:
    at = open_at(preset="rain")
    table = "Month,Passengers,Rain\n,people,mm\n1949-01,112,3\n1949-02,118,\n"
    at.file_uploader(key="csv_file").set_value(("air.csv", table.encode(), "text/csv"))
    sound(at.run())
    assert "row 4, column 3 (‘Rain’), got nothing" in at.error[0].value.replace("\\", "")
    passengers, rain = at.checkbox
    assert (passengers.label, rain.label) == ("Passengers", "Rain")
    rain.uncheck()
    sound(at.run())
    assert not at.error
    film = handed(at)["film"]
    assert (film["columns"], film["tokens"]) == (["Passengers"], ["1949-01", "1949-02"])
    assert "cols=2" in handed(at)["query"]
    assert [box.value for box in at.checkbox] == [True, False]
    assert any("Column ‘Month’ labels the steps" in plain(text.value) for text in at.markdown)
    again = open_at(preset="rain", text=table, cols="2")
    assert handed(again)["film"]["columns"] == ["Passengers"]
    at.checkbox[0].uncheck()
    sound(at.run())
    assert "at least one ticked column" in at.error[0].value
    assert [box.value for box in at.checkbox] == [True, False]
    wrong = open_at(preset="rain", text=table, cols="1.2")
    assert "column 1 holds no numbers" in wrong.warning[0].value
    assert handed(wrong)["film"]["columns"] == ["Passengers"]


# ---- what the session holds --------------------------------------------------------------------


def test_the_session_holds_short_texts_and_numbers_alone() -> None:
    at = open_at(preset="friend")
    at.selectbox(key="preset").select("wave")
    sound(at.run())
    at.text_input(key="text").set_value("0, nonsense")
    sound(at.run())
    at.text_input(key="hidden_size").set_value("5")
    sound(at.run())
    held = at.session_state._state.filtered_state
    found = {
        name: type(part).__module__ + "." + type(part).__name__
        for name, value in held.items()
        for part in _parts(value)
        if type(part).__module__.split(".")[0] in ("numpy", "plotly")
        or type(part).__name__ in ("Trace", "Film", "Experiment", "Inputs", "LSTM")
    }
    assert found == {}


def _parts(value: object) -> list[object]:
    """`value` and everything in it."""
    inside: list[object] = []
    if isinstance(value, dict):
        inside = list(value.values())
    elif isinstance(value, list | tuple | set):
        inside = list(value)
    elif hasattr(value, "__dict__"):
        inside = list(vars(value).values())
    elif hasattr(value, "_data"):
        inside = [value._data]
    return [value, *(part for each in inside for part in _parts(each))]
