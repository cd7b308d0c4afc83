"""Programs that are killed by the tests: each works on a store and tells through its pipe what it was assured of."""

import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from justice_desk.accounts.key_service import KeyService
from justice_desk.accounts.recovering import Return, open_with_paper
from justice_desk.accounts.rules import Role, UseCase
from justice_desk.accounts.service import AccountService, write_setting
from justice_desk.accounts.sign_in import sign_out
from justice_desk.accounts.work import Persons, SignedIn, begin
from justice_desk.journal.rules import Act
from justice_desk.vault import open_vault, rotating
from justice_desk.vault.engine import connect
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.paper import NewPaper, Sheets
from justice_desk.vault.recovery import secret_of_code
from justice_desk.vault.ring import KeyRing
from justice_desk.vault.rules import Paper
from justice_desk.vault.slot_json import square_of
from justice_desk.vault.slots import next_recovery_slot
from tests.stores import NAMES, PASSPHRASES, ROLES, HandClock, Template, swift_derivation

NEWCOMER = "Eva Nueva"
PASSPHRASE = "una frase larga de siete palabras nuevas"
CODE = "000G4-0R40M-30EA\n20918-5GR38-E1W6\n8124G-K2GAH-C5RN\nR34D1-P70X3-RFGQ"
SHEETS = Sheets(Paper.CODE, secret_of_code(CODE), (CODE,))


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


def enrol(persons: Persons, _template: Template) -> None:
    """Add a person."""
    AccountService(persons).add_person(NEWCOMER, frozenset({Role.LIAISON}), PASSPHRASE)


def change(persons: Persons, _template: Template) -> None:
    """Let the authority open the desk with another passphrase."""
    KeyService(persons).change_passphrase(PASSPHRASES["ana"], PASSPHRASE)


def remove(persons: Persons, _template: Template) -> None:
    """Remove the liaison."""
    service = AccountService(persons)
    service.remove_person(next(person.id for person in service.persons() if person.name == NAMES["carla"]))


def renew(persons: Persons, _template: Template) -> None:
    """Put other sheets in the place of those there are."""
    vault = persons.vault
    slot = next_recovery_slot(vault.header, SHEETS, bytes(vault._key))
    KeyService(persons).renew_recovery(NewPaper(SHEETS, slot, square_of(vault.store, slot)))


def come_back(persons: Persons, template: Template) -> None:
    """Let the liaison come back with the paper."""
    persons.vault.close()
    recovering = open_with_paper(persons.vault.folder, [template.recovery_code], HandClock())
    vault = recovering.persons.vault
    slot = next_recovery_slot(vault.header, SHEETS, bytes(vault._key))
    paper = NewPaper(SHEETS, slot, square_of(vault.store, slot))
    back = Return(template.persons["carla"], "", frozenset(), PASSPHRASE)
    sign_out(recovering.finish(back, paper))


def act_and_die(template: Template, folder: Path, act: Callable[[Persons, Template], None], step: int) -> None:
    """Do something, and die by SIGKILL at the given step of what is written; end well if there are fewer."""
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
        patched.setattr(rotating, "connect", deadly(connect))
        patched.setattr(open_vault, "rekey", deadly(rotating.rekey))
        act(persons, template)
        persons.vault.close()


def rotate_until_killed(template: Template, folder: Path, told: Connection) -> None:
    """Give the store one vault key after the other, and tell each number once it has it."""
    persons = ana_at(template, folder)
    number = persons.vault.header.generation
    while True:
        number += 1
        persons.vault.rotate(number, lambda _former, _present: None)
        told.send(number)
