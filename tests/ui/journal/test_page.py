import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from justice_desk.accounts.rules import CaseAbsent, UseCase
from justice_desk.accounts.views import JournalLine, JournalStanding
from justice_desk.journal.rules import Flaw
from tests.desks import DeskInUse
from tests.handoffs.road import Road, road
from tests.stores import START
from tests.ui.conftest import Signposts
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance
from ui.cases.tab_keys import TabKey
from ui.journal.comparing import ComparePaper
from ui.journal.page import JournalPage, read_acts
from ui.journal.words import act_words, flags, standing_tone, standing_words
from ui.widgets.badge import Tone
from ui.workplace import Workplace


def opened(workplace: Workplace, qtbot: QtBot) -> JournalPage:
    page = JournalPage(workplace)
    qtbot.addWidget(page)
    page.resize(1200, 600)
    page.show()
    with qtbot.waitSignal(page.model.modelReset):
        page.entering()
    return page


def texts(page: JournalPage, row: int) -> list[str]:
    return [str(page.model.index(row, column).data()) for column in range(page.model.columnCount())]


def line(*, alone: bool = False, clock_behind: bool = False, on_paper: str = "") -> JournalLine:
    return JournalLine(1, START, "Ana Ejemplo", "seal_handoff", None, "", alone, clock_behind, True, on_paper)


def test_the_newest_act_stands_first_with_who_and_what_and_the_case(
    workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    way = road(bolivia)
    way.reviewed()
    page = opened(workplace, qtbot)
    assert texts(page, 0) == [
        "2 mar 2026, 10:30",
        "Ana Ejemplo",
        "Revisó una remisión",
        "A-2026-0001",
        "Sola o solo",
    ]
    assert texts(page, 1)[2:] == ["Preparó una remisión", "A-2026-0001", ""]
    qtmodeltester.check(page.model)  # type: ignore[no-untyped-call]  # pytest-qt leaves it untyped
    assert unnamed(page) == []
    assert low_targets(page) == []


def test_enter_opens_the_history_of_the_case_of_an_act_and_of_no_other(
    workplace: Workplace, bolivia: DeskInUse, signposts: Signposts, qtbot: QtBot
) -> None:
    way: Road = road(bolivia)
    page = opened(workplace, qtbot)
    rows = [texts(page, row)[2] for row in range(page.model.rowCount())]
    page.table.selectRow(rows.index("Ingresó o confirmó un receptor"))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert signposts.asked == []
    page.table.selectRow(rows.index("Registró un caso"))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert signposts.asked == [("case", way.case, TabKey.HISTORY)]


def test_the_journal_is_checked_and_says_what_to_compare_with_the_paper(workplace: Workplace, qtbot: QtBot) -> None:
    page = opened(workplace, qtbot)
    page.check.click()
    assert not page.check.isEnabled()
    qtbot.waitUntil(page.good.isVisible)
    assert workplace.desk.accounts.verify_journal().head in page.good.text.text()
    assert not page.bad.isVisible()
    qtbot.waitUntil(page.check.isEnabled)


def test_a_journal_that_does_not_hold_is_said_in_red(workplace: Workplace, qtbot: QtBot) -> None:
    page = opened(workplace, qtbot)
    broken = JournalStanding(12, "12 · AAAA-BBBB-CCCC", 7, Flaw.HASH.value)
    page.show_standing(standing_words(broken), standing_tone(broken))
    assert page.bad.isVisible()
    assert not page.good.isVisible()
    assert "7" in page.bad.text.text()


@pytest.mark.parametrize("flaw", Flaw)
def test_every_flaw_of_a_journal_has_its_words(appearance: Appearance, flaw: Flaw) -> None:
    words = standing_words(JournalStanding(3, "", 2, flaw.value))
    assert words.count(".") >= 2
    assert standing_tone(JournalStanding(3, "", 2, flaw.value)) is Tone.DANGER


def test_older_acts_are_read_when_they_are_asked_for(
    workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.journal.page.AT_ONCE", 2)
    way = road(bolivia)
    way.reviewed()
    page = opened(workplace, qtbot)
    assert page.model.rowCount() == 2
    assert page.older.isEnabled()
    with qtbot.waitSignal(page.model.modelReset):
        page.older.click()
    assert page.model.rowCount() == 4


def test_what_was_noted_beside_an_act_is_a_badge(appearance: Appearance) -> None:
    assert flags(line()) is None
    both = flags(line(alone=True, clock_behind=True))
    assert both is not None
    assert both.word == "Sola o solo · Reloj atrasado"
    assert both.tone is Tone.WARNING


@pytest.mark.parametrize("use_case", UseCase)
def test_every_act_has_words(appearance: Appearance, use_case: UseCase) -> None:
    assert act_words(use_case.value) != use_case.value


def test_an_act_of_a_newer_program_is_shown_as_it_stands(appearance: Appearance) -> None:
    assert act_words("fly_to_the_moon") == "fly_to_the_moon"


def test_a_case_that_is_closed_to_the_reader_has_no_number_in_the_journal(
    workplace: Workplace, bolivia: DeskInUse, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(_service: object, _case: object) -> None:
        raise CaseAbsent

    road(bolivia)
    monkeypatch.setattr(type(workplace.desk.cases), "case", absent)
    assert read_acts(workplace.desk, 50).numbers == {}


def test_the_journal_is_compared_with_a_paper(workplace: Workplace, qtbot: QtBot) -> None:
    page = opened(workplace, qtbot)
    head = workplace.desk.accounts.verify_journal().head
    page.compare.click()
    (dialog,) = page.findChildren(ComparePaper)
    assert unnamed(dialog) == []
    dialog.compare.click()
    qtbot.waitUntil(lambda: bool(dialog.form.fields["written"].error.text()))
    dialog.written.setText(head)
    dialog.compare.click()
    qtbot.waitUntil(dialog.good.isVisible)
    assert not dialog.form.fields["written"].error.text()
    dialog.written.setText("1 · AAAA-BBBB-CCCC")
    dialog.compare.click()
    qtbot.waitUntil(dialog.bad.isVisible)
    assert not dialog.good.isVisible()
    dialog.back.click()
