"""Reading a session inside a unit of work: what rooms above share."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import select

from justice_desk.accounts.work import Work
from justice_desk.foundations.canonical import Json
from justice_desk.foundations.ids import CaseId, SessionId
from justice_desk.hearings.records import SessionRecord
from justice_desk.hearings.rules import (
    Attendee,
    Confirmation,
    Minutes,
    Point,
    PointKind,
    SessionAbsent,
    SessionKind,
    Signing,
)
from justice_desk.hearings.views import SessionView
from justice_desk.vault.rules import Scope


def sessions_of(work: Work, case: CaseId) -> tuple[SessionView, ...]:
    """Return the sessions of a case, the first held first."""
    rows = work.session.scalars(
        select(SessionRecord).where(SessionRecord.case_id == case).order_by(SessionRecord.held_at)
    )
    return tuple(_view(work, row) for row in rows)


def session_of(work: Work, case: CaseId, session: SessionId) -> SessionView:
    """Return one session of a case.

    Raises:
        SessionAbsent: there is none.
    """
    row = work.session.get(SessionRecord, session)
    if row is None or row.case_id != case:
        raise SessionAbsent
    return _view(work, row)


def sealed_minutes(work: Work, case: CaseId, session: str, minutes: Minutes) -> bytes:
    """Return a record sealed to those admitted to the case's summary."""
    plain: dict[str, Any] = asdict(minutes)
    content: Json = {**plain, "held_at": minutes.held_at.isoformat(), "ended_at": minutes.ended_at.isoformat()}
    return work.seal_json(case, Scope.SUMMARY, content, _label(session))


def _view(work: Work, row: SessionRecord) -> SessionView:
    case = CaseId(row.case_id)
    raw = work.open_json(case, Scope.SUMMARY, row.minutes, _label(row.id))
    return SessionView(SessionId(row.id), case, _minutes(raw), row.closed_at)


def _label(session: str) -> str:
    return f"sessions.minutes:{session}"


def _minutes(raw: Any) -> Minutes:  # noqa: ANN401 - JSON that was checked when it was sealed
    return Minutes(
        kind=SessionKind(raw["kind"]),
        held_at=datetime.fromisoformat(raw["held_at"]),
        ended_at=datetime.fromisoformat(raw["ended_at"]),
        place=raw["place"],
        presiding=tuple(Attendee(**one) for one in raw["presiding"]),
        attendance=tuple(Attendee(**one) for one in raw["attendance"]),
        points=tuple(Point(PointKind(one["kind"]), one["text"]) for one in raw["points"]),
        decision=raw["decision"],
        agreements=tuple(raw["agreements"]),
        agenda=tuple(raw["agenda"]),
        book=raw["book"],
        folio=raw["folio"],
        language=raw["language"],
        interpreter=raw["interpreter"],
        read_back=raw["read_back"],
        confirmations=tuple(
            Confirmation(one["name"], one["office"], Signing(one["signing"]), tuple(one["witnesses"]), one["reason"])
            for one in raw["confirmations"]
        ),
    )
