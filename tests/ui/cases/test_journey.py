from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from justice_desk import bootstrap
from justice_desk.cases.rules import AgeStatus, CaseState, Identity, PartyRole
from tests.desks import DeskInUse
from tests.intakes import intake, party
from tests.ui.cases.steps import add_party, entry_of, register, write_identity
from tests.ui.keyboard import hotkey, press, push, reach, write
from tests.ui.walker import found_anywhere, low_targets, unnamed
from tests.ui.windows import WindowAtHand
from ui.appearance import Appearance
from ui.cases.identity_view import IdentityView
from ui.cases.party_form import PartyForm
from ui.cases.people import PeopleTab
from ui.cases.tab_keys import TabKey
from ui.entrance import Entrance, looked_over
from ui.errors import Boundary
from ui.home.page import HomePage
from ui.main_window import MainWindow
from ui.pages import PAGES

NAME, TOLD = "Wayra Inventada", "Cuenta ficticia de un viaje (canario 4711)"
CODES = {PartyRole.VICTIM: "V-01", PartyRole.WITNESS: "T-01", PartyRole.NAMED: "S-01"}


@pytest.fixture
def hand(qtbot: QtBot, appearance: Appearance, entrance: Entrance, bolivia: DeskInUse) -> Iterator[WindowAtHand]:
    window = MainWindow(entrance, appearance, Boundary(), lambda: PAGES)
    qtbot.addWidget(window)
    made = WindowAtHand(window, qtbot)
    come_in(made, bolivia)
    yield made
    window.close()


def come_in(hand: WindowAtHand, bolivia: DeskInUse) -> None:
    bolivia.vault = bolivia.opened()
    hand.window.enter(looked_over(bootstrap.wired(bolivia.acting("ana"))))
    hand.settle()


def test_a_case_three_people_and_an_identity_by_keyboard_alone(hand: WindowAtHand, bolivia: DeskInUse) -> None:
    told = register(hand, intake(suspicion=True, urgent=True, account=TOLD))
    push(told.go)
    hand.settle()
    add_party(hand, party(PartyRole.VICTIM, AgeStatus.PROBABLY_CHILD))
    add_party(hand, party(PartyRole.WITNESS))
    add_party(hand, party(PartyRole.NAMED))
    write_identity(hand, "V-01", Identity(given_names=NAME))
    assert found_anywhere(NAME) == []

    tab = hand.open_tab(TabKey.PEOPLE, PeopleTab)
    push(entry_of(tab, "V-01").read)
    view = tab.currentWidget()
    assert isinstance(view, IdentityView)
    write(view.reason, "Para llenar la hoja reservada")
    press(Qt.Key.Key_Return)
    hand.wait_until(lambda: bool(found_anywhere(NAME)))
    hotkey("Alt+1")
    assert found_anywhere(NAME) == []

    (line,) = bolivia.cases().cases()
    case = bolivia.cases().case(line.id)
    assert case.state is CaseState.MUST_REMIT
    assert {party.role: party.code for party in case.parties} == CODES
    assert {view.kind for view in case.deadlines} >= {"AVISO_INMEDIATO", "REMISION_ESCRITA", "AVISO_DNA"}


def test_what_was_typed_is_found_on_the_first_page_after_a_lock(hand: WindowAtHand, bolivia: DeskInUse) -> None:
    hand.shell.open_case(bolivia.suspected().id, TabKey.PEOPLE)
    tab = hand.open_tab(TabKey.PEOPLE, PeopleTab)
    push(tab.panel.add_person)
    form = tab.currentWidget()
    assert isinstance(form, PartyForm)
    write(form.restrictions, "Que no la llamen a su casa")
    hand.window.lock()
    assert found_anywhere("Que no la llamen") == []
    come_in(hand, bolivia)
    (home,) = hand.shell.findChildren(HomePage)
    hand.wait_until(lambda: bool(home.rows))
    drafts = [row for rows in home.rows for row in rows.rows if row.text_shown.title == "Una persona de un caso"]
    reach(*drafts)
    press(Qt.Key.Key_Return)
    tab = hand.open_tab(TabKey.PEOPLE, PeopleTab)
    hand.wait_until(tab.panel.offer.isVisible)
    push(tab.panel.offer.action)
    again = tab.currentWidget()
    assert isinstance(again, PartyForm)
    hand.wait_until(lambda: again.restrictions.value() == "Que no la llamen a su casa")


def test_every_page_of_cases_is_walked_in_the_window(hand: WindowAtHand, bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    for page in ("home", "cases", "deadlines"):
        hand.shell.open_page(page)
        walk(hand)
    for tab in (TabKey.SUMMARY, TabKey.PEOPLE, TabKey.HISTORY):
        hand.shell.open_case(case, tab)
        walk(hand)


def walk(hand: WindowAtHand) -> None:
    hand.settle()
    assert unnamed(hand.window) == []
    hand.wait_until(lambda: low_targets(hand.window) == [])
