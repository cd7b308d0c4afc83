from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.walker import low_targets, spoken, unnamed
from ui.appearance import Appearance
from ui.widgets.badge import State, Tone
from ui.widgets.rows import LinkRow, RowList, RowText

LONG = "Aviso verbal inmediato a la Fiscalía o a la Policía, con el nombre de quien lo recibe y la hora"
STATE = State("Vencido desde 26 nov 2026, 11:42", Tone.DANGER)


def shown(qtbot: QtBot, width: int, text: RowText) -> LinkRow:
    row = LinkRow(text)
    qtbot.addWidget(row)
    row.resize(width, row.heightForWidth(width))
    row.show()
    return row


def test_a_row_opens_on_enter_space_and_a_click(qtbot: QtBot, appearance: Appearance) -> None:
    row = shown(qtbot, 600, RowText("Un plazo"))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(row.clicked):
            QTest.keyClick(row, key)
    with qtbot.waitSignal(row.clicked):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)


def test_a_row_says_its_title_and_its_state_to_a_screen_reader(qtbot: QtBot, appearance: Appearance) -> None:
    row = shown(qtbot, 600, RowText("Un plazo", "A-2026-0001", STATE, "clock"))
    assert spoken(row) == f"Un plazo. {STATE.word}"
    assert row.accessibleDescription() == "A-2026-0001"
    row.show_text(RowText("Otro"))
    assert spoken(row) == "Otro"


def test_the_words_keep_their_room_and_the_state_goes_below(qtbot: QtBot, appearance: Appearance) -> None:
    text = RowText(LONG, "A-2026-0001", STATE, "clock")
    wide, narrow = shown(qtbot, 900, text), shown(qtbot, 340, text)
    title, _, badge, _ = wide._places(900)
    assert badge.left() > title.right()
    title, detail, badge, bottom = narrow._places(340)
    assert badge.top() > detail.bottom() > title.bottom()
    assert bottom <= narrow.height()


def test_a_row_is_as_high_as_its_words_at_every_text_size(qtbot: QtBot, appearance: Appearance) -> None:
    for percent in (80, 100, 200):
        appearance.resize(percent)
        rows = RowList()
        qtbot.addWidget(rows)
        row = rows.add(RowText(LONG, LONG, STATE))
        rows.resize(420, rows.heightForWidth(420))
        rows.show()
        assert row.height() == row.heightForWidth(row.width())


def test_rows_are_walked(qtbot: QtBot, appearance: Appearance) -> None:
    rows = RowList()
    qtbot.addWidget(rows)
    for title in ("Uno", "Dos"):
        rows.add(RowText(title))
    rows.resize(500, 200)
    rows.show()
    assert [row.text_shown.title for row in rows.rows] == ["Uno", "Dos"]
    assert unnamed(rows) == []
    assert low_targets(rows) == []
    rows.rows[0].setDown(True)
    rows.rows[0].setFocus()
    assert not rows.grab().isNull()
