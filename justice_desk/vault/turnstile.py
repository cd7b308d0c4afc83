"""The turnstile before the store: whoever locks the desk waits until the last transaction inside has ended."""

import contextlib
import threading
from collections.abc import Iterator

from justice_desk.vault.errors import StoreClosed


class Turnstile:
    """Counts who is inside. Once it is shut nobody enters any more, and it is shut only when nobody is left."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._inside: list[int] = []
        self._emptied = False
        self._shut = False

    @contextlib.contextmanager
    def passing(self) -> Iterator[None]:
        """Be inside for as long as the block runs. Whoever is inside already does not wait for `emptied`.

        Raises:
            StoreClosed: the desk was locked.
        """
        me = threading.get_ident()
        with self._changed:
            self._changed.wait_for(lambda: not self._emptied or me in self._inside)
            if self._shut:
                raise StoreClosed
            self._inside.append(me)
        try:
            yield
        finally:
            with self._changed:
                self._inside.remove(me)
                self._changed.notify_all()

    @contextlib.contextmanager
    def emptied(self) -> Iterator[None]:
        """Wait until nobody is inside, and let the others wait outside for as long as the block runs.

        Raises:
            StoreClosed: the desk was locked.
        """
        with self._changed:
            self._refuse_inside()
            self._changed.wait_for(lambda: not self._emptied)
            if self._shut:
                raise StoreClosed
            self._emptied = True
            self._changed.wait_for(lambda: not self._inside)
        try:
            yield
        finally:
            with self._changed:
                self._emptied = False
                self._changed.notify_all()

    def shut(self) -> bool:
        """Let nobody in any more and wait for those inside. Return whether it was open before."""
        with self._changed:
            self._refuse_inside()
            was_open, self._shut = not self._shut, True
            self._changed.wait_for(lambda: not self._inside and not self._emptied)
        return was_open

    def _refuse_inside(self) -> None:
        if threading.get_ident() in self._inside:
            raise RuntimeError("a transaction cannot close the store that it is in")
