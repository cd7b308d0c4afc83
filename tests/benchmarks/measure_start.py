"""How long the program takes to its first page, beside an empty window of the same library.

Whole processes, from `app.py` without a word as a double click starts it, ended the moment the page has been painted.
Python may keep its bytecode, as on a laptop: the time that does not count writes it.
"""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from justice_desk.accounts.passphrases import made_passphrase
from justice_desk.bootstrap import found
from justice_desk.foundations.clock import system_clock
from tests.benchmarks.measuring import Measure
from ui.commands.story import Story

ROOT = Path(__file__).parents[2]
EMPTY = "start: an empty Qt window"
EMPTY_WINDOW = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.show()
QTimer.singleShot(0, lambda: os._exit(0))
app.exec()
"""
UNLOCK_PAGE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
usual = QApplication.exec
def once(*_):
    QTimer.singleShot(0, lambda: os._exit(0))
    return usual()
QApplication.exec = once
from ui.commands.line import main
sys.exit(main([]))
"""


def _run(source: str, folder: Path) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
    }
    subprocess.run([sys.executable, "-c", source], check=True, cwd=ROOT, env=environment)


@contextlib.contextmanager
def empty(folder: Path) -> Iterator[Callable[[], object]]:
    """Time a process that shows an empty window and ends."""
    yield partial(_run, EMPTY_WINDOW, folder=folder)


@contextlib.contextmanager
def to_unlock_page(folder: Path) -> Iterator[Callable[[], object]]:
    """Time a process that shows the unlock page of a store and ends."""
    founding = Story("bo").founding(made_passphrase(), system_clock())
    found(folder / "justice-desk" / "store", founding, system_clock).take_place().close()
    yield partial(_run, UNLOCK_PAGE, folder=folder)


MEASURES = (
    Measure(EMPTY, empty, times=15),
    Measure("start: the program to its unlock page", to_unlock_page, times=15, peer=EMPTY, ratio=2.0),
)
