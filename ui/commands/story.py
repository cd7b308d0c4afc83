"""A plainly fictitious case, and the whole main job told with it: from the founding of a desk to the receipt.

The texts lie in `resources/demo/`, one file a country. The demonstration, the pictures and the tests tell the same
story, so that what a reader sees is what is tested.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from justice_desk.accounts.rules import Role
from justice_desk.bootstrap import Desk
from justice_desk.cases.rules import (
    AgeStatus,
    Assessment,
    Channel,
    Gender,
    Identity,
    Intake,
    NewParty,
    Outcome,
    PartyRole,
)
from justice_desk.communities.danger_rules import DangerNumber
from justice_desk.communities.rules import Founding, NewTerm
from justice_desk.documents.views import DocumentView
from justice_desk.foundations.clock import Clock
from justice_desk.foundations.ids import CaseId, HandoffId, ReceiverId
from justice_desk.foundations.progress import Progress
from justice_desk.foundations.resources import resource
from justice_desk.handoffs.rules import NewReceiver, Notice, Plan, Receipt, ReceiptKind, Step
from justice_desk.handoffs.views import HandoffView, ReceiverView
from justice_desk.hearings.rules import (
    Attendee,
    Confirmation,
    Minutes,
    Point,
    PointKind,
    SessionKind,
    Signing,
)
from justice_desk.hearings.views import SessionView
from justice_desk.protection.rules import Acceptance, MeasureKind, NewMeasure

KNOWN_BEFORE = timedelta(minutes=90)
NOTICE_AFTER = timedelta(minutes=20)
SHORTEST_CANARY = 9
"""Shorter texts occur by chance."""
IN_OFFICE = timedelta(days=30)
SESSION_LENGTH = timedelta(minutes=40)


@dataclass(frozen=True)
class Keys:
    """The public keys of a receiver: one reads the packet, the other the identities."""

    packet: str
    annex: str


@dataclass(frozen=True)
class Told:
    """What came of the story."""

    case: CaseId
    own_case: CaseId
    handoff: HandoffView
    documents: tuple[DocumentView, ...]


class Story:
    """The fictitious case of one country."""

    def __init__(self, country: str) -> None:
        self.country = country
        self._raw: Mapping[str, Any] = tomllib.loads(resource("demo", f"{country}.toml").read_text(encoding="utf-8"))

    def founding(self, passphrase: str, now: datetime) -> Founding:
        """Return the desk to be founded, with one person in every role that one person alone needs."""
        raw = self._raw["founding"]
        first, second = (DangerNumber(number["label"], number["number"]) for number in raw["numbers"])
        return Founding(
            country=self.country,
            language="es",
            community=raw["community"],
            hierarchy=raw["hierarchy"],
            municipality=raw["municipality"],
            place_code=raw["place_code"],
            desk_code=raw["desk_code"],
            office=raw["office"],
            numbers=(first, second),
            name=raw["name"],
            roles=frozenset({Role.AUTHORITY, Role.CLERK, Role.LIAISON}),
            passphrase=passphrase,
            office_since=(now - IN_OFFICE).date(),
        )

    def identities(self) -> tuple[Identity, ...]:
        """Return who the people of the story are, in the order of its parties."""
        return tuple(Identity(**party["identity"]) for party in self._raw["parties"])

    def canaries(self) -> tuple[str, ...]:
        """Return the texts that must never be found in the clear: names, numbers, what was told."""
        told = [
            str(value)
            for identity in self.identities()
            for field, value in vars(identity).items()
            if field != "birth_date" and len(value) >= SHORTEST_CANARY
        ]
        return (*told, *(identity.full_name for identity in self.identities()), self._raw["case"]["account"].strip())

    def intake(self, now: datetime) -> Intake:
        """Return the case as it is told to the desk."""
        raw = self._raw["case"]
        return Intake(
            title=raw["title"],
            known_at=now - KNOWN_BEFORE,
            known_exactly=False,
            channel=Channel(raw["channel"]),
            account=raw["account"].strip(),
            place=raw["place"],
            suspicion=True,
            exploitation=tuple(raw["exploitation"]),
            urgent=True,
        )

    def parties(self) -> tuple[NewParty, ...]:
        """Return the people of the story, as far as a code may say it."""
        return tuple(
            NewParty(
                role=PartyRole(raw["role"]),
                age=AgeStatus(raw["age"]),
                gender=Gender(raw["gender"]),
                language=raw.get("language", ""),
                interpreter=raw.get("interpreter", False),
            )
            for raw in self._raw["parties"]
        )

    def terms(self, now: datetime) -> tuple[NewTerm, ...]:
        """Return the other authorities of the community, in office for a month."""
        since = (now - IN_OFFICE).date()
        return tuple(NewTerm(raw["office"], raw["holder"], since) for raw in self._raw["terms"])

    def authorities(self) -> tuple[Attendee, ...]:
        """Return everyone who holds an office, the founder first."""
        founder = self._raw["founding"]
        others = [Attendee(raw["holder"], raw["office"]) for raw in self._raw["terms"]]
        return (Attendee(founder["name"], founder["office"]), *others)

    def reserved_session(self, now: datetime) -> Minutes:
        """Return the reserved session of the authorities: notice, protection, decision to hand over."""
        raw, present = self._raw["session"], self.authorities()
        points = tuple(Point(PointKind(point["kind"]), point["text"]) for point in raw["points"])
        return self._minutes(SessionKind.RESERVED, raw, now, present, points)

    def hearing(self, now: datetime) -> Minutes:
        """Return the hearing of the own matter."""
        raw = self._raw["hearing"]
        present = tuple(Attendee(one["name"], one["office"]) for one in raw["attendance"])
        points = tuple(Point(PointKind.MATTER, text) for text in raw["points"])
        return self._minutes(SessionKind.HEARING, raw, now, present, points)

    def measure(self, now: datetime) -> NewMeasure:
        """Return the protective measure."""
        raw = self._raw["measure"]
        return NewMeasure(
            kind=MeasureKind(raw["kind"]),
            protects=raw["protects"],
            description=raw["description"],
            responsible=raw["responsible"],
            acceptance=Acceptance(raw["acceptance"]),
            starts_at=now,
        )

    def notices(self, now: datetime) -> tuple[Notice, ...]:
        """Return the two oral notices: to the prosecutor, and to child protection."""
        return tuple(
            Notice(
                given_at=now - KNOWN_BEFORE + NOTICE_AFTER,
                means=Channel(raw["means"]),
                institution=raw["institution"],
                person=raw["person"],
                said=raw["said"],
                answer=raw["answer"],
            )
            for raw in (self._raw["notice"], self._raw["child_notice"])
        )

    def receiver(self, keys: Keys) -> NewReceiver:
        """Return the prosecutor's office that the case goes to."""
        raw = self._raw["receiver"]
        return NewReceiver(raw["institution"], raw["office"], raw["place"], keys.packet, keys.annex)

    def plan(self, receiver: ReceiverId) -> Plan:
        """Return what is written when the handoff is prepared."""
        raw = self._raw["plan"]
        return Plan(receiver, raw["purpose"], raw["facts"].strip(), raw["risk"], raw["liaison_contact"])

    def own_intake(self, now: datetime) -> Intake:
        """Return the case that is the community's own matter."""
        raw = self._raw["own_case"]
        return Intake(
            title=raw["title"],
            known_at=now - KNOWN_BEFORE,
            known_exactly=True,
            channel=Channel(raw["channel"]),
            account=raw["account"],
            place=raw["place"],
        )

    def own_assessment(self) -> Assessment:
        """Return why it is the community's own matter."""
        return Assessment(outcome=Outcome.OWN_MATTER, **self._raw["own_assessment"])

    def told(self, *place: str) -> str:
        """Return one text of the file by its place."""
        found: Any = self._raw
        for key in place:
            found = found[key]
        return str(found)

    def _minutes(
        self,
        kind: SessionKind,
        raw: Mapping[str, Any],
        now: datetime,
        present: tuple[Attendee, ...],
        points: tuple[Point, ...],
    ) -> Minutes:
        authorities = self.authorities()
        return Minutes(
            kind=kind,
            held_at=now - SESSION_LENGTH,
            ended_at=now,
            place=raw["place"],
            presiding=authorities[:1],
            attendance=present[1:] if kind is SessionKind.RESERVED else present,
            points=points,
            decision=raw["decision"],
            agreements=tuple(raw.get("agreements", ())),
            agenda=tuple(raw.get("agenda", ())),
            book=raw["book"],
            folio=raw["folio"],
            confirmations=tuple(Confirmation(one.name, one.office, Signing.SIGNATURE) for one in authorities),
        )


