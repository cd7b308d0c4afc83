"""What a case is and how it moves. Once excluded, always excluded.

Trafficking lies outside the community's own matters (Bolivia: Ley 073 art. 10.II.a). Suspicion is enough: no proof, no
score, no known victim. From `MUST_REMIT` no path of any length leads to an own decision, an agreement or a resolution.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.fields import tidy_line, tidy_text

TRAFFICKING = "trafficking"
"""The exclusion that a suspicion of trafficking is, in every country's list."""
OLDEST_KNOWLEDGE = timedelta(days=366 * 30)


class CaseState(StrEnum):
    """Where a case stands."""

    REGISTERED = "registrado"
    ASSESSING = "en_evaluacion"
    IN_DOUBT = "duda"
    MUST_REMIT = "remision_obligatoria"
    REMITTED = "remitido"
    RECEIVED = "recibido"
    OBSERVED = "observado"
    NO_ANSWER = "sin_respuesta"
    OWN_MATTER = "asunto_propio"
    RESOLVED = "resuelto"
    FOLLOW_UP = "en_seguimiento"
    CLOSED = "cerrado"
    ARCHIVED = "archivado"


S = CaseState
FOLLOWS: Mapping[CaseState, frozenset[CaseState]] = {
    S.REGISTERED: frozenset({S.ASSESSING, S.MUST_REMIT}),
    S.ASSESSING: frozenset({S.MUST_REMIT, S.OWN_MATTER, S.IN_DOUBT}),
    S.IN_DOUBT: frozenset({S.MUST_REMIT, S.OWN_MATTER}),
    S.MUST_REMIT: frozenset({S.REMITTED, S.CLOSED}),
    S.REMITTED: frozenset({S.RECEIVED, S.OBSERVED, S.NO_ANSWER, S.MUST_REMIT}),
    S.RECEIVED: frozenset({S.FOLLOW_UP, S.OBSERVED}),
    S.OBSERVED: frozenset({S.REMITTED, S.FOLLOW_UP}),
    S.NO_ANSWER: frozenset({S.RECEIVED, S.OBSERVED, S.REMITTED, S.FOLLOW_UP}),
    S.OWN_MATTER: frozenset({S.RESOLVED, S.MUST_REMIT}),
    S.RESOLVED: frozenset({S.FOLLOW_UP, S.MUST_REMIT}),
    S.FOLLOW_UP: frozenset({S.CLOSED, S.MUST_REMIT}),
    S.CLOSED: frozenset({S.ARCHIVED, S.MUST_REMIT}),
    S.ARCHIVED: frozenset({S.MUST_REMIT}),
}
"""The one machine of every country. What an exclusion adds stands in `may_follow`.

A packet that was lost on the road or refused at the counter was not handed over: its case must be remitted again.
"""
OWN_DECISIONS = frozenset({S.OWN_MATTER, S.RESOLVED})
"""The states in which the community decides by itself."""
UNDECIDED = frozenset({S.REGISTERED, S.ASSESSING, S.IN_DOUBT})
"""The states in which nobody has decided yet whose matter it is."""


class Channel(StrEnum):
    """How the news came."""

    IN_PERSON = "presencial"
    TELEPHONE = "telefono"
    RADIO = "radio"
    MESSAGE = "mensaje"
    LETTER = "carta"
    THIRD_PARTY = "tercero"


class PartyRole(StrEnum):
    """What somebody is in a case. The person named is never called accused: that word is the prosecutor's."""

    VICTIM = "victima"
    NAMED = "senalado"
    WITNESS = "testigo"
    COMPLAINANT = "denunciante"
    REPRESENTATIVE = "representante"
    INTERPRETER = "interprete"
    COMPANION = "acompanante"
    PROTECTED = "persona_protegida"


CODE_LETTER: Mapping[PartyRole, str] = {
    PartyRole.VICTIM: "V",
    PartyRole.NAMED: "S",
    PartyRole.WITNESS: "T",
    PartyRole.COMPLAINANT: "D",
    PartyRole.REPRESENTATIVE: "R",
    PartyRole.INTERPRETER: "I",
    PartyRole.COMPANION: "A",
    PartyRole.PROTECTED: "P",
}
"""Codes are by role and order (V-01), never initials."""


