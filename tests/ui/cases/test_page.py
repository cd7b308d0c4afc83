import pytest
from pytestqt.qtbot import QtBot

from justice_desk.foundations.ids import CaseId
from tests.desks import DeskInUse
from tests.intakes import intake
from tests.ui.cases.at_hand import put_up, quiet, texts
from ui.cases.case_page import CasePage
from ui.cases.intake_answers import REVIEW, YesNo
from ui.cases.new_case import NewCasePanel, NewCasePresenter
from ui.cases.page import CasesPage
from ui.cases.registered import RegisteredPanel
from ui.pages import PAGES
from ui.workplace import Entering, Leaving, OpensCases, Workplace


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace) -> CasesPage:
    made = CasesPage(workplace)
    put_up(qtbot, made)
    made.entering()
    quiet(qtbot, workplace)
    return made


def guide(page: CasesPage, qtbot: QtBot) -> NewCasePanel:
    panel = page.currentWidget()
    assert isinstance(panel, NewCasePanel)
    qtbot.waitUntil(lambda: panel.form is not None)
    return panel


def presenter(panel: NewCasePanel) -> NewCasePresenter:
    (found,) = [child for child in panel.children() if isinstance(child, NewCasePresenter)]
    return found


def case_in_front(page: CasesPage) -> CasePage:
    front = page.currentWidget()
    assert isinstance(front, CasePage)
    return front


def test_the_page_stands_on_the_rail_and_opens_cases(page: CasesPage) -> None:
    assert [one.factory for one in PAGES if one.key == "cases"] == [CasesPage]
    assert isinstance(page, OpensCases)
    assert isinstance(page, Entering)
    assert isinstance(page, Leaving)


def test_the_first_case_is_begun_from_the_empty_list(qtbot: QtBot, page: CasesPage) -> None:
    assert page.list_panel.nothing_yet.action.hasFocus()
    page.list_panel.nothing_yet.action.click()
    panel = guide(page, qtbot)
    page.new_case()
    assert page.currentWidget() is panel
    panel.back.click()
    assert page.currentWidget() is page.list_panel


def test_a_saved_case_is_told_and_then_opened_where_its_next_step_is(
    qtbot: QtBot, page: CasesPage, bolivia: DeskInUse
) -> None:
    page.new_case()
    panel = guide(page, qtbot)
    form = panel.form
    assert form is not None
    form.account.setPlainText("Cuenta ficticia")
    form.title.setText("Viaje")
    form.known.now.click()
    form.channel.choose("radio")
    form.suspected.choose(YesNo.YES)
    form.urgent.choose(YesNo.NO)
    form.missing_person.choose(YesNo.NO)
    presenter(panel)._go(REVIEW)
    panel.onwards.click()
    qtbot.waitUntil(lambda: isinstance(page.currentWidget(), RegisteredPanel), timeout=10_000)
    told = page.currentWidget()
    assert isinstance(told, RegisteredPanel)
    assert "Este caso debe remitirse" in texts(told)
    told.tab_requested.emit("people")
    assert case_in_front(page).front == "people"
    assert case_in_front(page).case == bolivia.cases().cases()[0].id


def test_a_case_is_opened_from_the_list_and_the_list_comes_back(
    qtbot: QtBot, page: CasesPage, workplace: Workplace, bolivia: DeskInUse
) -> None:
    case = bolivia.suspected().id
    page.entering()
    qtbot.waitUntil(lambda: page.list_panel.model.row_total() == 1)
    page.list_panel.enter()
    page.list_panel.table._open()
    front = case_in_front(page)
    page.open_case(case, "people")
    assert case_in_front(page) is front
    assert front.front == "people"
    page.leaving()
    page.entering()
    quiet(qtbot, workplace)
    front.head.back.click()
    assert page.currentWidget() is page.list_panel
    assert page.list_panel.table.hasFocus()


def test_another_case_takes_the_place_of_the_one_that_was_open(
    qtbot: QtBot, page: CasesPage, workplace: Workplace, bolivia: DeskInUse
) -> None:
    first, second = bolivia.suspected().id, bolivia.unclear().id
    page.open_case(first)
    page.open_case(second)
    assert case_in_front(page).case == second
    quiet(qtbot, workplace)
    assert page.count() == 2


def test_what_was_typed_is_kept_when_another_face_takes_the_place(
    qtbot: QtBot, page: CasesPage, bolivia: DeskInUse
) -> None:
    case = bolivia.suspected().id
    page.new_case()
    form = guide(page, qtbot).form
    assert form is not None
    form.title.setText("A medio escribir")
    page.open_case(case)
    qtbot.waitUntil(lambda: "new_case" in {draft.place for draft in bolivia.accounts("ana").drafts()})


def test_a_case_that_is_gone_leads_back_to_the_list(qtbot: QtBot, page: CasesPage) -> None:
    page.open_case(CaseId("nowhere"))
    qtbot.waitUntil(lambda: page.currentWidget() is page.list_panel)


def test_a_similar_case_is_opened_instead_of_making_another(qtbot: QtBot, page: CasesPage, bolivia: DeskInUse) -> None:
    there = bolivia.cases().register(intake(title="Viaje con oferta")).id
    page.new_case()
    presenter(guide(page, qtbot)).case_requested.emit(there)
    assert case_in_front(page).case == there
