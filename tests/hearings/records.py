"""Records of sessions and hearings for tests, plainly fictitious."""

from datetime import datetime, timedelta
from typing import Any

from justice_desk.hearings.rules import Attendee, Confirmation, Minutes, Point, PointKind, SessionKind, Signing
from tests.desks import OFFICE
from tests.stores import START

ANA = Attendee("Ana Ejemplo", OFFICE)
RESERVED_POINTS = (
    Point(PointKind.NOTICE, "Se toma conocimiento."),
    Point(PointKind.PROTECTION, "Se acompaña a la familia."),
    Point(PointKind.REMISSION, "Se decide remitir."),
)


def reserved(ended_at: datetime = START, /, **changes: Any) -> Minutes:  # noqa: ANN401 - fields of the record
    """Return the record of a reserved session of an hour; `changes` are its other fields."""
    return _minutes(SessionKind.RESERVED, RESERVED_POINTS, ended_at, changes)


def hearing(ended_at: datetime = START, /, **changes: Any) -> Minutes:  # noqa: ANN401 - fields of the record
    """Return the record of a hearing of an hour, with an agreement; `changes` are its other fields."""
    points = (Point(PointKind.MATTER, "Hablan las dos familias."),)
    given = {"attendance": (Attendee("Familia Ficticia", ""),), "agreements": ("Caminan el lindero.",), **changes}
    return _minutes(SessionKind.HEARING, points, ended_at, given)


def _minutes(kind: SessionKind, points: tuple[Point, ...], ended_at: datetime, changes: dict[str, Any]) -> Minutes:
    given: dict[str, Any] = {
        "held_at": ended_at - timedelta(hours=1),
        "place": "Sede ficticia",
        "presiding": (ANA,),
        "attendance": (),
        "points": points,
        "decision": "Así se decide.",
        "confirmations": (Confirmation(ANA.name, ANA.office, Signing.SIGNATURE),),
        **changes,
    }
    return Minutes(kind=kind, ended_at=ended_at, **given)
