"""Checking a store: header, pages, structure, keys, journal. Nothing in it is changed."""

import getpass
import sys
from argparse import Namespace
from collections.abc import Mapping

from justice_desk.accounts.checking import check_store
from justice_desk.foundations.clock import system_clock
from justice_desk.vault.errors import StoreMissing
from justice_desk.vault.places import DATABASE
from justice_desk.vault.rules import Damage, Finding
from ui.commands.codes import DAMAGED, DONE
from ui.commands.errors import TerminalMissing
from ui.i18n import translate


def run(given: Namespace) -> int:
    """Check the store, tell what is wrong and where, and give 1 if anything is.

    Raises:
        SignInRefused, SignInDelayed, TerminalMissing: the passphrase.
        StoreMissing, StoreNewer, StoreInUse, CannotRead: the store itself.
    """
    if not (given.path / DATABASE).exists():
        raise StoreMissing(given.path)
    standing = check_store(given.path, _passphrase(from_stdin=given.passphrase_stdin), system_clock)
    for finding in standing.findings:
        print(_told(finding))
    line = translate("Commands", "Acts in the journal: {size} · head {head}")
    print(line.format(size=standing.acts, head=standing.head))
    if standing.findings:
        print(translate("Commands", "The store is damaged. Copy its folder to a drive before anything else is done."))
        return DAMAGED
    print(translate("Commands", "The store is whole: header, pages, keys and journal verify."))
    return DONE


def _passphrase(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise TerminalMissing
    return getpass.getpass(translate("Commands", "Passphrase: "))


def _told(finding: Finding) -> str:
    return f"✗ {_words()[finding.damage]} · {finding.where}"


def _words() -> Mapping[Damage, str]:
    return {
        Damage.HEADER_MISSING: translate("Commands", "One of the two copies of the header is missing"),
        Damage.HEADER_UNREADABLE: translate("Commands", "One of the two copies of the header cannot be read"),
        Damage.HEADER_SEAL: translate("Commands", "A copy of the header was changed from outside"),
        Damage.HEADER_OLDER: translate("Commands", "A copy of the header is older than the other"),
        Damage.DATABASE_MISSING: translate("Commands", "The database is missing"),
        Damage.PAGE: translate("Commands", "A page of the database is damaged"),
        Damage.STRUCTURE: translate("Commands", "The structure of the database is damaged"),
        Damage.REFERENCE: translate("Commands", "A row refers to one that is not there"),
        Damage.SCHEMA_OLDER: translate("Commands", "The store is of an older version: opening the desk renews it"),
        Damage.SCHEMA_NEWER: translate("Commands", "The store is of a newer version of the program"),
        Damage.SCHEMA_CHANGED: translate("Commands", "A table or a guard of the database was changed"),
        Damage.JOURNAL_GAP: translate("Commands", "An entry of the journal is missing"),
        Damage.JOURNAL_UNREADABLE: translate("Commands", "An entry of the journal cannot be read"),
        Damage.JOURNAL_HASH: translate("Commands", "An entry of the journal was changed"),
        Damage.JOURNAL_SIGNATURE: translate("Commands", "The signature of a journal entry is false"),
        Damage.JOURNAL_OLDER: translate("Commands", "The journal is shorter than what was witnessed: an older copy"),
        Damage.WITNESS_UNREADABLE: translate("Commands", "What was noted of the journal beside the store is no note"),
        Damage.KEY_WITHOUT_RECOVERY: translate("Commands", "The recovery code does not reach a key"),
        Damage.KEY_WITHOUT_ADMISSION: translate("Commands", "Somebody holds a key who is not admitted"),
        Damage.KEY_UNREADABLE: translate("Commands", "A sealed key does not open"),
        Damage.ADMISSION_WITHOUT_KEY: translate("Commands", "Somebody is admitted and holds no key"),
        Damage.SLOT_WITHOUT_ACCOUNT: translate("Commands", "A way in belongs to no account"),
        Damage.ACCOUNT_WITHOUT_SLOT: translate("Commands", "An account has no way in"),
        Damage.ACCOUNT_KEYS: translate("Commands", "The keys of an account are not those of its way in"),
        Damage.ROLE_UNKNOWN: translate("Commands", "An account has a role that the program does not know"),
    }
