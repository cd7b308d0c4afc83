"""A field for long numbers that are read out by telephone: the digits fall into groups as they are typed."""

import re

from PySide6.QtWidgets import QWidget

from ui.widgets.fields import TextField

GROUP = 5
"""Digits of one group: as many as are said in one breath."""


class DigitsField(TextField):
    """One line of `longest` digits in groups of five; whatever is no digit falls out, also when it is pasted.

    Signals:
        textChanged: What Qt calls it: the text changed, by whoever.
    """

    def __init__(self, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(longest=4 * longest, parent=parent)
        self._digits = longest
        self.setPlaceholderText(grouped("0" * longest))
        self.textEdited.connect(self._group)

    def value(self) -> str:
        """Return the digits, without the spaces between them."""
        return digits_of(self.text())

    @property
    def whole(self) -> bool:
        """Whether every digit was typed."""
        return len(self.value()) == self._digits

    def _group(self, text: str) -> None:
        before = len(digits_of(text[: self.cursorPosition()]))
        digits = digits_of(text)[: self._digits]
        self.setText(grouped(digits))
        self.setCursorPosition(len(grouped(digits[:before])) if before else 0)


def digits_of(text: str) -> str:
    """Return the digits of a text, in their order."""
    return re.sub(r"[^0-9]", "", text)


def grouped(text: str, size: int = GROUP) -> str:
    """Return a long number in groups, to be compared by eye or read aloud."""
    return " ".join(text[start : start + size] for start in range(0, len(text), size))
