from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from justice_desk.communities.rules import Absence
from justice_desk.foundations.files import DiskFull
from tests.desks import DeskInUse
from tests.ui.cases.at_hand import sitting_of
from tests.ui.walker import low_targets, unnamed
from ui.administration.handover import HandoverSection
from ui.administration.new_paper import NewPaperDialog
from ui.administration.person_dialog import AddPerson
from ui.administration.removing import RemovePerson
from ui.administration.term_dialog import EnterTerm
from ui.appearance import Appearance
from ui.widgets.dialogs import Confirmation
from ui.widgets.text import Text
from ui.workplace import Workplace


class AtHand:
    def __init__(self, qtbot: QtBot, workplace: Workplace) -> None:
        self.qtbot, self.workplace = qtbot, workplace
        self.section = HandoverSection(workplace)
        self.section.resize(1000, 800)
        with qtbot.waitActive(self.section):
            self.section.show()
            self.section.activateWindow()
        self.section.entering()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.workplace.jobs.busy)

    def begun(self) -> None:
        self.section.start.click()
        self.settle()

    def dialog(self) -> QDialog:
        found: QDialog = next(one for one in self.section.findChildren(QDialog) if one.isVisible())
        return found


@pytest.fixture
def at_hand(qtbot: QtBot, workplace: Workplace) -> Iterator[AtHand]:
    made = AtHand(qtbot, workplace)
    yield made
    shiboken6.delete(made.section)


def counted(at_hand: AtHand, title: str) -> str:
    said = [text.text() for text in at_hand.section.inventory.findChildren(Text)]
    return said[said.index(title) + 1]


def test_what_is_there_is_counted_before_anything_begins(at_hand: AtHand, bolivia: DeskInUse) -> None:
    bolivia.suspected()
    at_hand.section.entering()
    at_hand.settle()
    at_hand.qtbot.waitUntil(lambda: counted(at_hand, "Casos abiertos") == "1")
    assert counted(at_hand, "Personas con cuenta") == "4"
    assert not at_hand.section.under_way.isVisible()
    assert unnamed(at_hand.section) == []


def test_the_whole_way_is_gone_step_by_step(at_hand: AtHand, bolivia: DeskInUse) -> None:
    at_hand.begun()
    section, steps = at_hand.section, at_hand.section.under_way
    assert steps.isVisible()
    assert not section.start.isVisible()
    assert unnamed(section) == []
    at_hand.qtbot.waitUntil(lambda: low_targets(section) == [])
    for button, kind in ((steps.new, AddPerson), (steps.term, EnterTerm), (steps.paper, NewPaperDialog)):
        button.click()
        dialog = at_hand.dialog()
        assert isinstance(dialog, kind)
        dialog.reject()
    (term,) = at_hand.workplace.desk.communities.in_office()
    with at_hand.qtbot.waitSignal(at_hand.workplace.act_done):
        steps.buttons[term.id].click()
    at_hand.settle()
    steps.buttons[bolivia.id_of("carla")].click()
    removing = at_hand.dialog()
    assert isinstance(removing, RemovePerson)
    with at_hand.qtbot.waitSignal(at_hand.workplace.act_done):
        removing.yes.click()
    at_hand.settle()
    assert "terminaron 1, salieron 1" in steps.came.text()
    assert bolivia.id_of("ana") not in steps.buttons
    steps.finish.click()
    assert steps.form.fields["absence"].error.text()
    steps.absence.choose(Absence.BY_RECOVERY)
    steps.finish.click()
    question = next(one for one in section.findChildren(Confirmation) if one.isVisible())
    with at_hand.qtbot.waitSignal(at_hand.workplace.act_done):
        question.yes.click()
    at_hand.settle()
    assert section.start.isVisible()
    assert bolivia.accounts("ana").newest_acts(1)[0].action == "hand_over_desk"


def test_a_handover_is_given_up_and_what_fails_is_told(at_hand: AtHand, bolivia: DeskInUse) -> None:
    at_hand.begun()
    at_hand.section.under_way.give_up.click()
    at_hand.settle()
    assert at_hand.section.start.isVisible()
    at_hand.section._presenter._refuse(DiskFull(bolivia.folder))
    assert at_hand.section.refusal.isVisible()


def test_who_is_no_authority_sees_what_is_there(qtbot: QtBot, appearance: Appearance, bolivia: DeskInUse) -> None:
    with sitting_of(bolivia, "berta") as workplace:
        made = AtHand(qtbot, workplace)
        assert made.section.only_authority.isVisible()
        assert not made.section.start.isVisible()
        shiboken6.delete(made.section)


def test_before_it_was_read_nothing_is_asked(qtbot: QtBot, workplace: Workplace) -> None:
    section = HandoverSection(workplace)
    qtbot.addWidget(section)
    for signal in (section.add_requested, section.term_requested, section.paper_requested):
        signal.emit()
    section._presenter._finish()
    assert section.findChildren(QDialog) == []
