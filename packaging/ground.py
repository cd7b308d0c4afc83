"""What every step of packaging stands on: where things lie, the version, the date of the sources."""

import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "packaging"
BUILD = ROOT / "build" / "package"
"""What is made on the way."""
TREE = BUILD / "justice-desk"
"""The frozen program."""
DIST = ROOT / "dist"
"""What is given to others."""
NAME = "justice-desk"
PLAIN, RUNNABLE = 0o644, 0o755


@cache
def version() -> str:
    """Return the version of the program, from the one place where it stands."""
    source = (ROOT / "justice_desk" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([0-9]+\.[0-9]+\.[0-9]+)"$', source, re.MULTILINE)
    if found is None:
        raise SystemExit("justice_desk/__init__.py names no version of three numbers")
    return found[1]


@cache
def source_date() -> int:
    """Return the moment of the sources, in seconds since 1970: the only date that is written into what is made."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    asked = ["git", "-c", "safe.directory=*", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    told = subprocess.run(asked, check=False, capture_output=True, text=True)
    if told.returncode != 0 or not told.stdout.strip():
        raise SystemExit("Without git, say of when these sources are: SOURCE_DATE_EPOCH=seconds since 1970")
    return int(told.stdout)


def settle(folder: Path) -> None:
    """Give everything in a folder the same owner's rights and the date of the sources, whoever made it."""
    for place in (*everything_in(folder), folder):
        runnable = place.is_dir() or bool(place.stat().st_mode & 0o100)
        place.chmod(RUNNABLE if runnable else PLAIN)
        os.utime(place, (source_date(), source_date()))


def everything_in(folder: Path) -> Iterator[Path]:
    """Yield every file and folder below a folder, in the order of their names, what is inside before its folder."""
    for place in sorted(folder.iterdir(), key=lambda one: one.name):
        if place.is_dir() and not place.is_symlink():
            yield from everything_in(place)
        yield place


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a tool and return what it said; stop with all that it said if it fails."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(source_date()), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    words = [str(word) for word in command]
    ended = subprocess.run(words, check=False, capture_output=True, text=True, env=environment, cwd=cwd)
    if ended.returncode != 0:
        raise SystemExit(f"{words[0]} failed:\n{ended.stdout}{ended.stderr}")
    return ended.stdout
