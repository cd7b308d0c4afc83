"""Bringing the store's outside to what the database says: whose slots count, who has left, which vault key is due.

The database is changed first, together with the journal; slots and keys follow. What an interruption left undone is
done when the desk is opened the next time, by whoever opens it: nothing has to be remembered for it.
"""

import contextlib

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from justice_desk.accounts.records import FormerKeyRecord, PersonRecord
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import PersonId
from justice_desk.journal.witness import Witness
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.ring import RECOVERY
from justice_desk.vault.slots import Standing


def put_in_order(vault: OpenVault) -> None:
    """Settle the slots, and give the store a new vault key if somebody left.

    If that cannot be written down now, the next opening does it: until then nobody enters by a slot that the database
    does not count on.
    """
    with contextlib.suppress(DeskError):
        with vault.session(reading=True) as session:
            standing, due = standing_of(session), vault_keys_due(session)
        vault.settle(standing)
        if vault.rotating or vault.header.generation < due:
            vault.rotate(due, lambda former, present: _carry(vault, former, present))


def standing_of(session: Session) -> Standing:
    """Return what the database says of the slots."""
    rows = session.scalars(select(PersonRecord)).all()
    return Standing(
        members={PersonId(row.id): row.slot for row in rows if row.left_at is None},
        left=frozenset(PersonId(row.id) for row in rows if row.left_at is not None),
        devices=frozenset(PersonId(row.id) for row in rows if row.device),
        recovery=recovery_generation(session),
    )


def recovery_generation(session: Session) -> int:
    """Return how many ways back on paper the store has had: each leaves the key that it signed with."""
    query = select(func.count()).select_from(FormerKeyRecord).where(FormerKeyRecord.person_id == RECOVERY)
    return 1 + (session.scalar(query) or 0)


def vault_keys_due(session: Session) -> int:
    """Return how many vault keys the store should have had: a new one for each who left."""
    left = session.scalar(select(func.count()).select_from(PersonRecord).where(PersonRecord.left_at.is_not(None)))
    return 1 + (left or 0)


def _carry(vault: OpenVault, former: bytes, present: bytes) -> None:
    noted = Witness(vault.folder, former).last()
    if noted is not None:
        Witness(vault.folder, present).note(noted)
