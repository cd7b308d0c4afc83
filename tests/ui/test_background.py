import gc
import threading
from collections.abc import Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot
from pytestqt.qtbot import QtBot

from justice_desk.foundations.errors import DeskError, MemoryShort
from justice_desk.foundations.progress import Cancelled, Progress
from ui.background import Jobs, _Post, _Task, _Watched


class Listener(QObject):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heard: list[object] = []
        self.window = threading.get_ident()
        self.strangers = 0

    @Slot(object)
    def hear(self, what: object) -> None:
        self.heard.append(what)
        self.strangers += threading.get_ident() != self.window


class Gate:
    def __init__(self) -> None:
        self.entered = threading.Event()
        self.opened = threading.Event()

    def work(self) -> str:
        self.entered.set()
        assert self.opened.wait(20)
        return "through"

    def long_work(self, progress: Progress) -> str:
        self.entered.set()
        assert self.opened.wait(20)
        progress.step(1, 2, "first")
        return "through"


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def listener(qtbot: QtBot) -> Listener:
    return Listener()


def deliver_deletions() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def fail() -> None:
    raise DeskError


def test_of_two_thousand_jobs_no_result_is_lost(qtbot: QtBot, jobs: Jobs, listener: Listener) -> None:
    for number in range(2000):
        jobs.run(partial(int, number), listener.hear)
        if number % 100 == 0:
            gc.collect()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=30_000)
    assert listener.heard == list(range(2000))
    assert listener.strangers == 0


def test_an_error_reaches_whoever_listens_for_it(qtbot: QtBot, jobs: Jobs, listener: Listener) -> None:
    jobs.run(fail, listener.hear, listener.hear)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert [type(heard) for heard in listener.heard] == [DeskError]


def test_an_error_nobody_listens_for_is_told_by_the_jobs(qtbot: QtBot, jobs: Jobs, listener: Listener) -> None:
    jobs.troubled.connect(listener.hear)
    jobs.run(fail)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert [type(heard) for heard in listener.heard] == [DeskError]


def test_memory_that_runs_out_is_no_bug(qtbot: QtBot, jobs: Jobs, listener: Listener) -> None:
    def exhaust() -> None:
        raise MemoryError

    jobs.run(exhaust, listener.hear, listener.hear)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert [type(heard) for heard in listener.heard] == [MemoryShort]


