import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.walker import low_targets, spoken, unnamed
from ui.appearance import Appearance
from ui.widgets.tab_row import TabRow, TabText

TABS = (
    TabText("one", "Resumen", "list"),
    TabText("two", "Personas", "people"),
    TabText("three", "Historia", "history"),
)


@pytest.fixture
def row(qtbot: QtBot, appearance: Appearance) -> TabRow:
    made = TabRow(TABS, "Partes del caso")
    qtbot.addWidget(made)
    made.resize(800, 60)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open("one")
    return made


def test_the_arrows_go_from_tab_to_tab_and_round(qtbot: QtBot, row: TabRow) -> None:
    row.tab("one").setFocus()
    for key, asked in ((Qt.Key.Key_Right, "two"), (Qt.Key.Key_Down, "three"), (Qt.Key.Key_Right, "one")):
        with qtbot.waitSignal(row.asked) as signal:
            QTest.keyClick(row.focusWidget(), key)
        assert signal.args == [asked]
    with qtbot.waitSignal(row.asked) as signal:
        QTest.keyClick(row.focusWidget(), Qt.Key.Key_Left)
    assert signal.args == ["three"]


def test_enter_and_space_open_a_tab(qtbot: QtBot, row: TabRow) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(row.asked) as signal:
            QTest.keyClick(row.tab("two"), key)
        assert signal.args == ["two"]


def test_only_the_open_tab_is_a_stop_of_the_tab_key(row: TabRow) -> None:
    row.open("two")
    stops = [tab.key for tab in TABS if row.tab(tab.key).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["two"]
    assert row.tab("two").isChecked()


def test_a_key_that_means_nothing_is_left_to_others(qtbot: QtBot, row: TabRow) -> None:
    row.tab("one").setFocus()
    with qtbot.assertNotEmitted(row.asked):
        QTest.keyClick(row, Qt.Key.Key_F9)
        QTest.keyClick(row.tab("one"), Qt.Key.Key_F9)
    row.tab("one").clearFocus()
    with qtbot.assertNotEmitted(row.asked):
        QTest.keyClick(row, Qt.Key.Key_Right)


def test_tabs_that_do_not_fit_go_to_a_second_line(row: TabRow, appearance: Appearance) -> None:
    assert row.tab("three").y() == 0
    row.resize(row.minimumSizeHint().width() + 10, 200)
    assert row.tab("three").y() > 0
    assert row.heightForWidth(row.width()) > row.heightForWidth(2000)
    appearance.resize(200)
    assert row.tab("one").height() == row.tab("one").sizeHint().height()


def test_the_row_is_walked(row: TabRow) -> None:
    assert unnamed(row) == []
    assert low_targets(row) == []
    assert spoken(row.tab("one")) == "Resumen"
    assert row.sizeHint().width() > row.minimumSizeHint().width()
    assert not row.grab().isNull()
