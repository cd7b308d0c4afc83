"""The chain of custody as a quiet line: who had the packet, from the seal to the receipt."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from justice_desk.custody.rules import ChainedEvent
from justice_desk.jurisdictions.rules import Profile
from ui.country import label
from ui.i18n import translate
from ui.moments import moment_text
from ui.theme import look
from ui.widgets.painting import brush
from ui.widgets.text import Role, Text

DOT = 10


class CustodyLine(QWidget):
    """Shows the events of custody, the first first. Nothing in it can be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_events(self, events: Sequence[ChainedEvent], profile: Profile, zone: ZoneInfo) -> None:
        """Show other events."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for link in events:
            last = link is events[-1]
            self._column.addWidget(_Event(link, profile, zone, last=last))


class _Event(QWidget):
    """One event of custody: what, when, from whom to whom, where, in what state."""

    def __init__(self, link: ChainedEvent, profile: Profile, zone: ZoneInfo, *, last: bool) -> None:
        super().__init__()
        event = link.event
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(_Knot(last=last))
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 12)
        words.setSpacing(0)
        title = f"{label(profile, 'custody_kind', event.kind.value)} · {moment_text(event.at, zone)}"
        words.addWidget(Text(title, Role.LABEL))
        hands = translate("Custody", "From {giver} to {taker}").format(giver=event.giver, taker=event.taker)
        for line in (hands if event.giver and event.taker else event.giver or event.taker, event.place):
            if line:
                words.addWidget(Text(line, Role.SMALL))
        if event.condition:
            words.addWidget(Text(event.condition, Role.SMALL))
        row.addLayout(words, 1)


class _Knot(QWidget):
    """The dot of an event, and the line that leads to the next."""

    def __init__(self, *, last: bool) -> None:
        super().__init__()
        self._last = last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the room of the dot."""
        return QSize(look().px(DOT) + 4, look().px(DOT) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint dot and line."""
        painter, colours = brush(self), look().colours
        radius = look().px(DOT) / 2
        middle = QPointF(self.width() / 2, look().px(14))
        if not self._last:
            painter.setPen(QPen(QColor(colours.border), 1.5))
            painter.drawLine(middle, QPointF(middle.x(), self.height() + look().px(8)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent if self._last else colours.border))
        painter.drawEllipse(middle, radius, radius)
        painter.end()
