"""Icons: one family of strokes on a 24 pixel grid, coloured as they are drawn.

The files under `resources/icons/` say `currentColor`; nothing in them knows a palette. An icon never stands without
its word.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from justice_desk.foundations.resources import resource

GRID = 24
"""The icons are drawn on a square of this many pixels."""


def names() -> tuple[str, ...]:
    """Return the names of all icons."""
    return tuple(sorted(path.stem for path in resource("icons").glob("*.svg")))


def icon(name: str, colour: str, side: int = GRID) -> QIcon:
    """Return an icon in a colour (`#rrggbb`), `side` pixels wide and high, sharp on dense screens too."""
    made = QIcon()
    for density in (1.0, 2.0):
        made.addPixmap(pixmap(name, colour, side, density))
    return made


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, side: int = GRID, density: float = 1.0) -> QPixmap:
    """Return an icon as a picture of `side` by `side` pixels on a screen of this density."""
    picture = QPixmap(round(side * density), round(side * density))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer(name, colour).render(painter, QRectF(0, 0, side * density, side * density))
    painter.end()
    picture.setDevicePixelRatio(density)
    return picture


def renderer(name: str, colour: str) -> QSvgRenderer:
    """Return the drawing itself, in a colour."""
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
