"""The age file around a packet: its header read with limits, its size predicted, its streams watched.

Format: age-encryption.org/v1, C2SP `age.md`. A file is a header, a nonce of 16 bytes, and chunks of 65,536 bytes with a
tag of 16 bytes each. pyrage does the cryptography; what stands here is what it leaves to its caller:

- it swallows the failure of the last write, so our writer remembers failures and the bytes are counted afterwards;
- it would spend gigabytes on a hostile header, so the header is read and judged before pyrage sees the file;
- it hands out plaintext before it notices that the file was cut, so the caller shows nothing until it has ended.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pyrage import DecryptError, EncryptError, IdentityError, RecipientError, decrypt_io, encrypt_io, x25519

from justice_desk.packets.rules import IdentityUnreadable, PacketRefused, PlanRefused, Step

MAX_HEADER = 16 << 10
MAX_STANZAS = 16
NONCE = 16
CHUNK = 65_536
TAG = 16
_VERSION = b"age-encryption.org/v1"
_ARMOUR = b"-----BEGIN AGE"
_ARGUMENTS = re.compile(rb"-> [\x21-\x7e]+( [\x21-\x7e]+)*")
_MAC = re.compile(rb"--- [A-Za-z0-9+/]{43}")
_BODY_LINE = re.compile(rb"[A-Za-z0-9+/]{0,64}")
_COLUMNS = 64
_KEY_LENGTH = 32
_GREASE = "-grease"
"""rage, and so pyrage, adds stanzas of a random name with this ending, that readers may not choke on unknown ones."""

Read: TypeAlias = Callable[[int], bytes]
"""Returns at most so many bytes, none at the end."""
Write: TypeAlias = Callable[[bytes], object]
"""Takes all bytes it is given."""


@dataclass(frozen=True)
class Stanza:
    """One way into an age file: its kind, its arguments, the bytes of its body."""

    kind: str
    arguments: tuple[str, ...]
    body: bytes


@dataclass(frozen=True)
class Header:
    """The head of an age file and how many bytes it takes."""

    stanzas: tuple[Stanza, ...]
    length: int


def sealed_size(header: int, content: int) -> int:
    """Return the bytes of an age file with a header of so many bytes around a content of so many."""
    return header + NONCE + content + TAG * max(1, -(-content // CHUNK))


def content_size(header: int, sealed: int) -> int:
    """Return the bytes of the content of an age file.

    Raises:
        PacketRefused: no content gives a file of this size: it was cut, or something was added.
    """
    whole, rest = divmod(sealed - header - NONCE, CHUNK + TAG)
    content = whole * CHUNK + max(0, rest - TAG)
    if sealed_size(header, content) != sealed:
        raise PacketRefused(Step.SIZE, "no age file has this size")
    return content


def parsed_header(start: bytes) -> Header:
    """Return the header at the start of these bytes, which should be for X25519 keys.

    Raises:
        PacketRefused: no age file, armoured, too long, too many stanzas, or a stanza of another kind (a passphrase,
            say: its work factor would be the sender's to choose).
    """
    if start.startswith(_ARMOUR):
        raise _refused("armoured")
    lines = _lines(start[:MAX_HEADER])
    if next(lines) != _VERSION:
        raise _refused("not an age file of version 1")
    stanzas: list[Stanza] = []
    length = len(_VERSION) + 1
    while not (line := next(lines)).startswith(b"---"):
        if len(stanzas) == MAX_STANZAS:
            raise _refused("too many stanzas")
        stanza, taken = _stanza(line, lines)
        stanzas.append(stanza)
        length += taken
    if not _MAC.fullmatch(line) or not any(stanza.kind == "X25519" for stanza in stanzas):
        raise _refused("no stanza, or no check of the header")
    return Header(tuple(stanzas), length + len(line) + 1)


def _lines(start: bytes) -> Iterator[bytes]:
    at = 0
    while (end := start.find(b"\n", at)) >= 0:
        yield start[at:end]
        at = end + 1
    raise _refused("header cut or too long")


def _stanza(line: bytes, lines: Iterator[bytes]) -> tuple[Stanza, int]:
    if not _ARGUMENTS.fullmatch(line):
        raise _refused("stanza is malformed")
    kind, *arguments = line[3:].decode("ascii").split(" ")
    taken, body = len(line) + 1, b""
    while True:
        part = next(lines)
        if not _BODY_LINE.fullmatch(part):
            raise _refused("stanza is malformed")
        taken += len(part) + 1
        body += part
        if len(part) < _COLUMNS:
            break
    stanza = Stanza(kind, tuple(arguments), _unpadded(body))
    if kind == "X25519":
        share = [len(_unpadded(argument.encode())) for argument in arguments]
        if share != [_KEY_LENGTH] or len(stanza.body) != _KEY_LENGTH:
            raise _refused("stanza is malformed")
    elif not kind.endswith(_GREASE):
        raise _refused("stanza of another kind")
    return stanza, taken


def _unpadded(text: bytes) -> bytes:
    """Return what base 64 without padding stands for, in its canonical form only."""
    try:
        value = b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except ValueError as fault:
        raise _refused("stanza is malformed") from fault
    if b64encode(value).rstrip(b"=") != text:
        raise _refused("stanza is malformed")
    return value


class _Streams:
    """What pyrage reads from and writes to. It remembers a failure and counts, because pyrage does neither."""

    def __init__(self, read: Read, write: Write) -> None:
        self.fault: BaseException | None = None
        self.written = 0
        self.start = b""
        self._read = read
        self._write = write

    def read(self, size: int) -> bytes:
        """Return at most `size` bytes, none at the end."""
        self._stop_if_failed()
        try:
            return self._read(size)
        except BaseException as fault:
            self.fault = fault
            raise

    def write(self, data: bytes) -> int:
        """Pass all of `data` on."""
        self._stop_if_failed()
        try:
            self._write(data)
        except BaseException as fault:
            self.fault = fault
            raise
        if len(self.start) < MAX_HEADER:
            self.start += data[:MAX_HEADER]
        self.written += len(data)
        return len(data)

    def flush(self) -> None:
        """Do nothing: what is behind `write` flushes itself, and pyrage would not tell if it failed."""

    def _stop_if_failed(self) -> None:
        if self.fault is not None:
            raise OSError("already failed")


def encrypt(read: Read, write: Write, content: int, recipients: Sequence[str]) -> None:
    """Encrypt `content` bytes that `read` gives to age recipients, and give the file to `write`.

    Raises:
        PlanRefused: a recipient is not an X25519 recipient of age.
        Whatever `read` or `write` raised, as it was raised.
    """
    keys = [parsed_recipient(recipient) for recipient in recipients]
    streams = _Streams(read, write)
    try:
        encrypt_io(streams, streams, keys)
    except EncryptError:
        if streams.fault is None:
            raise
    if streams.fault is not None:
        raise streams.fault
    expected = sealed_size(parsed_header(streams.start).length, content)
    if streams.written != expected:
        raise RuntimeError(f"an age file of {streams.written} bytes where {expected} belong")


def decrypt(read: Read, write: Write, identity: str) -> None:
    """Decrypt an age file whose header was judged already.

    What `write` received before this returns is not to be believed, let alone shown.

    Raises:
        IdentityUnreadable: `identity` is not an `AGE-SECRET-KEY-1…`.
        PacketRefused: it is not for this identity, or it was changed.
        Whatever `read` or `write` raised, as it was raised.
    """
    key = parsed_identity(identity)
    streams = _Streams(read, write)
    try:
        decrypt_io(streams, streams, [key])
    except DecryptError as fault:
        if streams.fault is None:
            raise PacketRefused(Step.DECRYPTION, "not for this key, or its header was changed") from fault
    except OSError as fault:
        if streams.fault is None:
            raise PacketRefused(Step.DECRYPTION, "cut or changed") from fault
    if streams.fault is not None:
        raise streams.fault


def parsed_recipient(recipient: str) -> x25519.Recipient:
    """Return an age recipient.

    Raises:
        PlanRefused: it is not one, or not written as age writes it.
    """
    try:
        key = x25519.Recipient.from_str(recipient)
    except RecipientError as fault:
        raise PlanRefused("recipients", "not an age recipient") from fault
    if str(key) != recipient:
        raise PlanRefused("recipients", "not written as age writes it")
    return key


def parsed_identity(identity: str) -> x25519.Identity:
    """Return an age identity.

    Raises:
        IdentityUnreadable: it is not one.
    """
    try:
        return x25519.Identity.from_str(identity)
    except IdentityError as fault:
        raise IdentityUnreadable from fault


def _refused(reason: str) -> PacketRefused:
    return PacketRefused(Step.HEADER, reason)
