import gc
import threading
import weakref

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import collecting
from ui.background import Jobs
from ui.collecting import NAME, Collector, search_here


class Circle:
    """Something that only the search can find dead."""

    def __init__(self) -> None:
        self.itself = self


def dead_circle() -> "weakref.ref[Circle]":
    return weakref.ref(Circle())


@pytest.fixture
def searched(qapp: QApplication) -> Collector:
    search_here()
    found = qapp.findChild(Collector, NAME)
    assert isinstance(found, Collector)
    return found


def test_workers_never_search(qtbot: QtBot, jobs: Jobs) -> None:
    assert not gc.isenabled()
    searching: list[str] = []

    def note(phase: str, _facts: dict[str, int]) -> None:
        searching.append(f"{phase} in {threading.current_thread().name}")

    gc.callbacks.append(note)
    try:
        jobs.run(lambda: len([Circle() for _ in range(20_000)]))
        qtbot.waitUntil(lambda: not jobs.busy)
    finally:
        gc.callbacks.remove(note)
    assert all("MainThread" in where for where in searching)


def test_what_is_dead_is_found_in_the_window(searched: Collector) -> None:
    gc.collect()
    dead = dead_circle()
    searched.search()
    assert dead() is not None
    kept = [Circle() for _ in range(gc.get_threshold()[0] + 1)]
    searched.search()
    assert dead() is None
    assert kept


def test_there_is_one_collector_however_many_workers_there_are(qapp: QApplication, searched: Collector) -> None:
    search_here()
    assert qapp.findChildren(Collector, NAME) == [searched]


def test_without_an_application_nothing_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Nobody:
        @staticmethod
        def instance() -> None:
            return None

    monkeypatch.setattr(collecting, "QCoreApplication", Nobody)
    gc.enable()
    search_here()
    assert gc.isenabled()
