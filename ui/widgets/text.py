"""Words on a page: every text is one of a few roles, so that the same thing looks the same everywhere."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


class Role(StrEnum):
    """What a text is on the page; the style sheet says how it looks."""

    DISPLAY = "display"
    TITLE = "title"
    SECTION = "section"
    LEAD = "lead"
    LABEL = "label"
    BODY = "body"
    MUTED = "muted"
    SMALL = "small"
    CAPTION = "caption"
    ERROR = "error"
    CODE = "code"


class Text(QLabel):
    """A text that wraps. What it shows is always taken as plain text: a name with `<` in it is a name."""

    def __init__(self, text: str = "", role: Role = Role.BODY, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role.value)
        # Preferred: a page must not reserve the height of a text narrower than it is; the width decides.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Let a long text be narrow: it wraps."""
        hint, letters = super().minimumSizeHint(), self.fontMetrics()
        return QSize(min(hint.width(), letters.averageCharWidth() * 12), letters.height())


class Line(Text):
    """A text that stays on one line."""

    def __init__(self, text: str = "", role: Role = Role.BODY, parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent)
        self.setWordWrap(False)

    def minimumSizeHint(self) -> QSize:
        """Keep the whole line."""
        return self.sizeHint()


class Elided(Line):
    """A line that ends in an ellipsis where there is no room for all of it; the tooltip has the whole."""

    def __init__(self, text: str = "", role: Role = Role.BODY, parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Let the line be cut."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class Rule(QFrame):
    """A hairline between two parts of a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "true")
        self.setFixedHeight(1)
