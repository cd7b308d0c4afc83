import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from justice_desk.cases.rules import PartyRole
from justice_desk.handoffs.rules import ReceiptKind, Stage
from tests.desks import DeskInUse
from tests.handoffs.road import CODE, Road, step
from tests.intakes import party
from tests.ui.handoffs.guides import GuideAtHand, Guides
from tests.ui.keyboard import choose, fill, focus, hotkey, now, press, push, reach, write
from tests.ui.walker import low_targets, unnamed
from ui.handoffs.content import Place
from ui.handoffs.setback import WriteSetback
from ui.handoffs.voiding import VoidHandoff
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


def test_a_step_before_the_seal_is_refused_beside_the_moment(guides: Guides, way: Road, bolivia: DeskInUse) -> None:
    way.sealed()
    guide = guides(way.case)
    guide.road.at.day.edit.setText("01/01/2020")
    guide.road.at.hour.setText("10:00")
    fill([(guide.road.person, "Enlace"), (guide.road.place, "Terminal")])
    guide.forward()
    assert guide.error_of("at")


def test_what_went_wrong_is_written_down_and_another_takes_its_place(
    guides: Guides, way: Road, bolivia: DeskInUse
) -> None:
    way.dispatched()
    bolivia.clock.turn(hours=2)
    guide = guides(way.case)
    push(guide.road.trouble)
    dialog = guide.dialog()
    assert isinstance(dialog, WriteSetback)
    assert unnamed(dialog) == []
    push(dialog.yes)
    assert dialog.form.fields["what"].error.text()
    choose(dialog.what, "extraviado")
    now(dialog.at)
    push(dialog.yes)
    guide.settle()
    assert dialog.form.fields["person"].error.text()
    fill([(dialog.person, "Enlace ficticio"), (dialog.place, "Camino ficticio"), (dialog.condition, "No apareció")])
    push(dialog.yes)
    guide.settle()
    assert guide.place() is Place.PLAN
    assert way.handoffs.of_case(way.case)[0].stage is Stage.LOST
    assert guide.plan.facts.toPlainText() == "V-01 salió de la comunidad."
    guide.forward()
    assert [one.stage for one in way.handoffs.of_case(way.case)] == [Stage.PREPARING, Stage.LOST]


def test_what_was_lost_can_be_looked_at_and_its_receipt_entered(guides: Guides, way: Road, bolivia: DeskInUse) -> None:
    handoff = way.dispatched().id
    way.on_the_road.set_back(way.case, handoff, Stage.LOST, step(bolivia.clock()))
    guide = guides(way.case)
    guide.plan.earlier_requested.emit(handoff)
    assert guide.place() is Place.RECEIPT
    assert guide.guide.frame.earlier.isVisible()
    guide.go_to(Place.NOTICE)
    assert guide.place() is Place.ROAD, "of an earlier handoff only the road is shown"
    guide.go_to(Place.RECEIPT)
    choose(guide.receipt.kind, ReceiptKind.STAMP)
    now(guide.receipt.received_at)
    guide.forward()
    assert way.handoffs.of_case(way.case)[0].stage is Stage.ACKNOWLEDGED
    guide.guide.frame.earlier.action.click()
    guide.settle()
    assert not guide.guide.frame.earlier.isVisible()


@pytest.mark.parametrize(
    ("kind", "number", "complete"),
    [
        (ReceiptKind.STAMP_AND_NUMBER, "FICT-2026-7", True),
        (ReceiptKind.STAMP, "", False),
        (ReceiptKind.NUMBER, "FICT-8", False),
    ],
)
def test_a_receipt_is_entered_whatever_kind_it_is(
    guides: Guides, way: Road, kind: ReceiptKind, number: str, complete: bool
) -> None:
    way.delivered()
    guide = guides(way.case)
    guide.forward()
    assert guide.error_of("kind")
    choose(guide.receipt.kind, kind)
    guide.forward()
    assert guide.error_of("received_at")
    now(guide.receipt.received_at)
    assert guide.receipt.number.isVisible() == bool(number)
    if number:
        guide.forward()
        assert guide.error_of("number")
        write(guide.receipt.number, number)
    hotkey("Ctrl+S")
    guide.settle()
    (receipt,) = way.handoffs.of_case(way.case)[0].receipts
    assert (receipt.kind, receipt.number) == (kind, number)
    assert guide.receipt.done.isVisible()
    assert number in words_in(guide.receipt.standing)
    assert not guide.guide.frame.forward.isVisible()
    push(guide.receipt.again)
    assert guide.receipt.form.isVisible()
    assert complete == (kind is ReceiptKind.STAMP_AND_NUMBER)


