"""A print system that stands in for the laptop's: two commands that keep what they were told, and print nothing."""

from pathlib import Path

import pytest

JOB = "impresora-7"
LP = """#!/bin/sh
printf '%s\\n' "$@" > "{folder}/words"
cat > "{folder}/paper"
echo "request id is {said} (0 file(s))"
exit {code}
"""
CANCEL = """#!/bin/sh
printf '%s\\n' "$@" >> "{folder}/cancelled"
exit 1
"""


def put_lp(folder: Path, monkeypatch: pytest.MonkeyPatch, code: int = 0, said: str = JOB) -> None:
    """Put the commands in the place of the system's. `folder` keeps the words and the paper that they were given."""
    told = {"folder": folder, "code": code, "said": said}
    for name, text in (("lp", LP), ("cancel", CANCEL)):
        (folder / name).write_text(text.format(**told))
        (folder / name).chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
