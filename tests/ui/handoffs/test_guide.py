import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from justice_desk.cases.rules import PartyRole
from justice_desk.foundations.ids import CaseId
from justice_desk.handoffs.rules import Stage
from tests.desks import DeskInUse
from tests.handoffs.road import Road
from tests.intakes import party
from tests.ui.conftest import Signposts
from tests.ui.handoffs.guides import GuideAtHand, Guides
from tests.ui.keyboard import choose, fill, focus, hotkey, now, push, write
from tests.ui.walker import unnamed
from ui.cases.tab_keys import TabKey
from ui.handoffs.content import Place
from ui.handoffs.spoken_notice import NoticeWords
from ui.handoffs.tab import HandoffTab
from ui.widgets.dialogs import Confirmation
from ui.widgets.drafts import DraftKeeper
from ui.widgets.text import Text
from ui.workplace import Workplace

FACTS = "V-01 salió de la comunidad con S-01."


def words_in(part: QWidget) -> str:
    return " ".join(text.text() for text in part.findChildren(Text))


def write_plan(guide: GuideAtHand) -> None:
    choose(guide.plan.receiver, guide.guide.content.receivers[0].id)
    fill(
        [
            (guide.plan.purpose, "Que se busque y proteja a V-01"),
            (guide.plan.facts, FACTS),
            (guide.plan.risk, "Alto."),
            (guide.plan.liaison_contact, "Secretaría, de 8 a 20"),
        ]
    )


def test_a_case_of_the_community_says_why_it_is_not_handed_over(
    workplace: Workplace, bolivia: DeskInUse, signposts: Signposts, qtbot: QtBot
) -> None:
    case = bolivia.unclear().id
    tab = HandoffTab(workplace, case)
    qtbot.addWidget(tab)
    tab.show()
    qtbot.waitUntil(tab.not_ours.isVisible)
    tab.not_ours.action.click()
    assert signposts.asked == [("case", case, TabKey.SUMMARY)]
    bolivia.cases().alert(case, (), "Se oyó de una oferta de trabajo")
    workplace.act_done.emit()
    qtbot.waitUntil(lambda: tab.guide is not None)


def test_a_case_that_is_not_there_is_said(workplace: Workplace, way: Road, bolivia: DeskInUse, qtbot: QtBot) -> None:
    tab = HandoffTab(workplace, CaseId("no-such-case"))
    qtbot.addWidget(tab)
    tab.show()
    reading = tab.words.text()
    qtbot.waitUntil(lambda: tab.words.text() != reading)


def test_the_guide_begins_with_the_notice_and_stays_with_what_comes_next(guides: Guides, way: Road) -> None:
    guide = guides(way.case)
    assert guide.place() is Place.NOTICE
    assert not guide.guide.frame.back.isEnabled()
    guide.forward()
    assert guide.place() is Place.PLAN
    guide.go_to(Place.SEAL)
    assert guide.place() is Place.PLAN, "nothing is prepared yet"


@pytest.mark.parametrize(
    ("stage", "place"),
    [
        (Stage.PREPARING, Place.PAPERS),
        (Stage.SEALED, Place.ROAD),
        (Stage.DISPATCHED, Place.ROAD),
        (Stage.DELIVERED, Place.RECEIPT),
        (Stage.ACKNOWLEDGED, Place.RECEIPT),
    ],
)
def test_the_guide_opens_where_the_handoff_is(guides: Guides, way: Road, stage: Stage, place: Place) -> None:
    way.to(stage)
    assert guides(way.case).place() is place


def test_a_notice_is_written_down_with_the_keyboard_alone(guides: Guides, way: Road, bolivia: DeskInUse) -> None:
    bolivia.clock.turn(minutes=20)
    guide = guides(way.case)
    step_of = guide.notice
    choose(step_of.institution, "FE_TRATA")
    now(step_of.given_at)
    choose(step_of.means, "radio")
    fill(
        [
            (step_of.person, "Turno de la oficina (ficticio)"),
            (step_of.said, "Se avisa de una posible trata."),
            (step_of.answer, "Que se remita."),
        ]
    )
    assert "Aviso verbal" in step_of.effect.text.text()
    assert not step_of.late.isVisible()
    assert guide.guide.frame.forward.word == "Anotar y seguir"
    hotkey("Ctrl+Return")
    guide.settle()
    assert guide.place() is Place.PLAN
    (notice,) = way.notices.notices(way.case)
    assert (notice.institution, notice.means.value, notice.answer) == ("FE_TRATA", "radio", "Que se remita.")
    assert guide.notice.person.text() == ""


