"""The log: where a fault happened, never what the case said.

A traceback names files, lines and functions. The messages of exceptions are left out: they can hold what was typed.
"""

import logging
import os
import traceback
from collections.abc import Iterator
from pathlib import Path

LOG = logging.getLogger("justice_desk")
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
SIZE = 500_000
"""A log that has grown beyond this many bytes is put aside when the program starts, in place of the one before."""


def write_to(path: Path) -> logging.Handler | None:
    """Send the log to a file, readable by its owner alone. A laptop with a full disk goes without."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        if path.stat().st_size > SIZE:
            path.replace(path.with_suffix(".old.log"))
            path.touch(mode=0o600)
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def record(error: BaseException) -> str:
    """Write a bug down and return the reference by which it can be found again."""
    reference = "".join(ALPHABET[byte % len(ALPHABET)] for byte in os.urandom(6))
    LOG.error("%s\n%s", reference, "\n".join(described(error)))
    return reference


def described(error: BaseException) -> Iterator[str]:
    """Yield the kinds of an error and of what led to it, with the places in the code, and no word of a message."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield f"{type(current).__module__}.{type(current).__qualname__}"
        for frame in traceback.extract_tb(current.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} {frame.name}"
        current = current.__cause__ or current.__context__
