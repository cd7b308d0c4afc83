"""A store that lost its header: written anew from the square on a sheet, together with what stands on the sheet.

Nobody but the paper has a way in then: each person comes back with it. What the square holds goes with one vault key;
after somebody left it is out of date, and only a copy of the header (every backup has one) helps.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from justice_desk.vault.errors import RecoveryCodeWrong, SquareWrong, StoreDamaged, StoreExists, StoreMissing
from justice_desk.vault.header import MAX_HEADER, read_copies, write_header
from justice_desk.vault.keys import BoxRefused, fresh_salt, subkey
from justice_desk.vault.places import DATABASE, StoreLock
from justice_desk.vault.recovery import secret_of
from justice_desk.vault.rotating import database_key, opens
from justice_desk.vault.rules import Paper
from justice_desk.vault.slot_json import from_square
from justice_desk.vault.slots import Header, RecoverySlot, open_recovery_slot


def rebuild_header(folder: Path, square: str, texts: Sequence[str]) -> None:
    """Write the header of a store that has none that can be read.

    Raises:
        SquareWrong: it is no square of a sheet, or not of this store as it is now.
        RecoveryCodeWrong, ShareWrong, SharesTooFew: what was typed does not go with the square.
        StoreExists: the header is there: nothing is lost.
        StoreInUse, CannotRead, CannotWrite, DiskFull, StoreMissing: the store itself.
    """
    store, slot = _read(square)
    try:
        read_copies(folder)
    except (StoreMissing, StoreDamaged):
        pass
    else:
        raise StoreExists(folder)
    if not (folder / DATABASE).exists():
        raise StoreMissing(folder)
    try:
        _, vault_key = open_recovery_slot(store, slot, secret_of(slot.kind, texts))
    except BoxRefused as fault:
        raise RecoveryCodeWrong(0) from fault
    lock = StoreLock(folder)
    try:
        if not opens(folder / DATABASE, database_key(vault_key)):
            raise SquareWrong
        header = Header(store, 1, fresh_salt(), (), slot, generation=slot.printed)
        write_header(folder, header, subkey(vault_key, "header"))
    finally:
        lock.release()


def paper_of_square(square: str) -> Paper:
    """Return how the way back stands on the sheet whose square this is.

    Raises:
        SquareWrong: it is no square of a sheet.
    """
    return _read(square)[1].kind


def _read(square: str) -> tuple[str, RecoverySlot]:
    try:
        return from_square(json.loads(square[:MAX_HEADER]))
    except (KeyError, TypeError, ValueError, RecursionError) as fault:
        raise SquareWrong from fault
