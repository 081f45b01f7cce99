"""Measurements of all test processes end up in one table."""

from pathlib import Path

from tests.measurements import Report, as_markdown, as_text


def test_the_rows_of_two_processes_are_one_report(tmp_path: Path) -> None:
    Report(tmp_path, "gw0")("step", 0.6123, "", "aim: below 0.7")
    Report(tmp_path, "gw1")("frame", 123456, "bytes")
    rows = Report(tmp_path, "main").measurements()
    assert [row.name for row in rows] == ["frame", "step"]
    assert as_text(rows).splitlines() == [
        "frame   123,456 bytes",
        "step      0.612        aim: below 0.7",
    ]
    assert as_markdown(rows).splitlines()[2:] == [
        "| frame | 123,456 bytes |  |",
        "| step | 0.612  | aim: below 0.7 |",
    ]
