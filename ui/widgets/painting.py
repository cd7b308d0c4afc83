"""What painted widgets share: rounded grounds, the ring of focus, icons in their place."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui import icons
from ui.theme import look

RADIUS = 6.0
RING = 2.0
"""The width of the ring of focus, and of the gap between it and what it surrounds."""
ROOM = 4
"""How far the ground of a button draws back when the ring of focus stands around it: ring and gap."""

RESTYLED = frozenset({QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange})
"""The events after which a painted widget measures itself anew."""


def brush(widget: QWidget) -> QPainter:
    """Return a painter for `widget`, smooth."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def fill(painter: QPainter, area: QRectF, ground: str, outline: str | None = None, radius: float = RADIUS) -> None:
    """Paint a rounded ground, with a hairline around it where one is given."""
    painter.setBrush(QColor(ground))
    if outline is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(QColor(outline), 1.0))
        area = area.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(area, radius, radius)


def ring(painter: QPainter, area: QRectF, radius: float = RADIUS) -> None:
    """Paint the ring of focus just inside `area`."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look().colours.focus), RING))
    half = RING / 2
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), radius, radius)


def mark(painter: QPainter, name: str, colour: str, area: QRect | QRectF) -> None:
    """Paint an icon in the middle of `area`, as large as the area is high."""
    area = QRectF(area)
    side = round(min(area.width(), area.height()))
    picture = icons.pixmap(name, colour, side, painter.device().devicePixelRatioF())
    painter.drawPixmap(area.center() - QPointF(side / 2, side / 2), picture)
