from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from justice_desk import bootstrap
from justice_desk.cases.rules import AgeStatus, CaseState, Channel, PartyRole
from tests.desks import DeskInUse
from tests.ui.cases.at_hand import quiet
from tests.ui.keyboard import choose, hotkey, now, press, push, reach, write
from tests.ui.walker import found_anywhere, low_targets, unnamed
from ui.appearance import Appearance
from ui.cases.case_page import CasePage
from ui.cases.identity_form import IdentityForm
from ui.cases.identity_view import IdentityView
from ui.cases.intake_answers import YesNo
from ui.cases.new_case import NewCasePanel
from ui.cases.page import CasesPage
from ui.cases.party_form import PartyForm
from ui.cases.people import PeopleTab
from ui.cases.registered import RegisteredPanel
from ui.entrance import Entrance, looked_over
from ui.errors import Boundary
from ui.home.page import HomePage
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.shell import Shell

NAME, TOLD = "Wayra Inventada", "Cuenta ficticia de un viaje (canario 4711)"


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance, entrance: Entrance, bolivia: DeskInUse) -> Iterator[MainWindow]:
    made = MainWindow(entrance, appearance, Boundary(), lambda: PAGES)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    come_in(qtbot, made, bolivia)
    yield made
    made.close()


def come_in(qtbot: QtBot, window: MainWindow, bolivia: DeskInUse) -> None:
    bolivia.vault = bolivia.opened()
    with qtbot.waitSignal(window.unlocked):
        window.enter(looked_over(bootstrap.wired(bolivia.acting("ana"))))
    settled(qtbot, window)


def shell(window: MainWindow) -> Shell:
    assert window.sitting is not None
    return window.sitting.shell


def settled(qtbot: QtBot, window: MainWindow) -> None:
    quiet(qtbot, shell(window).workplace)


def front(window: MainWindow) -> QWidget:
    (page,) = shell(window).findChildren(CasesPage)
    found = page.currentWidget()
    assert found is not None
    return found


def people(window: MainWindow) -> PeopleTab:
    page = front(window)
    assert isinstance(page, CasePage)
    tab = page.tab("people")
    assert isinstance(tab, PeopleTab)
    return tab


def register(qtbot: QtBot, window: MainWindow) -> None:
    hotkey("Ctrl+N")
    panel = front(window)
    assert isinstance(panel, NewCasePanel)
    qtbot.waitUntil(lambda: panel.form is not None)
    form = panel.form
    assert form is not None
    write(form.account, TOLD)
    write(form.title, "Viaje con oferta")
    hotkey("Ctrl+Return")
    now(form.known)
    choose(form.channel, Channel.THIRD_PARTY)
    hotkey("Ctrl+Return")
    choose(form.suspected, YesNo.YES)
    hotkey("Ctrl+Return")
    choose(form.urgent, YesNo.YES)
    choose(form.missing_person, YesNo.NO)
    hotkey("Ctrl+Return")
    hotkey("Ctrl+S")
    qtbot.waitUntil(lambda: isinstance(front(window), RegisteredPanel), timeout=20_000)


def add(qtbot: QtBot, window: MainWindow, role: PartyRole, age: AgeStatus) -> None:
    tab = people(window)
    there = len(tab.panel.entries)
    push(tab.panel.add_person)
    form = tab.currentWidget()
    assert isinstance(form, PartyForm)
    choose(form.role, role)
    choose(form.age, age)
    hotkey("Ctrl+S")
    qtbot.waitUntil(lambda: len(tab.panel.entries) == there + 1, timeout=20_000)
    settled(qtbot, window)


def test_a_case_three_people_and_an_identity_by_keyboard_alone(
    qtbot: QtBot, window: MainWindow, bolivia: DeskInUse
) -> None:
    register(qtbot, window)
    told = front(window)
    assert isinstance(told, RegisteredPanel)
    push(told.go)
    page = front(window)
    assert isinstance(page, CasePage)
    settled(qtbot, window)
    press(Qt.Key.Key_Right)
    assert page.front == "people"
    settled(qtbot, window)
    add(qtbot, window, PartyRole.VICTIM, AgeStatus.PROBABLY_CHILD)
    add(qtbot, window, PartyRole.WITNESS, AgeStatus.ADULT)
    add(qtbot, window, PartyRole.NAMED, AgeStatus.ADULT)

    tab = people(window)
    girl = next(entry for entry in tab.panel.entries.values() if entry.write.accessibleDescription() == "V-01")
    push(girl.write)
    form = tab.currentWidget()
    assert isinstance(form, IdentityForm)
    write(form.editors["given_names"], NAME)
    hotkey("Ctrl+S")
    qtbot.waitUntil(lambda: tab.currentWidget() is tab.panel, timeout=20_000)
    settled(qtbot, window)
    assert found_anywhere(NAME) == []

    girl = next(entry for entry in tab.panel.entries.values() if entry.read.isVisible())
    push(girl.read)
    view = tab.currentWidget()
    assert isinstance(view, IdentityView)
    write(view.reason, "Para llenar la hoja reservada")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(found_anywhere(NAME)), timeout=20_000)
    hotkey("Alt+1")
    assert found_anywhere(NAME) == []

    (line,) = bolivia.cases().cases()
    case = bolivia.cases().case(line.id)
    assert case.state is CaseState.MUST_REMIT
    assert {party.code for party in case.parties} == {"S-01", "T-01", "V-01"}
    assert {view.kind for view in case.deadlines} >= {"AVISO_INMEDIATO", "REMISION_ESCRITA", "AVISO_DNA"}


def test_what_was_typed_is_found_on_the_first_page_after_a_lock(
    qtbot: QtBot, window: MainWindow, bolivia: DeskInUse
) -> None:
    case = bolivia.suspected().id
    shell(window).open_case(case, "people")
    settled(qtbot, window)
    tab = people(window)
    tab.panel.add_person.click()
    form = tab.currentWidget()
    assert isinstance(form, PartyForm)
    write(form.restrictions, "Que no la llamen a su casa")
    window.lock()
    assert found_anywhere("Que no la llamen") == []
    come_in(qtbot, window, bolivia)
    (home,) = shell(window).findChildren(HomePage)
    qtbot.waitUntil(lambda: bool(home.rows), timeout=20_000)
    drafts = [row for rows in home.rows for row in rows.rows if row.text_shown.title == "Una persona de un caso"]
    reach(*drafts)
    press(Qt.Key.Key_Return)
    tab = people(window)
    qtbot.waitUntil(tab.panel.offer.isVisible, timeout=20_000)
    settled(qtbot, window)
    push(tab.panel.offer.action)
    again = tab.currentWidget()
    assert isinstance(again, PartyForm)
    qtbot.waitUntil(lambda: again.restrictions.value() == "Que no la llamen a su casa", timeout=20_000)


def test_every_page_of_cases_is_walked_in_the_window(qtbot: QtBot, window: MainWindow, bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    for page in ("home", "cases", "deadlines"):
        shell(window).open_page(page)
        walk(qtbot, window)
    for tab in ("summary", "people", "history"):
        shell(window).open_case(case, tab)
        walk(qtbot, window)


def walk(qtbot: QtBot, window: MainWindow) -> None:
    settled(qtbot, window)
    assert unnamed(window) == []
    qtbot.waitUntil(lambda: low_targets(window) == [])
