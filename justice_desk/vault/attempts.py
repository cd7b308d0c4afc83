"""Failed sign-ins: kept beside the store, so that the growing delay survives a restart.

The file holds times, no names. It is no protection against someone who copies the store and guesses elsewhere (the
cost of the key derivation is), nor against someone who may delete files here; it slows the person who sits at this
laptop. So where it cannot be written, signing in goes on without it.
"""

import contextlib
import json
from datetime import datetime, timedelta
from pathlib import Path

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.files import write_whole

NAME = "attempts.json"
FREE_ATTEMPTS = 3
LONGEST_DELAY = timedelta(minutes=5)
MOST_KEPT = 1000
LARGEST = 1 << 17


class Attempts:
    """The failed sign-ins since the last good one, in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def failed(self, at: datetime) -> None:
        """Note one more failure."""
        self._write([*self.moments(), at.isoformat()])

    def forget(self) -> None:
        """Start again after a good sign-in."""
        with contextlib.suppress(OSError):
            self._path.unlink()

    def moments(self) -> list[str]:
        """Return when sign-ins failed since the last good one, oldest first, as ISO 8601 text: 1000 at most."""
        try:
            with self._path.open("rb") as file:
                raw = json.loads(file.read(LARGEST))
        except (OSError, ValueError, RecursionError):
            return []
        return [moment for moment in raw if isinstance(moment, str)][-MOST_KEPT:] if isinstance(raw, list) else []

    def wait_until(self, now: datetime) -> datetime | None:
        """Return the moment from which the next attempt counts, None if that is now.

        A clock that was turned back (old laptops lose theirs) would make the last failure lie in the future: it is
        then moved to the present, once, so that nobody waits longer than the longest delay.
        """
        moments = self.moments()
        if len(moments) < FREE_ATTEMPTS:
            return None
        last = _moment(moments[-1])
        if last is None or last > now:
            last = now
            if not self._write([*moments[:-1], now.isoformat()]):
                return None
        until = last + delay_after(len(moments))
        return until if until > now else None

    def _write(self, moments: list[str]) -> bool:
        try:
            write_whole(self._path, json.dumps(moments[-MOST_KEPT:]).encode())
        except DeskError:
            return False
        return True


def delay_after(failures: int) -> timedelta:
    """Return how long the next attempt must wait: nothing at first, then twice as long each time, up to the longest."""
    if failures < FREE_ATTEMPTS:
        return timedelta()
    return min(timedelta(seconds=2 ** min(failures - FREE_ATTEMPTS + 1, 20)), LONGEST_DELAY)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
