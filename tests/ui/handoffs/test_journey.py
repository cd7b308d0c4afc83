import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from justice_desk import bootstrap
from justice_desk.bootstrap import Desk
from justice_desk.foundations.ids import CaseId, HandoffId
from justice_desk.foundations.progress import Progress
from justice_desk.handoffs.rules import Stage
from justice_desk.handoffs.views import HandoffView
from justice_desk.packets.rules import Part
from tests.stores import HandClock
from tests.ui.conftest import Signposts
from tests.ui.handoffs.guides import GuideAtHand
from tests.ui.handoffs.steps import (
    Prosecutor,
    confirm_key,
    enter_receipt,
    enter_receiver,
    give_notice,
    issue,
    newest,
    prepare,
    review,
    seal,
    travel,
)
from tests.ui.keyboard import hotkey, push, write
from ui.appearance import Appearance
from ui.background import Jobs
from ui.commands.story import Story, hear_own_matter, register
from ui.entrance import looked_over
from ui.handoffs import seal_step
from ui.handoffs.content import Place
from ui.handoffs.drives import Drive
from ui.handoffs.voiding import VoidHandoff
from ui.widgets.badge import Badge
from ui.widgets.dialogs import Confirmation
from ui.widgets.text import Text
from ui.workplace import Workplace

PASSPHRASE = "lamina corteza nube 41"


class Telling:
    """A prepared desk with the fictitious case of one country, and its guide."""

    def __init__(self, country: str, folder: Path, jobs: Jobs, qtbot: QtBot) -> None:
        self.clock, self.story = HandClock(), Story(country)
        founding = self.story.founding(PASSPHRASE, self.clock())
        self.desk: Desk = bootstrap.found(folder / "store", founding, self.clock).take_place()
        self.case: CaseId = register(self.desk, self.story, self.clock)
        self.drive = folder / "drive"
        self.drive.mkdir()
        self.clock.turn(minutes=10)
        self.desk.protection.decide(self.case, self.story.measure(self.clock()))
        self.desk.hearings.record(self.case, self.story.reserved_session(self.clock()))
        opened = looked_over(self.desk)
        self.workplace = Workplace(self.desk, jobs, Signposts(), self.clock, opened.roles, opened.zone)
        self.guide = GuideAtHand(self.workplace, self.case, qtbot)

    def close(self, jobs: Jobs) -> None:
        """Put everything away."""
        shiboken6.delete(self.guide.tab)
        jobs.close()
        self.desk.close()


@pytest.fixture(params=["bo", "gt"])
def telling(
    request: pytest.FixtureRequest,
    appearance: Appearance,
    tmp_path: Path,
    jobs: Jobs,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Telling]:
    made = Telling(request.param, tmp_path, jobs, qtbot)
    monkeypatch.setattr(seal_step, "plugged_in", lambda: (Drive(made.drive, "Memoria ficticia", 1 << 30),))
    yield made
    made.close(jobs)


def shown(telling: Telling) -> str:
    return "\n".join(text.text() for text in telling.guide.tab.findChildren(Text) if text.isVisible())


def test_a_case_goes_from_the_notice_to_the_receipt_with_the_guide_alone(telling: Telling) -> None:
    guide, office = telling.guide, Prosecutor()
    give_notice(telling)
    enter_receiver(telling, office)
    confirm_key(telling)
    prepare(telling, telling.story.told("plan", "facts"))
    assert guide.place() is Place.PAPERS
    issue(telling, papers=3)
    review(telling)
    seal(telling)
    assert newest(telling).stage is Stage.SEALED
    handoff = newest(telling)
    packet = telling.drive / handoff.packet_id
    assert hashlib.sha256((packet / "paquete.age").read_bytes()).hexdigest() == handoff.packet_sha256
    assert "Exportado" in "".join(badge.state.word for badge in guide.seal.result.findChildren(Badge))
    assert handoff.packet_id in shown(telling)
    travel(telling)
    enter_receipt(telling, office.acknowledgement(packet, telling.desk))
    assert newest(telling).stage is Stage.ACKNOWLEDGED
    assert telling.desk.accounts.drafts() == []


