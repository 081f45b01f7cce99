"""Where a site may be written, and what of an earlier one is taken away."""

from pathlib import Path

import pytest

from lstm_viz.site.pages import IN_APP, document
from lstm_viz.site.write import clear, write_site


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(ValueError, match="holds other files; expected an empty folder"):
        write_site(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_the_pages_of_an_earlier_site_go_and_what_is_beside_them_stays(tmp_path: Path) -> None:
    files = {
        "a-scene-of-then.html": document("Then", "A page", "", "", app=IN_APP),
        "films/then.js": 'lvFilm("…");',
        "app/parts.json": "{}",
        "app/a-scene-of-then/index.html": "the app, at that scene",
        "404.html": "<p>A page of the host's own",
        "CNAME": "lstm.example",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(text, "utf-8")
    clear(tmp_path)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert left == {"404.html"}
    assert (tmp_path / "CNAME").is_file()
