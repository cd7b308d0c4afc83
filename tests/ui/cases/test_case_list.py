import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.desks import DeskInUse
from tests.intakes import intake
from tests.ui.cases.at_hand import put_up, quiet, texts
from tests.ui.keyboard import press, write
from tests.ui.walker import low_targets, unnamed
from ui.cases.case_list import CaseListPanel, CaseListPresenter, cases_title, matching
from ui.cases.words import short_number
from ui.theme import look
from ui.workplace import Workplace


@pytest.fixture
def panel(qtbot: QtBot, workplace: Workplace) -> CaseListPanel:
    made = CaseListPanel(workplace.zone)
    CaseListPresenter(made, workplace)
    put_up(qtbot, made)
    return made


def presenter(panel: CaseListPanel) -> CaseListPresenter:
    (found,) = [child for child in panel.children() if isinstance(child, CaseListPresenter)]
    return found


def titles(panel: CaseListPanel) -> list[str]:
    return [panel.model.index(row, 1).data() for row in range(panel.model.row_total())]


def three_cases(bolivia: DeskInUse) -> None:
    for title in ("Deslinde de una parcela", "Riña en la feria", "Niñez: viaje con oferta"):
        bolivia.clock.turn(minutes=1)
        bolivia.cases().register(intake(bolivia.clock(), title=title, suspicion=title.startswith("Niñez")))


def test_the_first_day_says_what_to_do(qtbot: QtBot, panel: CaseListPanel) -> None:
    presenter(panel).refresh()
    qtbot.waitUntil(panel.nothing_yet.isVisible)
    assert "Todavía no hay casos" in texts(panel)
    assert not panel.field.isVisible()
    panel.enter()
    with qtbot.waitSignal(presenter(panel).new_case_requested):
        press(Qt.Key.Key_Space)


def test_cases_are_listed_the_newest_first_with_state_and_next_deadline(
    qtbot: QtBot, panel: CaseListPanel, bolivia: DeskInUse, qtmodeltester: ModelTester
) -> None:
    three_cases(bolivia)
    presenter(panel).refresh()
    qtbot.waitUntil(lambda: panel.model.row_total() == 3)
    assert titles(panel)[0] == "Niñez: viaje con oferta"
    told = [panel.model.index(0, column).data() for column in range(5)]
    assert told == ["A-2026-0003", "Niñez: viaje con oferta", "Remisión obligatoria", "2 mar 2026, 10:33", "Vence hoy"]
    assert panel.model.index(1, 4).data() == ""
    qtmodeltester.check(panel.model)  # type: ignore[no-untyped-call]  # pytest-qt leaves it untyped
    assert unnamed(panel) == []
    assert low_targets(panel) == []


def test_a_search_needs_neither_accents_nor_order(qtbot: QtBot, panel: CaseListPanel, bolivia: DeskInUse) -> None:
    three_cases(bolivia)
    presenter(panel).refresh()
    qtbot.waitUntil(lambda: panel.model.row_total() == 3)
    write(panel.search, "oferta ninez")
    assert titles(panel) == ["Niñez: viaje con oferta"]
    panel.search.setText("0002")
    assert titles(panel) == ["Riña en la feria"]
    panel.search.setText("nada de esto")
    assert panel.nothing_found.isVisible()
    panel.search.clear()
    assert len(titles(panel)) == 3


def test_a_case_is_found_and_opened_by_keyboard_alone(qtbot: QtBot, panel: CaseListPanel, bolivia: DeskInUse) -> None:
    three_cases(bolivia)
    presenter(panel).refresh()
    qtbot.waitUntil(lambda: panel.model.row_total() == 3)
    write(panel.search, "parcela")
    press(Qt.Key.Key_Down)
    assert panel.table.hasFocus()
    wanted = next(line.id for line in bolivia.cases().cases() if line.title.startswith("Deslinde"))
    with qtbot.waitSignal(presenter(panel).case_requested) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == [wanted]


def test_the_line_under_the_cursor_stays_when_the_list_is_read_anew(
    qtbot: QtBot, panel: CaseListPanel, workplace: Workplace, bolivia: DeskInUse
) -> None:
    three_cases(bolivia)
    presenter(panel).refresh()
    qtbot.waitUntil(lambda: panel.model.row_total() == 3)
    panel.enter()
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    bolivia.clock.turn(minutes=1)
    bolivia.cases().register(intake(bolivia.clock(), title="Uno más"))
    workplace.act_done.emit()
    qtbot.waitUntil(lambda: panel.model.row_total() == 4)
    assert panel.table.currentIndex().siblingAtColumn(1).data() == "Riña en la feria"


def test_a_hidden_list_waits_until_it_is_seen(
    qtbot: QtBot, panel: CaseListPanel, workplace: Workplace, bolivia: DeskInUse
) -> None:
    panel.hide()
    bolivia.unclear()
    workplace.act_done.emit()
    quiet(qtbot, workplace)
    assert panel.model.row_total() == 0


def test_little_room_leaves_the_moment_of_knowledge_out(panel: CaseListPanel) -> None:
    titles = [column.title for column in panel.model.columns]
    known = titles.index("Se supo")
    panel.resize(look().px(1001), 600)
    assert not panel.table.isColumnHidden(known)
    panel.resize(look().px(900), 600)
    assert panel.table.isColumnHidden(known)


def test_nothing_sought_finds_everything() -> None:
    assert matching((), (), "x") == ()


def test_a_number_is_said_by_its_end() -> None:
    assert short_number("JIOC-BO-051299-A-2026-0003") == "A-2026-0003"


def test_the_list_has_a_title(panel: CaseListPanel) -> None:
    assert cases_title() == "Casos"
