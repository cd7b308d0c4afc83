"""Handoffs for tests, taken to any stage: by their services, and to the seal without writing a packet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pyrage import x25519

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import begin
from justice_desk.cases.rules import Channel
from justice_desk.foundations.ids import CaseId, HandoffId, ReceiverId
from justice_desk.handoffs.notice_service import NoticeService
from justice_desk.handoffs.reading import load_handoff, move
from justice_desk.handoffs.receiver_service import ReceiverService
from justice_desk.handoffs.road_service import RoadService
from justice_desk.handoffs.rules import NewReceiver, Notice, Plan, Receipt, ReceiptKind, Stage, Step
from justice_desk.handoffs.service import HandoffService
from justice_desk.handoffs.views import HandoffView
from justice_desk.journal.rules import Act
from justice_desk.vault.rules import Scope
from tests.desks import DeskInUse
from tests.stores import START

CODE = "01234567890123456789"


def fresh_key() -> str:
    """Return an age recipient that nobody used before."""
    return str(x25519.Identity.generate().to_public())


def new_receiver(recipient: str = "", annex_recipient: str = "") -> NewReceiver:
    """Return a fictitious prosecutor's office."""
    return NewReceiver(
        "Fiscalía Ficticia", "Fiscal de materia", "Ciudad Ficticia", recipient or fresh_key(), annex_recipient
    )


def plan(receiver: ReceiverId, purpose: str = "Que se busque y proteja a V-01") -> Plan:
    """Return what is written when a handoff is prepared."""
    return Plan(receiver, purpose, "V-01 salió de la comunidad.", "Alto.", "Secretaría, 700 00 003")


def notice(given_at: datetime = START, institution: str = "FE_TRATA") -> Notice:
    """Return an oral notice."""
    return Notice(given_at, Channel.TELEPHONE, institution, "Turno (ficticio)", "Se avisa de una posible trata.")


def step(at: datetime, person: str = "Enlace ficticio", late_reason: str = "") -> Step:
    """Return a step on the road."""
    return Step(at, person, "Oficina ficticia", "Sobre cerrado", late_reason)


def receipt(at: datetime, kind: ReceiptKind = ReceiptKind.STAMP_AND_NUMBER, **said: str) -> Receipt:
    """Return what came back."""
    given = {"number": "FICT-1"} if kind in {ReceiptKind.STAMP_AND_NUMBER, ReceiptKind.NUMBER} else {}
    return Receipt(kind, at, **{"signed_by": "Auxiliar ficticio", **given, **said})


@dataclass(frozen=True)
class Road:
    """The services of handoffs as one person has them, and one case on its way."""

    desk: DeskInUse
    case: CaseId
    receiver: ReceiverId
    who: str = "ana"

    @property
    def handoffs(self) -> HandoffService:
        """Handoffs until they are sealed."""
        return HandoffService(self.desk.acting(self.who))

    @property
    def on_the_road(self) -> RoadService:
        """Handoffs after they were sealed."""
        return RoadService(self.desk.acting(self.who))

    @property
    def notices(self) -> NoticeService:
        """Oral notices."""
        return NoticeService(self.desk.acting(self.who))

    def prepared(self) -> HandoffView:
        """Prepare a handoff."""
        return self.handoffs.prepare(self.case, plan(self.receiver))

    def reviewed(self) -> HandoffView:
        """Prepare a handoff and review it."""
        return self.handoffs.review(self.case, self.prepared().id)

    def sealed(self) -> HandoffView:
        """Prepare and review a handoff, and seal it with a code that the test knows, without writing a packet."""
        handoff = self.reviewed().id
        with begin(self.desk.acting(self.who), UseCase.SEAL_HANDOFF, self.case) as work:
            row = load_handoff(work, self.case, handoff)
            move(work, row, Stage.SEALED, work.now)
            row.sealed_at, row.packet_id = work.now, f"JD-{handoff[-13:]}"
            label = f"handoffs.acknowledgement:{handoff}"
            row.acknowledgement = work.seal(self.case, Scope.SUMMARY, CODE, label)
            work.commit(Act(handoff))
        return self.handoffs.handoff(self.case, handoff)

    def dispatched(self) -> HandoffView:
        """Seal a handoff and send it off."""
        return self.on_the_road.dispatch(self.case, self.sealed().id, step(self.desk.clock()))

    def delivered(self) -> HandoffView:
        """Send a handoff off and hand it over."""
        return self.on_the_road.deliver(self.case, self.dispatched().id, step(self.desk.clock()))

    def acknowledged(self) -> HandoffView:
        """Take a handoff to its receipt."""
        return self.on_the_road.enter_receipt(self.case, self.delivered().id, receipt(self.desk.clock()))

    def set_back(self, handoff: HandoffId, to: Stage, at: datetime | None = None) -> HandoffView:
        """Write down that something went wrong."""
        return self.on_the_road.set_back(self.case, handoff, to, step(at or self.desk.clock()))

    def to(self, stage: Stage) -> HandoffView:
        """Take a fresh handoff to a stage on the way."""
        ways: dict[Stage, Callable[[], HandoffView]] = {
            Stage.PREPARING: self.prepared,
            Stage.REVIEWED: self.reviewed,
            Stage.SEALED: self.sealed,
            Stage.DISPATCHED: self.dispatched,
            Stage.DELIVERED: self.delivered,
            Stage.ACKNOWLEDGED: self.acknowledged,
        }
        return ways[stage]()


def road(desk: DeskInUse, who: str = "ana") -> Road:
    """Return an excluded case at a desk, and a receiver for it."""
    receiver = ReceiverService(desk.acting("ana")).enter(new_receiver()).id
    return Road(desk, desk.suspected("ana").id, receiver, who)
