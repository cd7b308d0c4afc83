import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from justice_desk.accounts.rules import Role
from justice_desk.foundations.ids import CaseId
from tests.desks import DeskInUse
from tests.ui.pages import PAGES, CasesPage, TellingPage
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance
from ui.background import Jobs
from ui.entrance import OpenedDesk
from ui.page import Page, pages_for
from ui.shell import Shell


@pytest.fixture
def shell(qtbot: QtBot, appearance: Appearance, opened: OpenedDesk, jobs: Jobs, bolivia: DeskInUse) -> Shell:
    made = Shell(opened, jobs, bolivia.clock, PAGES)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open_first()
    return made


def telling(shell: Shell) -> TellingPage:
    return shell.findChildren(TellingPage)[0]


def test_the_first_page_is_in_front_and_the_others_are_not_built_yet(shell: Shell) -> None:
    assert shell.front == "telling"
    assert telling(shell).came == 1
    assert shell.findChildren(CasesPage) == []


def test_alt_and_a_number_open_the_page_of_that_number(qtbot: QtBot, shell: Shell) -> None:
    with qtbot.waitSignal(shell.opened) as opened:
        QTest.keySequence(shell, "Alt+2")
    assert opened.args == ["cases"]
    assert telling(shell).went == 1
    QTest.keySequence(shell, "Alt+1")
    assert telling(shell).came == 2
    assert shell.rail._buttons["telling"].isChecked()


def test_a_case_is_opened_on_the_page_of_cases(shell: Shell) -> None:
    shell.open_case(CaseId("a-case"), "people")
    shell.open_case(CaseId("a-case"))
    shell.new_case()
    QTest.keySequence(shell, "Ctrl+K")
    (page,) = shell.findChildren(CasesPage)
    assert page.asked == [("a-case", "people"), ("a-case", ""), ("new", ""), ("search", "")]
    assert page.workplace is shell.workplace


def test_a_page_that_shows_no_cases_is_only_brought_to_the_front(
    qtbot: QtBot, appearance: Appearance, opened: OpenedDesk, jobs: Jobs, bolivia: DeskInUse
) -> None:
    bare = PAGES[2]
    shell = Shell(opened, jobs, bolivia.clock, (Page("cases", bare.title, bare.icon, bare.factory),))
    qtbot.addWidget(shell)
    shell.open_case(CaseId("a-case"))
    shell.new_case()
    assert shell.front == "cases"


def test_what_is_typed_is_kept_when_its_page_is_left(qtbot: QtBot, shell: Shell, opened: OpenedDesk) -> None:
    telling(shell).area.setPlainText("a medio escribir")
    with qtbot.waitSignal(shell.workplace.draft_kept):
        shell.open_page("bare")
    assert [draft.text for draft in opened.desk.accounts.drafts()] == ["a medio escribir"]
    qtbot.waitUntil(lambda: "Borradores: 1" in shell.status.text())
    assert "Borrador guardado 10:30" in shell.status.text()


def test_the_status_line_says_when_the_desk_locks(shell: Shell) -> None:
    shell.remaining(250)
    assert "Se bloquea en 5 min" in shell.status.text()
    shell.remaining(0)
    assert "Se bloquea en 1 min" in shell.status.text()


def test_what_waits_on_a_page_stands_on_the_rail(shell: Shell) -> None:
    shell.workplace.waiting_changed.emit("cases", 3)
    assert shell.rail._buttons["cases"].accessibleName() == "Casos: 3 por atender"


def test_the_two_ways_to_take_everything_away_are_always_there(qtbot: QtBot, shell: Shell) -> None:
    with qtbot.waitSignal(shell.lock_asked):
        QTest.mouseClick(shell.top_bar.lock, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(shell.hide_asked):
        QTest.mouseClick(shell.top_bar.hide_all, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("size", [(1366, 740), (1024, 576)])
@pytest.mark.parametrize("percent", [80, 100, 200])
def test_everything_has_a_name_and_is_a_target(
    shell: Shell, appearance: Appearance, size: tuple[int, int], percent: int
) -> None:
    appearance.resize(percent)
    shell.resize(*size)
    QApplication.processEvents()
    assert (shell.width(), shell.height()) == size
    assert unnamed(shell) == []
    assert low_targets(shell) == []


def test_the_rail_narrows_below_1100_pixels_and_with_large_text(shell: Shell, appearance: Appearance) -> None:
    wide = shell.rail.width()
    shell.resize(1024, 576)
    QApplication.processEvents()
    assert shell.rail.width() < wide
    shell.resize(1366, 740)
    QApplication.processEvents()
    assert shell.rail.width() == wide
    appearance.resize(150)
    QApplication.processEvents()
    assert shell.rail._buttons["telling"].narrow


def test_a_role_sees_its_pages_in_their_order() -> None:
    only = Page("x", PAGES[0].title, "home", PAGES[0].factory, frozenset({Role.LIAISON}))
    assert [page.key for page in pages_for(frozenset({Role.CLERK}), (*PAGES, only))] == ["telling", "cases", "bare"]
    assert [page.key for page in pages_for(frozenset({Role.LIAISON}), (only,))] == ["x"]
