"""The rail: the pages of the desk, each an icon with its word, always in the same order and with the same number."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.i18n import translate
from ui.shortcuts import RAIL, rail_sequence, shown
from ui.theme import TextSize, look
from ui.widgets.painting import RESTYLED, brush, fill, mark, ring

SIDE = 4
"""What a button of the rail leaves free at each side."""
WIDEST_CAPTION = 130
"""In the narrow rail the words do not grow beyond this per cent: the page needs the room."""


@dataclass(frozen=True)
class Entry:
    """One page on the rail."""

    key: str
    title: str
    icon: str


class Rail(QScrollArea):
    """Shows the pages and which one is open. Narrow, it puts the word below the icon.

    Signals:
        asked: The key of the page that was pressed.
    """

    asked = Signal(str)

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setProperty("ground", "rail")
        inside = QWidget()
        inside.setProperty("ground", "rail")
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(0)
        self._buttons: dict[str, RailButton] = {}
        for number, entry in enumerate(entries, start=1):
            button = self._buttons[entry.key] = RailButton(entry, number)
            button.clicked.connect(self._tell)
            column.addWidget(button)
        column.addStretch(1)
        self.setWidget(inside)
        self._narrow = False
        self._measure()

    def open(self, key: str) -> None:
        """Show which page is open."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def count(self, key: str, number: int) -> None:
        """Show beside a page how many things wait there, 0: none."""
        if (button := self._buttons.get(key)) is not None:
            button.count(number)

    def narrow(self, *, narrow: bool) -> None:
        """Put the words below the icons, or beside them again."""
        self._narrow = narrow
        for button in self._buttons.values():
            button.narrow = narrow
            button.updateGeometry()
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after the look has changed."""
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the scroll bar when the entries do not fit."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        sizes = [button.sizeHint() for button in self._buttons.values()]
        overflows = sum(size.height() for size in sizes) + 16 > self.height()
        bar = self.verticalScrollBar().sizeHint().width() if overflows else 0
        self.setFixedWidth(max((size.width() for size in sizes), default=0) + 16 + bar)

    def _tell(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.asked.emit(button.entry.key)


class RailButton(QAbstractButton):
    """One page on the rail."""

    def __init__(self, entry: Entry, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.narrow = False
        self._number = number
        self._waiting = 0
        self.setObjectName(f"rail:{entry.key}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(entry.title)
        key = f" ({shown(rail_sequence(number))})" if number <= RAIL else ""
        self.setToolTip(f"{entry.title}{key}")

    def count(self, number: int) -> None:
        """Show how many things wait on the page."""
        self._waiting = number
        waiting = translate("Rail", "{title}: {number} waiting").format(title=self.entry.title, number=number)
        self.setAccessibleName(waiting if number else self.entry.title)
        self.update()

    def nextCheckState(self) -> None:
        """Leave it to the rail which page is open."""

    def sizeHint(self) -> QSize:
        """Return the room for icon and word, beside or below each other."""
        metrics = QFontMetrics(self._caption() if self.narrow else look().font(bold=True))
        word = metrics.horizontalAdvance(self.entry.title)
        if self.narrow:
            height = min(look().px(22), 30) + metrics.height() + 8
            return QSize(word + 2 * SIDE + 8, max(look().target, height))
        return QSize(word + look().px(24 + 10 + 44) + 2 * SIDE + 10, look().target + 4)

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, word and what waits."""
        painter, colours, area = brush(self), look().colours, QRectF(self.rect())
        if self.isChecked():
            fill(painter, area, colours.accent_fill)
        elif self.underMouse():
            fill(painter, area, colours.raised)
        if self.hasFocus():
            ring(painter, area)
        ink = colours.accent if self.isChecked() else colours.text
        if self.narrow:
            self._paint_narrow(painter, area, ink)
        else:
            self._paint_wide(painter, area, ink)
        painter.end()

    def _paint_wide(self, painter: QPainter, area: QRectF, ink: str) -> None:
        side = look().px(22)
        left = SIDE + 8
        mark(painter, self.entry.icon, ink, QRectF(left, (area.height() - side) / 2, side, side))
        painter.setFont(look().font(bold=self.isChecked()))
        painter.setPen(QColor(ink))
        words = area.adjusted(left + side + look().px(10), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.entry.title)
        right = area.adjusted(0, 0, -SIDE - 8, 0)
        if self._waiting:
            self._paint_count(painter, QPoint(round(right.right()), round(area.center().y())))
        elif self._number <= RAIL:
            painter.setFont(look().font(TextSize.CAPTION))
            painter.setPen(QColor(look().colours.muted))
            end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(right, end, str(self._number))

    def _paint_narrow(self, painter: QPainter, area: QRectF, ink: str) -> None:
        side = min(look().px(22), 30)
        word = QFontMetrics(self._caption()).height()
        top = (area.height() - side - word) / 2
        mark(painter, self.entry.icon, ink, QRectF((area.width() - side) / 2, top, side, side))
        painter.setFont(self._caption())
        painter.setPen(QColor(ink))
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(area.adjusted(0, top + side, 0, 0), centre, self.entry.title)
        if self._waiting:
            self._paint_count(painter, QPoint(round(area.right()) - 6, round(top + 8)))

    def _paint_count(self, painter: QPainter, right: QPoint) -> None:
        """Paint how many things wait, the pill ending at `right`."""
        colours = look().colours
        painter.setFont(look().font(TextSize.CAPTION, bold=True))
        text = str(self._waiting)
        height = painter.fontMetrics().height()
        width = max(painter.fontMetrics().horizontalAdvance(text) + 12, height)
        pill = QRectF(right.x() - width, right.y() - height / 2, width, height)
        fill(painter, pill, colours.accent, radius=height / 2)
        painter.setPen(QColor(colours.on_accent))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)

    def _caption(self) -> QFont:
        font = look().font(TextSize.CAPTION, bold=True)
        font.setPixelSize(min(font.pixelSize(), round(TextSize.CAPTION.value * WIDEST_CAPTION / 100)))
        return font
