import pytest
from pytestqt.qtbot import QtBot

from justice_desk.cases.rules import AgeStatus, PartyRole
from justice_desk.foundations.ids import CaseId
from justice_desk.protection.rules import Acceptance, MeasureEnded, MeasureKind, MeasureState
from tests.desks import DeskInUse
from tests.intakes import intake, party
from tests.ui.conftest import Signposts
from tests.ui.walker import unnamed
from ui.protection import ending
from ui.protection.ending import EndMeasure
from ui.protection.tab import MeasuresTab
from ui.workplace import Workplace


def opened_tab(workplace: Workplace, case: CaseId, qtbot: QtBot) -> MeasuresTab:
    tab = MeasuresTab(workplace, case)
    qtbot.addWidget(tab)
    tab.resize(1000, 700)
    tab.show()
    qtbot.waitUntil(lambda: tab.presenter._sought)
    return tab


def with_victim(bolivia: DeskInUse, age: AgeStatus = AgeStatus.UNKNOWN) -> CaseId:
    case = bolivia.cases().register(intake(suspicion=True)).id
    bolivia.parties().add(case, party(PartyRole.VICTIM, age))
    return case


def filled(tab: MeasuresTab, acceptance: Acceptance = Acceptance.ACCEPTED) -> None:
    tab.protects.choose("V-01")
    tab.kind.choose(MeasureKind.ACCOMPANIMENT)
    tab.description.setPlainText("Una defensora acompaña a la familia de V-01")
    tab.responsible.setText("Defensora de turno")
    tab.acceptance.choose(acceptance)


def test_without_people_the_way_to_them_is_shown(
    workplace: Workplace, bolivia: DeskInUse, signposts: Signposts, qtbot: QtBot
) -> None:
    case = bolivia.cases().register(intake(suspicion=True)).id
    tab = opened_tab(workplace, case, qtbot)
    assert tab.nobody.isVisible()
    assert not tab.form.isVisible()
    tab.nobody.action.click()
    assert signposts.asked == [("case", case, "people")]


def test_a_measure_is_decided_and_ended_with_its_reason(workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot) -> None:
    case = with_victim(bolivia)
    tab = opened_tab(workplace, case, qtbot)
    filled(tab)
    tab.decide.click()
    qtbot.waitUntil(lambda: len(bolivia.protection().measures(case)) == 1)
    measure = bolivia.protection().measures(case)[0]
    qtbot.waitUntil(lambda: not tab.description.value())
    tab.end_requested.emit(measure.id)
    dialog = tab.findChild(EndMeasure)
    assert isinstance(dialog, EndMeasure)
    assert not unnamed(dialog)
    dialog.end.click()
    qtbot.waitUntil(lambda: bool(dialog.form.fields["reason"].error.text()))
    dialog.reason.setPlainText("Ya está con su familia")
    dialog.end.click()
    qtbot.waitUntil(lambda: bolivia.protection().measures(case)[0].state is MeasureState.LIFTED)


def test_what_is_missing_is_told_beside_its_field(workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot) -> None:
    case = with_victim(bolivia)
    tab = opened_tab(workplace, case, qtbot)
    tab.decide.click()
    assert tab.form.fields["protects"].error.text()
    filled(tab)
    tab.responsible.clear()
    tab.decide.click()
    qtbot.waitUntil(lambda: bool(tab.form.fields["responsible"].error.text()))
    assert not bolivia.protection().measures(case)


def test_an_adult_who_declines_is_not_put_under_a_measure(
    workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot
) -> None:
    case = with_victim(bolivia, AgeStatus.ADULT)
    tab = opened_tab(workplace, case, qtbot)
    filled(tab, Acceptance.DECLINED)
    tab.decide.click()
    qtbot.waitUntil(lambda: bool(tab.form.fields["acceptance"].error.text()))
    assert not bolivia.protection().measures(case)


def test_a_measure_that_was_ended_meanwhile_is_told_in_a_box(
    workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(ending, "tell", lambda _window, error: told.append(error))
    case = with_victim(bolivia)
    tab = opened_tab(workplace, case, qtbot)
    filled(tab)
    tab.decide.click()
    qtbot.waitUntil(lambda: len(bolivia.protection().measures(case)) == 1)
    measure = bolivia.protection().measures(case)[0]
    tab.end_requested.emit(measure.id)
    dialog = tab.findChild(EndMeasure)
    assert isinstance(dialog, EndMeasure)
    bolivia.protection().end(case, measure.id, MeasureState.TRANSFERRED, "La tomó otra institución")
    dialog.reason.setPlainText("Ya no hace falta")
    dialog.end.click()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], MeasureEnded)
    dialog.reject()


def test_every_part_of_the_tab_has_a_name(workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot) -> None:
    tab = opened_tab(workplace, with_victim(bolivia), qtbot)
    assert not unnamed(tab)
