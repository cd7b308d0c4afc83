"""Notices: a banner over a page, a callout inside it, and what stands where there is nothing yet."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.i18n import translate
from ui.theme import look
from ui.widgets.badge import Tone, colours_of
from ui.widgets.buttons import Button, Kind
from ui.widgets.painting import brush, fill, mark
from ui.widgets.text import Role, Text

ICONS = {
    Tone.QUIET: "info",
    Tone.ACTIVE: "info",
    Tone.GOOD: "done",
    Tone.WARNING: "warning",
    Tone.DANGER: "danger",
}


class Glyph(QWidget):
    """An icon beside words, in the ink of a tone. A screen reader passes it by: the words say it."""

    def __init__(self, name: str, tone: Tone | None = None, side: int = 22, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone, self._side = name, tone, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the icon."""
        side = look().px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = brush(self)
        ink = look().colours.muted if self._tone is None else colours_of(self._tone)[1]
        mark(painter, self._name, ink, QRectF(self.rect()))
        painter.end()


class Callout(QWidget):
    """A few sentences that must not be passed over: a ground of its own and an icon."""

    def __init__(
        self, text: str, tone: Tone = Tone.ACTIVE, title: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.tone = tone
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 12, 16, 12)
        self.row.setSpacing(12)
        self.row.addWidget(Glyph(icon or ICONS[tone], tone), 0, Qt.AlignmentFlag.AlignTop)
        self.words = QVBoxLayout()
        self.words.setSpacing(4)
        if title:
            self.words.addWidget(Text(title, Role.LABEL))
        self.text = Text(text)
        if not text:
            self.text.hide()
        self.words.addWidget(self.text)
        self.row.addLayout(self.words, 1)
        self.setAccessibleName(title or text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = brush(self)
        fill(painter, QRectF(self.rect()), colours_of(self.tone)[0], radius=8)
        painter.end()


class Banner(Callout):
    """A callout over a page, with what can be done about it.

    Signals:
        asked: The action was pressed.
        dismissed: The reader has read it; the banner is gone.
    """

    asked = Signal()
    dismissed = Signal()

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.ACTIVE,
        action: str = "",
        *,
        dismissible: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, tone, parent=parent)
        middle = Qt.AlignmentFlag.AlignVCenter
        if action:
            self.action = Button(action, Kind.SECONDARY)
            self.action.clicked.connect(self.asked)
            self.row.addWidget(self.action, 0, middle)
        if dismissible:
            self.dismiss = Button(translate("Banner", "Understood"), Kind.QUIET)
            self.dismiss.clicked.connect(self._go)
            self.row.addWidget(self.dismiss, 0, middle)

    def say(self, text: str) -> None:
        """Say something else, and come back if it had gone."""
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def _go(self) -> None:
        self.hide()
        self.dismissed.emit()


class EmptyState(QWidget):
    """What stands where there is nothing yet: what will be here, and how it comes here.

    Signals:
        asked: The action was pressed.
    """

    asked = Signal()

    def __init__(self, icon: str, title: str, text: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(8)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(Glyph(icon, side=44), 0, centre)
        for words, role in ((title, Role.SECTION), (text, Role.MUTED)):
            line = Text(words, role)
            line.setAlignment(centre)
            column.addWidget(line)
        if action:
            self.action = Button(action, Kind.SECONDARY)
            self.action.clicked.connect(self.asked)
            column.addSpacing(8)
            column.addWidget(self.action, 0, centre)
        column.addStretch(1)
