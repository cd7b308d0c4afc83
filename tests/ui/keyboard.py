"""Hands on a keyboard, and nothing else: whoever drives a screen with them proves that no mouse is needed."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.widgets.choices import CheckList, CheckRow, ChoiceList, DropDown
from ui.widgets.fields import TextArea, TextField
from ui.widgets.moment import MomentField

FAR = 120
"""More presses of the tabulator than any screen has stops."""
COLUMNS, ROWS = 2, 12
"""As many pairs of columns, and rows, as any list of choices has."""


def focus() -> QWidget:
    """Return what the next key goes to: where the cursor is, or the window while it is nowhere yet."""
    found = QApplication.focusWidget() or QApplication.activeWindow()
    assert found is not None, "no widget takes keys"
    return found


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press one key where the cursor is."""
    QTest.keyClick(focus(), key, modifier)


def hotkey(keys: str) -> None:
    """Press a combination, such as "Ctrl+Return"."""
    QTest.keySequence(focus().window(), keys)


def reach(*wanted: QWidget) -> QWidget:
    """Press the tabulator until one of these (or a part of it) has the cursor, and return what has it."""
    for _ in range(FAR):
        here = focus()
        if any(here is one or one.isAncestorOf(here) for one in wanted):
            return here
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"the tabulator does not reach {wanted}")


def write(editor: TextField | TextArea, text: str) -> None:
    """Go to a field and type, accents and all: as a keyboard with an input method does."""
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(reach(editor), typed)
    if (offered := QApplication.activePopupWidget()) is not None:
        # The field offers words. Whoever writes another puts them away; a window manager then gives the keys back.
        QTest.keyClick(offered, Qt.Key.Key_Escape)
        editor.window().activateWindow()
        assert QTest.qWaitForWindowActive(editor.window())


def push(button: QAbstractButton) -> None:
    """Go to a button and press it."""
    reach(button)
    press(Qt.Key.Key_Space)


def choose(choices: ChoiceList | DropDown, value: str) -> None:
    """Go to a list of choices and take one, walking down its columns."""
    reach(choices)
    press(Qt.Key.Key_Space)
    for way in (Qt.Key.Key_Down, Qt.Key.Key_Up) * COLUMNS:
        for _ in range(ROWS):
            if choices.value() == value:
                return
            press(way)
        press(Qt.Key.Key_Right)
    raise AssertionError(f"the arrows do not reach {value}")


def tick(box: CheckRow) -> None:
    """Go to a box and tick it."""
    reach(box)
    press(Qt.Key.Key_Space)


def tick_all(boxes: CheckList, values: Iterable[str]) -> None:
    """Go to several boxes of a list and tick them."""
    for value in values:
        box = boxes.findChild(CheckRow, f"choice:{value}")
        assert box is not None, f"there is no box for {value}"
        tick(box)


def now(moment: MomentField) -> None:
    """Say that it is now."""
    push(moment.now)


def fill(texts: Sequence[tuple[TextField | TextArea, str]]) -> None:
    """Type into several fields, one after the other."""
    for editor, text in texts:
        write(editor, text)
