"""Work beside the window: three workers, and jobs that bring their results back to it.

One worker writes to the store, one does long work with files, one reads for search. A `Job` lives in the window's
thread, owns its signals and is deleted when it has ended. What runs in a worker never touches it: it knows a number
and a `_Post` that outlives all workers. (A worker that emits through the job itself is still inside the emission when
the window deletes the job; a worker that owns the signals takes them along when it is deleted.)
"""

import logging
import threading
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from queue import PriorityQueue
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from justice_desk.foundations.errors import DeskError, MemoryShort
from justice_desk.foundations.progress import Cancelled, Progress
from ui.collecting import search_here

Result = TypeVar("Result")
LOG = logging.getLogger(__name__)
TOLD_EVERY = 0.05
"""Progress is told to the window at most this often, in seconds: a thousand steps must not bury it."""
FIRST, USUAL = 0, 1
"""Drafts go before everything else that waits for the store."""


class Job(QObject):
    """One piece of work under way. It lives in the window's thread and is gone after it has ended.

    Signals:
        progressed: How many of how many units of which part are done.
        succeeded: What the work returned.
        failed: The `DeskError` that ended the work. A cancelled job neither succeeds nor fails.
        ended: The work is over, whichever way; the last signal of a job.
    """

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject, *, long: bool, heard: bool) -> None:
        super().__init__(parent)
        self.long = long
        self.heard = heard
        self.stop = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self.stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step, or not to begin."""
        self.stop.set()


class Jobs(QObject):
    """The workers of one open desk.

    Signals:
        troubled: A `DeskError` of a job whose caller said nothing about failing.
        crashed: An exception that is no `DeskError`: a bug, for the boundary in `ui/errors.py`.
        busy_changed: Whether any work is under way.
    """

    troubled = Signal(object)
    crashed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        search_here()
        self._store, self._long, self._reader = (_Worker(self) for _ in range(3))
        self._numbers = count()
        self._running: dict[int, Job] = {}
        self._open = True
        self._post = _Post(self)
        queued = Qt.ConnectionType.QueuedConnection
        self._post.stepped.connect(self._step, queued)
        self._post.returned.connect(self._succeed, queued)
        self._post.raised.connect(self._fail, queued)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        *,
        first: bool = False,
    ) -> Job:
        """Call a service in the worker that writes to the store; `first` lets it overtake what waits (drafts).

        `done` and `failed` are bound methods of a `QObject`. If that object is gone when the work ends, nothing is
        called. Without `failed`, the error is told by `troubled`.
        """
        return self._start(self._store, lambda _: work(), done, failed, FIRST if first else USUAL)

    def run_long(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
    ) -> Job:
        """Do long work with files (packets, attachments, backup): `work` tells its progress how far it is."""
        return self._start(self._long, work, done, failed, USUAL)

    def run_read(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
    ) -> Job:
        """Read (lists, search) beside the worker that writes."""
        return self._start(self._reader, lambda _: work(), done, failed, USUAL)

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._running)

    @property
    def long_work(self) -> bool:
        """Whether long work is under way; a desk that locks by itself waits for it."""
        return any(job.long for job in self._running.values())

    def close(self) -> None:
        """End all work before the desk closes: what writes to the store is finished, long work and reading stop.

        Blocks until the workers are still. Nothing is called back afterwards, and what is asked later is not done.
        """
        self._open = False
        for job in self._running.values():
            if job.long:
                job.cancel()
        for pool in (self._long, self._reader):
            pool.clear()
        for pool in (self._store, self._long, self._reader):
            pool.waitForDone()
        for job in self._running.values():
            job.deleteLater()
        self._running.clear()

    def _start(
        self,
        worker: "_Worker",
        work: Callable[[Progress], Result],
        done: Callable[[Result], None] | None,
        failed: Callable[[DeskError], None] | None,
        priority: int,
    ) -> Job:
        job = Job(self, long=worker is self._long, heard=failed is not None)
        if not self._open:
            # A timer that fires late asks something of a desk that has just locked. Its pages are gone.
            LOG.info("work was asked of a desk that is closing")
            job.cancel()
            job.deleteLater()
            return job
        if done is not None:
            job.succeeded.connect(_bound(done))
        if failed is not None:
            job.failed.connect(_bound(failed))
        number = next(self._numbers)
        self._running[number] = job
        self.busy_changed.emit(True)
        watched = _Watched(number, self._post, job.stop)
        worker.take(_Task(partial(work, watched), number, self._post, job.stop), priority)
        return job

    @Slot(object, int, int, str)
    def _step(self, number: int, done: int, total: int, part: str) -> None:
        if (job := self._running.get(number)) is not None:
            job.progressed.emit(done, total, part)

    @Slot(object, object)
    def _succeed(self, number: int, result: object) -> None:
        if (job := self._running.pop(number, None)) is not None:
            job.succeeded.emit(result)
            self._end(job)

    @Slot(object, object)
    def _fail(self, number: int, error: BaseException) -> None:
        if (job := self._running.pop(number, None)) is None:
            return
        if isinstance(error, Cancelled):
            LOG.info("job cancelled")
        elif not isinstance(error, DeskError):
            self.crashed.emit(error)
        elif job.heard:
            job.failed.emit(error)
        else:
            self.troubled.emit(error)
        self._end(job)

    def _end(self, job: Job) -> None:
        job.ended.emit()
        job.deleteLater()
        self.busy_changed.emit(self.busy)


class _Post(QObject):
    """Carries what workers say to the window's thread. It lives as long as the workers."""

    stepped = Signal(object, int, int, str)
    returned = Signal(object, object)
    raised = Signal(object, object)


