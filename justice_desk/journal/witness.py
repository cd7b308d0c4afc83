"""The witness beside the store: how long the journal was after the last formal act, noted outside the database.

A database that was put back from an older copy, or copied without its log, opens consistent and older. The journal's
length and head, noted in a file of its own, tell; so does what was printed, which nobody at this laptop can change.
"""

import hmac
import json
from base64 import b64decode
from pathlib import Path

from sqlalchemy.orm import Session

from justice_desk.foundations.canonical import MAX_INTEGER
from justice_desk.foundations.files import write_whole
from justice_desk.journal.chain import behind, checkpoint
from justice_desk.journal.rules import GENESIS, Checkpoint
from justice_desk.vault.places import WITNESS

LARGEST = 4096


class Witness:
    """The file in `folder` that notes checkpoints, sealed with `key` so that only the open store can write it."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._path = folder / WITNESS
        self._key = key

    def note(self, checkpoint: Checkpoint) -> None:
        """Put this checkpoint in the place of the last.

        Raises:
            DiskFull, CannotWrite: the last one stays.
        """
        note = checkpoint.note()
        write_whole(self._path, json.dumps({"note": note, "mac": self._seal(note)}).encode())

    def follow(self, session: Session, store: str) -> None:
        """Note how long the journal is now, unless it is older than what was noted: that stays, for it tells so.

        Raises:
            DiskFull, CannotWrite: the last one stays.
        """
        noted = self.last()
        if noted is None or not behind(session, noted):
            self.note(checkpoint(session, store))

    def last(self) -> Checkpoint | None:
        """Return the last checkpoint noted, None if there is none that this store wrote."""
        try:
            with self._path.open("rb") as file:
                raw = json.loads(file.read(LARGEST))
            note = str(raw["note"])
            if not hmac.compare_digest(str(raw["mac"]).encode(), self._seal(note).encode()):
                return None
            return parsed_note(note)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def _seal(self, note: str) -> str:
        return hmac.new(self._key, note.encode(), "sha256").hexdigest()


def parsed_note(note: str) -> Checkpoint:
    """Return the checkpoint whose note this is.

    Raises:
        ValueError: it is no note of a checkpoint.
    """
    origin, size, head, rest = note.split("\n")
    program, _, store = origin.partition("/")
    checkpoint = Checkpoint(store, int(size), b64decode(head, validate=True))
    if program != "justice-desk" or rest or len(checkpoint.head) != len(GENESIS) or checkpoint.note() != note:
        raise ValueError("not a note of a checkpoint")
    if not 0 <= checkpoint.size <= MAX_INTEGER:
        raise ValueError("not the size of a journal")
    return checkpoint
