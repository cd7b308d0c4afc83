"""Unlocking a backup, or a damaged store, and making a desk ready out of it: with a passphrase or the code on paper."""

import contextlib
import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from justice_desk.accounts.rules import UseCase
from justice_desk.backups.bringing import bring_back, clear, flaw_of
from justice_desk.backups.manifest import open_contents, require_ours
from justice_desk.backups.place import Found, backups_in, read_manifest
from justice_desk.backups.restoring import Origin, RestoringDesk, acting, attempts_beside, prepare
from justice_desk.backups.rules import KINDS, BackupDamaged, Flaw, Loss, LostKind, WayIn
from justice_desk.communities.card import CARD
from justice_desk.documents.rules import Kind, Number
from justice_desk.foundations.canonical import Json
from justice_desk.foundations.clock import Clock
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.files import translated, write_whole
from justice_desk.foundations.progress import Progress
from justice_desk.vault.admitting import Admitted, admit, admit_with_recovery
from justice_desk.vault.header import Copy, genuine_header, read_copies, write_header
from justice_desk.vault.keys import subkey
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.places import ATTACHMENTS, DATABASE, StoreLock, refuse_unsafe
from justice_desk.vault.rotating import key_in_use
from justice_desk.vault.salvaging import Lost, Salvaged, salvage


def restore_from(backup: Path, folder: Path, way: WayIn, clock: Clock, progress: Progress) -> RestoringDesk:
    """Bring a backup back beside `folder`, the place of the desk, and open it there.

    Raises:
        SignInRefused, SignInDelayed, RecoveryCodeWrong: what was typed does not open it.
        BackupDamaged, BackupNotOurs, NoBackupHere, StoreNewer: the backup does not do.
        DriveGone, CannotRead: the drive with the backup.
        UnsafePlace, DiskFull, CannotWrite, StoreInUse: the place of the desk.
        Cancelled: the progress asked to stop; nothing of it stays.
    """
    refuse_unsafe(folder)
    copies = read_copies(backup)
    admitted = _admitted(attempts_beside(folder), copies, way, clock)
    backup_key, header_key = subkey(admitted.vault_key, "backup"), subkey(admitted.vault_key, "header")
    manifest = require_ours(read_manifest(backup), backup_key)
    contents = open_contents(manifest, backup_key)

    def bring(scratch: Path) -> Origin:
        bring_back(Found(backup, manifest), manifest, scratch, progress)
        key = key_in_use(scratch, genuine_header(copies, header_key), admitted.vault_key)
        flaw = flaw_of(scratch, key, header_key, contents, manifest.store)
        if flaw not in {None, Flaw.JOURNAL}:
            raise BackupDamaged(DATABASE)
        facts: dict[str, Json] = {"backup": manifest.backup, "made_at": manifest.made_at.isoformat()}
        return Origin(UseCase.RESTORE_STORE, manifest.backup, facts, codes_beside(backup, backup_key))

    return _made_ready(folder, admitted, clock, bring)


def salvage_from(folder: Path, way: WayIn, clock: Clock, progress: Progress) -> RestoringDesk:
    """Bring what can be read of the damaged store in `folder` into a new one beside it, and open that.

    Raises:
        SignInRefused, SignInDelayed, RecoveryCodeWrong: what was typed does not open it.
        StoreMissing, StoreDamaged: nothing can be saved here.
        StoreInUse, UnsafePlace, DiskFull, CannotWrite: the place.
        Cancelled: the progress asked to stop; nothing of it stays.
    """
    refuse_unsafe(folder)
    copies = read_copies(folder)
    lock = StoreLock(folder)
    try:
        admitted = _admitted(folder, copies, way, clock)

        def bring(scratch: Path) -> Origin:
            header_key = subkey(admitted.vault_key, "header")
            header = genuine_header(copies, header_key)
            write_header(scratch, header, header_key)
            key = key_in_use(folder, header, admitted.vault_key)
            found = salvage(folder / DATABASE, scratch / DATABASE, key, progress)
            _take_along(folder, scratch)
            loss = loss_of(found)
            counts: Json = {kind.value: number for kind, number in loss.counts.items()}
            facts: dict[str, Json] = {"lost": counts, "uncertain": [kind.value for kind in loss.uncertain]}
            return Origin(UseCase.SALVAGE_STORE, admitted.store, facts, loss=loss)

        return _made_ready(folder, admitted, clock, bring)
    finally:
        lock.release()


def codes_beside(backup: Path, key: bytes) -> frozenset[str]:
    """Return the desk codes that the backups beside one tell: a desk restored twice gets two codes."""
    codes = set[str]()
    for found in backups_in(backup.parent):
        try:
            codes.add(open_contents(require_ours(read_manifest(found.folder), key), key).desk)
        except DeskError:
            continue
    return frozenset(codes - {""})


def loss_of(found: Salvaged) -> Loss:
    """Return what was lost, in the words of people."""
    counts: dict[LostKind, int] = {}
    for lost in found.lost:
        kind = KINDS.get(lost.table, LostKind.OTHER)
        counts[kind] = counts.get(kind, 0) + 1
    return Loss(
        counts={kind: counts[kind] for kind in LostKind if kind in counts},
        cases=tuple(
            str(lost.known["number"]) for lost in found.lost if lost.table == "cases" and "number" in lost.known
        ),
        papers=tuple(_paper(lost) for lost in found.lost if lost.table == "documents" and "serial" in lost.known),
        uncertain=tuple(dict.fromkeys(KINDS.get(table, LostKind.OTHER) for table in found.uncertain)),
    )


def _made_ready(folder: Path, admitted: Admitted, clock: Clock, bring: Callable[[Path], Origin]) -> RestoringDesk:
    """Bring a store into the empty folder beside its place, and open it there; if that fails, nothing of it stays."""
    scratch = prepare(folder)
    try:
        origin = bring(scratch)
        vault = OpenVault(scratch, admitted.vault_key, clock)
        try:
            return RestoringDesk(acting(vault, admitted), folder, origin)
        except BaseException:
            vault.close()
            raise
    except BaseException:
        with contextlib.suppress(DeskError):
            clear(scratch)
        raise


def _admitted(attempts: Path, copies: Sequence[Copy], way: WayIn, clock: Clock) -> Admitted:
    if way.sheets:
        return admit_with_recovery(copies, way.sheets)
    return admit(attempts, copies, way.name, way.passphrase, clock())


def _take_along(folder: Path, scratch: Path) -> None:
    """Let the new store have what lies beside the damaged database: the card of the lock page, and the attachments."""
    try:
        if (card := folder / CARD).exists():
            write_whole(scratch / CARD, card.read_bytes())
        if (attachments := folder / ATTACHMENTS).is_dir():
            (scratch / ATTACHMENTS).mkdir(mode=0o700)
            for file in attachments.iterdir():
                _linked(file, scratch / ATTACHMENTS / file.name)
    except OSError as fault:
        raise translated(fault, scratch) from fault


def _linked(file: Path, target: Path) -> None:
    """Give a file, whose content never changes, a second name; copy it where the file system knows no second names."""
    try:
        os.link(file, target)
    except OSError:
        shutil.copyfile(file, target)


def _paper(lost: Lost) -> str:
    series = str(lost.known["series"])
    kind = next((kind for kind in Kind if series.startswith(f"{kind.word}-")), None)
    year, serial = int(lost.known["year"]), int(lost.known["serial"])
    return f"{series}-{serial:03d}/{year}" if kind is None else Number.of(kind, series, year, serial).text
