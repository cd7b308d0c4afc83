"""A handoff (remisión): one case on its way from the community to the prosecutor.

It is prepared, reviewed, sealed, dispatched, delivered and acknowledged, in that order. After the seal nothing in it
changes; what goes wrong on the road is recorded, and a new handoff takes its place.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from justice_desk.cases.rules import Channel
from justice_desk.custody.rules import CustodyKind
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.fields import tidy_line, tidy_text
from justice_desk.foundations.ids import ReceiverId

ACKNOWLEDGEMENT = re.compile(r"[0-9]{20}")


class Stage(StrEnum):
    """Where a handoff is."""

    PREPARING = "preparacion"
    REVIEWED = "revisado"
    SEALED = "sellado"
    DISPATCHED = "despachado"
    DELIVERED = "entregado"
    ACKNOWLEDGED = "acusado"
    CONCLUDED = "concluido"
    OBSERVED = "observado"
    REJECTED = "rechazado"
    RETURNED = "devuelto"
    LOST = "extraviado"
    REFUSED = "negativa_recepcion"
    NOT_DISPATCHED = "no_despachado"
    VOIDED = "anulado"


S = Stage
FOLLOWS: Mapping[Stage, frozenset[Stage]] = {
    S.PREPARING: frozenset({S.REVIEWED, S.VOIDED}),
    S.REVIEWED: frozenset({S.PREPARING, S.SEALED, S.VOIDED}),
    S.SEALED: frozenset({S.DISPATCHED, S.NOT_DISPATCHED}),
    S.DISPATCHED: frozenset({S.DELIVERED, S.ACKNOWLEDGED, S.REFUSED, S.LOST}),
    S.DELIVERED: frozenset({S.ACKNOWLEDGED, S.OBSERVED, S.REJECTED, S.RETURNED, S.LOST}),
    S.ACKNOWLEDGED: frozenset({S.CONCLUDED, S.OBSERVED, S.REJECTED, S.RETURNED}),
    S.CONCLUDED: frozenset(),
    S.OBSERVED: frozenset(),
    S.REJECTED: frozenset(),
    S.RETURNED: frozenset(),
    S.LOST: frozenset({S.ACKNOWLEDGED}),
    S.REFUSED: frozenset(),
    S.NOT_DISPATCHED: frozenset(),
    S.VOIDED: frozenset(),
}
REPLACED = frozenset({S.OBSERVED, S.REJECTED, S.RETURNED, S.LOST, S.REFUSED, S.NOT_DISPATCHED, S.VOIDED, S.CONCLUDED})
"""The ends: a handoff goes no further from here. What was thought lost may still turn up with a receipt."""
ON_ITS_WAY = frozenset({S.PREPARING, S.REVIEWED, S.SEALED, S.DISPATCHED, S.DELIVERED})
"""While a handoff stands here, no other is prepared. After its receipt, what is sent later is a complement."""
ANSWERED = frozenset({S.OBSERVED, S.REJECTED, S.RETURNED})
"""What goes wrong, and is an answer all the same."""
SEALABLE = frozenset({S.PREPARING, S.REVIEWED})
"""The stages in which papers may still be added; what was added after a review is reviewed anew."""
WAITING = frozenset({S.DISPATCHED, S.DELIVERED})
"""The stages in which an answer is owed."""
SETBACKS = frozenset({S.OBSERVED, S.REJECTED, S.RETURNED, S.LOST, S.REFUSED, S.NOT_DISPATCHED, S.VOIDED})
"""What can go wrong, each with a note that says how."""


SETBACK_CUSTODY: Mapping[Stage, CustodyKind] = {
    S.OBSERVED: CustodyKind.RETURNED,
    S.REJECTED: CustodyKind.RETURNED,
    S.RETURNED: CustodyKind.RETURNED,
    S.LOST: CustodyKind.LOST,
    S.REFUSED: CustodyKind.REFUSED,
    S.NOT_DISPATCHED: CustodyKind.RETURNED,
}
"""What a setback is in the chain of custody."""


class ReceiptKind(StrEnum):
    """How the receiver's answer came; a stamp alone or a number alone is accepted, and marked."""

    STAMP_AND_NUMBER = "sello_y_numero"
    STAMP = "solo_sello"
    NUMBER = "solo_numero"
    CODE = "codigo_de_acuse"


