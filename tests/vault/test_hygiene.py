import ctypes
import resource
import subprocess
import sys

import pytest

from justice_desk.vault.hygiene import keep_memory_private

ASK = """
import ctypes, resource
from justice_desk.vault.hygiene import keep_memory_private
keep_memory_private()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


def test_no_dump_is_written_and_no_program_looks_in() -> None:
    asked = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True, timeout=60)
    assert asked.stdout.split() == ["(0,", "0)", "0"]


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_another_system_is_asked_for_what_it_knows(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(resource, "setrlimit", lambda *limit: asked.append(limit))
    monkeypatch.setattr(ctypes, "CDLL", asked.append)
    keep_memory_private()
    assert len(asked) == (0 if system == "win32" else 1)


def test_a_system_that_refuses_stops_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_anything: object) -> None:
        raise OSError

    monkeypatch.setattr(resource, "setrlimit", refuse)
    monkeypatch.setattr(ctypes, "CDLL", refuse)
    keep_memory_private()
