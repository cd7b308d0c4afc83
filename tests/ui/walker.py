"""Walks what is on the screen the way a screen reader, a finger and a spy do. Every page is walked with it.

assert unnamed(page) == []
assert low_targets(page) == []
assert not found_anywhere("canary")
"""

import gc
from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QClipboard, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ui.theme import TARGET

INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractItemView)


def interactive(root: QWidget) -> Iterator[QWidget]:
    """Yield every widget that can be pressed or typed into, without the parts Qt makes for its own."""
    for widget in (root, *root.findChildren(QWidget)):
        inside_combo = any(isinstance(above, QComboBox) for above in _above(widget))
        own = widget.objectName().startswith("qt_") or inside_combo or isinstance(widget, QHeaderView)
        if isinstance(widget, INTERACTIVE) and not own:
            yield widget


def spoken(widget: QWidget) -> str:
    """Return the name that a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def unnamed(root: QWidget) -> list[str]:
    """Return the interactive widgets that a screen reader cannot name."""
    return [described(widget) for widget in interactive(root) if not spoken(widget).strip()]


def low_targets(root: QWidget) -> list[str]:
    """Return the visible buttons and fields that are lower than a target; the root must have been shown."""
    return [
        f"{described(widget)}: {widget.height()}"
        for widget in interactive(root)
        if widget.isVisible() and not isinstance(widget, QAbstractItemView) and widget.height() < TARGET
    ]


def described(widget: QWidget) -> str:
    """Return which widget it is, for a failing test."""
    path = [type(widget).__name__, *(type(above).__name__ for above in _above(widget))]
    return f"{' < '.join(path[:5])} {widget.objectName()!r}"


def readable(root: QWidget) -> Iterator[str]:
    """Yield every text that can be read, or heard from a screen reader, on what is visible of a widget."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible():
            yield from _texts(widget)


def found_anywhere(canary: str) -> list[str]:
    """Return where a text can still be read in this program: widgets, their models, accessibility, the clipboard."""
    found = [described(widget) for widget in QApplication.allWidgets() if canary in "\n".join(_texts(widget))]
    found += [type(model).__name__ for model in _living_models() if canary in "\n".join(_cells(model))]
    clipboard = QGuiApplication.clipboard()
    modes = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
    found += [f"clipboard {mode.name}" for mode in modes if canary in clipboard.text(mode)]
    return found


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    for name in ("text", "toPlainText", "currentText"):
        if callable(getter := getattr(widget, name, None)):
            yield str(getter())
    interface = QAccessible.queryAccessibleInterface(widget)
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield interface.text(kind)
    if isinstance(widget, QAbstractItemView):
        yield from _cells(widget.model())


def _living_models() -> Iterator[QAbstractItemModel]:
    for thing in gc.get_objects():
        if isinstance(thing, QAbstractItemModel) and shiboken6.isValid(thing):
            yield thing


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    nowhere = QModelIndex()
    for row in range(model.rowCount(nowhere)):
        for column in range(model.columnCount(nowhere)):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.index(row, column).data(role))


def _above(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()
