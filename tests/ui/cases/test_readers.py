from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from justice_desk.accounts.rules import PERMISSIONS, UseCase
from justice_desk.foundations.ids import CaseId
from tests.desks import DeskInUse
from tests.intakes import intake
from tests.stores import NAMES
from tests.ui.walker import low_targets, unnamed
from ui.cases.people import PeopleTab
from ui.cases.readers import ReadersDialog
from ui.widgets.badge import Badge
from ui.widgets.dialogs import Confirmation
from ui.widgets.text import Text
from ui.workplace import Workplace


class AtHand:
    def __init__(self, qtbot: QtBot, workplace: Workplace, case: CaseId, may: frozenset[UseCase]) -> None:
        self.qtbot, self.workplace = qtbot, workplace
        self.tab = PeopleTab(workplace, case)
        self.tab.resize(1000, 700)
        with qtbot.waitActive(self.tab):
            self.tab.show()
            self.tab.activateWindow()
        self.dialog = ReadersDialog(workplace, case, may, self.tab)
        self.dialog.open()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.workplace.jobs.busy)

    def said(self) -> list[str]:
        return [text.text() for text in self.dialog.list.findChildren(Text) if text.isVisibleTo(self.dialog)]

    def states(self) -> list[str]:
        return [badge.state.word for badge in self.dialog.list.findChildren(Badge) if badge.isVisibleTo(self.dialog)]

    def confirm(self) -> None:
        question = next(one for one in self.dialog.findChildren(Confirmation) if one.isVisible())
        with self.qtbot.waitSignal(self.workplace.act_done):
            question.yes.click()
        self.settle()


@pytest.fixture
def at_hand(qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse) -> Iterator[AtHand]:
    made = AtHand(qtbot, workplace, bolivia.suspected().id, frozenset(PERMISSIONS))
    yield made
    shiboken6.delete(made.tab)


def test_everybody_is_shown_with_what_their_keys_open(at_hand: AtHand) -> None:
    at_hand.qtbot.waitUntil(lambda: f"{NAMES['ana']} (quien está trabajando ahora)" in at_hand.said())
    assert at_hand.states() == ["Lee todo", "Lee el resumen", "Lee todo", "Sin llave"]
    assert unnamed(at_hand.dialog) == []
    assert low_targets(at_hand.dialog) == []


def test_a_key_is_taken_away_after_asking_once_more_and_given_again(at_hand: AtHand, bolivia: DeskInUse) -> None:
    carla = bolivia.id_of("carla")
    at_hand.dialog.buttons[carla].click()
    at_hand.confirm()
    assert bolivia.cases("carla").cases() == []
    at_hand.qtbot.waitUntil(lambda: "Fue apartada de este caso." in at_hand.said())
    at_hand.dialog.buttons[carla].click()
    at_hand.confirm()
    assert len(bolivia.cases("carla").cases()) == 1
    at_hand.qtbot.waitUntil(lambda: bool(at_hand.said()) and "Fue apartada de este caso." not in at_hand.said())


def test_whoever_takes_their_own_key_is_told_and_sees_nothing_any_more(at_hand: AtHand, bolivia: DeskInUse) -> None:
    at_hand.dialog.buttons[bolivia.id_of("ana")].click()
    question = next(one for one in at_hand.dialog.findChildren(Confirmation) if one.isVisible())
    assert "Usted pierde el caso" in " ".join(text.text() for text in question.findChildren(Text))
    at_hand.confirm()
    assert "Este caso no está aquí" in at_hand.dialog.refusal.text.text()


def test_the_last_one_who_reads_it_stays(qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse) -> None:
    case = bolivia.cases().register(intake(), [bolivia.id_of(who) for who in ("berta", "carla", "delia")]).id
    at_hand = AtHand(qtbot, workplace, case, frozenset(PERMISSIONS))
    at_hand.dialog.buttons[bolivia.id_of("ana")].click()
    question = next(one for one in at_hand.dialog.findChildren(Confirmation) if one.isVisible())
    question.yes.click()
    qtbot.waitUntil(at_hand.dialog.refusal.isVisible)
    shiboken6.delete(at_hand.tab)


def test_who_may_not_change_it_may_look(qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse) -> None:
    at_hand = AtHand(qtbot, workplace, bolivia.suspected().id, frozenset())
    assert at_hand.dialog.buttons == {}
    at_hand.dialog.close_it.click()
    at_hand.qtbot.waitUntil(lambda: not shiboken6.isValid(at_hand.dialog))
    shiboken6.delete(at_hand.tab)


def test_the_tab_of_people_leads_to_it(qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse) -> None:
    tab = PeopleTab(workplace, bolivia.suspected().id)
    qtbot.addWidget(tab)
    tab.panel.readers.click()
    assert tab.findChildren(ReadersDialog) == []
    tab.entering()
    qtbot.waitUntil(lambda: not workplace.jobs.busy)
    tab.panel.readers.click()
    assert len(tab.findChildren(ReadersDialog)) == 1
    qtbot.waitUntil(lambda: not workplace.jobs.busy)