def test_a_late_notice_is_asked_for_one_line_and_never_refused(
    guides: Guides, way: Road, bolivia: DeskInUse, qtbot: QtBot
) -> None:
    bolivia.clock.turn(hours=5)
    guide = guides(way.case)
    choose(guide.notice.institution, "FE_TRATA")
    now(guide.notice.given_at)
    assert guide.notice.late.isVisible()
    fill([(guide.notice.person, "Turno"), (guide.notice.said, "Aviso."), (guide.notice.late, "No había señal")])
    hotkey("Ctrl+S")
    guide.settle()
    assert guide.place() is Place.NOTICE
    met = next(one for one in bolivia.cases().case(way.case).deadlines if one.kind == "AVISO_INMEDIATO")
    assert met.note == "No había señal"
    assert "Aviso verbal" in " ".join(
        text.text() for text in guide.notice.given.findChildren(type(guide.notice.effect.text))
    )


def test_what_is_missing_in_a_notice_is_said_beside_its_field(guides: Guides, way: Road) -> None:
    guide = guides(way.case)
    guide.notice.log.click()
    assert guide.error_of("institution")
    choose(guide.notice.institution, "DNA")
    now(guide.notice.given_at)
    guide.notice.log.click()
    guide.settle()
    assert guide.error_of("person")
    write(guide.notice.person, "Turno")
    write(guide.notice.said, "Aviso")
    guide.notice.given_at.day.edit.setText("01/01/2030")
    guide.notice.log.click()
    guide.settle()
    assert "futuro" in guide.error_of("given_at")


def test_what_to_say_is_shown_over_the_guide(guides: Guides, way: Road) -> None:
    guide = guides(way.case)
    push(guide.notice.say)
    dialog = guide.dialog()
    assert isinstance(dialog, NoticeWords)
    assert unnamed(dialog) == []
    push(dialog.close_words)


def test_a_handoff_is_prepared_changed_and_its_names_are_pointed_out(
    guides: Guides, way: Road, bolivia: DeskInUse
) -> None:
    bolivia.parties().add(way.case, party(PartyRole.VICTIM))
    guide = guides(way.case)
    guide.forward()
    write_plan(guide)
    assert guide.plan.key.isVisible()
    assert not guide.plan.reminder.isVisible()
    write(guide.plan.risk, " La busca Juana Ficticia Ejemplar.")
    assert "Juana Ficticia Ejemplar" in guide.plan.reminder.text.text()
    guide.plan.risk.setPlainText("Alto. La busca ")
    guide.plan.facts.setPlainText("Hoy ")
    guide.plan.facts.moveCursor(guide.plan.facts.textCursor().MoveOperation.End)
    push(guide.plan.chips.chips[0])
    assert guide.plan.facts.toPlainText() == "Hoy V-01"
    hotkey("Ctrl+S")
    guide.settle()
    assert guide.place() is Place.PLAN
    assert way.handoffs.of_case(way.case)[0].plan.facts == "Hoy V-01"
    write(guide.plan.purpose, " y se la acompañe")
    hotkey("Ctrl+Return")
    guide.settle()
    assert guide.place() is Place.PAPERS
    assert way.handoffs.of_case(way.case)[0].plan.purpose.endswith("acompañe")
    guide.go_to(Place.PLAN)
    assert guide.guide.frame.forward.word == "Seguir"


def test_a_plan_without_a_receiver_or_words_says_what_is_missing(guides: Guides, way: Road) -> None:
    guide = guides(way.case)
    guide.go_to(Place.PLAN)
    guide.forward()
    assert guide.error_of("receiver")
    choose(guide.plan.receiver, guide.guide.content.receivers[0].id)
    guide.forward()
    assert guide.error_of("purpose")


