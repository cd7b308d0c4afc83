"""A program that signs in with the key store of a real system; the test starts it inside a session of its own.

Usage: `python -m tests.conformance.keyring_client FOLDER NAME PASSPHRASE`; tells what it found as JSON.
"""

import json
import sys
from pathlib import Path

import keyring

from justice_desk.accounts.key_service import KeyService
from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.service import AccountService
from justice_desk.accounts.sign_in import sign_in, sign_in_with_keyring, sign_out
from justice_desk.foundations.clock import system_clock
from justice_desk.vault.device import SERVICE, keyring_works
from justice_desk.vault.errors import KeyringUnusable, SignInRefused


def main(folder: Path, name: str, passphrase: str) -> None:
    """Turn the key store on, sign in with it, turn it off, and see that it opens nothing any more."""
    persons = sign_in(folder, name, passphrase, system_clock)
    service = KeyService(persons)
    told: dict[str, object] = {"works": keyring_works()}
    try:
        service.use_keyring(passphrase)
    except KeyringUnusable:
        sign_out(persons)
        told["refused"] = True
        sys.stdout.write(json.dumps(told) + "\n")
        return
    secret = keyring.get_password(SERVICE, f"{persons.vault.store}:{persons.first.person}")
    told["length"] = len(secret or "")
    told["on"] = service.standing().keyring
    sign_out(persons)
    again = sign_in_with_keyring(folder, name, system_clock)
    lines = AccountService(again).newest_acts(2)
    told["signed_in"] = [line.action for line in lines] == [UseCase.SIGN_IN, UseCase.USE_KEYRING]
    KeyService(again).leave_keyring()
    sign_out(again)
    told["left"] = keyring.get_password(SERVICE, f"{again.vault.store}:{again.first.person}") is None
    try:
        sign_out(sign_in_with_keyring(folder, name, system_clock))
    except SignInRefused:
        told["refused"] = True
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