def test_a_name_in_the_facts_stops_the_seal_and_says_where(telling: Telling) -> None:
    guide, office = telling.guide, Prosecutor()
    victim = telling.story.identities()[0].full_name
    give_notice(telling)
    enter_receiver(telling, office)
    prepare(telling, f"{victim} salió de la comunidad.")
    issue(telling, papers=3)
    review(telling)
    seal(telling)
    assert newest(telling).stage is Stage.REVIEWED
    assert "OFICIO A-001/2026" in guide.seal.refusal.text.text()
    assert list(telling.drive.iterdir()) == []
    push(guide.seal.refusal.action)
    dialog = guide.dialog()
    assert isinstance(dialog, VoidHandoff)
    write(dialog.reason, "Llevaba un nombre")
    push(dialog.yes)
    guide.settle()
    assert guide.place() is Place.PLAN
    assert victim in guide.plan.facts.toPlainText()
    assert guide.plan.reminder.isVisible()
    telling.clock.turn(minutes=5)
    guide.plan.facts.setPlainText("V-01 salió de la comunidad.")
    hotkey("Ctrl+Return")
    guide.settle()
    issue(telling, papers=1)
    review(telling)
    seal(telling)
    assert newest(telling).stage is Stage.SEALED


def test_a_sealing_that_is_stopped_leaves_nothing_and_can_be_begun_again(
    telling: Telling, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    guide, office = telling.guide, Prosecutor()
    give_notice(telling)
    enter_receiver(telling, office)
    prepare(telling, telling.story.told("plan", "facts"))
    issue(telling, papers=3)
    review(telling)
    real, progress = telling.desk.sealing.seal, guide.seal.progress

    def slow(case: CaseId, handoff: HandoffId, target: Path, told: Progress) -> HandoffView:
        told.step(1, 2, "measuring")
        told.step(1, 2, "writing")
        told.step(2, 2, "checking")
        assert stopped.wait(20)
        return real(case, handoff, target, told)

    stopped = threading.Event()
    progress.stop.clicked.connect(stopped.set)
    monkeypatch.setattr(type(telling.desk.sealing), "seal", lambda _service, *given: slow(*given))
    guide.settle()
    hotkey("Ctrl+Return")
    question = guide.dialog()
    assert isinstance(question, Confirmation)
    push(question.yes)
    qtbot.waitUntil(lambda: progress.bars[Part.CHECKING].value() > 0)
    assert progress.bars[Part.WRITING].value() == progress.bars[Part.WRITING].maximum()
    assert not guide.guide.frame.forward.isEnabled()
    guide.come_back()
    push(progress.stop)
    guide.settle()
    assert guide.seal.stopped.isVisible()
    assert newest(telling).stage is Stage.REVIEWED
    assert list(telling.drive.iterdir()) == []
    assert guide.guide.frame.forward.isEnabled()


def test_a_folder_of_the_laptop_does_where_there_is_no_drive(
    telling: Telling, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(seal_step, "plugged_in", lambda: ())
    guide, office = telling.guide, Prosecutor()
    give_notice(telling)
    enter_receiver(telling, office)
    prepare(telling, telling.story.told("plan", "facts"))
    issue(telling, papers=3)
    review(telling)
    guide.settle()
    assert guide.seal.none.isVisible()
    assert not guide.guide.frame.forward.isEnabled()
    assert guide.guide.frame.why_not.text()
    push(guide.seal.look_again)
    push(guide.seal.other)
    (chooser,) = guide.seal.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(telling.drive))
    chooser.reject()
    guide.come_back()
    assert guide.seal.target.value() == str(telling.drive)
    telling.drive.rmdir()
    seal(telling)
    assert "memoria" in guide.seal.refusal.text.text()
    assert not guide.seal.refusal.action.isVisible()
    hotkey("Ctrl+Return")
    question = guide.dialog()
    assert isinstance(question, Confirmation)
    push(question.back)
    guide.settle()
    assert guide.place() is Place.REVIEW


def test_in_guatemala_no_word_of_another_country_is_on_the_screen(telling: Telling) -> None:
    hear_own_matter(telling.desk, telling.story, telling.clock)
    guide = telling.guide
    give_notice(telling)
    forbidden = ("jurisdicción", "competencia", "declinatoria")
    for place in Place:
        guide.go_to(place)
        words = shown(telling).lower()
        assert not [word for word in forbidden if word in words]
