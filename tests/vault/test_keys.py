import unicodedata
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.foundations.errors import MemoryShort
from justice_desk.vault import keys
from justice_desk.vault.errors import CostRefused
from justice_desk.vault.keys import (
    DEAREST,
    FLOOR,
    KEY_LENGTH,
    SEALING_LENGTH,
    BoxRefused,
    Cost,
    KeyPair,
    PersonKeys,
    affordable,
    calibrated,
    derive,
    fresh_salt,
    lock_box,
    open_box,
    open_sealed,
    salted_digest,
    seal_to,
    subkey,
    wipe,
)

KEY = bytes(range(32))
LABEL = {"store": "s", "kind": "test"}


def test_a_passphrase_gives_one_key_however_it_was_spelled() -> None:
    salt = fresh_salt()
    spelled = {unicodedata.normalize(form, "ñandú áéí") for form in ("NFC", "NFD")}
    assert len(spelled) == 2
    assert len({derive(passphrase, salt, FLOOR) for passphrase in spelled}) == 1


def test_an_empty_passphrase_and_one_from_a_terminal_of_another_encoding_are_bytes_like_any_other() -> None:
    salt = fresh_salt()
    assert len({derive("", salt, FLOOR), derive("\udcf1", salt, FLOOR), derive("ñ", salt, FLOOR)}) == 3


@pytest.mark.parametrize(
    "cost",
    [
        replace(FLOOR, memory_kib=FLOOR.memory_kib - 1),
        replace(FLOOR, memory_kib=DEAREST.memory_kib + 1),
        replace(FLOOR, memory_kib=2**40),
        replace(FLOOR, passes=FLOOR.passes - 1),
        replace(FLOOR, passes=DEAREST.passes + 1),
        replace(FLOOR, lanes=0),
        replace(FLOOR, lanes=DEAREST.lanes + 1),
    ],
)
def test_a_cost_that_does_not_protect_or_cannot_be_paid_is_refused(cost: Cost) -> None:
    assert not affordable(cost)
    with pytest.raises(CostRefused):
        derive("passphrase", fresh_salt(), cost)


def test_a_machine_without_the_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Poor:
        def __init__(self, **_cost: object) -> None:
            pass

        def derive(self, _secret: bytes) -> bytes:
            raise MemoryError

    monkeypatch.setattr(keys, "Argon2id", Poor)
    with pytest.raises(MemoryShort):
        derive("passphrase", fresh_salt(), FLOOR)


def test_the_cost_grows_with_the_machine_between_its_bounds() -> None:
    assert calibrated(0) == FLOOR
    assert calibrated(1024 * 1024).memory_kib == 128 * 1024
    assert calibrated(64 * 1024 * 1024).memory_kib == 256 * 1024
    assert affordable(FLOOR)
    assert affordable(DEAREST)


@given(st.binary(max_size=200))
def test_a_box_opens_with_its_key_and_its_label(content: bytes) -> None:
    assert open_box(KEY, lock_box(KEY, content, LABEL), LABEL) == content


@given(st.data())
def test_a_box_with_one_changed_bit_does_not_open(data: st.DataObject) -> None:
    box = bytearray(lock_box(KEY, b"content", LABEL))
    bit = data.draw(st.integers(0, len(box) * 8 - 1))
    box[bit // 8] ^= 1 << bit % 8
    with pytest.raises(BoxRefused):
        open_box(KEY, bytes(box), LABEL)


def test_a_box_with_another_key_or_label_does_not_open() -> None:
    box = lock_box(KEY, b"content", LABEL)
    with pytest.raises(BoxRefused):
        open_box(bytes(32), box, LABEL)
    with pytest.raises(BoxRefused):
        open_box(KEY, box, {**LABEL, "kind": "other"})


@given(st.binary(max_size=100))
def test_bytes_of_a_stranger_open_nothing(garbage: bytes) -> None:
    with pytest.raises(BoxRefused):
        open_box(KEY, garbage, LABEL)
    with pytest.raises(BoxRefused):
        open_sealed(KEY, garbage, LABEL)


def test_what_is_sealed_to_a_person_opens_for_that_person_alone() -> None:
    her, other = KeyPair.fresh(), KeyPair.fresh()
    sealed = seal_to(her.public, b"content", LABEL)
    assert len(sealed) == len(b"content") + SEALING_LENGTH
    assert open_sealed(her.private, sealed, LABEL) == b"content"
    with pytest.raises(BoxRefused):
        open_sealed(other.private, sealed, LABEL)
    with pytest.raises(BoxRefused):
        open_sealed(her.private, sealed, {**LABEL, "kind": "other"})
    with pytest.raises(BoxRefused):
        open_sealed(her.private, bytes(KEY_LENGTH) + sealed[KEY_LENGTH:], LABEL)


def test_sealing_twice_never_gives_the_same_bytes() -> None:
    her = KeyPair.fresh()
    assert seal_to(her.public, b"content", LABEL) != seal_to(her.public, b"content", LABEL)
    assert lock_box(KEY, b"content", LABEL) != lock_box(KEY, b"content", LABEL)


def test_a_persons_keys_are_read_back_as_they_were_written() -> None:
    person = PersonKeys.fresh()
    assert PersonKeys.from_bytes(person.to_bytes()) == person
    Ed25519PublicKey.from_public_bytes(person.verifying).verify(person.sign(b"act"), b"act")


def test_private_keys_are_not_told_when_something_is_printed() -> None:
    person = PersonKeys.fresh()
    shown = f"{person!r} {person.agreement!r}"
    assert repr(person.signing) not in shown
    assert repr(person.agreement.private) not in shown


def test_each_purpose_has_its_own_key() -> None:
    made = {subkey(KEY, purpose) for purpose in ("database", "header", "journal", "recovery")}
    assert len(made) == 4
    assert subkey(bytearray(KEY), "database") == subkey(KEY, "database")
    assert all(len(key) == KEY_LENGTH for key in made)


def test_a_digest_hangs_on_its_salt_and_not_on_how_the_text_is_spelled() -> None:
    assert salted_digest(b"salt", "Peña") == salted_digest(b"salt", unicodedata.normalize("NFD", "Peña"))
    assert salted_digest(b"salt", "Peña") != salted_digest(b"other", "Peña")
    assert salted_digest(b"salt", "Peña") != salted_digest(b"salt", "Pena")


def test_wiping_leaves_zeros() -> None:
    secret = bytearray(b"secret")
    wipe(secret)
    assert secret == bytes(6)
