"""Failed sign-ins: kept beside the store, so that the growing delay survives a restart.

The file holds counts and times, no names. It is no protection against someone who copies the store and guesses
elsewhere (the cost of the key derivation is); it slows the person who sits at this laptop.
"""

import contextlib
import json
from datetime import datetime, timedelta
from pathlib import Path

from justice_desk.foundations.files import write_whole

NAME = "attempts.json"
FREE_ATTEMPTS = 3
LONGEST_DELAY = timedelta(minutes=5)


class Attempts:
    """The failed sign-ins since the last good one, in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def failed(self, at: datetime) -> None:
        """Note one more failure."""
        moments = [*self.moments(), at.isoformat()]
        write_whole(self._path, json.dumps(moments).encode())

    def forget(self) -> None:
        """Start again after a good sign-in."""
        with contextlib.suppress(FileNotFoundError):
            self._path.unlink()

    def moments(self) -> list[str]:
        """Return when sign-ins failed since the last good one, oldest first, as ISO 8601 text."""
        try:
            raw = json.loads(self._path.read_bytes())
        except (OSError, ValueError):
            return []
        return [moment for moment in raw if isinstance(moment, str)] if isinstance(raw, list) else []

    def wait_until(self, now: datetime) -> datetime | None:
        """Return the moment from which the next attempt counts, None if that is now.

        A clock turned back does not shorten the wait beyond its longest: a last failure that lies in the future counts
        from now.
        """
        moments = self.moments()
        if len(moments) < FREE_ATTEMPTS:
            return None
        try:
            last = min(datetime.fromisoformat(moments[-1]), now)
        except (ValueError, TypeError):
            last = now
        delay = min(timedelta(seconds=2 ** min(len(moments) - FREE_ATTEMPTS + 1, 20)), LONGEST_DELAY)
        until = last + delay
        return until if until > now else None