class AgeStatus(StrEnum):
    """What is known of an age. Unknown counts as a child."""

    CHILD = "menor_confirmado"
    PROBABLY_CHILD = "menor_presunto"
    ADULT = "adulto"
    UNKNOWN = "desconocida"


class Gender(StrEnum):
    """Gender, as told."""

    WOMAN = "mujer"
    MAN = "hombre"
    OTHER = "otro"
    UNTOLD = "no_dicho"


class Outcome(StrEnum):
    """What an assessment of whose matter it is came to."""

    OWN_MATTER = "asunto_propio"
    MUST_REMIT = "remision_obligatoria"
    IN_DOUBT = "duda"


@dataclass(eq=False)
class StateOutOfOrder(DeskError):
    """A case was asked to take a step that does not follow from where it stands."""

    current: CaseState
    asked: CaseState


@dataclass(eq=False)
class ExcludedMatter(DeskError):
    """This belongs to the prosecutor: the community protects, informs and remits, and decides nothing itself."""


@dataclass(eq=False)
class NotOwnMatter(DeskError):
    """Nobody has decided yet that this is the community's own matter."""

    current: CaseState


@dataclass(eq=False)
class KnowledgeImpossible(DeskError):
    """The moment of knowledge lies in the future, or too far back to be right."""

    given: datetime


@dataclass(eq=False)
class ReasonMissing(DeskError):
    """This needs a reason in writing."""


@dataclass(eq=False)
class DeadlineAbsent(DeskError):
    """No such deadline runs in this case."""


@dataclass(eq=False)
class PartyAbsent(DeskError):
    """There is no such person in this case."""


@dataclass(eq=False)
class NobodyAdmitted(DeskError):
    """A case needs somebody who works on it: whoever registers it, and one person at least who can open it."""


@dataclass(frozen=True)
class Intake:
    """What is asked when a case is registered. Nothing asks for the means: the prosecutor decides about them."""

    title: str
    known_at: datetime
    known_exactly: bool
    channel: Channel
    account: str
    place: str = ""
    suspicion: bool = False
    exploitation: tuple[str, ...] = ()
    urgent: bool = False
    missing_person: bool = False

    @property
    def suspected(self) -> bool:
        """Whether trafficking is suspected: said so, or a form of exploitation was marked."""
        return self.suspicion or bool(self.exploitation)


@dataclass(frozen=True)
class Assessment:
    """Why it is, or is not, the community's own matter: the three scopes where the country asks for them."""

    outcome: Outcome
    reason: str
    personal: str = ""
    material: str = ""
    territorial: str = ""
    exclusions: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewParty:
    """Somebody in a case, as far as a code may say it."""

    role: PartyRole
    age: AgeStatus
    gender: Gender = Gender.UNTOLD
    language: str = ""
    interpreter: bool = False
    restrictions: str = ""


@dataclass(frozen=True)
class Identity:
    """Who a party is. Every field may stay empty; each is what was told, not what was proven."""

    given_names: str = ""
    paternal: str = ""
    maternal: str = ""
    married: str = ""
    alias: str = ""
    id_document: str = ""
    birth_date: str = ""
    address: str = ""
    telephone: str = ""
    school: str = ""
    safe_contact: str = ""

    @property
    def full_name(self) -> str:
        """The names in the order in which they are said."""
        return " ".join(filter(None, (self.given_names, self.paternal, self.maternal, self.married)))


def may_follow(current: CaseState, asked: CaseState, *, excluded: bool) -> bool:
    """Say whether a case may take this step. An excluded case never reaches an own decision."""
    if excluded and asked in OWN_DECISIONS:
        return False
    return asked in FOLLOWS[current]


def require_step(current: CaseState, asked: CaseState, *, excluded: bool) -> None:
    """Refuse a step that does not follow.

    Raises:
        ExcludedMatter: it would be an own decision on an excluded matter.
        StateOutOfOrder: it does not follow from where the case stands.
    """
    if excluded and asked in OWN_DECISIONS:
        raise ExcludedMatter
    if not may_follow(current, asked, excluded=excluded):
        raise StateOutOfOrder(current, asked)


