from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from justice_desk.handoffs.rules import Stage
from tests.desks import DeskInUse
from tests.handoffs.road import Road, road, step
from tests.ui.conftest import Signposts
from tests.ui.walker import low_targets, unnamed
from ui.cases.tab_keys import TabKey
from ui.handoffs.page import HandoffsPage, in_order
from ui.widgets.badge import Tone
from ui.workplace import Workplace


def opened(workplace: Workplace, qtbot: QtBot) -> HandoffsPage:
    page = HandoffsPage(workplace)
    qtbot.addWidget(page)
    page.resize(1200, 600)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.entering()
    qtbot.waitUntil(lambda: page.table is not None and not workplace.jobs.busy)
    return page


def texts(page: HandoffsPage, row: int) -> list[str]:
    return [str(page.model.index(row, column).data()) for column in range(page.model.columnCount())]


def test_where_nothing_is_on_its_way_the_page_says_how_it_begins(workplace: Workplace, qtbot: QtBot) -> None:
    page = opened(workplace, qtbot)
    assert page.empty.isVisible()
    assert not page.late.isVisible()
    assert unnamed(page) == []


def test_a_handoff_that_waits_too_long_is_said_in_red_and_counted(
    workplace: Workplace, way: Road, bolivia: DeskInUse, qtbot: QtBot
) -> None:
    waiting: list[tuple[str, int]] = []
    workplace.waiting_changed.connect(lambda key, number: waiting.append((key, number)))
    way.dispatched()
    bolivia.clock.turn(days=4)
    page = opened(workplace, qtbot)
    assert waiting[-1] == ("handoffs", 1)
    assert "1" in page.late.text.text()
    assert texts(page, 0)[1:4] == ["En camino", "Vencido desde 4 mar 2026, 10:30", "Fiscalía Ficticia"]
    assert low_targets(page) == []


def test_an_answer_that_is_due_today_or_later_is_said_more_quietly(
    workplace: Workplace, way: Road, bolivia: DeskInUse, qtbot: QtBot
) -> None:
    way.delivered()
    page = opened(workplace, qtbot)
    assert texts(page, 0)[2] == "Se espera hasta 4 mar 2026, 10:30"
    bolivia.clock.turn(hours=40)
    with qtbot.waitSignal(page.model.modelReset):
        workplace.act_done.emit()
    assert texts(page, 0)[2] == "Vence hoy: 4 mar 2026, 10:30"


def test_enter_opens_the_case_at_its_guide(workplace: Workplace, way: Road, signposts: Signposts, qtbot: QtBot) -> None:
    way.prepared()
    page = opened(workplace, qtbot)
    assert page.table is not None
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert signposts.asked == [("case", way.case, TabKey.HANDOFF)]
    assert texts(page, 0)[2] == ""


def test_what_asks_for_something_to_be_done_stands_first(
    workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot
) -> None:
    late = road(bolivia).dispatched()
    bolivia.clock.turn(days=4)
    over, ready, sealed, waiting = (road(bolivia) for _ in range(4))
    ended = over.dispatched()
    over.on_the_road.set_back(over.case, ended.id, Stage.LOST, step(bolivia.clock()))
    listed = [ready.prepared(), waiting.dispatched(), sealed.sealed(), over.handoffs.handoff(over.case, ended.id)]
    listed.append(next(one for one in over.handoffs.all() if one.id == late.id))
    assert [one.stage for one in in_order(listed)] == [
        Stage.DISPATCHED,
        Stage.DISPATCHED,
        Stage.SEALED,
        Stage.PREPARING,
        Stage.LOST,
    ]
    assert in_order(listed)[0].id == late.id
    page = opened(workplace, qtbot)
    states = [page.model.columns[1].state, page.model.columns[2].state]
    assert all(state is not None for state in states)
    lost = next(one for one in workplace.desk.handoffs.all() if one.stage is Stage.LOST)
    assert page.model.columns[1].state is not None
    shown = page.model.columns[1].state(lost)
    assert shown is not None
    assert shown.tone is Tone.WARNING


def test_the_list_keeps_the_promises_of_a_model(
    workplace: Workplace, way: Road, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    way.prepared()
    page = opened(workplace, qtbot)
    qtmodeltester.check(page.model)  # type: ignore[no-untyped-call]  # pytest-qt leaves it untyped
