from collections.abc import Callable, Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from justice_desk import bootstrap
from justice_desk.handoffs.rules import Stage
from tests.desks import DeskInUse
from tests.handoffs.road import Road
from tests.hearings.records import reserved
from tests.intakes import IDENTITY, party
from tests.ui.conftest import Signposts
from tests.ui.handoffs.guides import GuideAtHand
from tests.ui.keyboard import push
from ui.appearance import Appearance
from ui.background import Jobs
from ui.documents.preview import Preview
from ui.entrance import looked_over
from ui.handoffs.content import Place
from ui.widgets.buttons import Button
from ui.workplace import Workplace

As = Callable[[str], GuideAtHand]


@pytest.fixture
def seen_by(
    appearance: Appearance, bolivia: DeskInUse, way: Road, jobs: Jobs, signposts: Signposts, qtbot: QtBot
) -> Iterator[As]:
    """What opens the guide of the case for one person."""
    made: list[GuideAtHand] = []

    def open_guide(who: str) -> GuideAtHand:
        opened = looked_over(bootstrap.wired(bolivia.acting(who)))
        workplace = Workplace(opened.desk, jobs, signposts, bolivia.clock, opened.roles, opened.zone)
        made.append(GuideAtHand(workplace, way.case, qtbot))
        return made[-1]

    yield open_guide
    for guide in made:
        shiboken6.delete(guide.tab)


def test_a_clerk_is_told_who_reviews_and_who_seals(seen_by: As, way: Road) -> None:
    way.prepared()
    guide = seen_by("berta")
    guide.go_to(Place.REVIEW)
    assert not guide.guide.frame.forward.isEnabled()
    assert "enlace" in guide.guide.frame.why_not.text()
    way.handoffs.review(way.case, way.handoffs.of_case(way.case)[0].id)
    guide.workplace.act_done.emit()
    guide.settle()
    guide.go_to(Place.SEAL)
    assert not guide.guide.frame.forward.isEnabled()
    assert "enlace" in guide.guide.frame.why_not.text()
    assert guide.guide.frame.forward.accessibleDescription() == guide.guide.frame.why_not.text()


def test_a_clerk_is_told_who_writes_down_the_road(seen_by: As, way: Road) -> None:
    way.sealed()
    guide = seen_by("berta")
    assert guide.place() is Place.ROAD
    assert "enlace" in guide.guide.frame.why_not.text()


def test_somebody_else_than_the_writer_reviews_without_a_flag(seen_by: As, way: Road, bolivia: DeskInUse) -> None:
    handoff = way.prepared()
    guide = seen_by("carla")
    guide.go_to(Place.REVIEW)
    assert not guide.review.alone.isVisible()
    assert "Ana Ejemplo" in guide.review.with_another.text()
    assert "papeles" in guide.guide.frame.why_not.text()
    way.handoffs.review(way.case, handoff.id)
    guide.workplace.act_done.emit()
    guide.settle()
    assert guide.review.done.isVisible()


def test_papers_are_looked_at_before_and_after_they_are_issued(
    seen_by: As, way: Road, bolivia: DeskInUse, qtbot: QtBot
) -> None:
    victim = bolivia.parties().add(way.case, party())
    bolivia.parties().write_identity(way.case, victim.id, IDENTITY)
    bolivia.hearings().record(way.case, reserved(bolivia.clock.turn(hours=2)))
    way.prepared()
    guide = seen_by("ana")
    assert guide.place() is Place.PAPERS
    for title in ("Acta de sesión", "Oficio de remisión al Ministerio Público"):
        push(button(guide, "Mirar primero"))
        qtbot.waitUntil(lambda: bool(guide.tab.findChildren(Preview)))
        sheet = guide.dialog()
        assert isinstance(sheet, Preview)
        assert sheet.accessibleName() == title
        assert sheet.document.pageCount() > 0
        push(sheet.close_sheet)
        guide.settle()
        push(button(guide, "Emitir"))
        guide.settle()
    push(button(guide, "Ver"))
    qtbot.waitUntil(lambda: bool([one for one in guide.tab.findChildren(Preview) if one.isVisible()]))
    guide.dialog().reject()
    guide.settle()


def test_a_paper_that_somebody_issued_meanwhile_is_said_and_shown(seen_by: As, way: Road, bolivia: DeskInUse) -> None:
    session = bolivia.hearings().record(way.case, reserved(bolivia.clock.turn(hours=2)))
    way.prepared()
    guide = seen_by("ana")
    guide.workplace.desk.documents.issue_acta(way.case, session.id)
    push(button(guide, "Emitir"))
    guide.settle()
    assert "ACTA A-001/2026" in guide.refused
    assert button(guide, "Ver").isEnabled()


def test_a_review_that_somebody_made_meanwhile_is_refused_over_the_step(seen_by: As, way: Road) -> None:
    handoff = way.prepared()
    guide = seen_by("ana")
    way.handoffs.void(way.case, handoff.id, "Se preparó dos veces")
    guide.go_to(Place.PLAN)
    guide.plan.purpose.setText("Otra cosa")
    guide.forward()
    assert guide.refused
    assert way.handoffs.handoff(way.case, handoff.id).stage is Stage.VOIDED


def button(guide: GuideAtHand, word: str) -> Button:
    guide.wait_until(lambda: bool(ready(guide, word)))
    return ready(guide, word)[0]


def ready(guide: GuideAtHand, word: str) -> list[Button]:
    found = guide.papers.papers.findChildren(Button)
    return [one for one in found if one.word == word and one.isVisible() and one.isEnabled()]