class Lacking(StrEnum):
    """What a handoff still lacks before it can be sealed."""

    ACTA = "acta"
    OFICIO = "oficio"
    VICTIM_IDENTITY = "identidad"
    REVIEW = "revision"
    RECEIVER_CONFIRMED = "receptor_confirmado"


REQUIRED = frozenset({Lacking.ACTA, Lacking.OFICIO, Lacking.REVIEW})
"""Without these nothing is sealed; the others are shown, and it can be sealed all the same."""


@dataclass(eq=False)
class InstitutionUnknown(DeskError):
    """The institution does not stand in the country's list."""


@dataclass(eq=False)
class ReceiverAbsent(DeskError):
    """There is no such receiver."""


@dataclass(eq=False)
class HandoffAbsent(DeskError):
    """There is no such handoff in this case."""


@dataclass(eq=False)
class StageOutOfOrder(DeskError):
    """A handoff was asked to skip a stage or to repeat one."""

    current: Stage
    asked: Stage


@dataclass(eq=False)
class LetterIssued(DeskError):
    """The letter of this handoff was issued with what was written: it is not changed any more. Says its number."""

    number: str


@dataclass(eq=False)
class HandoffRunning(DeskError):
    """This case has a handoff on its way already; it must end before another is prepared."""


@dataclass(eq=False)
class NotToRemit(DeskError):
    """This case is not one that must be remitted."""


@dataclass(eq=False)
class HandoffIncomplete(DeskError):
    """The handoff cannot be sealed yet; `lacking` says what is missing."""

    lacking: tuple[Lacking, ...]


@dataclass(eq=False)
class AcknowledgementWrong(DeskError):
    """The acknowledgement code that was read out is not the one of this packet: another packet was opened."""


@dataclass(eq=False)
class RecipientUnreadable(DeskError):
    """The receiver's key is not an age recipient."""


@dataclass(eq=False)
class FingerprintDiffers(DeskError):
    """The digits read out by telephone are not those of the key that was entered: it may be somebody else's."""


@dataclass(eq=False)
class IdentityInTheOpen(DeskError):
    """The name or number of a protected person stands where everyone can read it: `where` names the places."""

    where: tuple[str, ...]


@dataclass(eq=False)
class MomentImpossible(DeskError):
    """The moment given lies in the future, or before what it must follow."""

    given: datetime


@dataclass(frozen=True)
class NewReceiver:
    """An office that cases go to. `recipient` reads the packet, `annex_recipient` the identities (empty: the same)."""

    institution: str
    office: str
    place: str
    recipient: str
    annex_recipient: str = ""


@dataclass(frozen=True)
class Plan:
    """What the person who prepares a handoff writes: the facts without names, the risk, whom to call safely."""

    receiver: ReceiverId
    purpose: str
    facts: str
    risk: str
    liaison_contact: str


@dataclass(frozen=True)
class Notice:
    """An oral notice: when, by which means, to which institution and person, what was said and answered."""

    given_at: datetime
    means: Channel
    institution: str
    person: str
    said: str
    answer: str = ""


@dataclass(frozen=True)
class Receipt:
    """What came back: how, when, the receiver's own number and who signed. `code` is the acknowledgement code."""

    kind: ReceiptKind
    received_at: datetime
    number: str = ""
    signed_by: str = ""
    code: str = ""
    note: str = ""


@dataclass(frozen=True)
class Step:
    """A step on the road: when, who carries or takes it, where, in what state, and why it is late where it is."""

    at: datetime
    person: str
    place: str
    condition: str = ""
    late_reason: str = ""


