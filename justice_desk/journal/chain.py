"""Writing to the journal inside the transaction of the act, and verifying the whole of it."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Select, select, text
from sqlalchemy.orm import Session

from justice_desk.foundations.canonical import canonical
from justice_desk.foundations.ids import PersonId
from justice_desk.journal.records import JournalRecord
from justice_desk.journal.rules import GENESIS, Act, Checkpoint, Entry, Fault, Unreadable, chained, first_fault
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
    now = now.astimezone(UTC)
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
        formal=act.formal,
        previous=GENESIS if last is None else last.digest,
        digest=b"",
        signature=None,
    )
    digest = chained(entry.previous, entry.body())
    entry = replace(entry, digest=digest, signature=ring.sign(digest) if act.formal else None)
    session.add(_to_record(entry))
    session.flush()
    return entry


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


def newest_of(session: Session, action: str) -> Entry | None:
    """Return the newest act of one kind, None if there never was one."""
    newest = select(JournalRecord).where(JournalRecord.action == action).order_by(JournalRecord.seq.desc()).limit(1)
    row = session.scalars(newest).first()
    return None if row is None else _from_record(row)


def entries_after(session: Session, actions: Collection[str], seq: int) -> list[Entry]:
    """Return the acts of these kinds that came after the entry `seq`, oldest first."""
    rows = session.scalars(
        select(JournalRecord)
        .where(JournalRecord.seq > seq, JournalRecord.action.in_(actions))
        .order_by(JournalRecord.seq)
    )
    return [_from_record(row) for row in rows]


def last_by(session: Session, actor: PersonId, action: str) -> Entry | None:
    """Return the newest act of one kind by one person, None if there is none."""
    mine = (JournalRecord.actor == actor, JournalRecord.action == action)
    row = session.scalars(select(JournalRecord).where(*mine).order_by(JournalRecord.seq.desc()).limit(1)).first()
    return None if row is None else _from_record(row)


def checkpoint(session: Session, store: str) -> Checkpoint:
    """Return the journal's present size and head."""
    columns = select(JournalRecord.seq, JournalRecord.digest).order_by(JournalRecord.seq.desc()).limit(1)
    last = session.execute(columns).first()
    return Checkpoint(store, 0, GENESIS) if last is None else Checkpoint(store, last.seq, last.digest)


def checkpoint_at(session: Session, store: str, size: int) -> Checkpoint | None:
    """Return the checkpoint of the time when the journal was `size` entries long, None if it never was."""
    if size == 0:
        return Checkpoint(store, 0, GENESIS)
    entry = session.get(JournalRecord, size)
    return None if entry is None else Checkpoint(store, entry.seq, entry.digest)


def behind(session: Session, witnessed: Checkpoint) -> bool:
    """Say whether the journal is older than a checkpoint, or another one: it does not have that head at that size."""
    if witnessed.size == 0:
        return False
    entry = session.get(JournalRecord, witnessed.size)
    return entry is None or entry.digest != witnessed.head


def verify(
    session: Session, verifying: Mapping[PersonId, Sequence[bytes]], witnessed: Checkpoint | None = None
) -> Verification:
    """Check every hash and every signature, from the first entry to the last, and that it is not older than noted.

    `verifying` are the keys of each person: the present one and those before.
    """

    def signed_by(person: PersonId, digest: bytes, signature: bytes) -> bool:
        return any(_verifies(key, digest, signature) for key in verifying.get(person, ()))

    size, head = session.execute(_SIZE_AND_HEAD).one()
    return Verification(size, head, first_fault(_as_written(session), signed_by, witnessed))


def _verifies(key: bytes, digest: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, digest)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


_SIZE_AND_HEAD = text(
    "SELECT count(*), coalesce((SELECT CAST(digest AS BLOB) FROM journal_entries ORDER BY seq DESC LIMIT 1), x'') "
    "FROM journal_entries"
)
_ROWS = text(
    "SELECT seq, CAST(at AS BLOB), CAST(actor AS BLOB), CAST(second AS BLOB), CAST(action AS BLOB), "
    "CAST(case_id AS BLOB), CAST(about AS BLOB), CAST(facts AS BLOB), previous, digest, signature "
    "FROM journal_entries ORDER BY seq"
)


def _as_written(session: Session) -> Iterator[Entry | Unreadable]:
    """Return every row as its bytes stand there, even one that somebody wrote into: as an entry where it is one."""
    for row in session.execute(_ROWS, execution_options={"yield_per": 500}):
        try:
            yield _from_bytes(*row)
        except (TypeError, ValueError, AttributeError):
            yield Unreadable(row[0])


def _from_bytes(seq: int, at: bytes, actor: bytes, second: bytes | None, *rest: Any) -> Entry:  # noqa: ANN401 - a row
    action, case, about, facts, previous, digest, signature = rest
    return Entry(
        seq=seq,
        at=datetime.fromisoformat(at.decode()).astimezone(UTC),
        actor=PersonId(actor.decode()),
        second=None if second is None else PersonId(second.decode()),
        action=action.decode(),
        case=None if case is None else case.decode(),
        about=about.decode(),
        facts=json.loads(facts),
        formal=signature is not None,
        previous=previous,
        digest=digest,
        signature=signature,
    )


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
        formal=row.signature is not None,
        previous=row.previous,
        digest=row.digest,
        signature=row.signature,
    )
