"""The rehearsal of a restore: a backup is brought back, opened, compared and removed, so that it is known to work."""

import contextlib
from pathlib import Path

from justice_desk.accounts.sign_in import has_account
from justice_desk.accounts.work import Persons
from justice_desk.backups.bringing import bring_back, clear, flaw_of, make_folder
from justice_desk.backups.manifest import open_contents, require_ours
from justice_desk.backups.place import Found, read_manifest
from justice_desk.backups.rules import BackupDamaged, Flaw
from justice_desk.backups.views import Rehearsal
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.progress import Progress
from justice_desk.vault.errors import StoreDamaged, StoreMissing

_SCRATCH = ".rehearsal"


def rehearse(persons: Persons, backup: Path, progress: Progress) -> Rehearsal:
    """Return what came of bringing a backup back to a folder of its own, which is removed again.

    Raises:
        BackupNotOurs: another desk made it, or keys were changed since.
        BackupDamaged, StoreNewer: it has no manifest that this program reads.
        DriveGone, CannotRead: the drive with the backup does not answer.
        DiskFull, CannotWrite: there is no room for the rehearsal.
        Cancelled: the progress asked to stop.
    """
    vault = persons.vault
    manifest = require_ours(read_manifest(backup), vault.backup_key)
    scratch = vault.folder.with_name(vault.folder.name + _SCRATCH)
    clear(scratch)
    make_folder(scratch)
    try:
        contents = open_contents(manifest, vault.backup_key)
        bring_back(Found(backup, manifest), manifest, scratch, progress)
        flaw = flaw_of(scratch, vault.database_key, vault.header_key, contents, vault.store)
        if flaw is None and not _opens(persons, scratch):
            flaw = Flaw.OPENING
        return Rehearsal(manifest.backup, manifest.made_at, flaw, "")
    except BackupDamaged as fault:
        return Rehearsal(manifest.backup, manifest.made_at, Flaw.FILE, fault.part)
    finally:
        with contextlib.suppress(DeskError):
            clear(scratch)


def _opens(persons: Persons, scratch: Path) -> bool:
    """Say whether the desk that was brought back opens for the person who rehearses."""
    try:
        vault = persons.vault.open_copy(scratch)
    except (StoreDamaged, StoreMissing):
        return False
    try:
        return has_account(vault, persons.first.ring)
    except StoreDamaged:
        return False
    finally:
        vault.close()
