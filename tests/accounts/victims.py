"""Programs that are killed by the tests: each works on a store and tells through its pipe what it was assured of."""

import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from justice_desk.accounts.rules import Role, UseCase
from justice_desk.accounts.service import AccountService, write_setting
from justice_desk.accounts.work import Persons, SignedIn, begin
from justice_desk.journal.rules import Act
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.ring import KeyRing
from tests.stores import NAMES, ROLES, HandClock, Template, swift_derivation

NEWCOMER = "Eva Nueva"
PASSPHRASE = "una frase larga de siete palabras nuevas"


def ana_at(template: Template, folder: Path) -> Persons:
    """Open the store for its authority."""
    vault = OpenVault(folder, template.vault_key, HandClock())
    ring = KeyRing(vault.store, template.persons["ana"], template.keys["ana"])
    return Persons(vault, SignedIn(template.persons["ana"], NAMES["ana"], ROLES["ana"], ring))


def commit_until_killed(template: Template, folder: Path, told: Connection) -> None:
    """Commit act after act, and tell each number once it is acknowledged. Every third act is formal."""
    persons = ana_at(template, folder)
    number = 0
    while True:
        number += 1
        with begin(persons, UseCase.ENTER_TERM) as work:
            write_setting(work, f"number {number}", number)
            work.commit(Act(f"act {number}", {"n": number}, formal=number % 3 == 0))
        told.send(number)


def enrol_and_die(template: Template, folder: Path, step: int) -> None:
    """Add a person, and die by SIGKILL at the given step of what is written; end well if there are fewer."""
    with swift_derivation(), pytest.MonkeyPatch.context() as patched:
        persons = ana_at(template, folder)
        steps = 0

        def deadly(act: Callable[..., object]) -> Callable[..., object]:
            def taken(*arguments: object, **named: object) -> object:
                nonlocal steps
                steps += 1
                if steps == step:
                    os.kill(os.getpid(), signal.SIGKILL)
                return act(*arguments, **named)

            return taken

        patched.setattr(os, "open", deadly(os.open))
        patched.setattr(os, "fsync", deadly(os.fsync))
        patched.setattr(Path, "replace", deadly(Path.replace))
        patched.setattr(Session, "commit", deadly(Session.commit))
        patched.setattr(OpenVault, "settle", deadly(OpenVault.settle))
        AccountService(persons).add_person(NEWCOMER, frozenset({Role.LIAISON}), PASSPHRASE)
        persons.vault.close()
