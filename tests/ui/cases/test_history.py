from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.views import JournalLine
from justice_desk.foundations.ids import CaseId
from tests.desks import DeskInUse
from tests.intakes import IDENTITY, party
from tests.stores import NAMES, START
from tests.ui.cases.at_hand import put_up, quiet, texts
from tests.ui.walker import found_anywhere, unnamed
from ui.cases.history import SHOWN, HistoryTab, act_text, history_title
from ui.widgets.badge import Badge
from ui.workplace import Workplace

LINE = JournalLine(
    1, START, NAMES["ana"], UseCase.REGISTER_CASE, None, "", alone=False, clock_behind=False, formal=True
)


def tab_of(qtbot: QtBot, workplace: Workplace, case: CaseId) -> HistoryTab:
    tab = HistoryTab(workplace, case)
    put_up(qtbot, tab)
    return tab


def test_every_act_on_a_case_is_told_the_newest_first(qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    girl = bolivia.parties().add(case, party())
    bolivia.clock.turn(minutes=5)
    bolivia.parties("berta").write_identity(case, girl.id, IDENTITY)
    tab = tab_of(qtbot, workplace, case)
    tab.entering()
    qtbot.waitUntil(lambda: len(tab.lines) == 3)
    assert next(line.words.text() for line in tab.lines).endswith(": V-01")
    assert any(text.endswith(f"10:35 · {NAMES['berta']}") for text in texts(tab))
    assert found_anywhere(IDENTITY.given_names) == []
    assert unnamed(tab) == []


def test_an_act_done_alone_or_with_a_doubtful_clock_is_marked(qtbot: QtBot, workplace: Workplace) -> None:
    tab = tab_of(qtbot, workplace, CaseId("a-case"))
    tab.show_lines([replace(LINE, alone=True, clock_behind=True), LINE])
    assert len(tab.findChildren(Badge)) == 1
    quiet(qtbot, workplace)


def test_somebody_who_left_the_desk_is_not_forgotten(qtbot: QtBot, workplace: Workplace) -> None:
    tab = tab_of(qtbot, workplace, CaseId("a-case"))
    tab.show_lines([replace(LINE, actor="")])
    qtbot.waitUntil(lambda: any("Una persona que ya no está" in text for text in texts(tab)))


def test_a_long_history_shows_older_acts_when_asked(qtbot: QtBot, workplace: Workplace) -> None:
    tab = tab_of(qtbot, workplace, CaseId("a-case"))
    tab.show_lines([replace(LINE, seq=number) for number in range(SHOWN + 5)])
    assert len(tab.lines) == SHOWN
    assert tab.more is not None
    tab.more.click()
    assert len(tab.lines) == SHOWN + 5
    assert tab.more is None


def test_what_an_act_is_about_is_said_only_where_it_is_a_code() -> None:
    assert act_text(replace(LINE, about="JIOC-BO-1")) == act_text(LINE)
    assert act_text(replace(LINE, action=UseCase.ADD_PARTY, about="V-01")).endswith(": V-01")
    assert not act_text(replace(LINE, action=UseCase.ADD_PARTY)).endswith(":")


def test_a_history_that_may_not_be_read_says_so(qtbot: QtBot, workplace: Workplace) -> None:
    tab = tab_of(qtbot, workplace, CaseId("nowhere"))
    tab.entering()
    qtbot.waitUntil(lambda: any("Este caso no está aquí" in text for text in texts(tab)))


def test_the_history_is_followed_while_it_is_seen_and_scrolled_with_keys(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse
) -> None:
    case = bolivia.suspected().id
    tab = tab_of(qtbot, workplace, case)
    tab.hide()
    workplace.act_done.emit()
    quiet(qtbot, workplace)
    assert tab.lines == []
    tab.show()
    workplace.act_done.emit()
    qtbot.waitUntil(lambda: len(tab.lines) == 1)
    tab.show_lines([replace(LINE, seq=number) for number in range(40)])
    qtbot.waitUntil(lambda: tab.verticalScrollBar().maximum() > 0)
    tab.setFocus()
    QTest.keyClick(tab, Qt.Key.Key_PageDown)
    assert tab.verticalScrollBar().value() > 0
    assert history_title() == "Historia"
