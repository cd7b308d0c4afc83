"""Fingerprints of keys: thirty digits that two people compare by telephone, in any language.

SHA-256 of "jd-huella-1", a zero byte and the key as its users write it (`age1…`, `ssh-ed25519 AAAA…`), as a number
modulo 10^30: 99.6 bits, so a second key with the same digits cannot be found.
"""

import hashlib

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

DOMAIN = b"jd-huella-1\0"
DIGITS = 30
GROUP = 5


def fingerprint(key: str) -> str:
    """Return the thirty digits of a public key in its written form."""
    number = int.from_bytes(hashlib.sha256(DOMAIN + key.encode("ascii")).digest(), "big")
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def signing_fingerprint(public: bytes) -> str:
    """Return the thirty digits of an Ed25519 key, 32 bytes."""
    return fingerprint(written_signing_key(public))


def written_signing_key(public: bytes) -> str:
    """Return an Ed25519 key, 32 bytes, as OpenSSH writes it: `ssh-ed25519 AAAA…`, without a comment."""
    key = Ed25519PublicKey.from_public_bytes(public)
    return key.public_bytes(serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH).decode("ascii")


def grouped(digits: str) -> str:
    """Return digits in groups of five, to be read aloud."""
    return " ".join(digits[start : start + GROUP] for start in range(0, len(digits), GROUP))


def spoken(typed: str) -> str:
    """Return the digits that somebody typed from hearing or from paper: spaces and hyphens mean nothing."""
    return "".join(sign for sign in typed if sign not in " -–.\t\n")
