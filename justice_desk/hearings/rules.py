"""What may be held, and what must stand in its record.

On a case that is not the community's own matter there is only the reserved session: the authorities alone, for notice,
protection and the decision to remit. No hearing, no vote, no confrontation, no agreement, no citation of the victim or
of the person named.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from justice_desk.cases.rules import AgeStatus, CaseState, PartyRole, counts_as_child, require_own_matter
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.fields import FieldMissing, folded, tidy_line, tidy_lines, tidy_text


class SessionKind(StrEnum):
    """What is held: the authorities among themselves, or a hearing of the community."""

    RESERVED = "sesion_reservada"
    HEARING = "audiencia"


class PointKind(StrEnum):
    """What a point of a session is about. A reserved session has only the first three."""

    NOTICE = "noticia"
    PROTECTION = "proteccion"
    REMISSION = "decision_de_remitir"
    MATTER = "asunto"


RESERVED_POINTS = frozenset({PointKind.NOTICE, PointKind.PROTECTION, PointKind.REMISSION})


class Signing(StrEnum):
    """How somebody confirms a record: never an image, only the kind."""

    SIGNATURE = "firma"
    FINGERPRINT = "huella"
    ON_REQUEST = "firma_a_ruego"
    NOT_SIGNED = "no_firma_con_motivo"


WITNESSED = frozenset({Signing.FINGERPRINT, Signing.ON_REQUEST})
WITNESSES = 2
"""How many others see a fingerprint or a signature at request."""


@dataclass(eq=False)
class SessionAbsent(DeskError):
    """There is no such session in this case."""


@dataclass(eq=False)
class HearingForbidden(DeskError):
    """On this case only the reserved session of the authorities is possible; `state` says where the case stands."""

    state: CaseState


@dataclass(eq=False)
class PointForbidden(DeskError):
    """A reserved session deals with notice, protection and the decision to remit, with nothing else."""

    kind: PointKind


@dataclass(eq=False)
class AgreementForbidden(DeskError):
    """No agreement can be made in this session: the matter is not the community's own."""


@dataclass(eq=False)
class OfficeMissing(DeskError):
    """Only authorities take part in a reserved session; `name` held no office on that day."""

    name: str


@dataclass(eq=False)
class CitationForbidden(DeskError):
    """This person cannot be called: the victim, the person named, or a child of a matter that is the prosecutor's."""

    code: str


@dataclass(eq=False)
class SessionUnordered(DeskError):
    """A session ends before it begins, begins before the case was known, or lies in the future."""


@dataclass(eq=False)
class WitnessesMissing(DeskError):
    """A fingerprint or a signature at request needs two witnesses besides the person; `name` has fewer."""

    name: str


@dataclass(frozen=True)
class Attendee:
    """Somebody who was there, by office where they hold one (in a hearing a party comes by code)."""

    name: str
    office: str


@dataclass(frozen=True)
class Point:
    """A numbered point of the record."""

    kind: PointKind
    text: str


@dataclass(frozen=True)
class Confirmation:
    """How one person confirms the record, with the witnesses of a fingerprint or the reason for not signing."""

    name: str
    office: str
    signing: Signing
    witnesses: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Minutes:
    """The record of a session or hearing. Moments are aware."""

    kind: SessionKind
    held_at: datetime
    ended_at: datetime
    place: str
    presiding: tuple[Attendee, ...]
    attendance: tuple[Attendee, ...]
    points: tuple[Point, ...]
    decision: str
    agreements: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    book: str = ""
    folio: str = ""
    language: str = "es"
    interpreter: str = ""
    read_back: bool = True
    confirmations: tuple[Confirmation, ...] = ()


def kinds_allowed(state: CaseState, *, excluded: bool) -> frozenset[SessionKind]:
    """Return what may be held on a case: a hearing only where the matter was found to be the community's own."""
    if excluded or state is not CaseState.OWN_MATTER:
        return frozenset({SessionKind.RESERVED})
    return frozenset(SessionKind)


