"""For all tests: which are left out, and the report of what was measured."""

import gc
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.measurements import Report, as_markdown, as_text
from tests.trained import SOURCES, is_due

REPORT_FILE = Path(__file__).parent / "browser" / "report.md"
SHARED = pytest.StashKey[Path]()

# The same examples each time, however slow the machine is.
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

# Collecting tests makes much, and none of it is garbage.
gc.disable()


def pytest_configure(config: pytest.Config) -> None:
    """The first process makes the folder that all processes of this run share."""
    shared = getattr(config, "workerinput", {}).get("shared")
    config.stash[SHARED] = Path(shared or tempfile.mkdtemp(prefix="lstm-viz-tests-"))


def pytest_collection_finish() -> None:
    """What is there now stays: nobody looks through it for garbage, as nobody did so far."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node) -> None:  # type: ignore[no-untyped-def]
    """xdist is about to start a process."""
    node.workerinput["shared"] = str(node.config.stash[SHARED])


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shutil.rmtree(config.stash[SHARED], ignore_errors=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out computations that are not due."""
    training = {item: mark.args[0] for item in items if (mark := item.get_closest_marker("trains"))}
    due = {name: is_due(name) for name in set(training.values())}
    left_out = [item for item, name in training.items() if not due[name]]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if due.get(training.get(item, ""), True)]


def _report(config: pytest.Config) -> Report:
    return Report(config.stash[SHARED], os.environ.get("PYTEST_XDIST_WORKER", "main"))


@pytest.fixture(scope="session")
def report(request: pytest.FixtureRequest) -> Report:
    """`report(name, value, unit, note)` puts a measurement into the report of this test run."""
    return _report(request.config)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    groups: dict[str, list[float]] = {}
    for report in (one for reports in terminalreporter.stats.values() for one in reports):
        if isinstance(report, pytest.TestReport):
            groups.setdefault(report.nodeid.split("/")[1], []).append(report.duration)
    terminalreporter.section("seconds by group, of all processes together")
    for name, seconds in sorted(groups.items()):
        terminalreporter.write_line(f"{name:<8} {sum(seconds):7.1f} s")
    if due := [name for name in SOURCES if is_due(name)]:
        terminalreporter.section("trained again, for what decides it has changed")
        said = "`python -m tests.trained` trains, and notes that it came out as it should"
        terminalreporter.write_line(f"{', '.join(due)}: {said}")
    measurements = _report(config).measurements()
    if measurements:
        terminalreporter.section("measurements")
        terminalreporter.write_line(as_text(measurements))
        REPORT_FILE.write_text(as_markdown(measurements), encoding="utf-8")
