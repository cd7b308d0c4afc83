from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.walker import unnamed
from ui.appearance import Appearance
from ui.widgets.badge import State, Tone
from ui.widgets.table import Column, Table, TableModel, Told, ViewsModel


@dataclass(frozen=True)
class Row:
    number: str
    title: str
    parties: int


ROWS = [Row(f"2026-{number:03}", f"Asunto {number}", number) for number in range(30)]
COLUMNS = (
    Column("Número", lambda row: row.number, 12),
    Column("Asunto", lambda row: row.title, stretch=True),
    Column("Estado", lambda _: "Borrador", state=lambda _: State("Borrador", Tone.QUIET)),
    Column("Partes", lambda row: str(row.parties), 8, right=True),
)


@pytest.fixture
def model(appearance: Appearance) -> ViewsModel:
    made = ViewsModel(COLUMNS)
    made.show_views(ROWS)
    return made


@pytest.fixture
def table(qtbot: QtBot, model: ViewsModel) -> Table:
    made = Table(model, "Casos")
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    return made


def test_a_model_over_views_is_sound(qtbot: QtBot, model: ViewsModel) -> None:
    judge = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_views([])
    model.show_views(ROWS[:3])
    assert judge.model() is model


def test_cells_show_the_texts_of_their_views(model: ViewsModel) -> None:
    assert model.index(3, 1).data() == "Asunto 3"
    assert model.index(3, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Asunto 3"
    assert model.index(3, 1).data(Told.VIEW) == ROWS[3]
    assert model.index(3, 1).data(Told.STATE) is None
    assert model.index(3, 2).data(Told.STATE) == State("Borrador", Tone.QUIET)
    assert model.index(3, 3).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight.value
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Asunto"
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0


def test_a_row_that_is_still_being_read_shows_that(appearance: Appearance) -> None:
    class Slow(TableModel):
        def row_total(self) -> int:
            return 1

        def view_at(self, row: int) -> object:
            assert row == 0
            return None

    slow = Slow(COLUMNS)
    assert slow.index(0, 0).data() == "…"
    assert slow.index(0, 0).data(Told.VIEW) is None


def test_a_model_that_says_nothing_is_a_mistake(appearance: Appearance) -> None:
    bare = TableModel(COLUMNS)
    with pytest.raises(NotImplementedError):
        bare.row_total()
    with pytest.raises(NotImplementedError):
        bare.view_at(0)


def test_enter_and_a_double_click_open_a_row(qtbot: QtBot, table: Table) -> None:
    with qtbot.waitSignal(table.picked) as picked:
        table.selectRow(4)
    assert picked.args == [ROWS[4]]
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [ROWS[4]]
    place = table.visualRect(table.model().index(2, 0)).center()
    with qtbot.waitSignal(table.opened) as opened:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [ROWS[2]]
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.view() == ROWS[3]


def test_nothing_is_opened_where_there_is_nothing(qtbot: QtBot, table: Table, model: ViewsModel) -> None:
    model.show_views([])
    heard: list[object] = []
    table.opened.connect(heard.append)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.view() is None
    assert heard == []


def test_the_column_that_stretches_takes_what_is_left_and_never_vanishes(table: Table) -> None:
    table.resize(1200, 300)
    wide = table.columnWidth(1)
    table.resize(300, 300)
    assert table.columnWidth(1) < wide
    assert table.columnWidth(1) > 60


def test_rows_are_targets_and_grow_with_the_text(table: Table, appearance: Appearance) -> None:
    assert table.rowHeight(0) >= 40
    appearance.resize(200)
    QApplication.processEvents()
    assert table.rowHeight(0) >= 80
    assert unnamed(table) == []
    table.resizeColumnToContents(2)
    table.resizeColumnToContents(1)
    table.grab()
