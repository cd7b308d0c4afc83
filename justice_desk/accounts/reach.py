"""What the way back on paper reaches: every key of the store, so that nothing is lost with a passphrase.

A new paper has a new key. Whoever makes it seals to it what they hold themselves; what only others hold is sealed to it
when they sign in the next time.
"""

from sqlalchemy import Select, delete, func, select

from justice_desk.accounts.records import FormerKeyRecord
from justice_desk.accounts.work import Work
from justice_desk.vault.paper import NewPaper
from justice_desk.vault.records import ScopedKeyRecord, WrapRecord
from justice_desk.vault.ring import RECOVERY


def renew_paper(work: Work, paper: NewPaper) -> None:
    """Put another paper in the place of the one there is, which opens nothing any more.

    Raises:
        DiskFull, CannotWrite: the old ones stay.
    """
    former = work.persons.vault.header.recovery
    work.persons.vault.renew_recovery(paper)
    record = FormerKeyRecord(person_id=RECOVERY, generation=former.generation, verifying=former.verifying)
    work.session.add(record)
    keys = work.session.scalars(select(ScopedKeyRecord)).all()
    held = [key for key in keys if work.session.get(WrapRecord, (key.id, work.person.person)) is not None]
    secrets = [(key, work.ring.secret_of(work.session, key)) for key in held]
    work.session.execute(delete(WrapRecord).where(WrapRecord.person_id == RECOVERY))
    work.session.expire_all()
    for key, secret in secrets:
        work.ring.wrap(work.session, key, secret, RECOVERY, paper.slot.agreement)


def complete_reach(work: Work) -> int:
    """Seal to the present paper what it does not reach and the person who acts holds. Return how many keys it was."""
    mine = select(WrapRecord.key_id).where(WrapRecord.person_id == work.person.person)
    keys = work.session.scalars(
        select(ScopedKeyRecord).where(ScopedKeyRecord.id.in_(mine), ScopedKeyRecord.id.not_in(_reached()))
    ).all()
    for key in keys:
        secret = work.ring.secret_of(work.session, key)
        work.ring.wrap(work.session, key, secret, RECOVERY, work.persons.vault.recovery_public)
    return len(keys)


def out_of_reach(work: Work) -> int:
    """Return how many keys the present paper does not reach yet."""
    query = select(func.count()).select_from(ScopedKeyRecord).where(ScopedKeyRecord.id.not_in(_reached()))
    return work.session.scalar(query) or 0


def _reached() -> Select[str]:
    return select(WrapRecord.key_id).where(WrapRecord.person_id == RECOVERY)
