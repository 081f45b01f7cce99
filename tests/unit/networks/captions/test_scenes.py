"""Scenes and their captions: what is drawn is what is said, and what is held out stays out."""

import numpy as np
import pytest

from lstm_viz.networks.captions import scores
from lstm_viz.networks.captions.forms import FORMS, UNKNOWN_FORMS, mask
from lstm_viz.networks.captions.pixels import DIGITS, WHITE, from_text, to_text
from lstm_viz.networks.captions.scenes import (
    COLOURS,
    KINDS,
    LONGEST,
    NEVER,
    PLACES,
    SIDE,
    WORDS,
    Scene,
    at,
    held_out_scene,
    never_at,
    training_scene,
    varied,
)
from lstm_viz.networks.captions.scores import SETS, held_out, words_right


def scenes(count: int = 600) -> list[Scene]:
    rng = np.random.default_rng(3)
    return [training_scene(rng) for _ in range(count)]


def middle(scene: Scene, k: int) -> tuple[float, float]:
    """Down and across, in thirds of the picture."""
    shape = scene.shapes[k]
    return shape.top + shape.height / 2, shape.left + shape.width / 2


def test_a_caption_says_colour_form_and_place() -> None:
    for scene in scenes():
        assert set(scene.caption) < set(WORDS) and len(scene.caption) < LONGEST
        said = [(scene.caption[k + 1], scene.caption[k + 2]) for k in place_of_a(scene)]
        assert said == [shape.kind for shape in scene.shapes]
        if len(scene.shapes) == 1:
            third = tuple(int(one > 6) + int(one > 10) for one in middle(scene, 0))
            assert scene.caption[3:] == at(third)
        else:
            (down, across), (lower, further) = middle(scene, 0), middle(scene, 1)
            if "above" in scene.caption:
                assert lower - down > abs(further - across)
            else:
                assert scene.caption[3:5] == ("left", "of")
                assert further - across > abs(lower - down)


def place_of_a(scene: Scene) -> list[int]:
    return [k for k, word in enumerate(scene.caption) if word == "a"]


def test_shapes_are_in_their_colour_where_they_are_and_never_touch() -> None:
    for scene in scenes(200):
        picture = scene.picture
        inked = (picture < 1).any(axis=-1)
        assert inked.sum() == sum(mask(s.form, s.height, s.width).sum() for s in scene.shapes)
        for shape in scene.shapes:
            box = picture[
                shape.top : shape.top + shape.height, shape.left : shape.left + shape.width
            ]
            there = box[mask(shape.form, shape.height, shape.width)]
            assert np.allclose(there, COLOURS[shape.colour])


def test_all_forms_differ_at_every_size() -> None:
    every = [*FORMS, *UNKNOWN_FORMS]
    for size in range(5, 10):
        masks = {mask(form, size, size).tobytes() for form in every}
        assert len(masks) == len(every), size


def test_training_never_shows_what_is_held_out() -> None:
    for scene in scenes(2_000):
        for shape in scene.shapes:
            assert shape.kind not in NEVER and shape.form in FORMS and shape.colour in COLOURS
        if len(scene.shapes) == 1:
            (kind,) = (shape.kind for shape in scene.shapes)
            assert all(scene.caption[3:] != at(place) for place in never_at(kind))
    colours, forms = (set(found) for found in zip(*NEVER, strict=True))
    assert colours == set(COLOURS) and forms == set(FORMS)


def test_each_held_out_set_shows_what_it_is_called() -> None:
    rng = np.random.default_rng(5)
    for name in SETS:
        for _ in range(100):
            scene = held_out_scene(rng, name)
            kinds = [shape.kind for shape in scene.shapes]
            odd = {
                "new": all(kind not in NEVER for kind in kinds),
                "placed": len(kinds) == 1
                and kinds[0] in KINDS
                and any(scene.caption[3:] == at(p) for p in never_at(kinds[0])),
                "combined": sum(kind in NEVER for kind in kinds) == 1,
                "form": sum(form in UNKNOWN_FORMS for _, form in kinds) == 1,
                "colour": sum(colour not in COLOURS for colour, _ in kinds) == 1,
            }
            assert odd[name], (name, kinds)


def test_pictures_vary_and_are_read_back_from_text() -> None:
    pictures = np.array([scene.picture for scene in scenes(4)])
    found = varied(pictures, np.random.default_rng(0))
    assert found.shape == pictures.shape and found.min() >= 0 and found.max() <= 1
    assert not np.array_equal(found, pictures) and np.abs(found - pictures).mean() < 0.06
    text = to_text(found[0])
    assert to_text(from_text(text)) == text and len(text) == DIGITS
    assert np.abs(from_text(text) - found[0]).max() <= 1 / 30 + 1e-6
    assert (from_text(WHITE) == 1).all()
    for bad in ("", "f" * (DIGITS - 1), "g" * DIGITS, "F" * DIGITS):
        with pytest.raises(ValueError, match="expected 768 digits"):
            from_text(bad)


def test_the_rival_knows_its_own_pictures_by_heart(monkeypatch: pytest.MonkeyPatch) -> None:
    some, pixels = scores.known(60)
    monkeypatch.setattr(scores, "RIVAL_PICTURES", 60)
    found = scores.nearest(pixels[:20].reshape(20, SIDE, SIDE, 3))
    assert found == [scene.caption for scene in some[:20]]


def test_words_that_the_network_has_not_do_not_count() -> None:
    right = [("a", "black", "square"), ("a", "red", "circle")]
    assert words_right([("a", "red", "square"), ("a", "red")], right) == pytest.approx(4 / 5)
    scenes_, pictures = held_out("form", 20)
    assert len(scenes_) == len(pictures) == 20


def test_every_place_has_words_of_its_own() -> None:
    assert len({at(place) for place in PLACES}) == 9
