from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from justice_desk.cases.deadline_rules import Standing
from justice_desk.jurisdictions.loading import load_profile
from tests.desks import DeskInUse
from tests.stores import START
from tests.ui.conftest import Signposts
from tests.ui.deadlines.test_words import VIEW, ZONE
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance
from ui.deadlines.page import SHOWN, DeadlinesPage, Due, deadlines_page, deadlines_title, pressing
from ui.widgets.buttons import Button
from ui.widgets.rows import LinkRow
from ui.widgets.text import Text
from ui.workplace import Workplace


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace) -> DeadlinesPage:
    made = deadlines_page(workplace)
    assert isinstance(made, DeadlinesPage)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def rows(page: DeadlinesPage) -> list[LinkRow]:
    return page.findChildren(LinkRow)


def texts(page: DeadlinesPage) -> list[str]:
    return [text.text() for text in page.findChildren(Text)]


def due(*standings: Standing) -> Due:
    views = tuple(replace(VIEW, standing=standing, subject=str(place)) for place, standing in enumerate(standings))
    return Due(load_profile("bo"), views, START)


def test_an_empty_desk_says_that_nothing_is_due_and_leads_to_the_cases(
    qtbot: QtBot, page: DeadlinesPage, signposts: Signposts
) -> None:
    page.entering()
    qtbot.waitUntil(lambda: "No hay plazos pendientes" in texts(page))
    (button,) = [one for one in page.findChildren(Button) if one.word == "Ver los casos"]
    button.click()
    assert signposts.asked == [("page", "cases")]
    assert unnamed(page) == []


def test_the_deadlines_of_a_case_lead_to_it_and_are_counted_on_the_rail(
    qtbot: QtBot, page: DeadlinesPage, workplace: Workplace, bolivia: DeskInUse, signposts: Signposts
) -> None:
    case = bolivia.suspected()
    bolivia.clock.turn(hours=2)
    with qtbot.waitSignal(workplace.waiting_changed) as counted:
        page.entering()
    assert counted.args == ["deadlines", 1]
    assert [text for text in texts(page) if text.endswith(")")][:2] == ["Vencidos (1)", "En tres días (1)"]
    page.entering()
    assert rows(page)[0].hasFocus()
    QTest.keyClick(rows(page)[0], Qt.Key.Key_Return)
    assert signposts.asked == [("case", case.id, "")]
    assert unnamed(page) == []
    assert low_targets(page) == []


def test_an_act_elsewhere_is_followed_only_while_the_page_is_seen(
    qtbot: QtBot, page: DeadlinesPage, workplace: Workplace, bolivia: DeskInUse
) -> None:
    page.hide()
    bolivia.suspected()
    workplace.act_done.emit()
    qtbot.waitUntil(lambda: not workplace.jobs.busy)
    assert rows(page) == []
    page.show()
    workplace.act_done.emit()
    qtbot.waitUntil(lambda: len(rows(page)) == 2)


def test_groups_stand_in_the_order_in_which_they_press(qtbot: QtBot, appearance: Appearance) -> None:
    page = DeadlinesPage(ZONE)
    qtbot.addWidget(page)
    page.show_due(due(*reversed(Standing)))
    headings = [text for text in texts(page) if text.endswith("(1)")]
    assert headings == ["Vencidos (1)", "Hoy (1)", "En tres días (1)", "Esta semana (1)", "Más adelante (1)"]
    assert pressing(due(*Standing).deadlines) == 2


def test_what_has_not_changed_is_left_as_it_stands(qtbot: QtBot, appearance: Appearance) -> None:
    page = DeadlinesPage(ZONE)
    qtbot.addWidget(page)
    page.show_due(due(Standing.TODAY))
    before = rows(page)
    page.show_due(due(Standing.TODAY))
    assert rows(page) == before
    page.show_due(replace(due(Standing.TODAY), now=START + timedelta(hours=3)))
    assert rows(page) != before


def test_a_long_group_shows_its_beginning_and_the_rest_when_asked(qtbot: QtBot, appearance: Appearance) -> None:
    page = DeadlinesPage(ZONE)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.show_due(due(*[Standing.LATER] * (SHOWN + 3)))
    assert len(rows(page)) == SHOWN
    (more,) = [one for one in page.findChildren(Button) if one.word == "Mostrar los demás: 3"]
    more.click()
    assert len(rows(page)) == SHOWN + 3
    assert not more.isVisible()


def test_the_page_has_a_title(appearance: Appearance) -> None:
    assert deadlines_title() == "Plazos"
