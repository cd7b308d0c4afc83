"""Programs that the tests kill in the middle of a backup, a restore, a salvage or a migration, at a chosen step."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from justice_desk.accounts.work import Persons, SignedIn
from justice_desk.backups.service import BackupService
from justice_desk.backups.unlocking import restore_from, salvage_from
from justice_desk.foundations.progress import Unwatched
from justice_desk.vault import migrating
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.ring import KeyRing
from tests.backups.at_hand import ANA
from tests.stores import NAMES, ROLES, HandClock, Template, swift_derivation

STEPS: tuple[tuple[object, str], ...] = (
    (os, "open"),
    (os, "fsync"),
    (Path, "replace"),
    (Path, "rename"),
    (Path, "mkdir"),
    (Path, "unlink"),
    (Path, "rmdir"),
    (Session, "commit"),
)
"""What changes the disk from Python's side. (What the database does by itself is between them.)"""


def die_at(patched: pytest.MonkeyPatch, step: int) -> None:
    """Die by SIGKILL when the disk is about to be changed for the given time (from 1)."""
    steps = 0

    def deadly(act: Callable[..., object]) -> Callable[..., object]:
        def taken(*given: object, **named: object) -> object:
            nonlocal steps
            steps += 1
            if steps == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return act(*given, **named)

        return taken

    for owner, name in STEPS:
        patched.setattr(owner, name, deadly(getattr(owner, name)))


def back_up_and_die(template: Template, folder: Path, drive: Path, step: int) -> None:
    """Make a backup, and die at a step of it."""
    vault = OpenVault(folder, template.vault_key, HandClock())
    ring = KeyRing(vault.store, template.persons["ana"], template.keys["ana"])
    service = BackupService(Persons(vault, SignedIn(template.persons["ana"], NAMES["ana"], ROLES["ana"], ring)))
    with pytest.MonkeyPatch.context() as patched:
        die_at(patched, step)
        service.make(drive, Unwatched())
    vault.close()


def restore_and_die(backup: Path, folder: Path, step: int) -> None:
    """Restore a backup into its place, and die at a step of it."""
    with pytest.MonkeyPatch.context() as patched, swift_derivation():
        die_at(patched, step)
        _, persons = restore_from(backup, folder, ANA, HandClock(), Unwatched()).finish({})
    assert persons is not None
    persons.vault.close()


def salvage_and_die(folder: Path, step: int) -> None:
    """Save what can be read, and die at a step of it."""
    with pytest.MonkeyPatch.context() as patched, swift_derivation():
        die_at(patched, step)
        _, persons = salvage_from(folder, ANA, HandClock(), Unwatched()).finish({})
    assert persons is not None
    persons.vault.close()


def migrate_and_die(template: Template, folder: Path, scripts: Path, step: int) -> None:
    """Open a store with a program that brings it up to date, and die at a step of it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(migrating, "SCRIPTS", scripts)
        die_at(patched, step)
        OpenVault(folder, template.vault_key, HandClock()).close()
