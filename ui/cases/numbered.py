"""Numbered steps to be taken, each with its words and the button that goes there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import TextSize, look
from ui.widgets.buttons import Button
from ui.widgets.painting import brush
from ui.widgets.text import Role, Text

DISC = 30


class Disc(QWidget):
    """A number in a circle. A screen reader passes it by: the words beside it stand in order."""

    def __init__(self, number: int, *, filled: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._filled = number, filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the circle."""
        side = look().px(DISC)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint circle and number."""
        painter, colours = brush(self), look().colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent if self._filled else colours.accent_fill))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setFont(look().font(TextSize.BODY, bold=True))
        painter.setPen(QColor(colours.on_accent if self._filled else colours.accent))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class NumberedStep(QWidget):
    """One step: number, what it is, a sentence more, and what leads to it."""

    def __init__(
        self, number: int, title: str, words: str = "", button: Button | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(Disc(number), 0, Qt.AlignmentFlag.AlignTop)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(8)
        self.column = QVBoxLayout()
        self.column.setSpacing(4)
        self.column.addWidget(Text(title, Role.LABEL))
        if words:
            self.column.addWidget(Text(words, Role.MUTED))
        self._beside.addLayout(self.column)
        if button is not None:
            self._beside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(self._beside, 1)
