"""Keys and boxes: the few cryptographic acts the store is built from, each named by what it is for.

Argon2id (RFC 9106) turns a passphrase into a key, HKDF-SHA256 (RFC 5869) a key into subkeys, ChaCha20-Poly1305
(RFC 8439) locks a box, HPKE (RFC 9180, X25519 · HKDF-SHA256 · ChaCha20-Poly1305) seals to a person who need not be
present, Ed25519 (RFC 8032) signs. All come from `cryptography`.
"""

import hashlib
import hmac
import os
import secrets
import unicodedata
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from justice_desk.foundations.canonical import Json, canonical
from justice_desk.foundations.errors import MemoryShort
from justice_desk.vault.errors import CostRefused

KEY_LENGTH = 32
NONCE_LENGTH = 12
TAG_LENGTH = 16
SALT_LENGTH = 16
SEALING_LENGTH = KEY_LENGTH + TAG_LENGTH
"""What `seal_to` adds to its content: the sender's one-time key and the tag."""
_SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)


class BoxRefused(Exception):
    """A box or a sealed letter does not open with this key. Inside the vault only: callers say what it means."""


@dataclass(frozen=True)
class Cost:
    """What one guess at a passphrase costs (Argon2id): memory in KiB, passes, lanes."""

    memory_kib: int
    passes: int
    lanes: int


FLOOR = Cost(memory_kib=64 * 1024, passes=3, lanes=4)
"""The cheapest derivation a slot may use: 64 MiB, 3 passes, 4 lanes (RFC 9106 §4, second recommended option)."""
DEAREST = Cost(memory_kib=1 << 20, passes=16, lanes=16)
"""The dearest one: more would be a slot made by a stranger to stop this desk."""


@dataclass(frozen=True)
class KeyPair:
    """An X25519 pair, raw: 32 bytes each."""

    private: bytes = field(repr=False)
    public: bytes

    @classmethod
    def fresh(cls) -> "KeyPair":
        """Return a new pair."""
        return cls.of(X25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def of(cls, private: bytes) -> "KeyPair":
        """Return the pair of a private key."""
        return cls(private, X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw())


@dataclass(frozen=True)
class PersonKeys:
    """What makes a person readable-to and believable: one pair to be sealed to, one key to sign with."""

    agreement: KeyPair
    signing: bytes = field(repr=False)

    @classmethod
    def fresh(cls) -> "PersonKeys":
        """Return the keys of a person new to this desk."""
        return cls(KeyPair.fresh(), Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def from_bytes(cls, raw: bytes) -> "PersonKeys":
        """Return the keys that `to_bytes` wrote."""
        return cls(KeyPair.of(raw[:KEY_LENGTH]), raw[KEY_LENGTH:])

    def to_bytes(self) -> bytes:
        """Return both private keys, 64 bytes, to be locked in a slot."""
        return self.agreement.private + self.signing

    @property
    def verifying(self) -> bytes:
        """The public half of the signing key, 32 bytes."""
        return Ed25519PrivateKey.from_private_bytes(self.signing).public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature of `message`, 64 bytes."""
        return Ed25519PrivateKey.from_private_bytes(self.signing).sign(message)


def calibrated(memory_kib_available: int) -> Cost:
    """Return the cost for a machine with this much memory: at most an eighth of it, 256 MiB, never below the floor."""
    memory = max(FLOOR.memory_kib, min(256 * 1024, memory_kib_available // 8))
    return Cost(memory, FLOOR.passes, FLOOR.lanes)


def derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return the 32-byte key of a passphrase (any Unicode spelling of it, normalised to NFC).

    Raises:
        CostRefused: the cost is below the floor or beyond the dearest.
        MemoryShort: it is more than this machine has memory for now.
    """
    if not affordable(cost):
        raise CostRefused(cost.memory_kib)
    # A terminal with another encoding hands in lone surrogates: they are bytes like any other.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return Argon2id(
            salt=salt, length=KEY_LENGTH, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
        ).derive(secret)
    except MemoryError as fault:
        raise MemoryShort from fault


def affordable(cost: Cost) -> bool:
    """Say whether a cost protects and can be paid: no part below the floor (but for lanes), none beyond the dearest."""
    return (
        FLOOR.memory_kib <= cost.memory_kib <= DEAREST.memory_kib
        and FLOOR.passes <= cost.passes <= DEAREST.passes
        and 1 <= cost.lanes <= DEAREST.lanes
    )


def subkey(key: bytes | bytearray, purpose: str) -> bytes:
    """Return the 32-byte key that `key` gives for one purpose."""
    return HKDF(hashes.SHA256(), KEY_LENGTH, salt=None, info=b"justice-desk/" + purpose.encode()).derive(bytes(key))


def lock_box(key: bytes, content: bytes, label: Json) -> bytes:
    """Return `content` locked under `key`; `label` is authenticated with it: nonce, ciphertext, tag."""
    nonce = os.urandom(NONCE_LENGTH)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, content, canonical(label))


def open_box(key: bytes, box: bytes, label: Json) -> bytes:
    """Return what `lock_box` locked.

    Raises:
        BoxRefused: another key, another label, or a changed byte.
    """
    try:
        return ChaCha20Poly1305(key).decrypt(box[:NONCE_LENGTH], box[NONCE_LENGTH:], canonical(label))
    except (InvalidTag, ValueError) as fault:
        raise BoxRefused from fault


def seal_to(public: bytes, content: bytes, label: Json) -> bytes:
    """Return `content` sealed to the holder of `public`'s private half; `label` is bound to it."""
    return _SUITE.encrypt(content, X25519PublicKey.from_public_bytes(public), canonical(label))


def open_sealed(private: bytes, sealed: bytes, label: Json) -> bytes:
    """Return what `seal_to` sealed.

    Raises:
        BoxRefused: another key, another label, or a changed byte.
    """
    try:
        return _SUITE.decrypt(sealed, X25519PrivateKey.from_private_bytes(private), canonical(label))
    except (InvalidTag, ValueError) as fault:
        raise BoxRefused from fault


def salted_digest(salt: bytes, text: str) -> str:
    """Return what stands for a text where the text itself must not: HMAC-SHA256 under the salt, in hexadecimal.

    Whoever holds neither salt nor text learns nothing from it. Whoever holds the salt can try out likely texts: a salt
    is kept like the text itself.
    """
    message = b"JDTEXT1" + unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
    return hmac.new(salt, message, hashlib.sha256).hexdigest()


def fresh_salt() -> bytes:
    """Return 16 random bytes."""
    return secrets.token_bytes(SALT_LENGTH)


def wipe(secret: bytearray) -> None:
    """Overwrite a secret with zeros (the copies that Python made of it on the way are beyond reach)."""
    secret[:] = bytes(len(secret))
