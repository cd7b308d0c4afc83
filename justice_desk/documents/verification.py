"""The code square of a paper: a readable head, and a signed tail that is verified without any network. Pure.

The tail holds the SHA-256 of the paper's content and an Ed25519 signature (RFC 8032) over both, in Crockford's
base 32, so that the whole stays within the alphanumeric mode of a QR code (ISO/IEC 18004).
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from justice_desk.documents.rules import Head, short_code
from justice_desk.foundations.codes import decode, encode

DOMAIN = b"JDPAPER1\0"
SEPARATOR = " JD1:"
HINT_LENGTH = 4
HASH_LENGTH = 32
SIGNATURE_LENGTH = 64
KEY_LENGTH = 32
_TAIL_LENGTH = HINT_LENGTH + HASH_LENGTH + SIGNATURE_LENGTH


@dataclass(frozen=True)
class SigningKey:
    """A key that signs papers: its public half, 32 bytes, and what signs a message with it."""

    public: bytes
    sign: Callable[[bytes], bytes]


@dataclass(frozen=True)
class Finding:
    """What a code square says, and what of it holds. `content` is the hash the paper must have (empty if unreadable).

    `head_holds`: the head is well formed and its code belongs to the hash. `same_key`: the tail was signed with the key
    that was asked about (told from the first bytes of the key's hash). `tail_holds`: the signature is that key's.
    """

    head: Head | None
    content: bytes
    head_holds: bool
    same_key: bool
    tail_holds: bool

    @property
    def holds(self) -> bool:
        """Whether the square is believable as a whole."""
        return self.head_holds and self.tail_holds


def seal_head(head: Head, content: bytes, key: SigningKey) -> str:
    """Return the text of the code square: head, then the tail with the content's hash (32 bytes) and the signature."""
    hint = _hint(key.public)
    signature = key.sign(_message(hint, head.text, content))
    return f"{head.text}{SEPARATOR}{encode(hint + content + signature)}"


def verify_square(text: str, public: bytes) -> Finding:
    """Say whether head and tail of a code square hold, against a public key (32 bytes). No text makes it raise."""
    written, separator, tail = text.strip().partition(SEPARATOR)
    head = Head.read(written)
    raw = _decoded(tail) if separator else b""
    if head is None or not raw:
        return Finding(head, b"", head_holds=False, same_key=False, tail_holds=False)
    hint, content, signature = raw[:HINT_LENGTH], raw[HINT_LENGTH:-SIGNATURE_LENGTH], raw[-SIGNATURE_LENGTH:]
    return Finding(
        head,
        content,
        head_holds=head.code == short_code(content),
        same_key=hint == _hint(public),
        tail_holds=_signed(public, signature, _message(hint, written, content)),
    )


def _signed(public: bytes, signature: bytes, message: bytes) -> bool:
    if len(public) != KEY_LENGTH:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _message(hint: bytes, head: str, content: bytes) -> bytes:
    return DOMAIN + hint + content + head.encode("ascii")


def _hint(public: bytes) -> bytes:
    return hashlib.sha256(public).digest()[:HINT_LENGTH]


def _decoded(tail: str) -> bytes:
    try:
        return decode(tail, _TAIL_LENGTH)
    except ValueError:
        return b""
