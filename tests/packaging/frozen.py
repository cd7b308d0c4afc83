"""What the tests of packaging stand on: what `make package` left, and running it as somebody without Python would."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from ground import DIST, NAME, TREE, version

PROGRAM = TREE / NAME
DEB = DIST / f"{NAME}_{version()}_amd64.deb"
ARCHIVE = DIST / f"{NAME}-{version()}-linux-x86_64.tar.xz"
BILL = DIST / f"{NAME}-{version()}.cdx.json"
PATIENCE = 300


def files_of(tree: Path) -> dict[str, tuple[int, bytes]]:
    """Return the mode and the bytes of every file in a folder, by its place."""
    return {
        path.relative_to(tree).as_posix(): (path.lstat().st_mode, path.read_bytes())
        for path in sorted(tree.rglob("*"))
        if path.is_file() or path.is_symlink()
    }


def bare(home: Path) -> dict[str, str]:
    """Return the barest environment: a home, a language that Qt can count on, no screen."""
    home.mkdir(parents=True, exist_ok=True)
    return {"HOME": str(home), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


def run(
    program: Path, *words: str, environment: Mapping[str, str], typed: str = ""
) -> "subprocess.CompletedProcess[str]":
    """Run the frozen program with this environment and nothing of ours."""
    assert program.exists(), f"make package makes {program}"
    command = [str(program), *words]
    return subprocess.run(
        command, env=environment, input=typed, capture_output=True, text=True, check=False, timeout=PATIENCE
    )


def told(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a judge and return what it says; its refusal is the test's failure."""
    words = [str(word) for word in command]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    ended = subprocess.run(
        words, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE, cwd=cwd
    )
    assert ended.returncode == 0, f"{' '.join(words)}\n{ended.stdout}{ended.stderr}"
    return ended.stdout + ended.stderr
