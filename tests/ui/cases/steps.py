"""Steps of a case, done by keyboard alone in the whole window: registering it, and adding the people in it."""

from PySide6.QtCore import Qt

from justice_desk.cases.rules import Identity, Intake, NewParty
from justice_desk.cases.views import CaseLine
from justice_desk.foundations.ids import CaseId
from tests.ui.keyboard import choose, hotkey, now, press, push, tick, tick_all, write
from tests.ui.windows import Part, WindowAtHand
from ui.cases.case_list import CaseListPanel
from ui.cases.case_page import CasePage
from ui.cases.identity_form import IdentityForm
from ui.cases.intake_answers import YesNo
from ui.cases.new_case import NewCasePanel
from ui.cases.party_form import PartyForm
from ui.cases.people import PartyEntry, PeopleTab
from ui.cases.registered import RegisteredPanel
from ui.cases.tab_keys import TabKey


def open_new_case(hand: WindowAtHand) -> NewCasePanel:
    """Ask for a new case, and return its questions once they are there."""
    hotkey("Ctrl+N")
    hand.settle()
    panel = hand.front(NewCasePanel)
    assert panel.form is not None
    return panel


def open_case(hand: WindowAtHand, case: CaseId) -> None:
    """Go from the case in front to another one, by the list."""
    push(hand.front(CasePage).head.back)
    hand.settle()
    panel = hand.front(CaseListPanel)
    press(Qt.Key.Key_Home)
    for _ in range(panel.model.rowCount()):
        line = panel.table.view()
        if isinstance(line, CaseLine) and line.id == case:
            break
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    hand.settle()
    assert hand.front(CasePage).case == case


def register(hand: WindowAtHand, intake: Intake) -> RegisteredPanel:
    """Register a case that became known just now, and return what stands on the screen afterwards."""
    form = open_new_case(hand).form
    assert form is not None
    write(form.account, intake.account)
    write(form.title, intake.title)
    hotkey("Ctrl+Return")
    now(form.known)
    choose(form.channel, intake.channel)
    write(form.where, intake.place)
    hotkey("Ctrl+Return")
    choose(form.suspected, _yes_or_no(yes=intake.suspicion))
    tick_all(form.exploitation, intake.exploitation)
    hotkey("Ctrl+Return")
    choose(form.urgent, _yes_or_no(yes=intake.urgent))
    choose(form.missing_person, _yes_or_no(yes=intake.missing_person))
    hotkey("Ctrl+Return")
    hand.look()
    hotkey("Ctrl+S")
    hand.wait_until(lambda: hand.in_front(RegisteredPanel))
    hand.settle()
    return hand.front(RegisteredPanel)


def add_party(hand: WindowAtHand, party: NewParty) -> None:
    """Add somebody to the case in front, in its tab of people."""
    tab = _people(hand)
    there = len(tab.panel.entries)
    push(tab.panel.add_person)
    form = _face(tab, PartyForm)
    choose(form.role, party.role)
    choose(form.age, party.age)
    choose(form.gender, party.gender)
    write(form.restrictions, party.restrictions)
    write(form.language, party.language)
    if party.interpreter:
        tick(form.interpreter)
    hand.look()
    hotkey("Ctrl+S")
    hand.wait_until(lambda: len(tab.panel.entries) == there + 1)
    hand.settle()


def write_identity(hand: WindowAtHand, code: str, identity: Identity) -> None:
    """Write who somebody in the case in front is."""
    tab = _people(hand)
    push(entry_of(tab, code).write)
    form = _face(tab, IdentityForm)
    for name, editor in form.editors.items():
        write(editor, getattr(identity, name))
    hotkey("Ctrl+S")
    hand.wait_until(lambda: tab.currentWidget() is tab.panel)
    hand.settle()


def entry_of(tab: PeopleTab, code: str) -> PartyEntry:
    """Return the entry of somebody in the list of people."""
    return next(one for one in tab.panel.entries.values() if one.write.accessibleDescription() == code)


def _people(hand: WindowAtHand) -> PeopleTab:
    return hand.open_tab(TabKey.PEOPLE, PeopleTab)


def _face(tab: PeopleTab, kind: type[Part]) -> Part:
    found = tab.currentWidget()
    assert isinstance(found, kind)
    return found


def _yes_or_no(*, yes: bool) -> YesNo:
    return YesNo.YES if yes else YesNo.NO
