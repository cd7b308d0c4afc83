"""The steps of a handoff, done by keyboard alone, as a story tells them: from the oral notice to the receipt."""

from datetime import datetime
from pathlib import Path
from typing import Protocol

from pyrage import x25519

from justice_desk.bootstrap import Desk
from justice_desk.foundations.ids import CaseId
from justice_desk.foundations.progress import Unwatched
from justice_desk.handoffs.rules import ReceiptKind, Stage
from justice_desk.handoffs.views import HandoffView
from justice_desk.packets.opening import open_packet
from justice_desk.packets.rules import PACKET_FILE, KeyDirectory, KeyStatus, KnownSigner
from tests.ui.handoffs.guides import GuideAtHand
from tests.ui.keyboard import choose, fill, hotkey, now, push, tick, write
from ui.commands.story import Story
from ui.handoffs.content import Place
from ui.handoffs.receiver_dialogs import ConfirmKey, EnterReceiver
from ui.widgets.buttons import Button
from ui.widgets.dialogs import Confirmation


class Prosecutor:
    """The office that receives: its two keys, and what it reads out by telephone."""

    def __init__(self) -> None:
        self.packet, self.annex = x25519.Identity.generate(), x25519.Identity.generate()

    def directory(self, desk: Desk) -> KeyDirectory:
        """Return the senders that the office knows: this desk."""
        code, key = desk.sealing.sender_code(), desk.sealing.sealing_key()
        return KeyDirectory((KnownSigner(code, "Comunidad ficticia", key, KeyStatus.VERIFIED),))

    def acknowledgement(self, folder: Path, desk: Desk) -> str:
        """Open the packet that lies in a folder, and return the twenty digits that stand in it."""
        with open_packet(folder / PACKET_FILE, str(self.packet), self.directory(desk), Unwatched()) as opened:
            return opened.verified.acknowledgement


class Telling(Protocol):
    """A story, a desk where its case is registered, and the guide of its handoff on the screen."""

    @property
    def story(self) -> Story: ...

    @property
    def clock(self) -> "TurnedClock": ...

    @property
    def desk(self) -> Desk: ...

    @property
    def case(self) -> CaseId: ...

    @property
    def guide(self) -> GuideAtHand: ...


class TurnedClock(Protocol):
    """A clock that moves when it is turned."""

    def __call__(self) -> datetime: ...

    def turn(self, **by: float) -> datetime: ...


def newest(telling: Telling) -> HandoffView:
    """Return the newest handoff of the case."""
    return telling.desk.handoffs.of_case(telling.case)[0]


def give_notice(telling: Telling) -> None:
    """Write the oral notice down, and go on."""
    guide, notice = telling.guide, telling.story.notices(telling.clock())[0]
    choose(guide.notice.institution, notice.institution)
    now(guide.notice.given_at)
    fill([(guide.notice.person, notice.person), (guide.notice.said, notice.said)])
    hotkey("Ctrl+Return")
    guide.settle()


def enter_receiver(telling: Telling, office: Prosecutor) -> None:
    """Write the prosecutor's office down, with its two keys."""
    guide, told = telling.guide, telling.story.told
    push(guide.plan.new_receiver)
    dialog = guide.dialog()
    assert isinstance(dialog, EnterReceiver)
    fill(
        [
            (dialog.institution, told("receiver", "institution")),
            (dialog.office, told("receiver", "office")),
            (dialog.place, told("receiver", "place")),
            (dialog.recipient, str(office.packet.to_public())),
        ]
    )
    tick(dialog.same)
    write(dialog.annex_recipient, str(office.annex.to_public()))
    hotkey("Ctrl+S")
    guide.settle()


def confirm_key(telling: Telling) -> None:
    """Hear the digits of the keys by telephone: first the wrong ones, then the right ones."""
    guide = telling.guide
    push(guide.plan.key.action)
    dialog = guide.dialog()
    assert isinstance(dialog, ConfirmKey)
    receiver = telling.desk.receivers.receivers()[0]
    write(dialog.digits, receiver.annex_fingerprint)
    write(dialog.annex_digits, receiver.annex_fingerprint)
    write(dialog.confirmed_with, "Secretaría ficticia")
    push(dialog.yes)
    guide.settle()
    assert "otra llave" in dialog.form.fields["digits"].error.text()
    dialog.digits.clear()
    write(dialog.digits, receiver.fingerprint)
    push(dialog.yes)
    guide.settle()


def prepare(telling: Telling, facts: str) -> None:
    """Write what the handoff is for and what is known."""
    guide, told = telling.guide, telling.story.told
    fill(
        [
            (guide.plan.purpose, told("plan", "purpose")),
            (guide.plan.facts, facts),
            (guide.plan.risk, told("plan", "risk")),
            (guide.plan.liaison_contact, told("plan", "liaison_contact")),
        ]
    )
    hotkey("Ctrl+Return")
    guide.settle()


def issue(telling: Telling, papers: int) -> None:
    """Issue so many papers, one after the other."""
    guide = telling.guide
    for _ in range(papers):
        guide.wait_until(lambda: bool(_issuable(guide)))
        push(_issuable(guide)[0])
        guide.settle()


def review(telling: Telling) -> None:
    """Look everything over, alone, and say so."""
    guide = telling.guide
    hotkey("Ctrl+Return")
    guide.settle()
    assert guide.place() is Place.REVIEW
    hotkey("Ctrl+Return")
    guide.settle()
    assert guide.error_of("alone"), "whoever reviews alone says so"
    tick(guide.review.alone)
    hotkey("Ctrl+Return")
    guide.settle()


def seal(telling: Telling) -> None:
    """Seal, after having been asked once more."""
    guide = telling.guide
    guide.settle()
    assert guide.place() is Place.SEAL
    hotkey("Ctrl+Return")
    question = guide.dialog()
    assert isinstance(question, Confirmation)
    assert question.back.word == "Revisar lo escrito"
    push(question.yes)
    guide.settle()


def travel(telling: Telling) -> None:
    """Let the packet leave, and arrive an hour later."""
    guide, told = telling.guide, telling.story.told
    hotkey("Ctrl+Return")
    guide.settle()
    for who, after in (("carrier", Stage.DISPATCHED), ("receiver", Stage.DELIVERED)):
        telling.clock.turn(hours=1)
        now(guide.road.at)
        fill([(guide.road.person, told("road", who)), (guide.road.place, told("road", "place"))])
        hotkey("Ctrl+Return")
        if after is Stage.DELIVERED:
            question = guide.dialog()
            assert isinstance(question, Confirmation)
            push(question.yes)
        guide.settle()
        assert newest(telling).stage is after


def enter_receipt(telling: Telling, code: str) -> None:
    """Enter the receipt code that the prosecutor reads out, after one that is of another packet."""
    guide = telling.guide
    choose(guide.receipt.kind, ReceiptKind.CODE)
    now(guide.receipt.received_at)
    write(guide.receipt.code, "00000111112222233333")
    hotkey("Ctrl+Return")
    guide.settle()
    assert "no son de este paquete" in guide.error_of("code")
    guide.receipt.code.clear()
    write(guide.receipt.code, code)
    hotkey("Ctrl+Return")
    guide.settle()


def _issuable(guide: GuideAtHand) -> list[Button]:
    buttons = guide.papers.papers.findChildren(Button)
    return [button for button in buttons if button.word == "Emitir" and button.isVisible() and button.isEnabled()]
