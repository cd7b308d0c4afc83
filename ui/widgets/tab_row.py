"""A row of tabs: each an icon with its word. One stop for the Tab key; the arrow keys go from one to the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import look
from ui.widgets.painting import RESTYLED, ROOM, brush, fill, mark, ring

PAD = 6
"""What a tab leaves free at its left and right, in pixels at 100 %."""
STEPS: Mapping[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True)
class TabText:
    """One tab: its key, its title and its icon."""

    key: str
    title: str
    icon: str


class TabRow(QWidget):
    """Shows the tabs and which one is open; where they do not fit beside each other, the rest goes to a second line.

    Signals:
        asked: The key of the tab that was pressed.
    """

    asked = Signal(str)

    def __init__(self, tabs: Sequence[TabText], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tabs = {tab.key: TabButton(tab, self) for tab in tabs}
        for button in self._tabs.values():
            button.clicked.connect(self._tell)

    def open(self, key: str) -> None:
        """Show which tab is open."""
        for name, button in self._tabs.items():
            button.setChecked(name == key)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)

    def tab(self, key: str) -> "TabButton":
        """Return one tab."""
        return self._tabs[key]

    def sizeHint(self) -> QSize:
        """Return the room of all tabs on one line."""
        width = sum(button.sizeHint().width() for button in self._tabs.values())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never be narrower than the widest tab."""
        widest = max((button.sizeHint().width() for button in self._tabs.values()), default=0)
        return QSize(widest, look().target + 2 * ROOM)

    def heightForWidth(self, width: int) -> int:
        """Return the height of as many lines as the tabs need."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put every tab in its place."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after the look has changed."""
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self.updateGeometry()
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the next or the former tab."""
        step = STEPS.get(event.key())
        keys = list(self._tabs)
        here = next((place for place, key in enumerate(keys) if self._tabs[key].hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        button = self._tabs[keys[(here + step) % len(keys)]]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()

    def _arrange(self) -> None:
        for button, place in zip(self._tabs.values(), self._places(self.width()), strict=True):
            button.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        left = top = 0
        for button in self._tabs.values():
            size = button.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + size.height()
            places.append(QRect(left, top, size.width(), size.height()))
            left += size.width()
        return places

    def _tell(self) -> None:
        button = self.sender()
        if isinstance(button, TabButton):
            self.asked.emit(button.tab.key)


class TabButton(QAbstractButton):
    """One tab."""

    def __init__(self, tab: TabText, parent: QWidget) -> None:
        super().__init__(parent)
        self.tab = tab
        self.setObjectName(f"tab:{tab.key}")
        self.setAccessibleName(tab.title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def nextCheckState(self) -> None:
        """Leave it to the row which tab is open."""

    def sizeHint(self) -> QSize:
        """Return the room for icon and word."""
        word = QFontMetrics(look().font(bold=True)).horizontalAdvance(self.tab.title)
        return QSize(word + look().px(20 + 6 + 2 * PAD) + 2 * ROOM, look().target + 2 * ROOM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the row, open on Enter as on Space."""
        if event.key() in STEPS:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, word, and the line under the open tab."""
        painter, colours, area = brush(self), look().colours, QRectF(self.rect())
        if self.underMouse() and not self.isChecked():
            fill(painter, area.adjusted(ROOM, ROOM, -ROOM, -ROOM), colours.raised)
        if self.hasFocus():
            ring(painter, area.adjusted(1, 1, -1, -1))
        ink = colours.accent if self.isChecked() else colours.text
        side, left = look().px(20), ROOM + look().px(PAD)
        mark(painter, self.tab.icon, ink, QRectF(left, (area.height() - side) / 2, side, side))
        painter.setFont(look().font(bold=self.isChecked()))
        painter.setPen(QColor(ink))
        words = area.adjusted(left + side + look().px(6), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.tab.title)
        if self.isChecked():
            line = QRectF(left, area.bottom() - 3, area.width() - 2 * left, 3)
            fill(painter, line, colours.accent, radius=1.5)
        painter.end()