class _Watched:
    """The progress of a job: tells the window now and then, and raises once the job was cancelled."""

    def __init__(self, number: int, post: _Post, stop: threading.Event) -> None:
        self._number = number
        self._post = post
        self._stop = stop
        self._told = 0.0

    def step(self, done: int, total: int, part: str = "") -> None:
        """Note that `done` of `total` units of the named part are finished.

        Raises:
            Cancelled: the work should stop and undo what it began.
        """
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._told >= TOLD_EVERY:
            self._told = now
            self._post.stepped.emit(self._number, done, total, part)


class _Task:
    """What the worker does: it sends home what came of the work."""

    def __init__(self, work: Callable[[], object], number: int, post: _Post, stop: threading.Event) -> None:
        self._work = work
        self.number = number
        self._post = post
        self._stop = stop

    def run(self) -> None:
        """Do the work and send home its result or its error."""
        if self._stop.is_set():
            self._post.raised.emit(self.number, Cancelled())
            return
        try:
            result = self._work()
        except MemoryError:
            self._post.raised.emit(self.number, MemoryShort())
            return
        except BaseException as error:  # noqa: BLE001 - everything goes home; the window tells fact from bug
            self._post.raised.emit(self.number, error)
            return
        self._post.returned.emit(self.number, result)


def _bound(callback: Callable[..., None]) -> Callable[..., None]:
    if not isinstance(getattr(callback, "__self__", None), QObject):
        raise TypeError("a callback of a job is a bound method of a QObject: anything else outlives its widget")
    return callback


class _Worker(QThreadPool):
    """One thread, and what waits for it: what is first before the rest, and otherwise in the order it was asked.

    Qt's own priorities do not keep it: what a pool is handed while its thread sleeps gets none, so of two drafts of one
    place the older could be written last.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setMaxThreadCount(1)
        self.setExpiryTimeout(-1)
        self._waiting: PriorityQueue[tuple[int, int, _Task]] = PriorityQueue()

    def take(self, task: _Task, priority: int) -> None:
        """Put a task in its place among those that wait."""
        self._waiting.put((priority, task.number, task))
        self.start(_Next(self._waiting))


class _Next(QRunnable):
    """Does what stands in front when its turn comes."""

    def __init__(self, waiting: "PriorityQueue[tuple[int, int, _Task]]") -> None:
        super().__init__()
        self._waiting = waiting

    def run(self) -> None:
        """Take it, and do it."""
        self._waiting.get_nowait()[-1].run()
