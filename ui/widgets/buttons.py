"""Buttons: one primary action on a page, secondary ones beside it, quiet ones inside it. Always with a word."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.shortcuts import Key, with_key
from ui.theme import Colours, look
from ui.widgets.painting import RADIUS, RESTYLED, ROOM, brush, fill, mark, ring


class Kind(StrEnum):
    """How loudly a button asks to be pressed."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"


class Button(QPushButton):
    """A button with its word, and an icon before it where one helps.

    Its accessible name is its word. Where a `key` is given, the tooltip names it; binding is `shortcuts.bind`'s work.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.SECONDARY,
        icon: str = "",
        key: Key | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.kind = kind
        self.word = text
        self._icon = icon
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if key is not None:
            self.setToolTip(with_key(text, key))

    def rename(self, text: str, icon: str | None = None) -> None:
        """Change the word (and the icon) of a button that changed its meaning."""
        self.word = text
        self._icon = self._icon if icon is None else icon
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon, word and ring, never lower than a target."""
        pad = look().px(14 if self.kind is not Kind.QUIET else 10)
        width = self._metrics().horizontalAdvance(self.word) + 2 * pad
        if self._icon:
            width += self._side + look().px(8 if self.word else 0)
        return QSize(max(width, look().target), look().target)

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()

    def _font(self) -> QFont:
        return look().font(bold=self.kind in {Kind.PRIMARY, Kind.DANGER})

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())

    @property
    def _side(self) -> int:
        return look().px(20)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after the look has changed."""
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, ring, icon and word."""
        painter, colours = brush(self), look().colours
        area = QRectF(self.rect())
        ground, outline, ink = self._inks(colours)
        drawn_back = ROOM if self.hasFocus() and self.kind in {Kind.PRIMARY, Kind.DANGER} else 0
        if ground:
            inner = area.adjusted(drawn_back, drawn_back, -drawn_back, -drawn_back)
            fill(painter, inner, ground, outline, RADIUS - drawn_back / 2)
        if self.hasFocus():
            ring(painter, area)
        painter.setFont(self._font())
        painter.setPen(ink)
        gap = look().px(8) if self._icon and self.word else 0
        width = painter.fontMetrics().horizontalAdvance(self.word)
        icon_width = self._side if self._icon else 0
        left = (area.width() - width - gap - icon_width) / 2
        if self._icon:
            side = self._side
            mark(painter, self._icon, ink, QRectF(left, (area.height() - side) / 2, side, side))
        painter.drawText(
            QRectF(left + icon_width + gap, 0, width + 1, area.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.word,
        )
        painter.end()

    def _inks(self, colours: Colours) -> tuple[str, str | None, str]:
        """Return ground, outline and ink for the state the button is in."""
        lively = self.isEnabled() and (self.isDown() or self.underMouse() or self.isChecked())
        if not self.isEnabled():
            ground = "" if self.kind is Kind.QUIET else colours.sunken
            return ground, colours.line if ground else None, colours.muted
        if self.kind is Kind.PRIMARY:
            return colours.accent_hover if lively else colours.accent, None, colours.on_accent
        if self.kind is Kind.DANGER:
            return colours.danger_hover if lively else colours.danger, None, colours.on_danger
        if self.kind is Kind.SECONDARY:
            return colours.raised if lively else colours.surface, colours.border, colours.text
        return colours.raised if lively else "", None, colours.accent


def button_about(word: str, icon: str, title: str) -> Button:
    """Return a button of one entry among many: its accessible name says which entry it is about."""
    button = Button(word, icon=icon)
    button.setAccessibleName(f"{word}: {title}")
    return button
