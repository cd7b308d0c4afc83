"""Asks whether every library of the lock can be had for Windows without a compiler: `python packaging/wheels.py`.

It fetches nothing but what an index says of the files, and the hashes of the lock decide which of them count.
"""

import re
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
PURE = {"bagit": "one module of plain Python that comes without a wheel; a judge of the tests, not in the program"}
"""What needs no wheel, and why."""
PYTHON = "3.11"


def entries(lock: str) -> Iterator[tuple[str, str]]:
    """Yield each library of a lock with all of its lines."""
    for found in re.finditer(r"^([a-z0-9-]+)==.*\\\n(?:    .*\n?)+", lock, re.MULTILINE):
        yield found[1], found[0]


def without_wheel(lock: str) -> str:
    """Return what cannot be had for Windows, in the resolver's words; empty if everything can."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "wanted.txt"
        wanted.write_text("".join(text for name, text in entries(lock) if name not in PURE), encoding="utf-8")
        command = [
            *(str(Path(sysconfig.get_path("scripts")) / "uv"), "pip", "install", "--dry-run", "--quiet"),
            *("--python-platform", "x86_64-pc-windows-msvc", "--python-version", PYTHON, "--only-binary", ":all:"),
            *("--require-hashes", "--target", str(Path(folder) / "target"), "-r", str(wanted)),
        ]
        ended = subprocess.run(command, check=False, capture_output=True, text=True)
    return "" if ended.returncode == 0 else ended.stderr


if __name__ == "__main__":
    if told := without_wheel(LOCK.read_text(encoding="utf-8")):
        raise SystemExit(told)
    sys.stdout.write("every library of the lock can be had for Windows\n")