def require_stage(current: Stage, to: Stage) -> None:
    """Refuse a stage that does not follow.

    Raises:
        StageOutOfOrder: it does not.
    """
    if to not in FOLLOWS[current]:
        raise StageOutOfOrder(current, to)


def require_editable(current: Stage, letter: str) -> None:
    """Refuse to change what somebody has reviewed, or what stands in a letter; `letter` is its number, or empty.

    Raises:
        StageOutOfOrder: it is no longer being prepared.
        LetterIssued: the letter says what was written.
    """
    if current is not Stage.PREPARING:
        raise StageOutOfOrder(current, Stage.PREPARING)
    if letter:
        raise LetterIssued(letter)


def require_complete(lacking: tuple[Lacking, ...]) -> None:
    """Refuse to seal what is not complete.

    Raises:
        HandoffIncomplete: names what is missing.
    """
    missing = tuple(one for one in lacking if one in REQUIRED)
    if missing:
        raise HandoffIncomplete(missing)


def checked_plan(plan: Plan) -> Plan:
    """Return a plan as it is kept.

    Raises:
        FieldMissing, FieldTooLong, CharacterRefused: names the field.
    """
    return Plan(
        receiver=plan.receiver,
        purpose=tidy_line(plan.purpose, "purpose", needed=True),
        facts=tidy_text(plan.facts, "facts", needed=True),
        risk=tidy_text(plan.risk, "risk", needed=True),
        liaison_contact=tidy_line(plan.liaison_contact, "liaison_contact", needed=True),
    )


def checked_notice(notice: Notice, known_at: datetime, now: datetime) -> Notice:
    """Return a notice as it is kept.

    Raises:
        MomentImpossible: it lies in the future or before the case was known.
        FieldMissing, FieldTooLong, CharacterRefused: names the field.
    """
    if not known_at <= notice.given_at <= now:
        raise MomentImpossible(notice.given_at)
    return Notice(
        given_at=notice.given_at,
        means=notice.means,
        institution=notice.institution,
        person=tidy_line(notice.person, "person", needed=True),
        said=tidy_text(notice.said, "said", needed=True),
        answer=tidy_text(notice.answer, "answer"),
    )


def checked_step(step: Step, after: datetime, now: datetime) -> Step:
    """Return a step as it is kept.

    Raises:
        MomentImpossible: it lies in the future or before the step it follows.
        FieldMissing, FieldTooLong, CharacterRefused: names the field.
    """
    if not after <= step.at <= now:
        raise MomentImpossible(step.at)
    return Step(
        at=step.at,
        person=tidy_line(step.person, "person", needed=True),
        place=tidy_line(step.place, "place", needed=True),
        condition=tidy_line(step.condition, "condition"),
        late_reason=tidy_line(step.late_reason, "late_reason"),
    )


def checked_receipt(receipt: Receipt, after: datetime, now: datetime, code: str) -> Receipt:
    """Return a receipt as it is kept; `code` is the acknowledgement code of the packet that was sealed.

    Raises:
        MomentImpossible: it lies in the future or before the packet left.
        AcknowledgementWrong: the code read out belongs to another packet.
        FieldMissing, FieldTooLong, CharacterRefused: names the field.
    """
    if not after <= receipt.received_at <= now:
        raise MomentImpossible(receipt.received_at)
    digits = re.sub(r"[^0-9]", "", receipt.code)
    if receipt.kind is ReceiptKind.CODE and (not ACKNOWLEDGEMENT.fullmatch(digits) or digits != code):
        raise AcknowledgementWrong
    needs_number = receipt.kind in {ReceiptKind.STAMP_AND_NUMBER, ReceiptKind.NUMBER}
    return Receipt(
        kind=receipt.kind,
        received_at=receipt.received_at,
        number=tidy_line(receipt.number, "number", needed=needs_number),
        signed_by=tidy_line(receipt.signed_by, "signed_by"),
        code=digits if receipt.kind is ReceiptKind.CODE else "",
        note=tidy_text(receipt.note, "note"),
    )