def register(desk: Desk, story: Story, clock: Clock) -> CaseId:
    """Tell the first part: the authorities of the community, the case, its people and who they are."""
    for term in story.terms(clock()):
        desk.communities.enter_term(term)
    case = desk.cases.register(story.intake(clock())).id
    for party, identity in zip(story.parties(), story.identities(), strict=True):
        entered = desk.parties.add(case, party)
        desk.parties.write_identity(case, entered.id, identity)
    return case


def protect(desk: Desk, story: Story, case: CaseId, clock: Clock) -> SessionView:
    """Tell the second part: the notices, the measure, the reserved session."""
    for notice in story.notices(clock()):
        desk.notices.log(case, notice)
    desk.protection.decide(case, story.measure(clock()))
    return desk.hearings.record(case, story.reserved_session(clock()))


def hear_own_matter(desk: Desk, story: Story, clock: Clock) -> tuple[CaseId, SessionView]:
    """Tell of the second case: the community's own matter, and the hearing on it."""
    case = desk.cases.register(story.own_intake(clock())).id
    desk.cases.assess(case, story.own_assessment())
    return case, desk.hearings.record(case, story.hearing(clock()))


def confirmed_receiver(desk: Desk, story: Story, keys: Keys) -> ReceiverView:
    """Tell how the prosecutor's office is entered, and its key confirmed by telephone."""
    receiver = desk.receivers.enter(story.receiver(keys))
    return desk.receivers.confirm(receiver.id, receiver.to_read_out, story.told("receiver", "confirmed_with"))


