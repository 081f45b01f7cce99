"""What a server may be told by its environment, and what it says to what makes no sense."""

import pytest
from starlette.formparsers import MultiPartParser
from streamlit import config

from lstm_viz.app.serving import middleware
from lstm_viz.app.settings import ANCESTORS, READERS, frame_ancestors, readers


def test_the_sites_that_may_frame_the_app_are_said_as_the_policy_says_them() -> None:
    lms = "https://lms.example.edu"
    said = {
        "": "'self'",
        " self ": "'self'",
        "'none'": "'none'",
        lms: lms,
        f"'self'  {lms}:8443 http://*.school.example": (
            f"'self' {lms}:8443 http://*.school.example"
        ),
    }
    for given, expected in said.items():
        assert frame_ancestors({ANCESTORS: given}) == expected, given
    assert frame_ancestors({}) == "'self'"


def test_what_names_no_site_is_refused_in_one_sentence() -> None:
    for given in (
        *("*", "https://*", "lms.example.edu", "https:", "ftp://lms.example", "'none' 'self'"),
        *("https://a.example; script-src *", "https://a.example,https://b.example"),
        "https://a.example/course",
    ):
        with pytest.raises(ValueError, match=rf"^{ANCESTORS} must be .*, not .*\.$"):
            frame_ancestors({ANCESTORS: given})


def test_the_number_of_readers_is_a_whole_number_within_reason() -> None:
    assert readers({}) == readers({READERS: " "}) > 200
    assert readers({READERS: "40"}) == 40
    for given in ("0", "-3", "many", "4.5", "10001", "9" * 30, "²"):
        with pytest.raises(ValueError, match=rf"^{READERS} must be a whole number from 1 to"):
            readers({READERS: given})


def test_a_server_with_such_a_setting_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ANCESTORS, "*")
    with pytest.raises(SystemExit, match=f"^{ANCESTORS} must be"):
        middleware()


def test_no_upload_that_streamlit_takes_is_written_to_a_disk() -> None:
    middleware()
    most_of_a_body = (config.get_option("server.maxUploadSize") + 1) * 1024 * 1024
    assert MultiPartParser.spool_max_size > most_of_a_body