def require_kind(kind: SessionKind, state: CaseState, *, excluded: bool) -> None:
    """Refuse a hearing where only the reserved session is possible.

    Raises:
        HearingForbidden: it is not possible on this case.
    """
    if kind not in kinds_allowed(state, excluded=excluded):
        raise HearingForbidden(state)


def require_agreement(state: CaseState, *, excluded: bool) -> None:
    """Refuse an agreement on a matter that is not the community's own.

    Raises:
        ExcludedMatter, NotOwnMatter: it is not.
    """
    require_own_matter(state, excluded=excluded)


def require_citable(role: PartyRole, age: AgeStatus, code: str, *, excluded: bool) -> None:
    """Refuse to call somebody whom a call would expose.

    Raises:
        CitationForbidden: victim, person named or child of an excluded matter.
    """
    exposed = role in {PartyRole.VICTIM, PartyRole.NAMED} or counts_as_child(age)
    if excluded and exposed:
        raise CitationForbidden(code)


def checked_minutes(minutes: Minutes, known_at: datetime, now: datetime, offices: frozenset[str]) -> Minutes:
    """Return a record as it is kept; `offices` are the names of those who held an office on that day.

    Raises:
        SessionUnordered: its times cannot be right.
        FieldMissing, FieldTooLong, CharacterRefused: names the field.
        PointForbidden, OfficeMissing, AgreementForbidden, WitnessesMissing: what the kind of session does not allow.
    """
    if not known_at <= minutes.held_at <= minutes.ended_at <= now:
        raise SessionUnordered
    if minutes.kind is SessionKind.RESERVED:
        _check_reserved(minutes, offices)
    if not minutes.presiding:
        raise FieldMissing("presiding")
    points = tuple(Point(point.kind, tidy_text(point.text, "points")) for point in minutes.points)
    points = tuple(point for point in points if point.text)
    if not points:
        raise FieldMissing("points")
    return Minutes(
        kind=minutes.kind,
        held_at=minutes.held_at,
        ended_at=minutes.ended_at,
        place=tidy_line(minutes.place, "place", needed=True),
        presiding=tuple(_attendee(one) for one in minutes.presiding),
        attendance=tuple(_attendee(one) for one in minutes.attendance),
        points=points,
        decision=tidy_text(minutes.decision, "decision", needed=True),
        agreements=tidy_lines(minutes.agreements, "agreements"),
        agenda=tidy_lines(minutes.agenda, "agenda"),
        book=tidy_line(minutes.book, "book"),
        folio=tidy_line(minutes.folio, "folio"),
        language=tidy_line(minutes.language, "language", needed=True),
        interpreter=tidy_line(minutes.interpreter, "interpreter"),
        read_back=minutes.read_back,
        confirmations=tuple(_confirmation(one) for one in minutes.confirmations),
    )


def _check_reserved(minutes: Minutes, offices: frozenset[str]) -> None:
    if minutes.agreements:
        raise AgreementForbidden
    for point in minutes.points:
        if point.kind not in RESERVED_POINTS:
            raise PointForbidden(point.kind)
    for attendee in (*minutes.presiding, *minutes.attendance):
        if tidy_line(attendee.name, "attendance") not in offices:
            raise OfficeMissing(attendee.name)


def _attendee(attendee: Attendee) -> Attendee:
    return Attendee(
        tidy_line(attendee.name, "attendance", needed=True), tidy_line(attendee.office, "attendance_office")
    )


def _confirmation(given: Confirmation) -> Confirmation:
    name = tidy_line(given.name, "name", needed=True)
    witnesses = tuple(filter(None, (tidy_line(witness, "witnesses") for witness in given.witnesses)))
    others = {folded(witness) for witness in witnesses} - {folded(name)}
    if given.signing in WITNESSED and len(others) < WITNESSES:
        raise WitnessesMissing(name)
    reason = tidy_line(given.reason, "reason", needed=given.signing is Signing.NOT_SIGNED)
    return Confirmation(name, tidy_line(given.office, "office"), given.signing, witnesses, reason)
