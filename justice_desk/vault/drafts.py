"""Drafts: what is typed and not finished, sealed to the typist, so that a lock or a power cut loses nothing."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from justice_desk.foundations.ids import PersonId
from justice_desk.vault.records import DraftRecord
from justice_desk.vault.ring import KeyRing
from justice_desk.vault.rules import Draft


def keep_draft(session: Session, ring: KeyRing, place: str, text: str, now: datetime) -> None:
    """Put this draft in the place of the former one."""
    box = ring.seal_own(text.encode(), f"drafts:{place}")
    session.merge(DraftRecord(person_id=ring.person, place=place, saved_at=now, box=box))


def drafts_of(session: Session, ring: KeyRing) -> list[Draft]:
    """Return the drafts of the person signed in, newest first."""
    rows = session.scalars(
        select(DraftRecord).where(DraftRecord.person_id == ring.person).order_by(DraftRecord.saved_at.desc())
    )
    return [Draft(row.place, ring.open_own(row.box, f"drafts:{row.place}").decode(), row.saved_at) for row in rows]


def drop_draft(session: Session, ring: KeyRing, place: str) -> None:
    """Forget a draft: its text became an act, or the typist threw it away."""
    session.execute(delete(DraftRecord).where(DraftRecord.person_id == ring.person, DraftRecord.place == place))


def drop_drafts_about(session: Session, person: PersonId, subject: str) -> None:
    """Forget what a person typed at every place that names a subject: it will never become an act."""
    mine = DraftRecord.person_id == person
    session.execute(delete(DraftRecord).where(mine, DraftRecord.place.contains(subject, autoescape=True)))
