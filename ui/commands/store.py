"""Checking a store: header, pages, structure, keys, journal. Nothing in it is changed."""

import getpass
import sys
from argparse import Namespace

from justice_desk.accounts.checking import check_store
from justice_desk.foundations.clock import system_clock
from justice_desk.vault.errors import StoreMissing
from justice_desk.vault.places import DATABASE
from justice_desk.vault.rules import Finding
from ui.backups.findings import damage_words
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
    return f"✗ {damage_words()[finding.damage]} · {finding.where}"
