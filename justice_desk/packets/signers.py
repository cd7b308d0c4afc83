"""Signing keys that are believed, read from files in the form that `ssh-keygen -Y verify` reads (`allowed_signers`)."""

import re
from base64 import b64decode
from pathlib import Path

from justice_desk.packets.rules import KeyDirectory, KeyStatus, KnownSigner, SignersUnreadable
from justice_desk.packets.seal import NAMESPACE

LARGEST = 1 << 20
_BLOB = b"\0\0\0\x0bssh-ed25519\0\0\0\x20"
"""How an Ed25519 key begins in its SSH form (RFC 8709): the name of its kind, then that 32 bytes follow."""
_LINE = re.compile(r'(?P<code>\S+)(\s+namespaces="(?P<uses>[^"]*)")?\s+ssh-ed25519\s+(?P<key>\S+)(\s.*)?')
"""Who, for what, which key, a comment. Any other option (an end of validity, say) would be one that we do not keep."""


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
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        parts = _LINE.fullmatch(line.strip())
        public = None if parts is None else _public(parts["key"])
        if parts is None or public is None:
            raise SignersUnreadable(path, number)
        if parts["uses"] is None or NAMESPACE in parts["uses"].split(","):
            found.append(KnownSigner(parts["code"], parts["code"], public, KeyStatus.VERIFIED))
    return found


def _public(key: str) -> bytes | None:
    try:
        blob = b64decode(key, validate=True)
    except ValueError:
        return None
    return blob[len(_BLOB) :] if blob.startswith(_BLOB) and len(blob) == len(_BLOB) + 32 else None
