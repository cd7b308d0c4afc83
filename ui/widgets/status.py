"""The status line: what the desk did last and what it will do next, in one quiet row."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.text import Elided, Role

BETWEEN = " · "


class StatusLine(QWidget):
    """Shows short remarks side by side, in the order they were first made. It carries no fact of a case."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks: dict[str, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 16, 5)
        self._line = Elided("", Role.CAPTION)
        row.addWidget(self._line, 1)

    def remark(self, place: str, text: str) -> None:
        """Say something at a place of the line, in the place of what it said before; an empty text: nothing."""
        self._remarks[place] = text
        self._line.setText(BETWEEN.join(filter(None, self._remarks.values())))

    def text(self) -> str:
        """Return what the line says."""
        return self._line.text()
