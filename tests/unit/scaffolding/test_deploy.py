"""What stands in deploy/ fits together, and to the app."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from lstm_viz.ui.scene_state import LONGEST_LINK
from tests import installing
from tests.browser import nginx

DEPLOY = Path(__file__).resolve().parents[3] / "deploy"
HEALTH = "/_stcore/health"


def read(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def test_each_process_has_its_three_lines() -> None:
    for name in ("nginx/processes.conf", "compose-processes.conf"):
        text = read(name)
        for port in nginx.PORTS:
            assert re.search(rf"^    server \S+:{port} max_fails", text, re.MULTILINE), name
            assert re.search(rf"^upstream lstm_viz_{port} {{ server \S+:{port}; }}$", text, re.M)
            assert re.search(rf"^    {port} lstm_viz_{port};$", text, re.MULTILINE), name
        assert set(re.findall(r"86\d\d", text)) == set(map(str, nginx.PORTS)), name


def test_compose_runs_the_processes_that_its_nginx_knows() -> None:
    known = set(re.findall(r"server (\S+):(\d+);", read("compose-processes.conf")))
    served = re.findall(
        r'STREAMLIT_SERVER_PORT: "(\d+)" }\n.*ipv4_address: (\S+) }', read("compose.yaml")
    )
    assert {(address, port) for port, address in served} == known
    for mounted in re.findall(r"- \./(\S+?):", read("compose.yaml")):
        assert (DEPLOY / mounted).exists()


def test_the_longest_link_passes() -> None:
    (kilobytes,) = re.findall(
        r"large_client_header_buffers \d (\d+)k;", read("nginx/lstm-viz.conf")
    )
    assert int(kilobytes) * 1024 > LONGEST_LINK + 1024


def test_containers_ask_for_health_where_the_app_says_it() -> None:
    dockerfile = read("Dockerfile")
    asked = json.loads(re.findall(r"HEALTHCHECK .*\\\n +CMD (\[.*\])", dockerfile)[0])
    compile(asked[2], "HEALTHCHECK", "exec")
    assert HEALTH in asked[2]
    manifest = read("kubernetes/lstm-viz.yaml")
    (port,) = re.findall(r"STREAMLIT_SERVER_PORT=(\d+)", dockerfile)
    assert f"containerPort: {port} }}" in manifest
    assert manifest.count(f"path: {HEALTH}, port: http") == 3
    (user,) = re.findall(r"USER (\d+):", dockerfile)
    assert user != "0" and f"runAsUser: {user}" in manifest


def test_what_the_image_is_built_from_reaches_the_build() -> None:
    let_in = set(re.findall(r"^!(\S+)$", read("Dockerfile.dockerignore"), re.MULTILINE))
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", read("Dockerfile"), re.MULTILINE)
    assert {name for line in copied for name in line.split()} == let_in
    assert all((DEPLOY.parent / name).exists() for name in let_in)


def test_nginx_is_installed_or_it_is_said_why_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 1, stdout="no network\n")

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(nginx, "ELSEWHERE", str(tmp_path))
    (tmp_path / "apt-get").write_text("#!/bin/sh\n")
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setattr(installing.os, "geteuid", lambda: 0)
    monkeypatch.setattr(installing.subprocess, "run", refuse)
    with pytest.raises(nginx.NoNginxError, match=r"apt-get install nginx-light.*no network"):
        nginx.find_or_install()
