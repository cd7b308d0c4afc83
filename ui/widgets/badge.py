"""Badges: the state of a thing as a word with a shape, so that its colour is never needed to read it."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import TextSize, look
from ui.widgets.painting import brush, fill, mark


class Tone(StrEnum):
    """What a state means for the reader; each tone has its own shape."""

    QUIET = "quiet"
    ACTIVE = "active"
    GOOD = "good"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True)
class State:
    """A word and its tone.

    The shapes: quiet an empty ring, active a full dot, good a tick, warning a triangle, danger an octagon.
    """

    word: str
    tone: Tone = Tone.QUIET


class Badge(QWidget):
    """Shows a state."""

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.state = state
        self.show_state(state)

    def show_state(self, state: State) -> None:
        """Show another state."""
        self.state = state
        self.setAccessibleName(state.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the word takes."""
        return badge_size(self.state)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, shape and word."""
        painter = brush(self)
        paint_badge(painter, QRectF(self.rect()), self.state)
        painter.end()


def badge_size(state: State) -> QSize:
    """Return the room that a badge takes."""
    metrics = QFontMetrics(look().font(TextSize.SMALL, bold=True))
    return QSize(metrics.horizontalAdvance(state.word) + look().px(14) + 6 + 20, metrics.height() + 6)


def paint_badge(painter: QPainter, area: QRectF, state: State) -> None:
    """Paint a badge at the left of `area`, in the middle of its height."""
    size = badge_size(state)
    ground, ink = colours_of(state.tone)
    width = min(float(size.width()), area.width())
    pill = QRectF(area.left(), area.center().y() - size.height() / 2, width, size.height())
    fill(painter, pill, ground, radius=size.height() / 2)
    side = look().px(14)
    paint_shape(painter, QRectF(pill.left() + 9, pill.center().y() - side / 2, side, side), state.tone, ink)
    painter.setFont(look().font(TextSize.SMALL, bold=True))
    painter.setPen(QColor(ink))
    words = pill.adjusted(9 + side + 6, 0, -5, 0)
    shown = painter.fontMetrics().elidedText(state.word, Qt.TextElideMode.ElideRight, round(words.width()))
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)


def colours_of(tone: Tone) -> tuple[str, str]:
    """Return ground and ink of a tone."""
    colours = look().colours
    return {
        Tone.QUIET: (colours.raised, colours.text),
        Tone.ACTIVE: (colours.accent_fill, colours.accent),
        Tone.GOOD: (colours.good_fill, colours.good),
        Tone.WARNING: (colours.warning_fill, colours.warning),
        Tone.DANGER: (colours.danger_fill, colours.danger),
    }[tone]


def paint_shape(painter: QPainter, area: QRectF, tone: Tone, ink: str) -> None:
    """Paint the shape of a tone."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    if tone is Tone.QUIET:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(ink), 1.6))
        painter.drawEllipse(area.adjusted(2.5, 2.5, -2.5, -2.5))
    elif tone is Tone.ACTIVE:
        painter.drawEllipse(area.adjusted(2, 2, -2, -2))
    elif tone is Tone.GOOD:
        mark(painter, "check", ink, area)
    elif tone is Tone.WARNING:
        half = area.width() / 2
        top, base = area.top() + 1.5, area.bottom() - 1.5
        painter.drawPolygon(
            QPolygonF([QPointF(area.left() + half, top), QPointF(area.right(), base), QPointF(area.left(), base)])
        )
    else:
        painter.drawPolygon(_octagon(area.adjusted(1, 1, -1, -1)))


def _octagon(area: QRectF) -> QPolygonF:
    cut = area.width() * 0.293
    left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
    corners = (
        (left + cut, top),
        (right - cut, top),
        (right, top + cut),
        (right, bottom - cut),
        (right - cut, bottom),
        (left + cut, bottom),
        (left, bottom - cut),
        (left, top + cut),
    )
    return QPolygonF([QPointF(x, y) for x, y in corners])
