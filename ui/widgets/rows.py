"""Rows that lead somewhere: a thing to do or to open, with its state, all of it pressable."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import TextSize, look
from ui.widgets.badge import State, badge_size, paint_badge
from ui.widgets.painting import RESTYLED, brush, fill, mark, ring
from ui.widgets.text import Rule

SIDE = 8
"""What a row leaves free at its left and right, in pixels at 100 %."""
GAP = 12
WORDS = 230
"""The words keep this width, at 100 %; where that leaves no room beside them, the state stands below."""
SLACK = 4
WRAPPED = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class RowText:
    """What a row says: its title, a smaller line below it, its state, the icon before it."""

    title: str
    detail: str = ""
    state: State | None = None
    icon: str = ""


class LinkRow(QAbstractButton):
    """One row. Pressing it anywhere, or Enter or Space on it, is `clicked`."""

    def __init__(self, text: RowText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Preferred, not Fixed: the width it gets decides how high it is, not the one it would like.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.text_shown = text
        self.show_text(text)

    def show_text(self, text: RowText) -> None:
        """Say something else."""
        self.text_shown = text
        self.setAccessibleName(". ".join(filter(None, (text.title, text.state.word if text.state else ""))))
        self.setAccessibleDescription(text.detail)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the words take on one line, up to a comfortable measure."""
        width = look().px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Let the words wrap."""
        return QSize(look().px(180), look().target)

    def heightForWidth(self, width: int) -> int:
        """Return the height the words take when they wrap at this width."""
        *_, bottom = self._places(width)
        return max(bottom + look().px(8), look().target + 8)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after the look has changed."""
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter as on Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, words, state and the arrow."""
        painter, colours, area = brush(self), look().colours, QRectF(self.rect())
        if self.underMouse() or self.isDown():
            fill(painter, area, colours.raised)
        if self.hasFocus():
            ring(painter, area)
        title, detail, badge, _ = self._places(self.width())
        if self.text_shown.icon:
            side = look().px(22)
            line = QFontMetrics(look().font()).height()
            spot = QRectF(look().px(SIDE), title.top() + (line - side) / 2, side, side)
            mark(painter, self.text_shown.icon, colours.muted, spot)
        painter.setFont(look().font())
        painter.setPen(QColor(colours.text))
        painter.drawText(title, WRAPPED, self.text_shown.title)
        painter.setFont(look().font(TextSize.SMALL))
        painter.setPen(QColor(colours.muted))
        painter.drawText(detail, WRAPPED, self.text_shown.detail)
        if self.text_shown.state is not None:
            paint_badge(painter, QRectF(badge), self.text_shown.state)
        self._paint_arrow(painter, colours.muted)
        painter.end()

    def _paint_arrow(self, painter: QPainter, ink: str) -> None:
        side = look().px(18)
        left = self.width() - look().px(SIDE) - side
        mark(painter, "forward", ink, QRectF(left, (self.height() - side) / 2, side, side))

    def _places(self, width: int) -> tuple[QRect, QRect, QRect, int]:
        """Return where title, detail and state stand in a row of this width, and where the lowest of them ends."""
        shown, side, gap = self.text_shown, look().px(SIDE), look().px(GAP)
        left = side + (look().px(22) + gap if shown.icon else 0)
        right = width - side - look().px(18) - gap
        badge = QSize(0, 0) if shown.state is None else badge_size(shown.state)
        beside = right - left - badge.width() - gap >= look().px(WORDS)
        room = max(right - left - (badge.width() + gap if beside and badge.width() else 0), look().px(100))
        top = look().px(8)
        title = _box(QFontMetrics(look().font()), shown.title, QRect(left, top, room, 10_000))
        below = QRect(left, title.bottom() + 3, room, 10_000)
        detail = _box(QFontMetrics(look().font(TextSize.SMALL)), shown.detail, below)
        bottom = detail.bottom() if shown.detail else title.bottom()
        if beside:
            middle = (top + bottom - badge.height()) // 2
            return title, detail, QRect(right - badge.width(), middle, badge.width(), badge.height()), bottom
        under = QRect(left, bottom + 6, min(badge.width(), right - left), badge.height())
        return title, detail, under, under.bottom() if badge.width() else bottom


class RowList(QWidget):
    """Rows below each other, with a hairline between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[LinkRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, text: RowText) -> LinkRow:
        """Put a row at the end, and return it."""
        if self.rows:
            self._column.addWidget(Rule())
        row = LinkRow(text)
        self.rows.append(row)
        self._column.addWidget(row)
        return row


def _box(metrics: QFontMetrics, text: str, room: QRect) -> QRect:
    """Return the rectangle a text takes at the top left of `room`, wrapped at its width."""
    if not text:
        return QRect(room.left(), room.top(), room.width(), 0)
    # Measured a little narrower than it is painted: rounding must never leave a last line unseen.
    height = metrics.boundingRect(QRect(0, 0, room.width() - SLACK, 10_000), WRAPPED, text).height()
    return QRect(room.left(), room.top(), room.width(), height)