def hand_over(desk: Desk, story: Story, case: CaseId, keys: Keys, target: Path, progress: Progress) -> HandoffView:
    """Tell the third part: preparing, the letter, the reserved sheet, the review, the seal."""
    receiver = confirmed_receiver(desk, story, keys)
    handoff = desk.handoffs.prepare(case, story.plan(receiver.id)).id
    desk.letters.issue_oficio(case, handoff)
    desk.letters.issue_reserved_sheet(case, handoff)
    desk.handoffs.review(case, handoff)
    return desk.sealing.seal(case, handoff, target, progress)


def travel(desk: Desk, story: Story, case: CaseId, handoff: HandoffId, clock: Clock) -> HandoffView:
    """Tell the last part: the packet leaves, arrives, and the receipt comes back."""
    place, condition = story.told("road", "place"), story.told("road", "condition")
    desk.road.dispatch(case, handoff, Step(clock(), story.told("road", "carrier"), place, condition))
    desk.road.deliver(case, handoff, Step(clock(), story.told("road", "receiver"), place, condition))
    number, signed_by = story.told("receipt", "number"), story.told("receipt", "signed_by")
    receipt = Receipt(ReceiptKind.STAMP_AND_NUMBER, clock(), number, signed_by)
    return desk.road.enter_receipt(case, handoff, receipt)


def tell(desk: Desk, story: Story, keys: Keys, target: Path, clock: Clock, progress: Progress) -> Told:
    """Tell the whole main job, the way a person alone would do it."""
    case = register(desk, story, clock)
    session = protect(desk, story, case, clock)
    desk.documents.issue_acta(case, session.id)
    own_case, hearing = hear_own_matter(desk, story, clock)
    desk.documents.issue_acta(own_case, hearing.id)
    handoff = hand_over(desk, story, case, keys, target, progress)
    handoff = travel(desk, story, case, handoff.id, clock)
    documents = (*desk.documents.documents(case), *desk.documents.documents(own_case))
    return Told(case, own_case, handoff, documents)
