"""Watching a paper being drawn: which line of text went onto which page, and in which size."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pytest

from justice_desk.documents import typesetting


class Line(NamedTuple):
    """A line of text as it was drawn, or a part of one (`ends` False).

    `flowing`: it belongs to a paragraph, not to the furniture of the page.
    """

    page: int
    text: str
    size: float
    flowing: bool
    ends: bool


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Line]]:
    """Give the lines that are drawn inside the block, in their order."""
    lines: list[Line] = []
    draw = typesetting.ReadableText._textOut

    def noting(self: typesetting.ReadableText, text: str, TStar: int = 0) -> None:  # noqa: N803 - the engine's name
        page = self._canvas.getPageNumber()  # type: ignore[attr-defined]  # the stubs do not name it
        lines.append(Line(page, str(text), self._fontsize, hasattr(self, "preformatted"), bool(TStar)))
        draw(self, text, TStar)

    with monkeypatch.context() as patch:
        patch.setattr(typesetting.ReadableText, "_textOut", noting)
        yield lines


def flow(lines: list[Line]) -> str:
    """Return the text that flowed over the pages, as one."""
    return " ".join("".join(f"{line.text} " if line.ends else line.text for line in lines if line.flowing).split())
