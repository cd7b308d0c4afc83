from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.appearance import Appearance
from ui.widgets.digits import DigitsField, digits_of, grouped


def field(qtbot: QtBot, longest: int = 10) -> DigitsField:
    made = DigitsField(longest)
    qtbot.addWidget(made)
    return made


def test_digits_fall_into_groups_as_they_are_typed(qtbot: QtBot, appearance: Appearance) -> None:
    made = field(qtbot)
    QTest.keyClicks(made, "1234567890")
    assert made.text() == "12345 67890"
    assert made.value() == "1234567890"
    assert made.whole


def test_what_is_no_digit_falls_out_and_nothing_goes_beyond_the_end(qtbot: QtBot, appearance: Appearance) -> None:
    made = field(qtbot)
    QTest.keyClicks(made, "12-34 ab56.7890123")
    assert made.value() == "1234567890"


def test_a_digit_put_in_the_middle_keeps_the_cursor_behind_it(qtbot: QtBot, appearance: Appearance) -> None:
    made = field(qtbot)
    QTest.keyClicks(made, "134567")
    made.setCursorPosition(1)
    QTest.keyClicks(made, "2")
    assert made.text() == "12345 67"
    assert made.cursorPosition() == 2
    assert not made.whole


def test_everything_can_be_deleted(qtbot: QtBot, appearance: Appearance) -> None:
    made = field(qtbot)
    QTest.keyClicks(made, "12")
    made.selectAll()
    QTest.keyClicks(made, "x")
    assert made.value() == ""
    assert made.cursorPosition() == 0


def test_numbers_are_grouped_for_the_eye() -> None:
    assert grouped("abcdefgh", 3) == "abc def gh"
    assert grouped("") == ""
    assert digits_of("a1 b2") == "12"
