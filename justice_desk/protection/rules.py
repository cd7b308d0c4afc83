"""A protective measure: what keeps one person safe, who answers for it, and when it is looked at again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.fields import tidy_line, tidy_text


class MeasureKind(StrEnum):
    """What is done."""

    ACCOMPANIMENT = "acompanamiento"
    SAFE_LODGING = "alojamiento_seguro"
    NO_APPROACH = "no_acercamiento"
    HEALTH = "atencion_salud"
    DOCUMENTS_KEPT = "resguardo_documentos"
    OTHER = "otra"


START_WITHIN = timedelta(days=30)
"""How far from the moment of knowledge, or from now, a measure may begin: further away it is a slip of the pen."""


class MeasureState(StrEnum):
    """Where a measure stands. It stays visible after the case left the community."""

    IN_FORCE = "vigente"
    LIFTED = "levantada"
    TRANSFERRED = "trasladada"


ENDS: Mapping[MeasureState, frozenset[MeasureState]] = {
    MeasureState.IN_FORCE: frozenset({MeasureState.LIFTED, MeasureState.TRANSFERRED}),
    MeasureState.LIFTED: frozenset(),
    MeasureState.TRANSFERRED: frozenset(),
}


class Acceptance(StrEnum):
    """What the person herself says of the measure."""

    ACCEPTED = "acepta"
    DECLINED = "no_acepta"
    NOT_ASKED = "no_consultada"


@dataclass(eq=False)
class MeasureAbsent(DeskError):
    """There is no such measure in this case."""


@dataclass(eq=False)
class MeasureEnded(DeskError):
    """The measure is no longer in force; `state` says how it ended."""

    state: MeasureState


@dataclass(eq=False)
class MeasureDeclined(DeskError):
    """An adult who does not want a measure is not put under it: a safety plan is made with her instead."""


@dataclass(eq=False)
class MeasureUntimely(DeskError):
    """A measure cannot begin then: long before the case was known, or far in the future."""

    given: datetime


@dataclass(frozen=True)
class NewMeasure:
    """A measure to be decided: for whom (by code), what, who answers for it."""

    kind: MeasureKind
    protects: str
    description: str
    responsible: str
    acceptance: Acceptance
    starts_at: datetime


def checked_measure(measure: NewMeasure, known_at: datetime, now: datetime, *, child: bool) -> NewMeasure:
    """Return a measure as it is kept.

    Raises:
        FieldMissing, FieldTooLong, CharacterRefused: names the field.
        MeasureDeclined: an adult does not want it.
        MeasureUntimely: it cannot begin then.
    """
    if measure.acceptance is Acceptance.DECLINED and not child:
        raise MeasureDeclined
    if not known_at - START_WITHIN <= measure.starts_at <= now + START_WITHIN:
        raise MeasureUntimely(measure.starts_at)
    return replace(
        measure,
        description=tidy_text(measure.description, "description", needed=True),
        responsible=tidy_line(measure.responsible, "responsible", needed=True),
    )


def require_end(current: MeasureState, to: MeasureState) -> None:
    """Refuse to end a measure twice.

    Raises:
        MeasureEnded: it is no longer in force.
    """
    if to not in ENDS[current]:
        raise MeasureEnded(current)
