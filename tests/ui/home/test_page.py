from datetime import timedelta
from pathlib import Path

import pytest
from pyrage import x25519
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from justice_desk.accounts.rules import Role
from justice_desk.bootstrap import wired
from justice_desk.communities.rules import NewTerm
from justice_desk.foundations.progress import Unwatched
from justice_desk.handoffs.rules import Step
from tests.desks import DeskInUse
from tests.ui.cases.at_hand import put_up, quiet, texts
from tests.ui.conftest import Signposts
from tests.ui.keyboard import press, push, reach
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance
from ui.commands import story as told
from ui.commands.story import Keys, Story
from ui.home import page as home
from ui.home.page import HomePage, home_page, home_title
from ui.home.tasks import TaskButton, tasks_for
from ui.workplace import Workplace


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace) -> HomePage:
    made = home_page(workplace)
    assert isinstance(made, HomePage)
    put_up(qtbot, made)
    made.entering()
    quiet(qtbot, workplace)
    quiet(qtbot, workplace)
    return made


def rows(page: HomePage) -> list[str]:
    return [row.text_shown.title for shown in page.rows for row in shown.rows]


def read_again(qtbot: QtBot, page: HomePage, wanted: int) -> None:
    page.entering()
    qtbot.waitUntil(lambda: len(rows(page)) == wanted, timeout=10_000)


def test_the_first_day_is_calm(page: HomePage) -> None:
    said = texts(page)
    assert "No hay nada pendiente" in said
    assert "2 mar 2026" in said
    assert [task.task.key for task in page.tasks] == ["new_case", "cases", "handoffs", "deadlines", "help"]
    assert unnamed(page) == []
    assert low_targets(page) == []


def test_every_task_is_begun_from_here_by_keyboard_alone(page: HomePage, signposts: Signposts) -> None:
    assert page.tasks[0].hasFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9)
    for task in page.tasks[1:]:
        push(task)
    assert signposts.asked == [
        ("new_case",),
        ("page", "cases"),
        ("page", "handoffs"),
        ("page", "deadlines"),
        ("page", "help"),
    ]


def test_near_deadlines_lead_to_their_case_and_are_counted(
    qtbot: QtBot, page: HomePage, workplace: Workplace, bolivia: DeskInUse, signposts: Signposts
) -> None:
    case = bolivia.suspected().id
    bolivia.clock.turn(hours=3)
    counted: list[tuple[str, int]] = []
    workplace.waiting_changed.connect(lambda key, number: counted.append((key, number)))
    read_again(qtbot, page, 2)
    assert rows(page)[0] == "Aviso verbal inmediato a la Fiscalía o a la Policía"
    assert ("deadlines", 1) in counted
    reach(page.rows[0].rows[0])
    press(Qt.Key.Key_Return)
    assert signposts.asked == [("case", case, "summary")]


def test_what_does_not_fit_is_on_its_own_page(
    qtbot: QtBot, page: HomePage, bolivia: DeskInUse, signposts: Signposts
) -> None:
    for _ in range(4):
        bolivia.suspected()
    read_again(qtbot, page, home.MOST + 1)
    assert rows(page)[-1] == "Ver los demás: 3"
    page.rows[0].rows[-1].click()
    assert signposts.asked == [("page", "deadlines")]


def test_unfinished_texts_are_gone_on_with(
    qtbot: QtBot, page: HomePage, workplace: Workplace, bolivia: DeskInUse, signposts: Signposts
) -> None:
    case = bolivia.unclear().id
    accounts = bolivia.accounts("ana")
    for place in (f"party:{case}", "new_case", "term"):
        accounts.keep_draft(place, "{}")
    with qtbot.waitSignal(workplace.drafts_changed) as counted:
        page.entering()
    assert counted.args == [3]
    assert set(rows(page)) == {"Una persona de un caso", "Un caso nuevo", "Un período de autoridad"}
    for row in page.rows[0].rows:
        row.click()
    assert sorted(signposts.asked) == sorted([("case", case, "people"), ("new_case",), ("page", "administration")])


