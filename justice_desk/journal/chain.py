"""Writing to the journal inside the transaction of the act, and verifying the whole of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from justice_desk.foundations.canonical import canonical
from justice_desk.foundations.ids import PersonId
from justice_desk.journal.records import JournalRecord
from justice_desk.journal.rules import GENESIS, Act, Checkpoint, Entry, Fault, chained, first_fault
from justice_desk.vault.ring import KeyRing

CLOCK_BEHIND = "clock_behind"


@dataclass(frozen=True)
class Doing:
    """Who does what on which case: what the unit of work knows before the act is told."""

    action: str
    case: str | None
    second: PersonId | None


@dataclass(frozen=True)
class Verification:
    """What verifying the journal found."""

    size: int
    head: bytes
    fault: Fault | None


def append(session: Session, ring: KeyRing, doing: Doing, act: Act, now: datetime) -> Entry:
    """Chain one entry to the journal; formal acts carry the actor's signature.

    A clock that is behind the last entry is noted on the entry ("por confirmar"), never hidden by changing the time.
    """
    last = session.scalars(select(JournalRecord).order_by(JournalRecord.seq.desc()).limit(1)).first()
    facts = dict(act.facts)
    if last is not None and now < last.at:
        facts[CLOCK_BEHIND] = True
    entry = Entry(
        seq=1 if last is None else last.seq + 1,
        at=now,
        actor=ring.person,
        second=doing.second,
        action=doing.action,
        case=doing.case,
        about=act.about,
        facts=facts,
        previous=GENESIS if last is None else last.digest,
        digest=b"",
        signature=None,
    )
    digest = chained(entry.previous, entry.body())
    entry = replace(entry, digest=digest, signature=ring.sign(digest) if act.formal else None)
    session.add(_to_record(entry))
    session.flush()
    return entry


def entries(session: Session) -> Iterator[Entry]:
    """Return the whole journal, oldest first, without holding it in memory."""
    rows = session.scalars(select(JournalRecord).order_by(JournalRecord.seq).execution_options(yield_per=500))
    return (_from_record(row) for row in rows)


def entries_of_case(session: Session, case: str) -> list[Entry]:
    """Return the acts on one case, newest first. The caller has checked who may see it."""
    rows = session.scalars(
        select(JournalRecord).where(JournalRecord.case_id == case).order_by(JournalRecord.seq.desc())
    )
    return [_from_record(row) for row in rows]


def newest_entries(session: Session, visible_cases: Select[str], limit: int) -> list[Entry]:
    """Return the newest acts on no case, or on the cases of the query `visible_cases`."""
    rows = session.scalars(
        select(JournalRecord)
        .where(JournalRecord.case_id.is_(None) | JournalRecord.case_id.in_(visible_cases))
        .order_by(JournalRecord.seq.desc())
        .limit(limit)
    )
    return [_from_record(row) for row in rows]


def checkpoint(session: Session, store: str) -> Checkpoint:
    """Return the journal's present size and head."""
    last = session.scalars(select(JournalRecord).order_by(JournalRecord.seq.desc()).limit(1)).first()
    return Checkpoint(store, 0, GENESIS) if last is None else Checkpoint(store, last.seq, last.digest)


def verify(session: Session, verifying: dict[PersonId, bytes]) -> Verification:
    """Check every hash and every signature, from the first entry to the last."""

    def signed_by(person: PersonId, digest: bytes, signature: bytes) -> bool:
        if (public := verifying.get(person)) is None:
            return False
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, digest)
        except InvalidSignature:
            return False
        return True

    size = session.scalar(select(func.count()).select_from(JournalRecord)) or 0
    fault = first_fault(entries(session), signed_by)
    return Verification(size, checkpoint(session, "").head, fault)


def _to_record(entry: Entry) -> JournalRecord:
    return JournalRecord(
        seq=entry.seq,
        at=entry.at,
        actor=entry.actor,
        second=entry.second,
        action=entry.action,
        case_id=entry.case,
        about=entry.about,
        facts=canonical(entry.facts).decode(),
        previous=entry.previous,
        digest=entry.digest,
        signature=entry.signature,
    )


def _from_record(row: JournalRecord) -> Entry:
    return Entry(
        seq=row.seq,
        at=row.at,
        actor=PersonId(row.actor),
        second=None if row.second is None else PersonId(row.second),
        action=row.action,
        case=row.case_id,
        about=row.about,
        facts=json.loads(row.facts),
        previous=row.previous,
        digest=row.digest,
        signature=row.signature,
    )