def test_a_receiver_is_entered_from_the_guide_and_chosen_at_once(guides: Guides, bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    guide = guides(case)
    guide.go_to(Place.PLAN)
    assert guide.plan.new_receiver.word == "Ingresar un receptor"
    push(guide.plan.new_receiver)
    dialog = guide.dialog()
    assert unnamed(dialog) == []
    dialog.reject()


def test_what_was_typed_is_there_again_after_a_lock(
    guides: Guides, way: Road, workplace: Workplace, qtbot: QtBot
) -> None:
    guide = guides(way.case)
    guide.go_to(Place.PLAN)
    write(guide.plan.facts, FACTS)
    with qtbot.waitSignal(workplace.draft_kept):
        for keeper in guide.tab.findChildren(DraftKeeper):
            keeper.keep_now()
    guide.settle()
    later = guides(way.case)
    later.go_to(Place.PLAN)
    qtbot.waitUntil(later.plan.offer.isVisible)
    push(later.plan.offer.action)
    assert later.plan.facts.toPlainText() == FACTS


def test_without_a_session_the_guide_leads_to_it(guides: Guides, way: Road, signposts: Signposts) -> None:
    way.prepared()
    guide = guides(way.case)
    assert guide.place() is Place.PAPERS
    push(guide.papers.no_session.action)
    push(guide.papers.no_identity.action)
    assert signposts.asked == [("case", way.case, TabKey.HEARINGS), ("case", way.case, TabKey.PEOPLE)]


def test_what_lacks_at_the_review_has_a_button_that_mends_it(guides: Guides, way: Road, signposts: Signposts) -> None:
    way.prepared()
    guide = guides(way.case)
    guide.go_to(Place.REVIEW)
    assert not guide.guide.frame.forward.isEnabled(), "the acta and the letter are lacking"
    guide.review.mend_requested.emit("identidad")
    assert signposts.asked == [("case", way.case, TabKey.PEOPLE)]
    guide.review.mend_requested.emit("receptor_confirmado")
    guide.dialog().reject()
    guide.review.mend_requested.emit("acta")
    assert guide.place() is Place.PAPERS


def test_the_road_is_written_down_and_a_delivery_is_confirmed(guides: Guides, way: Road, bolivia: DeskInUse) -> None:
    way.sealed()
    bolivia.clock.turn(hours=1)
    guide = guides(way.case)
    guide.forward()
    assert guide.error_of("at")
    assert "Remisión escrita" in guide.road.effect.text.text()
    now(guide.road.at)
    fill([(guide.road.person, "Enlace ficticio"), (guide.road.place, "Terminal ficticia")])
    assert not guide.road.late.isVisible()
    hotkey("Ctrl+Return")
    guide.settle()
    assert way.handoffs.of_case(way.case)[0].stage is Stage.DISPATCHED
    assert guide.place() is Place.ROAD
    bolivia.clock.turn(hours=1)
    now(guide.road.at)
    fill([(guide.road.person, "Auxiliar ficticio"), (guide.road.place, "Oficina ficticia")])
    guide.forward()
    question = guide.dialog()
    assert isinstance(question, Confirmation)
    assert focus() is question.back
    push(question.back)
    assert way.handoffs.of_case(way.case)[0].stage is Stage.DISPATCHED
    guide.forward()
    question = guide.dialog()
    assert isinstance(question, Confirmation)
    push(question.yes)
    guide.settle()
    assert way.handoffs.of_case(way.case)[0].stage is Stage.DELIVERED
    assert guide.place() is Place.RECEIPT


def test_a_late_dispatch_is_asked_for_one_line(guides: Guides, way: Road, bolivia: DeskInUse) -> None:
    way.sealed()
    bolivia.clock.turn(hours=40)
    guide = guides(way.case)
    now(guide.road.at)
    assert guide.road.late.isVisible()
    fill(
        [
            (guide.road.person, "Enlace ficticio"),
            (guide.road.place, "Terminal ficticia"),
            (guide.road.late, "El camino estaba cortado"),
        ]
    )
    guide.forward()
    met = next(one for one in bolivia.cases().case(way.case).deadlines if one.kind == "REMISION_ESCRITA")
    assert met.note == "El camino estaba cortado"
