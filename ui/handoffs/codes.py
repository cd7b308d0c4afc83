"""The codes of the people of a case as small buttons: one press puts a code where the cursor is, instead of a name."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n import translate
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import Choice

ACROSS = 3
"""Codes on one line."""


class CodeChips(QWidget):
    """Shows the codes, each with what the person is in the case.

    Signals:
        picked: The code that was pressed.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lines: list[QWidget] = []
        self.chips: list[Button] = []

    def show_codes(self, codes: Iterable[Choice]) -> None:
        """Show other codes; their words name nobody."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines, self.chips = [], [self._chip(code) for code in codes]
        for start in range(0, len(self.chips), ACROSS):
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            for chip in self.chips[start : start + ACROSS]:
                row.addWidget(chip)
            row.addStretch(1)
            self._column.addWidget(line)
            self._lines.append(line)
        self.setVisible(bool(self.chips))

    def _chip(self, code: Choice) -> Button:
        chip = Button(f"{code.value} · {code.words}", Kind.QUIET, "add")
        chip.setAccessibleName(
            translate("CodeChips", "Put in {code}, {words}").format(code=code.value, words=code.words)
        )
        chip.setProperty("code", code.value)
        # The cursor stays in the text: a code is put in without leaving it.
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.clicked.connect(self._tell)
        return chip

    def _tell(self) -> None:
        self.picked.emit(str(self.sender().property("code")))
