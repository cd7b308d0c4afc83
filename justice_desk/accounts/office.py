"""The office's own keys: Ed25519 to sign packets and papers, age to be written to. Held by those who may seal."""

from collections.abc import Mapping

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyrage import x25519

from justice_desk.accounts.work import Work
from justice_desk.foundations.ids import PersonId
from justice_desk.vault.keys import KeyPair
from justice_desk.vault.records import OfficeKeyRecord
from justice_desk.vault.ring import OFFICE, RECOVERY, create_scope, newest, withdraw
from justice_desk.vault.rules import Scope

SIGNING = "signing"
AGE = "age"


def create_office_scope(work: Work, admitted: Mapping[PersonId, bytes]) -> None:
    """Make the key that guards the office's keys, for the persons admitted and the recovery key."""
    holders = {RECOVERY: work.persons.vault.recovery_public, **admitted}
    create_scope(work.session, work.persons.vault.store, OFFICE, Scope.OFFICE, holders, KeyPair.fresh())


def make_office_keys(work: Work) -> None:
    """Make the office's signing key and its age identity."""
    signing = Ed25519PrivateKey.generate()
    keep_office_key(work, SIGNING, signing.public_key().public_bytes_raw().hex(), signing.private_bytes_raw())
    identity = x25519.Identity.generate()
    keep_office_key(work, AGE, str(identity.to_public()), str(identity).encode())


def rotate_office_keys(work: Work, without: PersonId, admitted: Mapping[PersonId, bytes]) -> None:
    """Give the office other keys, out of reach of somebody who leaves; the former ones are kept for what they opened.

    Raises:
        NotAdmitted: the person who acts does not hold the office's keys.
    """
    former = {name: (office_public(work, name), office_key(work, name)) for name in (SIGNING, AGE)}
    withdraw(work.session, OFFICE, without, (Scope.OFFICE,))
    create_office_scope(work, admitted)
    generation = newest(work.session, OFFICE, Scope.OFFICE).generation - 1
    for name, (public, secret) in former.items():
        keep_office_key(work, f"{name}:{generation}", public, secret)
    make_office_keys(work)


def keep_office_key(work: Work, name: str, public: str, secret: bytes) -> None:
    """Put a key of the office into the store, sealed to its holders."""
    sealed = work.ring.seal(work.session, OFFICE, Scope.OFFICE, secret, f"office_keys.sealed:{name}")
    work.session.merge(OfficeKeyRecord(name=name, public=public, sealed=sealed))


def office_key(work: Work, name: str) -> bytes:
    """Return the secret of a key of the office.

    Raises:
        NotAdmitted: the person who acts does not hold the office's keys.
    """
    record = work.session.get_one(OfficeKeyRecord, name)
    return work.ring.open(work.session, OFFICE, Scope.OFFICE, record.sealed, f"office_keys.sealed:{name}")


def office_public(work: Work, name: str) -> str:
    """Return the public half of a key of the office, as its users write it."""
    return work.session.get_one(OfficeKeyRecord, name).public


def admit_to_office(work: Work, person: PersonId, public: bytes) -> None:
    """Let one more person seal for the office.

    Raises:
        NotAdmitted: the person who acts does not hold the office's keys.
    """
    work.ring.share(work.session, OFFICE, Scope.OFFICE, person, public)
