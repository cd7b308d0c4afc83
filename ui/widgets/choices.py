"""Choices: everything to choose from is seen at once, each with its words, and the whole row can be pressed.

Values are texts (the members of a `StrEnum` are). A drop-down is only for long lists that are known by heart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from ui.theme import TextSize, look
from ui.widgets.fields import mark_wrong
from ui.widgets.painting import RESTYLED, brush, fill, mark, ring

INDICATOR = 22
GAP = 12
EDGE = 12
"""What a row leaves free at its left and right."""
LID = 9
"""What it leaves free above and below its words."""


@dataclass(frozen=True)
class Choice:
    """One thing to choose: its value for the program, its words for the reader, and what they mean if that helps."""

    value: str
    words: str
    meaning: str = ""


class ChoiceList(QWidget):
    """One of several: radio buttons with their words.

    Signals:
        chosen: The value that was chosen, by whoever.
    """

    chosen = Signal(str)

    def __init__(self, choices: Iterable[Choice], *, columns: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._asked = ("", "")
        self._rows: dict[str, _RadioRow] = {}
        self._grid = _grid(self)
        self.offer(choices)

    def offer(self, choices: Iterable[Choice]) -> None:
        """Put other choices in the place of the present ones."""
        for row in self._rows.values():
            row.setParent(None)
            row.deleteLater()
        self._rows = {choice.value: _RadioRow(choice, self) for choice in choices}
        for row in self._rows.values():
            row.toggled.connect(self._tell)
        self.name(*self._asked)
        _arrange(self._grid, list(self._rows.values()), self._columns)

    def value(self) -> str | None:
        """Return the value chosen, None if none was."""
        return next((value for value, row in self._rows.items() if row.isChecked()), None)

    def choose(self, value: str) -> None:
        """Choose as if it had been pressed."""
        self._rows[value].setChecked(True)

    def name(self, label: str, description: str) -> None:
        """Tell the screen reader what is asked here."""
        self._asked = (label, description)
        _name_group(self, self._rows.values(), label, description)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the choice that is chosen, or to the first."""
        event.accept()
        row = self._rows.get(self.value() or "") or next(iter(self._rows.values()), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices below each other where columns would be too narrow."""
        super().resizeEvent(event)
        _arrange(self._grid, list(self._rows.values()), self._columns)

    def _tell(self, checked: bool) -> None:
        value = self.value()
        if checked and value is not None:
            self.chosen.emit(value)


class CheckList(QWidget):
    """Any of several: check boxes with their words.

    Signals:
        changed: What is ticked changed.
    """

    changed = Signal()

    def __init__(self, choices: Iterable[Choice], *, columns: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows = {choice.value: CheckRow(choice, self) for choice in choices}
        self._grid = _grid(self)
        for row in self._rows.values():
            row.toggled.connect(self.changed)
        _arrange(self._grid, list(self._rows.values()), columns)

    def values(self) -> frozenset[str]:
        """Return the values that are ticked."""
        return frozenset(value for value, row in self._rows.items() if row.isChecked())

    def tick(self, values: Iterable[str]) -> None:
        """Tick these and no others."""
        wanted = frozenset(values)
        for value, row in self._rows.items():
            row.setChecked(value in wanted)

    def name(self, label: str, description: str) -> None:
        """Tell the screen reader what is asked here."""
        _name_group(self, self._rows.values(), label, description)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the first box."""
        event.accept()
        if self._rows:
            next(iter(self._rows.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the boxes below each other where columns would be too narrow."""
        super().resizeEvent(event)
        _arrange(self._grid, list(self._rows.values()), self._columns)


class DropDown(QComboBox):
    """One of many that the reader knows by heart (a month, a municipality). Typing its first letters finds it.

    Signals:
        chosen: The value that was chosen by the reader.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offer(choices)
        self.activated.connect(self._tell)

    def offer(self, choices: Iterable[Choice]) -> None:
        """Put other choices in the place of the present ones; none is chosen."""
        self.clear()
        for choice in choices:
            self.addItem(choice.words, choice.value)
        self.setCurrentIndex(-1)

    def value(self) -> str | None:
        """Return the value chosen, None if none was."""
        value = self.currentData()
        return None if value is None else str(value)

    def choose(self, value: str) -> None:
        """Choose as if it had been pressed."""
        self.setCurrentIndex(self.findData(value))

    def name(self, label: str, description: str) -> None:
        """Tell the screen reader what is asked here, the list that opens too."""
        for part in (self, self.view()):
            part.setAccessibleName(label)
            part.setAccessibleDescription(description)

    def mark_wrong(self, *, wrong: bool) -> None:
        """Show by the frame that something is wrong here."""
        mark_wrong(self, wrong=wrong)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel that passes by must not change an answer."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow upon what the style painted."""
        super().paintEvent(event)
        painter = brush(self)
        mark(painter, "down", look().colours.text, QRectF(self.width() - 32, (self.height() - 18) / 2, 18, 18))
        painter.end()

    def _tell(self, _index: int) -> None:
        value = self.value()
        if value is not None:
            self.chosen.emit(value)


class _Row:
    """What radio rows and check rows share: measuring and painting their words. Mixed into a Qt button."""

    choice: Choice

    def _area(self, width: int) -> tuple[QRect, QRect]:
        """Return where words and meaning stand in a row of this width."""
        left = EDGE + look().px(INDICATOR) + GAP
        room = max(width - left - EDGE, 40)
        flags = int(Qt.TextFlag.TextWordWrap)
        words = QFontMetrics(look().font()).boundingRect(QRect(0, 0, room, 10_000), flags, self.choice.words)
        top = LID if self.choice.meaning else max(LID, (look().target + 2 - words.height()) // 2)
        first = QRect(left, top, room, words.height())
        if not self.choice.meaning:
            return first, QRect(left, first.bottom(), room, 0)
        small = QFontMetrics(look().font(TextSize.SMALL))
        meaning = small.boundingRect(QRect(0, 0, room, 10_000), flags, self.choice.meaning)
        return first, QRect(left, first.bottom() + 2, room, meaning.height())

    def _height(self, width: int) -> int:
        words, meaning = self._area(width)
        bottom = meaning.bottom() if self.choice.meaning else words.bottom()
        return max(bottom + 1 + LID, look().target + 2)

    def _natural(self) -> QSize:
        fonts = ((look().font(), self.choice.words), (look().font(TextSize.SMALL), self.choice.meaning))
        widest = max(QFontMetrics(font).horizontalAdvance(text) for font, text in fonts)
        width = min(widest + 2, look().px(560)) + 2 * EDGE + look().px(INDICATOR) + GAP
        return QSize(width, self._height(width))

    def _paint(self, button: QAbstractButton, painter: QPainter) -> QRectF:
        """Paint ground, ring and words; return where the indicator belongs."""
        colours, area = look().colours, QRectF(button.rect())
        if button.isChecked():
            fill(painter, area, colours.accent_fill)
        elif button.isEnabled() and button.underMouse():
            fill(painter, area, colours.raised)
        if button.hasFocus():
            ring(painter, area)
        words, meaning = self._area(button.width())
        flags = int(Qt.TextFlag.TextWordWrap)
        painter.setPen(QColor(colours.text if button.isEnabled() else colours.muted))
        painter.setFont(look().font())
        painter.drawText(words, flags, self.choice.words)
        if self.choice.meaning:
            painter.setFont(look().font(TextSize.SMALL))
            painter.setPen(QColor(colours.text if button.isChecked() else colours.muted))
            painter.drawText(meaning, flags, self.choice.meaning)
        side = look().px(INDICATOR)
        line = QFontMetrics(look().font()).height()
        return QRectF(EDGE, words.top() + (line - side) / 2, side, side)


class _RadioRow(QRadioButton, _Row):
    """One choice of a list, all of it pressable."""

    def __init__(self, choice: Choice, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        _set_up(self, choice)

    def nextCheckState(self) -> None:
        """Stay chosen when pressed again: Qt lets go of a choice that is the only one."""
        self.setChecked(True)

    def sizeHint(self) -> QSize:
        """Return the room its words take on one line, up to a comfortable measure."""
        return self._natural()

    def minimumSizeHint(self) -> QSize:
        """Let the words wrap."""
        return QSize(look().px(160), look().target + 2)

    def heightForWidth(self, width: int) -> int:
        """Return the height its words take when they wrap at this width."""
        return self._height(width)

    def hitButton(self, _pos: QPoint) -> bool:
        """Take a press anywhere in the row."""
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after the look has changed."""
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row and its ring with a dot."""
        painter, colours = brush(self), look().colours
        spot = self._paint(self, painter)
        ink = colours.accent if self.isChecked() else colours.border
        painter.setBrush(QColor(colours.surface))
        painter.setPen(QPen(QColor(ink), 2.0))
        painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            inset = spot.width() * 0.28
            painter.drawEllipse(spot.adjusted(inset, inset, -inset, -inset))
        painter.end()


class CheckRow(QCheckBox, _Row):
    """One box with its words, all of it pressable: alone ("I have called it"), or in a `CheckList`."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        _set_up(self, choice)

    def sizeHint(self) -> QSize:
        """Return the room its words take on one line, up to a comfortable measure."""
        return self._natural()

    def minimumSizeHint(self) -> QSize:
        """Let the words wrap."""
        return QSize(look().px(160), look().target + 2)

    def heightForWidth(self, width: int) -> int:
        """Return the height its words take when they wrap at this width."""
        return self._height(width)

    def hitButton(self, _pos: QPoint) -> bool:
        """Take a press anywhere in the row."""
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after the look has changed."""
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row and its box with a tick."""
        painter, colours = brush(self), look().colours
        spot = self._paint(self, painter)
        checked = self.isChecked()
        painter.setBrush(QColor(colours.accent if checked else colours.surface))
        painter.setPen(QPen(QColor(colours.accent if checked else colours.border), 2.0))
        painter.drawRoundedRect(spot.adjusted(1, 1, -1, -1), 4, 4)
        if checked:
            mark(painter, "check", colours.on_accent, spot.adjusted(3, 3, -3, -3))
        painter.end()


def _set_up(row: QAbstractButton, choice: Choice) -> None:
    row.setObjectName(f"choice:{choice.value}")
    row.setAccessibleName(choice.words)
    row.setAccessibleDescription(choice.meaning)
    row.setCursor(Qt.CursorShape.PointingHandCursor)
    row.setAttribute(Qt.WidgetAttribute.WA_Hover)
    # Not fixed: a fixed height is the one of the words on one line, and cuts them when they wrap.
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)


def _grid(owner: QWidget) -> QGridLayout:
    grid = QGridLayout(owner)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(2)
    owner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    owner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return grid


def _arrange(grid: QGridLayout, rows: Sequence[QWidget], columns: int) -> None:
    owner = grid.parentWidget()
    narrow = owner is not None and owner.width() < look().px(220) * columns
    across = 1 if narrow else columns
    deep = -(-len(rows) // across) if rows else 0
    for place, row in enumerate(rows):
        grid.addWidget(row, place % deep, place // deep)


def _name_group(owner: QWidget, rows: Iterable["_RadioRow | CheckRow"], label: str, description: str) -> None:
    owner.setAccessibleName(label)
    owner.setAccessibleDescription(description)
    for row in rows:
        # A screen reader that lands on a choice says what it answers.
        row.setAccessibleDescription(". ".join(filter(None, (label, row.choice.meaning, description))))
