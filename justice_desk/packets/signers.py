"""Signing keys that are believed, read from files in the form that `ssh-keygen -Y verify` reads (`allowed_signers`)."""

from base64 import b64decode
from dataclasses import dataclass
from pathlib import Path

from justice_desk.foundations.errors import DeskError
from justice_desk.packets.rules import KeyDirectory, KeyStatus, KnownSigner
from justice_desk.packets.seal import NAMESPACE

LARGEST = 1 << 20
_BLOB = b"\0\0\0\x0bssh-ed25519\0\0\0\x20"
"""How an Ed25519 key begins in its SSH form (RFC 8709): the name of its kind, then that 32 bytes follow."""


@dataclass(eq=False)
class SignersUnreadable(DeskError):
    """A file of signing keys cannot be read; `line` counts from 1, 0 is the file or folder itself."""

    path: Path
    line: int


def read_signers(place: Path) -> KeyDirectory:
    """Return the keys of a file, or of every file in a folder. Whoever put a key there has verified it.

    Raises:
        SignersUnreadable: names the file and the line.
    """
    try:
        files = sorted(path for path in place.iterdir() if path.is_file()) if place.is_dir() else [place]
        texts = [(path, path.read_bytes()[:LARGEST].decode("utf-8")) for path in files]
    except (OSError, UnicodeDecodeError) as fault:
        raise SignersUnreadable(place, 0) from fault
    return KeyDirectory(tuple(signer for path, text in texts for signer in _signers(path, text)))


def _signers(path: Path, text: str) -> list[KnownSigner]:
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split()
        options = parts[1:-2] if "ssh-ed25519" in parts[-2:] else parts[1:-3]
        key = parts[parts.index("ssh-ed25519") + 1] if "ssh-ed25519" in parts[:-1] else ""
        if any(option.startswith("namespaces=") and NAMESPACE not in option for option in options):
            continue
        try:
            blob = b64decode(key, validate=True)
        except ValueError as fault:
            raise SignersUnreadable(path, number) from fault
        if not blob.startswith(_BLOB) or len(blob) != len(_BLOB) + 32:
            raise SignersUnreadable(path, number)
        found.append(KnownSigner(parts[0], parts[0], blob[len(_BLOB) :], KeyStatus.VERIFIED))
    return found
