"""Making and opening a store: from a passphrase, or the code on paper, to a store that stands open."""

import contextlib
import os
from collections.abc import Collection, Sequence
from pathlib import Path

from justice_desk.foundations.clock import Clock
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.files import PART, translated
from justice_desk.foundations.ids import new_id
from justice_desk.vault.admitting import Admitted, Secrets, admit, admit_by_device, admit_with_recovery
from justice_desk.vault.attempts import NAME as ATTEMPTS
from justice_desk.vault.ballast import NAME as BALLAST
from justice_desk.vault.errors import StoreDamaged, StoreExists
from justice_desk.vault.header import COPIES, Copy, read_copies, write_header
from justice_desk.vault.keys import KEY_LENGTH, Cost, PersonKeys, fresh_salt, subkey
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.paper import Sheets
from justice_desk.vault.places import DATABASE, LOCK, WITNESS, StoreLock, refuse_unsafe
from justice_desk.vault.recovery import fresh_sheets
from justice_desk.vault.ring import KeyRing
from justice_desk.vault.rules import Paper
from justice_desk.vault.slots import Header, Newcomer, person_slot, recovery_slot

OURS = frozenset({*COPIES, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", ATTEMPTS, WITNESS, BALLAST})


def create_store(
    folder: Path, founder: Newcomer, cost: Cost, clock: Clock, kind: Paper = Paper.CODE
) -> tuple[OpenVault, KeyRing, Sheets]:
    """Make a store and return it open, with the founder's ring and the way back to print.

    Raises:
        StoreExists: there is one in `folder`.
        UnsafePlace: a network or synchronised folder.
        DiskFull, CannotWrite: the place does not take it; nothing is left there.
    """
    if any((folder / name).exists() for name in (*COPIES, DATABASE)):
        raise StoreExists(folder)
    refuse_unsafe(folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise translated(fault, folder) from fault
    vault_key, keys, sheets = os.urandom(KEY_LENGTH), PersonKeys.fresh(), fresh_sheets(kind)
    store = new_id(clock())
    bare = Header(store, 1, fresh_salt(), (), recovery_slot(store, sheets, vault_key))
    header = bare.with_person(person_slot(bare, founder, keys, vault_key, cost))
    try:
        write_header(folder, header, subkey(vault_key, "header"))
        vault = OpenVault(folder, vault_key, clock, fresh=True)
    except BaseException:
        with contextlib.suppress(DeskError):
            discard(folder)
        raise
    return vault, KeyRing(store, founder.person, keys), sheets


def discard(folder: Path, companions: Collection[str] = ()) -> None:
    """Remove the remains of a store whose making was interrupted, with the files named that were put beside it.

    Raises:
        StoreExists: the folder holds something else too, which stays.
        StoreInUse: another program is making it.
        CannotWrite: the remains cannot be removed.
    """
    if not folder.is_dir():
        return
    lock = StoreLock(folder)
    try:
        remains = [path for path in folder.iterdir() if path.name in {*OURS, *companions} or path.suffix == PART]
        for path in remains:
            path.unlink()
    except OSError as fault:
        raise translated(fault, folder) from fault
    finally:
        lock.release()
    try:
        (folder / LOCK).unlink()
        folder.rmdir()
    except OSError as fault:
        raise StoreExists(folder) from fault


def unlock(
    folder: Path, name: str, passphrase: str, clock: Clock, *, only_look: bool = False
) -> tuple[OpenVault, Admitted]:
    """Open a store for the person with this name.

    Raises:
        SignInRefused: name and passphrase do not belong together.
        SignInDelayed: too many failures; says until when.
        UnsafePlace: it lies on a network or is copied elsewhere.
        StoreMissing, StoreDamaged, StoreNewer, StoreInUse, CannotRead, CannotWrite, DiskFull: the store itself.
        StoreOlder: it should only be looked at, and would have to be brought up to date first.
    """
    copies = _copies_of_whole_store(folder)
    admitted = admit(folder, copies, name, passphrase, clock())
    return OpenVault(folder, admitted.vault_key, clock, only_look=only_look), admitted


def unlock_with_device(folder: Path, name: str, secrets: Secrets, clock: Clock) -> tuple[OpenVault, Admitted]:
    """Open a store for the person with this name, with the secret that the system's key store holds for them.

    Raises:
        SignInRefused: nobody of this name opens the desk so.
        UnsafePlace, StoreMissing, StoreDamaged, StoreNewer, StoreInUse, CannotRead, CannotWrite, DiskFull: the store.
    """
    admitted = admit_by_device(_copies_of_whole_store(folder), name, secrets)
    return OpenVault(folder, admitted.vault_key, clock), admitted


def identify(vault: OpenVault, name: str, passphrase: str) -> Admitted:
    """Return one more person at an open store (a second approval, or whoever changes their passphrase).

    Raises:
        SignInRefused, SignInDelayed: as in `unlock`.
    """
    # Not from the disk: a slot written there by a stranger while the store is open must not let anyone approve.
    copies = [vault.sealed_header()]
    return admit(vault.folder, copies, name, passphrase, vault.clock())


def paper_of(folder: Path) -> Paper:
    """Return how the way back stands on paper for this store: as one code, or as shares.

    Raises:
        StoreMissing, StoreDamaged, StoreNewer, CannotRead: the header.
    """
    return read_copies(folder)[0].header.recovery.kind


def keyring_offered(folder: Path) -> bool:
    """Say whether this computer's key store opens the store for somebody. Whoever it is, the header does not tell."""
    with contextlib.suppress(DeskError):
        return bool(read_copies(folder)[0].header.devices)
    return False


def unlock_with_recovery(folder: Path, texts: Sequence[str], clock: Clock) -> tuple[OpenVault, KeyRing]:
    """Open a store with what stands on paper: the code, or two shares; the ring that comes back reaches everything.

    Raises:
        RecoveryCodeWrong: the code is not this store's, or was mistyped (says which row).
        ShareWrong, SharesTooFew: the same of shares.
        UnsafePlace, StoreMissing, StoreDamaged, StoreNewer, StoreInUse, CannotRead, CannotWrite, DiskFull: the store.
    """
    admitted = admit_with_recovery(_copies_of_whole_store(folder), texts)
    return OpenVault(folder, admitted.vault_key, clock), admitted.ring()


def _copies_of_whole_store(folder: Path) -> list[Copy]:
    copies = read_copies(folder)
    refuse_unsafe(folder)
    database = folder / DATABASE
    if not database.exists():
        raise StoreDamaged(DATABASE, "missing")
    if database.stat().st_size == 0:
        raise StoreDamaged(DATABASE, "empty")
    return copies
