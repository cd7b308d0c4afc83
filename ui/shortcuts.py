"""Every shortcut of the desk, in one place: no two alike, none with Alt and a letter (menus own those).

A function key needs Fn on many laptops, so each has a second way. The sheet of shortcuts shows what is bound on the
screen it is asked for, so it never promises a key that does nothing.
"""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.i18n import translate

RAIL = 9
"""How many pages of the rail have a key: Alt+1 to Alt+9."""


class Key(StrEnum):
    """What a key does."""

    HELP = "help"
    SEARCH = "search"
    NEW_CASE = "new_case"
    SAVE = "save"
    NEXT = "next"
    LOCK = "lock"
    HIDE = "hide"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usual_size"
    SHEET = "sheet"


SEQUENCES: Mapping[Key, tuple[str, ...]] = {
    Key.HELP: ("F1", "Ctrl+Shift+A"),
    Key.SEARCH: ("Ctrl+K",),
    Key.NEW_CASE: ("Ctrl+N",),
    Key.SAVE: ("Ctrl+S",),
    Key.NEXT: ("Ctrl+Return", "Ctrl+Enter"),
    Key.LOCK: ("Ctrl+L",),
    Key.HIDE: ("F12", "Ctrl+Shift+H"),
    Key.LARGER: ("Ctrl++", "Ctrl+="),
    Key.SMALLER: ("Ctrl+-",),
    Key.USUAL_SIZE: ("Ctrl+0",),
    Key.SHEET: ("Ctrl+Shift+K",),
}


def rail_sequence(number: int) -> str:
    """Return the key of the page at `number` (from 1) of the rail."""
    return f"Alt+{number}"


def all_sequences() -> list[str]:
    """Return every key that the desk may use."""
    numbered = [rail_sequence(number) for number in range(1, RAIL + 1)]
    return [sequence for sequences in SEQUENCES.values() for sequence in sequences] + numbered


def bind(owner: QWidget, key: Key, slot: object) -> None:
    """Let `key` call `slot` (a bound method) as long as `owner` is there and its window is in front."""
    for sequence in SEQUENCES[key]:
        bind_sequence(owner, sequence, slot).setObjectName(key.value)


def bind_sequence(owner: QWidget, sequence: str, slot: object) -> QShortcut:
    """Let one key of a numbered row call `slot`."""
    shortcut = QShortcut(QKeySequence(sequence), owner)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(slot)
    return shortcut


def bound(window: QObject) -> list[Key]:
    """Return what the keys do on a window as it stands now, in the order of the list above."""
    present = {shortcut.objectName() for shortcut in window.findChildren(QShortcut)}
    return [key for key in Key if key.value in present]


def with_key(text: str, key: Key) -> str:
    """Return a tooltip that names the key beside what it does."""
    return f"{text} ({shown(SEQUENCES[key][0])})"


def shown(sequence: str) -> str:
    """Return a key as keyboards here are labelled."""
    return sequence.replace("Shift", translate("Shortcuts", "Shift"))


def meaning(key: Key) -> str:
    """Return what a key does, in the reader's language."""
    meanings = {
        Key.HELP: translate("Shortcuts", "Help for this screen"),
        Key.SEARCH: translate("Shortcuts", "Search"),
        Key.NEW_CASE: translate("Shortcuts", "New case"),
        Key.SAVE: translate("Shortcuts", "Save"),
        Key.NEXT: translate("Shortcuts", "Next"),
        Key.LOCK: translate("Shortcuts", "Lock the desk"),
        Key.HIDE: translate("Shortcuts", "Hide everything"),
        Key.LARGER: translate("Shortcuts", "Larger text"),
        Key.SMALLER: translate("Shortcuts", "Smaller text"),
        Key.USUAL_SIZE: translate("Shortcuts", "Usual text size"),
        Key.SHEET: translate("Shortcuts", "This list of keys"),
    }
    return meanings[key]
