import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import ui
from ui.shortcuts import SEQUENCES, Key, all_sequences, bind, bound, meaning, shown, with_key

UI = Path(ui.__file__).parent


def test_no_two_keys_are_alike() -> None:
    sequences = [QKeySequence(sequence).toString() for sequence in all_sequences()]
    assert len(sequences) == len(set(sequences))


def test_every_key_can_be_typed() -> None:
    assert all(QKeySequence(sequence).count() == 1 for sequence in all_sequences())


def test_no_key_is_alt_with_a_letter() -> None:
    assert [sequence for sequence in all_sequences() if re.fullmatch(r"Alt\+[A-Za-z]", sequence)] == []


def test_every_function_key_has_a_second_way() -> None:
    for sequences in SEQUENCES.values():
        if re.fullmatch(r"F\d+", sequences[0]):
            assert len(sequences) > 1


@pytest.mark.parametrize("key", Key)
def test_every_key_says_what_it_does(key: Key) -> None:
    assert len(meaning(key)) > 3
    assert SEQUENCES[key]


@pytest.mark.parametrize("key", Key)
def test_every_key_is_bound_by_some_screen(key: Key) -> None:
    screens = "\n".join(path.read_text(encoding="utf-8") for path in UI.rglob("*.py"))
    assert re.search(rf"\bbind\(\s*[^,()]+,\s*Key\.{key.name}\b", screens), "a key that does nothing is promised"


def test_a_tooltip_names_the_key() -> None:
    assert with_key("Lock", Key.LOCK) == "Lock (Ctrl+L)"
    assert shown("Ctrl+Shift+H") == "Ctrl+Shift+H"


def test_a_bound_key_calls_its_slot_and_stands_on_the_sheet(qtbot: QtBot) -> None:
    class Window(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.saved = 0

        def save(self) -> None:
            self.saved += 1

    window = Window()
    qtbot.addWidget(window)
    assert bound(window) == []
    bind(window, Key.SAVE, window.save)
    assert bound(window) == [Key.SAVE]
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.keySequence(window, "Ctrl+S")
    assert window.saved == 1
