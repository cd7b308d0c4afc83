"""Adding to a chain of custody inside the transaction of the act, and reading it back."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from justice_desk.accounts.work import SignedIn, Work
from justice_desk.custody.records import CustodyRecord
from justice_desk.custody.rules import GENESIS, ChainedEvent, CustodyEvent, CustodyKind, chained, first_fault
from justice_desk.foundations.ids import CaseId
from justice_desk.vault.errors import StoreDamaged
from justice_desk.vault.rules import Scope


def holder(person: SignedIn) -> str:
    """Return how somebody of the desk is named in a chain that leaves it: by role and code, not by name."""
    return f"{' · '.join(sorted(person.roles))} {person.person[-4:].upper()}"


def add_event(work: Work, case: CaseId, subject: str, event: CustodyEvent) -> ChainedEvent:
    """Add one event to the chain of `subject` (a handoff, an item)."""
    before = chain_of(work, case, subject)
    seq = len(before) + 1
    digest = chained(before[-1].digest if before else GENESIS, event)
    sealed = work.seal_json(case, Scope.SUMMARY, event.to_json(), _label(subject, seq))
    work.session.add(CustodyRecord(subject=subject, seq=seq, case_id=case, event=sealed, digest=digest))
    work.session.flush()
    return ChainedEvent(seq, event, digest)


def chain_of(work: Work, case: CaseId, subject: str) -> tuple[ChainedEvent, ...]:
    """Return the whole chain of `subject`, verified.

    Raises:
        StoreDamaged: an event does not hold; says which.
    """
    rows = work.session.scalars(
        select(CustodyRecord).where(CustodyRecord.subject == subject).order_by(CustodyRecord.seq)
    )
    events = tuple(_link(work, case, row) for row in rows)
    if (fault := first_fault(events)) is not None:
        raise StoreDamaged(f"custody:{subject}:{fault}", "hash")
    return events


def _link(work: Work, case: CaseId, row: CustodyRecord) -> ChainedEvent:
    event = _event(work.open_json(case, Scope.SUMMARY, row.event, _label(row.subject, row.seq)))
    return ChainedEvent(row.seq, event, row.digest)


def _label(subject: str, seq: int) -> str:
    return f"custody_events.event:{subject}:{seq}"


def _event(raw: Any) -> CustodyEvent:  # noqa: ANN401 - JSON that was checked when it was sealed
    return CustodyEvent(
        at=datetime.fromisoformat(raw["at"]),
        kind=CustodyKind(raw["kind"]),
        giver=raw["giver"],
        taker=raw["taker"],
        place=raw["place"],
        condition=raw["condition"],
        reference=raw["reference"],
    )