def test_a_handoff_that_waits_for_its_receipt_turns_red_when_it_is_late(
    qtbot: QtBot, page: HomePage, bolivia: DeskInUse, signposts: Signposts, tmp_path: Path
) -> None:
    case = send_off(bolivia, tmp_path)
    read_again(qtbot, page, 1)
    (row,) = page.rows[0].rows
    assert row.text_shown.state is not None
    assert row.text_shown.detail.startswith("A-2026-0001 · enviado el 2 mar 2026")
    bolivia.clock.turn(hours=49)
    page.entering()
    late = "Vencido desde"
    qtbot.waitUntil(lambda: late in str(page.rows[0].rows[0].text_shown.state), timeout=10_000)
    page.rows[0].rows[0].click()
    assert signposts.asked == [("case", case, "handoff")]


def send_off(bolivia: DeskInUse, folder: Path) -> str:
    desk, story, clock = wired(bolivia.acting("ana")), Story("bo"), bolivia.clock
    founder = story.authorities()[0]
    desk.communities.enter_term(NewTerm(founder.office, founder.name, (clock() - timedelta(days=30)).date()))
    case = told.register(desk, story, clock)
    session = told.protect(desk, story, case, clock)
    desk.documents.issue_acta(case, session.id)
    keys = Keys(str(x25519.Identity.generate().to_public()), str(x25519.Identity.generate().to_public()))
    (folder / "drive").mkdir()
    handoff = told.hand_over(desk, story, case, keys, folder / "drive", Unwatched())
    place = story.told("road", "place")
    desk.road.dispatch(case, handoff.id, Step(clock(), story.told("road", "carrier"), place, "Sellado"))
    return case


def test_what_has_not_changed_is_left_as_it_stands(
    qtbot: QtBot, page: HomePage, workplace: Workplace, bolivia: DeskInUse
) -> None:
    bolivia.suspected()
    read_again(qtbot, page, 2)
    before = [row for shown in page.rows for row in shown.rows]
    page.entering()
    quiet(qtbot, workplace)
    quiet(qtbot, workplace)
    assert [row for shown in page.rows for row in shown.rows] == before


def test_an_act_anywhere_is_followed_a_moment_later(
    qtbot: QtBot, page: HomePage, workplace: Workplace, bolivia: DeskInUse
) -> None:
    bolivia.suspected()
    workplace.act_done.emit()
    qtbot.waitUntil(lambda: len(rows(page)) == 2, timeout=10_000)


@pytest.mark.parametrize("role", Role)
def test_every_role_may_begin_every_task(appearance: Appearance, role: Role) -> None:
    assert len(tasks_for(frozenset({role}))) == 5
    assert tasks_for(frozenset()) == ()


def test_a_task_is_as_high_as_its_words_at_every_text_size(qtbot: QtBot, appearance: Appearance) -> None:
    button = TaskButton(1, tasks_for(frozenset(Role))[0])
    qtbot.addWidget(button)
    heights = []
    for percent in (80, 200):
        appearance.resize(percent)
        button.resize(300, button.heightForWidth(300))
        button.show()
        heights.append(button.heightForWidth(300))
        assert button.sizeHint().width() > button.minimumSizeHint().width()
        button.setDown(not button.isDown())
        button.setFocus()
        assert not button.grab().isNull()
    assert heights[0] < heights[1]


def test_the_page_has_a_title(appearance: Appearance) -> None:
    assert home_title() == "Inicio"


def test_a_backup_that_is_long_ago_is_asked_for(
    qtbot: QtBot, page: HomePage, bolivia: DeskInUse, signposts: Signposts
) -> None:
    bolivia.clock.at += timedelta(days=8)
    read_again(qtbot, page, 1)
    (row,) = page.rows[0].rows
    assert row.text_shown.detail == "Sin copia de seguridad"
    push(row)
    assert signposts.asked == [("part", "administration", "backups")]
