import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.packets.fingerprints import fingerprint, grouped, signing_fingerprint, spoken, written_signing_key
from justice_desk.packets.receipt import acknowledgement_code, is_acknowledged

KEY = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"


def test_a_fingerprint_is_thirty_digits_in_six_groups() -> None:
    digits = fingerprint(KEY)
    assert len(digits) == 30
    assert digits.isdecimal()
    assert [len(group) for group in grouped(digits).split(" ")] == [5] * 6


def test_a_fingerprint_is_what_the_format_says() -> None:
    number = int(hashlib.sha256(b"jd-huella-1\x00" + KEY.encode()).hexdigest(), 16) % 10**30
    assert fingerprint(KEY) == str(number).zfill(30)


def test_short_numbers_keep_their_zeros() -> None:
    found = next(digits for n in range(2000) if (digits := fingerprint(f"age1{n}")).startswith("0"))
    assert len(found) == 30


def test_a_signing_key_is_written_as_openssh_writes_it() -> None:
    public = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw()
    written = written_signing_key(public)
    assert written.startswith("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI")
    assert signing_fingerprint(public) == fingerprint(written)


def test_what_is_typed_from_hearing_may_be_grouped_in_any_way() -> None:
    digits = fingerprint(KEY)
    assert spoken(f" {digits[:7]}-{digits[7:12]} {digits[12:]}\n") == digits


def test_the_acknowledgement_is_what_the_format_says() -> None:
    tagmanifest, nonce = b"t" * 32, b"n" * 32
    number = int(hashlib.sha256(b"jd-acuse-1\x00" + tagmanifest + nonce).hexdigest(), 16) % 10**20
    assert acknowledgement_code(tagmanifest, nonce) == str(number).zfill(20)


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_another_packet_has_another_code(tagmanifest: bytes, nonce: bytes) -> None:
    code = acknowledgement_code(tagmanifest, nonce)
    assert len(code) == 20
    assert is_acknowledged(grouped(code), code)
    assert not is_acknowledged(acknowledgement_code(nonce, tagmanifest + b"x"), code)


@pytest.mark.parametrize("typed", ["", "1", "ñandú", "0" * 20, "9" * 21])
def test_what_is_not_the_code_acknowledges_nothing(typed: str) -> None:
    assert not is_acknowledged(typed, acknowledgement_code(b"t" * 32, b"n" * 32))
