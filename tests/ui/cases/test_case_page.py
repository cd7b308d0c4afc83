import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from justice_desk.cases.rules import PartyAbsent
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId
from tests.desks import DeskInUse
from tests.intakes import intake
from tests.ui.cases.at_hand import put_up, quiet, texts
from tests.ui.keyboard import press
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance
from ui.cases import case_page
from ui.cases.case_page import CasePage, CasePresenter
from ui.cases.tab_keys import TabKey
from ui.cases.tabs import TABS, CaseTab
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import TextArea
from ui.workplace import Workplace


class PlainTab(QWidget):
    """A tab that counts how often it came and went, and keeps a draft."""

    def __init__(self, workplace: Workplace, case: CaseId) -> None:
        super().__init__()
        self.case = case
        self.came = self.went = 0
        self.area = TextArea(parent=self)
        self.area.setAccessibleName("Texto")
        self.keeper = DraftKeeper(workplace, f"plain:{case}", self.area.value, self)

    def entering(self) -> None:
        """Count it."""
        self.came += 1

    def leaving(self) -> None:
        """Count it."""
        self.went += 1


def bare(_workplace: Workplace, _case: CaseId) -> QWidget:
    return QWidget()


def title() -> str:
    return "Parte"


PLAIN = (CaseTab(TabKey.SUMMARY, title, "list", PlainTab), CaseTab(TabKey.PEOPLE, title, "people", bare))


@pytest.fixture
def case(bolivia: DeskInUse) -> CaseId:
    return bolivia.cases().register(intake(suspicion=True, urgent=True, missing_person=True)).id


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace, case: CaseId) -> CasePage:
    made = CasePage(workplace, case, PLAIN)
    CasePresenter(made, workplace)
    put_up(qtbot, made)
    made.open_tab()
    quiet(qtbot, workplace)
    return made


def plain(page: CasePage) -> PlainTab:
    tab = page.tab("summary")
    assert isinstance(tab, PlainTab)
    return tab


def test_the_tabs_stand_in_the_order_of_the_work() -> None:
    assert [tab.key for tab in TABS] == list(TabKey)


def test_the_head_says_which_case_it_is_and_where_it_stands(page: CasePage) -> None:
    said = texts(page.head)
    assert "Viaje con oferta de trabajo" in said
    assert "JIOC-BO-051299-A-2026-0001 · Urgente · Hay una persona desaparecida" in said
    assert page.head.state.state.word == "Remisión obligatoria"
    assert "Reservado" in said
    assert unnamed(page) == []
    assert low_targets(page) == []


def test_a_case_that_is_not_excluded_is_not_called_reserved(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse
) -> None:
    page = CasePage(workplace, bolivia.unclear().id, PLAIN)
    CasePresenter(page, workplace)
    put_up(qtbot, page)
    qtbot.waitUntil(page.head.state.isVisible)
    assert not page.head.reserved.isVisible()


def test_the_arrow_keys_go_through_the_tabs(page: CasePage) -> None:
    assert page.front == "summary"
    press(Qt.Key.Key_Right)
    assert page.front == "people"
    assert page.row.tab("people").hasFocus()
    assert (plain(page).came, plain(page).went) == (1, 1)
    press(Qt.Key.Key_Left)
    assert plain(page).came == 2


def test_a_tab_that_is_left_keeps_its_draft(qtbot: QtBot, page: CasePage, bolivia: DeskInUse) -> None:
    plain(page).area.setPlainText("a medio escribir")
    page.open_tab("people")
    qtbot.waitUntil(lambda: [draft.text for draft in bolivia.accounts("ana").drafts()] == ["a medio escribir"])


def test_a_tab_that_is_not_there_is_the_first(page: CasePage) -> None:
    page.open_tab("nothing")
    assert page.front == "summary"
    assert page.tab("documents") is None


def test_a_low_page_leaves_its_height_to_the_tab(page: CasePage, appearance: Appearance) -> None:
    assert page.row.isVisible()
    page.resize(900, 400)
    assert not page.row.isVisible()
    assert page.chooser.isVisible()
    assert page.chooser.value() == "summary"
    assert not page.head.number.isVisible()
    page.open_tab("people")
    assert page.chooser.hasFocus()
    page.resize(900, 700)
    assert page.row.isVisible()
    appearance.resize(200)
    assert page.chooser.isVisible()


def test_the_way_back_leads_to_the_list(qtbot: QtBot, page: CasePage) -> None:
    with qtbot.waitSignal(page.list_requested):
        page.head.back.click()


def test_a_case_that_is_gone_sends_its_reader_away(
    qtbot: QtBot, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[DeskError] = []
    monkeypatch.setattr(case_page, "tell", lambda _window, error: told.append(error))
    page = CasePage(workplace, CaseId("nowhere"), PLAIN)
    qtbot.addWidget(page)
    presenter = CasePresenter(page, workplace)
    with qtbot.waitSignal(presenter.gone):
        pass
    assert told == []
    with qtbot.waitSignal(presenter.gone):
        presenter._fail(PartyAbsent())
    assert len(told) == 1