def test_a_bug_goes_to_the_boundary_and_the_job_ends(qtbot: QtBot, jobs: Jobs, listener: Listener) -> None:
    jobs.crashed.connect(listener.hear)
    job = jobs.run(lambda: 1 // 0, listener.hear, listener.hear)
    with qtbot.waitSignal(job.ended):
        pass
    assert [type(heard) for heard in listener.heard] == [ZeroDivisionError]


def test_a_result_for_a_widget_that_is_gone_is_dropped(qtbot: QtBot, jobs: Jobs) -> None:
    gate, gone = Gate(), Listener()
    jobs.run(gate.work, gone.hear)
    assert gate.entered.wait(20)
    heard = gone.heard
    shiboken6.delete(gone)
    gate.opened.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert heard == []


def test_a_plain_function_is_refused_as_a_callback(jobs: Jobs) -> None:
    with pytest.raises(TypeError):
        jobs.run(lambda: None, lambda _: None)


def test_long_work_tells_how_far_it_is(qtbot: QtBot, jobs: Jobs, listener: Listener) -> None:
    def count(progress: Progress) -> int:
        for done in range(1, 101):
            progress.step(done, 100, "page")
        return 100

    told: list[tuple[int, int, str]] = []
    job = jobs.run_long(count, listener.hear)
    job.progressed.connect(lambda *step: told.append(step))
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told[-1] == (100, 100, "page")
    assert len(told) < 100
    assert listener.heard == [100]


def test_cancelled_work_stops_at_its_next_step_and_neither_succeeds_nor_fails(
    qtbot: QtBot, jobs: Jobs, listener: Listener
) -> None:
    gate = Gate()
    job = jobs.run_long(gate.long_work, listener.hear, listener.hear)
    assert gate.entered.wait(20)
    assert jobs.long_work
    job.cancel()
    assert job.cancelled
    gate.opened.set()
    with qtbot.waitSignal(job.ended):
        pass
    assert listener.heard == []
    assert not jobs.long_work


def test_work_cancelled_while_it_waits_never_begins(qtbot: QtBot, jobs: Jobs, listener: Listener) -> None:
    gate, begun = Gate(), threading.Event()
    jobs.run(gate.work)
    assert gate.entered.wait(20)
    jobs.run(begun.set, listener.hear).cancel()
    gate.opened.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert not begun.is_set()
    assert listener.heard == []


def test_a_draft_overtakes_what_waits_for_the_store(qtbot: QtBot, jobs: Jobs, listener: Listener) -> None:
    gate = Gate()
    jobs.run(gate.work)
    assert gate.entered.wait(20)
    jobs.run(lambda: "act", listener.hear)
    jobs.run(lambda: "draft", listener.hear, first=True)
    gate.opened.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert listener.heard == ["draft", "act"]


def test_two_drafts_are_written_in_the_order_they_were_typed(qtbot: QtBot, jobs: Jobs, listener: Listener) -> None:
    for _ in range(100):
        # The worker sleeps when the two are asked: Qt's own priorities would let the second overtake the first.
        jobs.run(lambda: "older", listener.hear, first=True)
        jobs.run(lambda: "newer", listener.hear, first=True)
        qtbot.waitUntil(lambda: not jobs.busy)
    assert listener.heard == ["older", "newer"] * 100


def test_reading_does_not_wait_for_writing(qtbot: QtBot, jobs: Jobs, listener: Listener) -> None:
    gate = Gate()
    jobs.run(gate.work)
    jobs.run_read(lambda: "read", listener.hear)
    qtbot.waitUntil(lambda: listener.heard == ["read"])
    gate.opened.set()


def test_closing_finishes_what_writes_to_the_store_and_calls_nobody_back(
    qtbot: QtBot, jobs: Jobs, listener: Listener
) -> None:
    written: list[int] = []
    for number in range(50):
        jobs.run(partial(written.append, number), listener.hear)
    jobs.close()
    qtbot.wait(1)
    assert written == list(range(50))
    assert listener.heard == []
    assert not jobs.busy


def test_closing_stops_long_work_and_drops_what_waits_behind_it(qtbot: QtBot, jobs: Jobs, listener: Listener) -> None:
    gate, begun = Gate(), threading.Event()
    jobs.run_long(gate.long_work, listener.hear)
    assert gate.entered.wait(20)
    jobs.run_long(lambda _: begun.set(), listener.hear)
    threading.Timer(0.01, gate.opened.set).start()
    jobs.close()
    qtbot.wait(1)
    assert listener.heard == []
    assert not begun.is_set()


def test_progress_and_errors_that_arrive_after_closing_are_not_told(
    qtbot: QtBot, jobs: Jobs, listener: Listener
) -> None:
    gate = Gate()
    gate.opened.set()
    job = jobs.run_long(gate.long_work)
    job.progressed.connect(lambda *_: listener.hear("progress"))
    jobs.run(fail, listener.hear, listener.hear)
    assert gate.entered.wait(20)
    jobs.close()
    qtbot.wait(1)
    assert listener.heard == []


def test_what_is_asked_of_a_closed_desk_is_not_done(qtbot: QtBot, jobs: Jobs, listener: Listener) -> None:
    jobs.close()
    begun = threading.Event()
    assert jobs.run(begun.set, listener.hear).cancelled
    assert jobs.run_long(lambda _: begun.set(), listener.hear).cancelled
    qtbot.wait(1)
    assert not begun.is_set()
    assert listener.heard == []
    assert not jobs.busy


def test_a_job_is_gone_after_it_ended(qtbot: QtBot, jobs: Jobs) -> None:
    job = jobs.run(lambda: None)
    qtbot.waitUntil(lambda: not jobs.busy)
    deliver_deletions()
    assert not shiboken6.isValid(job)


class Heard(Listener):
    @Slot(object, object)
    def hear_from(self, number: int, what: object) -> None:
        self.heard += [number, what if isinstance(what, str) else type(what)]


def test_a_task_sends_home_its_result_its_error_or_that_it_was_cancelled(qtbot: QtBot) -> None:
    post, heard, stop = _Post(), Heard(), threading.Event()
    post.returned.connect(heard.hear_from)
    post.raised.connect(heard.hear_from)
    _Task(lambda: "done", 1, post, stop).run()
    _Task(fail, 2, post, stop).run()
    stop.set()
    _Task(lambda: "never", 3, post, stop).run()
    assert heard.heard == [1, "done", 2, DeskError, 3, Cancelled]


def test_progress_is_told_at_its_end_and_asks_cancelled_work_to_stop(qtbot: QtBot) -> None:
    post, stop = _Post(), threading.Event()
    told: list[tuple[object, ...]] = []
    post.stepped.connect(lambda *step: told.append(step))
    watched = _Watched(7, post, stop)
    for done in range(1, 101):
        watched.step(done, 100)
    assert told[-1] == (7, 100, 100, "")
    assert len(told) < 100
    stop.set()
    with pytest.raises(Cancelled):
        watched.step(1, 2)
