import re

import pytest

from tests.house.tree import files, named

FICTITIOUS = "/home/ana/"
"""The home that tests speak of."""

TRACES = {
    "a home folder": re.compile(r"/(?:home|Users)/(?!ana/)[a-z][a-z0-9_-]*/|/ro{2}t/|[A-Z]:\\\\?Users\\\\?[A-Za-z]"),
    "a folder of one machine": re.compile(r"(?<![\w.])/(?:work|opt/pypi|builds|workspace)/"),
    "an address of a registry": re.compile(
        r"https?://(?:files\.|test\.)?py" + r"pi\.|pythonhosted\.|deb\.debian\.org|registry\.npm"
    ),
    "a secret key": re.compile(r"AGE-SECRET-KEY-1[A-Z0-9]{20}|-----BEGIN (?:OPENSSH )?PRIVATE KEY-----"),
}


def texts() -> list[tuple[str, str]]:
    found = []
    for path in files():
        content = path.read_bytes()
        if b"\0" not in content[:4096]:
            found.append((named(path), content.decode("utf-8", errors="replace")))
    return found


@pytest.mark.parametrize("trace", TRACES)
def test_no_file_tells_on_which_machine_it_was_written(trace: str) -> None:
    told = [
        f"{name}:{text.count(chr(10), 0, found.start()) + 1}: {found.group()}"
        for name, text in texts()
        if name != "LICENSE"
        for found in TRACES[trace].finditer(text)
    ]
    assert told == []


def test_the_traces_are_recognised() -> None:
    assert TRACES["a home folder"].search("/ho" + "me/luis/notes")
    assert not TRACES["a home folder"].search(FICTITIOUS)
    assert TRACES["a home folder"].search("C:" + "\\Users\\Ana")
    assert TRACES["a folder of one machine"].search("see /wo" + "rk/notes")
    assert not TRACES["a folder of one machine"].search("tests/wo" + "rk/notes")


def test_nothing_that_is_made_is_kept() -> None:
    made = [named(path) for path in files() if path.suffix in {".pyc", ".qm", ".age", ".whl"}]
    assert made == []
