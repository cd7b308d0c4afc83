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
        self._shut = False

    @contextlib.contextmanager
    def passing(self) -> Iterator[None]:
        """Be inside for as long as the block runs.

        Raises:
            StoreClosed: the desk was locked.
        """
        me = threading.get_ident()
        with self._changed:
            if self._shut:
                raise StoreClosed
            self._inside.append(me)
        try:
            yield
        finally:
            with self._changed:
                self._inside.remove(me)
                self._changed.notify_all()

    def shut(self) -> bool:
        """Let nobody in any more and wait for those inside. Return whether it was open before."""
        with self._changed:
            if threading.get_ident() in self._inside:
                raise RuntimeError("a transaction cannot close the store that it is in")
            was_open, self._shut = not self._shut, True
            self._changed.wait_for(lambda: not self._inside)
        return was_open