def test_the_code_of_another_packet_is_explained_and_the_right_one_taken(guides: Guides, way: Road) -> None:
    way.delivered()
    guide = guides(way.case)
    choose(guide.receipt.kind, ReceiptKind.CODE)
    now(guide.receipt.received_at)
    write(guide.receipt.code, "123")
    guide.forward()
    assert "3" in guide.error_of("code")
    guide.receipt.code.clear()
    write(guide.receipt.code, "98765432109876543210")
    guide.forward()
    assert "no son de este paquete" in guide.error_of("code")
    guide.receipt.code.clear()
    write(guide.receipt.code, CODE)
    assert guide.receipt.code.text() == "01234 56789 01234 56789"
    guide.forward()
    assert way.handoffs.of_case(way.case)[0].stage is Stage.ACKNOWLEDGED


def test_after_the_receipt_something_more_can_be_sent(guides: Guides, way: Road, bolivia: DeskInUse) -> None:
    way.acknowledged()
    guide = guides(way.case)
    push(guide.receipt.complement)
    assert guide.place() is Place.PLAN
    assert guide.plan.facts.toPlainText() == ""
    bolivia.clock.turn(minutes=5)
    write_plan(guide)
    guide.forward()
    assert [one.stage for one in way.handoffs.of_case(way.case)] == [Stage.PREPARING, Stage.ACKNOWLEDGED]
    assert guide.place() is Place.PAPERS


def test_returned_papers_are_written_down_from_the_receipt(guides: Guides, way: Road) -> None:
    way.acknowledged()
    guide = guides(way.case)
    push(guide.receipt.trouble)
    dialog = guide.dialog()
    assert isinstance(dialog, WriteSetback)
    assert list(dialog.what._rows) == ["devuelto", "observado", "rechazado"]
    dialog.reject()


def test_a_handoff_is_given_up_with_a_reason_and_its_words_stay(guides: Guides, way: Road, qtbot: QtBot) -> None:
    handoff = way.reviewed()
    guide = guides(way.case)
    guide.go_to(Place.PLAN)
    assert guide.plan.purpose.isReadOnly()
    push(guide.plan.frozen.action)
    dialog = guide.dialog()
    assert isinstance(dialog, VoidHandoff)
    assert unnamed(dialog) == []
    push(dialog.yes)
    guide.settle()
    assert dialog.form.fields["reason"].error.text()
    write(dialog.reason, "Estaba dirigido a otra oficina")
    press(Qt.Key.Key_Return)
    guide.settle()
    assert way.handoffs.handoff(way.case, handoff.id).stage is Stage.VOIDED
    assert guide.place() is Place.PLAN
    assert not guide.plan.purpose.isReadOnly()
    assert guide.plan.facts.toPlainText() == handoff.plan.facts


def test_every_step_has_names_and_targets(guides: Guides, way: Road, bolivia: DeskInUse, qtbot: QtBot) -> None:
    bolivia.parties().add(way.case, party(PartyRole.VICTIM))
    way.delivered()
    guide = guides(way.case)
    assert unnamed(guide.tab) == []
    for place in Place:
        guide.go_to(place)
        qtbot.waitUntil(lambda: low_targets(guide.tab) == [])


def test_where_there_is_no_room_the_path_is_one_line(guides: Guides, way: Road, qtbot: QtBot) -> None:
    guide = guides(way.case)
    frame = guide.guide.frame
    assert frame.stepper.isVisible()
    guide.tab.resize(700, 600)
    qtbot.waitUntil(lambda: not frame.stepper.isVisible())
    assert "1" in frame.where.text()
    guide.tab.resize(1100, 700)
    qtbot.waitUntil(frame.stepper.isVisible)


def test_the_cursor_is_never_lost_when_a_step_is_read_anew(guides: Guides, way: Road, workplace: Workplace) -> None:
    guide = guides(way.case)
    reach(guide.notice.say)
    workplace.act_done.emit()
    guide.settle()
    assert guide.tab.isAncestorOf(focus())
    press(Qt.Key.Key_Tab)