def require_own_matter(current: CaseState, *, excluded: bool) -> None:
    """Refuse what only an own matter allows: a hearing, an agreement, a resolution.

    Raises:
        ExcludedMatter: the matter is the prosecutor's.
        NotOwnMatter: whose matter it is was not decided, or it was decided and is over.
    """
    if excluded:
        raise ExcludedMatter
    if current is not CaseState.OWN_MATTER:
        raise NotOwnMatter(current)


def runs_from(current: CaseState, known_at: datetime, now: datetime) -> datetime:
    """Return when the deadlines of an excluded matter begin: at the moment of knowledge, never at that of typing.

    Where the matter had been decided to be the community's own, what excludes it has come to light only now.
    """
    return known_at if current in UNDECIDED else now


def counts_as_child(age: AgeStatus) -> bool:
    """Say whether somebody is protected as a child: under 18, or nobody knows."""
    return age is not AgeStatus.ADULT


def party_code(role: PartyRole, taken: frozenset[str]) -> str:
    """Return the next code of a role: V-01, then V-02."""
    letter = CODE_LETTER[role]
    number = 1 + sum(code.startswith(f"{letter}-") for code in taken)
    return f"{letter}-{number:02d}"


def case_number(series: str, year: int, serial: int) -> str:
    """Return a case's number: `JIOC-BO-051204-A-2026-0003` (country, place, desk, year, serial)."""
    return f"{series}-{year}-{serial:04d}"


def checked_intake(intake: Intake, now: datetime) -> Intake:
    """Return an intake as it is kept.

    Raises:
        FieldMissing, FieldTooLong, CharacterRefused: names the field.
        KnowledgeImpossible: the moment of knowledge cannot be right.
    """
    if not now - OLDEST_KNOWLEDGE <= intake.known_at <= now:
        raise KnowledgeImpossible(intake.known_at)
    return Intake(
        title=tidy_line(intake.title, "title", needed=True),
        known_at=intake.known_at,
        known_exactly=intake.known_exactly,
        channel=intake.channel,
        account=tidy_text(intake.account, "account", needed=True),
        place=tidy_line(intake.place, "place"),
        suspicion=intake.suspicion,
        exploitation=tuple(dict.fromkeys(intake.exploitation)),
        urgent=intake.urgent,
        missing_person=intake.missing_person,
    )


def checked_reason(text: str) -> str:
    """Return a reason as it is kept.

    Raises:
        ReasonMissing: nothing was written.
        FieldTooLong, CharacterRefused: names the field.
    """
    if not (said := tidy_text(text, "reason")):
        raise ReasonMissing
    return said


def checked_assessment(assessment: Assessment, *, asks_scopes: bool) -> Assessment:
    """Return an assessment as it is kept; `asks_scopes` says whether the country asks for the three scopes.

    Raises:
        ReasonMissing: there is no reason, no exclusion where one is the reason, or a scope that the country asks for.
        ExcludedMatter: an exclusion was marked, and yet the case is not to be remitted.
        FieldTooLong, CharacterRefused: names the field.
    """
    if assessment.exclusions and assessment.outcome is not Outcome.MUST_REMIT:
        raise ExcludedMatter
    kept = Assessment(
        outcome=assessment.outcome,
        reason=checked_reason(assessment.reason),
        personal=tidy_text(assessment.personal, "personal"),
        material=tidy_text(assessment.material, "material"),
        territorial=tidy_text(assessment.territorial, "territorial"),
        exclusions=tuple(dict.fromkeys(assessment.exclusions)),
    )
    if asks_scopes and not (kept.personal and kept.material and kept.territorial):
        raise ReasonMissing
    if kept.outcome is Outcome.MUST_REMIT and not kept.exclusions:
        raise ReasonMissing
    return kept


def checked_identity(identity: Identity) -> Identity:
    """Return an identity as it is kept.

    Raises:
        FieldTooLong, CharacterRefused: names the field.
    """
    return Identity(**{field: tidy_line(value, field) for field, value in vars(identity).items()})


def completed(before: Identity, after: Identity) -> Identity:
    """Return what is known once more was written: what was left empty does not take away what stood there before."""
    return Identity(**{field: value or getattr(before, field) for field, value in vars(after).items()})
