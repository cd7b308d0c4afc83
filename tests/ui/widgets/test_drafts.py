import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from justice_desk.vault.rules import Draft
from ui.background import Jobs
from ui.widgets.drafts import PAUSE, DraftKeeper
from ui.workplace import Workplace

PLACE = "test:place"


class Typed(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.offered: list[Draft] = []

    def read(self) -> str:
        return self.text

    def take(self, draft: Draft) -> None:
        self.offered.append(draft)


@pytest.fixture
def typed(qtbot: QtBot) -> Typed:
    return Typed()


@pytest.fixture
def keeper(workplace: Workplace, typed: Typed) -> DraftKeeper:
    made = DraftKeeper(workplace, PLACE, typed.read, typed)
    made.offered.connect(typed.take)
    return made


def drafts(workplace: Workplace) -> list[str]:
    return [draft.text for draft in workplace.desk.accounts.drafts()]


def settle(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: not jobs.busy)


def test_a_draft_is_kept_within_three_seconds_of_the_first_key(
    qtbot: QtBot, workplace: Workplace, keeper: DraftKeeper, typed: Typed
) -> None:
    typed.text = "una vecina contó"
    keeper.touch()
    assert keeper._timer.remainingTime() <= PAUSE == 3000
    typed.text = "una vecina contó que"
    keeper.touch()
    with qtbot.waitSignal(workplace.draft_kept):
        keeper._timer.setInterval(0)
    assert drafts(workplace) == ["una vecina contó que"]


def test_a_keeper_writes_only_what_is_new(
    qtbot: QtBot, workplace: Workplace, keeper: DraftKeeper, typed: Typed, jobs: Jobs
) -> None:
    keeper.keep_now()
    assert not jobs.busy
    typed.text = "algo"
    keeper.keep_now()
    settle(qtbot, jobs)
    keeper.keep_now()
    assert not jobs.busy
    assert drafts(workplace) == ["algo"]


def test_what_was_wiped_out_is_no_draft_any_more(
    qtbot: QtBot, workplace: Workplace, keeper: DraftKeeper, typed: Typed, jobs: Jobs
) -> None:
    typed.text = "algo"
    keeper.keep_now()
    typed.text = ""
    keeper.keep_now()
    settle(qtbot, jobs)
    assert drafts(workplace) == []


def test_what_became_an_act_is_no_draft_any_more(
    qtbot: QtBot, workplace: Workplace, keeper: DraftKeeper, typed: Typed, jobs: Jobs
) -> None:
    typed.text = "algo"
    keeper.keep_now()
    keeper.drop()
    keeper.keep_now()
    settle(qtbot, jobs)
    assert drafts(workplace) == []


def test_a_draft_that_was_left_is_offered_to_whoever_typed_it(
    qtbot: QtBot, workplace: Workplace, keeper: DraftKeeper, typed: Typed, jobs: Jobs
) -> None:
    workplace.desk.accounts.keep_draft(PLACE, "sin terminar")
    workplace.desk.accounts.keep_draft("another:place", "otra cosa")
    keeper.seek()
    settle(qtbot, jobs)
    assert [draft.text for draft in typed.offered] == ["sin terminar"]


def test_what_stands_there_already_is_not_offered(
    qtbot: QtBot, workplace: Workplace, keeper: DraftKeeper, typed: Typed, jobs: Jobs
) -> None:
    typed.text = "sin terminar"
    workplace.desk.accounts.keep_draft(PLACE, "sin terminar")
    keeper.seek()
    settle(qtbot, jobs)
    assert typed.offered == []
