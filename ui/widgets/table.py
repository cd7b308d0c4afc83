"""Tables over frozen views: aligned columns, whole rows, states as badges.

A `TableModel` says how many rows there are and hands out the view of each; `ViewsModel` holds them all, a list of a
hundred thousand cases keeps ids and a few pages and answers `view_at` from those.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.theme import look
from ui.widgets.badge import State, badge_size, paint_badge
from ui.widgets.painting import RESTYLED

Place = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROOM = 24
"""What a cell leaves free beside its text, both sides together."""


class Told(IntEnum):
    """What a cell tells beside Qt's own roles."""

    VIEW = Qt.ItemDataRole.UserRole
    STATE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Column:
    """One column: its title, the text of a view in it, and the state to show as a badge instead, if any.

    `width` is in letters; the column with `stretch` takes what is left. Where the table is narrower than `room` pixels
    (at 100 % text), the column is left out.
    """

    title: str
    text: Callable[[Any], str]
    width: int = 14
    stretch: bool = False
    right: bool = False
    state: Callable[[Any], State | None] | None = None
    room: int = 0


class TableModel(QAbstractTableModel):
    """Columns over rows of views. Whoever derives from it says `row_total` and `view_at`."""

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)

    def row_total(self) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def view_at(self, row: int) -> object:
        """Return the view in a row; None while it is still being read."""
        raise NotImplementedError

    def rowCount(self, parent: Place = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else self.row_total()

    def columnCount(self, parent: Place = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Place, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, says to a screen reader, or holds."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        view = self.view_at(index.row())
        if view is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        told: dict[int, Callable[[], object]] = {
            Told.VIEW: lambda: view,
            Told.STATE: lambda: None if column.state is None else column.state(view),
            Qt.ItemDataRole.DisplayRole: lambda: column.text(view),
            Qt.ItemDataRole.ToolTipRole: lambda: column.text(view),
            Qt.ItemDataRole.AccessibleTextRole: lambda: column.text(view),
        }
        return told[role]() if role in told else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title of a column; rows have none."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None


class ViewsModel(TableModel):
    """Rows that are all in memory."""

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(columns, parent)
        self._views: tuple[object, ...] = ()

    def show_views(self, views: Sequence[object]) -> None:
        """Put other rows in the place of the present ones."""
        self.beginResetModel()
        self._views = tuple(views)
        self.endResetModel()

    def row_total(self) -> int:
        """Return how many rows there are."""
        return len(self._views)

    def view_at(self, row: int) -> object:
        """Return the view in a row."""
        return self._views[row]


class Table(QTableView):
    """Shows a `TableModel`: one row at a time is picked, Enter or a double click opens it.

    Signals:
        opened: The view that was opened.
        picked: The view the cursor came to.
    """

    opened = Signal(object)
    picked = Signal(object)

    def __init__(self, model: TableModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(model)
        self._model = model
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Cells(self))
        self.setMouseTracking(True)
        for corner in self.findChildren(QAbstractButton):
            # Older versions of Qt let a screen reader come to the corner of the headers.
            corner.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._pick)
        self._measure()

    def view(self) -> object:
        """Return the view the cursor is on, None if it is on none."""
        index = self.currentIndex()
        return index.data(Told.VIEW) if index.isValid() else None

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after the look has changed."""
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the columns anew."""
        super().resizeEvent(event)
        self._spread()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
            return
        super().keyPressEvent(event)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look().target + 4)
        header = self.horizontalHeader()
        header.setFixedHeight(look().target)
        letter = self.fontMetrics().averageCharWidth()
        self._widths = [column.width * letter + ROOM for column in self._model.columns]
        self._spread()

    def _spread(self) -> None:
        """Give what is left of the width to the columns that stretch; none gets narrower than it asked."""
        for place, column in enumerate(self._model.columns):
            if column.room:
                self.setColumnHidden(place, self.width() < look().px(column.room))
        shown = [place for place in range(len(self._widths)) if not self.isColumnHidden(place)]
        stretching = [place for place in shown if self._model.columns[place].stretch]
        left = max(self.viewport().width() - sum(self._widths[place] for place in shown), 0)
        for place in shown:
            width = self._widths[place]
            share = left // len(stretching) if place in stretching else 0
            self.horizontalHeader().resizeSection(place, width + share)

    def _open(self) -> None:
        if (view := self.view()) is not None:
            self.opened.emit(view)

    def _pick(self, current: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(current.data(Told.VIEW))


class _Cells(QStyledItemDelegate):
    """Paints the cells: text as the style does, a state as its badge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Place) -> None:
        """Paint a cell."""
        state = index.data(Told.STATE)
        if not isinstance(state, State):
            super().paint(painter, option, index)
            return
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        table = self.parent()
        if isinstance(table, QWidget):
            table.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, table)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_badge(painter, QRectF(option.rect).adjusted(ROOM / 2, 0, -4, 0), state)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Place) -> QSize:
        """Return the room a cell takes."""
        state = index.data(Told.STATE)
        if isinstance(state, State):
            return badge_size(state) + QSize(ROOM, 8)
        return super().sizeHint(option, index)


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
