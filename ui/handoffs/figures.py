"""Long numbers to be read aloud or compared: what each is, and its figures in groups, large enough to follow."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.text import Role, Text


class Figures(QWidget):
    """Shows some of them below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Show others, each with what it is."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, (caption, groups) in enumerate(figures):
            above = Text(caption, Role.SMALL)
            above.setContentsMargins(0, 12 if place else 0, 0, 0)
            self._column.addWidget(above)
            self._column.addWidget(Text(groups, Role.CODE))
        self.setVisible(bool(figures))
