"""An entry of a short list: what it is, how it stands, a few quiet lines, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.badge import Badge, State
from ui.widgets.buttons import Button
from ui.widgets.text import Role, Rule, Text


class Entry(QWidget):
    """One entry. Lists of a few of them read better than a table with one column."""

    def __init__(
        self,
        title: str,
        lines: Sequence[str] = (),
        state: State | None = None,
        buttons: Sequence[Button] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Text(title, Role.LABEL), 1)
        if state is not None:
            head.addWidget(Badge(state), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for line in filter(None, lines):
            column.addWidget(Text(line, Role.SMALL))
        if buttons:
            row = QHBoxLayout()
            # The ring of a button needs room; its word stands under the title all the same.
            row.setContentsMargins(0, 4, 0, 0)
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)


class EntryList(QWidget):
    """Entries below each other, with a hairline between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_entries(self, entries: Sequence[QWidget]) -> None:
        """Put other entries in the place of the present ones."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, entry in enumerate(entries):
            if place:
                self._column.addWidget(Rule())
            self._column.addWidget(entry)
        self.setVisible(bool(entries))

    def minimumSizeHint(self) -> QSize:
        """Let the entries wrap."""
        return QSize(0, super().minimumSizeHint().height())
