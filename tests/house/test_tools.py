import re
import subprocess
from pathlib import Path

import pytest

from tests.house.tree import ROOT, files, named

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z0-9_-]+):", MAKEFILE, re.MULTILINE))
ASKED_FOR = {
    "run",
    "setup",
    "test",
    "check",
    "conformance",
    "e2e",
    "torture",
    "bench",
    "pictures",
    "translations",
    "package",
    "package-check",
    "lock",
    "clean",
}


def run(*command: str) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60).stdout


def scripts() -> list[Path]:
    return [path for path in files() if path.read_bytes()[:2] == b"#!"]


def test_make_alone_lists_what_can_be_asked_for() -> None:
    listed = run("make")
    for target in ASKED_FOR:
        assert f"make {target} " in listed


def test_every_target_is_told_to_make_as_no_file() -> None:
    phony = re.findall(r"^\.PHONY:((?:.*\\\n)*.*)$", MAKEFILE, re.MULTILINE)
    assert set(" ".join(phony).replace("\\", " ").split()) == TARGETS


def test_the_commit_hooks_ask_for_targets_that_exist() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    entries = re.findall(r"^ +entry: (.+)$", hooks, re.MULTILINE)
    assert entries
    for entry in entries:
        assert entry.split()[0] == "make"
        assert set(entry.split()[1:]) <= TARGETS
    assert re.findall(r"^ +- repo: (.+)$", hooks, re.MULTILINE) == ["local"]


def test_continuous_integration_runs_every_gate() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for gate in ("check", "test", "conformance", "e2e", "torture", "package"):
        assert re.search(rf"\b{gate}\b", script)
        assert gate in TARGETS


@pytest.mark.parametrize("script", scripts(), ids=named)
def test_a_script_may_be_run_and_reads_well(script: Path) -> None:
    assert script.stat().st_mode & 0o111
    if b"bash" in script.read_bytes().splitlines()[0]:
        run("bash", "-n", str(script))


def test_nothing_under_packaging_makes_it_a_package() -> None:
    assert [named(path) for path in files("packaging") if path.name == "__init__.py"] == []
