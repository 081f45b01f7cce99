"""Browser tests find a Chromium, install one, or say in one line why not."""

import subprocess
from pathlib import Path

import pytest

from tests import installing
from tests.browser import chromium


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No Chromium, and no program that could install one: the folder is all of PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    return tmp_path


def program(path: Path, script: str = "") -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def refuse(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess([], 1, stdout="no network\n")


def test_the_one_named_by_the_environment_comes_first(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(bare_machine / "chromium")
    mine = program(bare_machine / "mine")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert chromium.find_or_install("/nowhere") == str(mine)


def test_a_wrong_name_in_the_environment_is_said(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", "/no/such/chromium")
    with pytest.raises(chromium.NoChromiumError, match="/no/such/chromium"):
        chromium.find_or_install("/nowhere")


def test_playwrights_own_is_the_last_that_is_looked_for(bare_machine: Path) -> None:
    own = program(bare_machine / "own")
    assert chromium.find(str(own)) == str(own)
    on_path = program(bare_machine / "google-chrome")
    assert chromium.find(str(own)) == str(on_path)


def test_the_headless_shell_comes_before_the_whole_browser_where_it_is_asked_for(
    bare_machine: Path,
) -> None:
    whole = program(bare_machine / "chromium")
    assert chromium.find("/nowhere", shell=True) == str(whole)
    shell = program(bare_machine / "chromium-headless-shell")
    assert chromium.find("/nowhere", shell=True) == str(shell)
    assert chromium.find("/nowhere") == str(whole)


@pytest.mark.parametrize(
    ("has", "shell", "installed"),
    [
        ({"chromium"}, False, ["chromium"]),
        ({"chromium", "chromium-headless-shell"}, True, ["chromium-headless-shell"]),
        ({"chromium"}, True, ["chromium-headless-shell", "chromium"]),
    ],
    ids=["the whole browser", "the shell", "a Debian without the shell"],
)
def test_debians_is_installed_when_there_is_none(
    bare_machine: Path,
    monkeypatch: pytest.MonkeyPatch,
    has: set[str],
    shell: bool,
    installed: list[str],
) -> None:
    program(bare_machine / "apt-get")
    asked: list[str] = []

    def apt_get(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        if command[1] == "update":
            return subprocess.CompletedProcess(command, 0, stdout="")
        (name,) = {"chromium", "chromium-headless-shell"} & set(command)
        asked.append(name)
        if name not in has:
            return subprocess.CompletedProcess(command, 100, stdout="E: no such package\n")
        program(bare_machine / name)
        return subprocess.CompletedProcess(command, 0, stdout="")

    monkeypatch.setattr(installing.os, "geteuid", lambda: 0)
    monkeypatch.setattr(installing.subprocess, "run", apt_get)
    assert chromium.find_or_install("/nowhere", shell=shell) == str(bare_machine / installed[-1])
    assert asked == installed


def test_none_at_all_is_an_error_of_one_line_never_a_skip(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installing.subprocess, "run", refuse)
    with pytest.raises(chromium.NoChromiumError) as raised:
        chromium.find_or_install("/nowhere")
    message = str(raised.value)
    assert "\n" not in message
    assert "apt-get install chromium" in message
    assert "no network" in message
