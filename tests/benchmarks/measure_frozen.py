"""How long the installed program takes to show its window, beside an empty window of the same library.

Nobody can look into a frozen program, so both are watched from outside: on a virtual screen, until the window manager
says that there is a window. Measured where `make package` left a program.
"""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from justice_desk.accounts.passphrases import made_passphrase
from justice_desk.bootstrap import found
from justice_desk.foundations.clock import system_clock
from tests.benchmarks.measuring import Measure
from ui.commands.story import Story

FROZEN = Path(__file__).parents[2] / "build" / "package" / "justice-desk" / "justice-desk"
EMPTY = "start: an empty Qt window, on a virtual screen"
EMPTY_WINDOW = (
    sys.executable,
    "-c",
    "from PySide6.QtWidgets import QApplication, QWidget; app = QApplication([]); w = QWidget(); w.show(); app.exec()",
)


WINDOWS = "_NET_CLIENT_LIST"


class Screen:
    """A virtual screen with a window manager, and somebody who tells of every window that comes or goes."""

    def __init__(self, folder: Path, ends: contextlib.ExitStack) -> None:
        self._environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_DATA_HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_STATE_HOME": str(folder / "state"),
        }
        self._ends = ends
        reading, writing = os.pipe()
        self._start(
            "Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp", passed=(writing,)
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self._environment["DISPLAY"] = f":{told.readline().strip()}"
        self._start("openbox")
        while b"#" not in subprocess.check_output(["xprop", "-root", WINDOWS], env=self._environment):
            time.sleep(0.05)
        watcher = self._start("xprop", "-root", "-spy", WINDOWS)
        assert watcher.stdout is not None
        self._windows = watcher.stdout
        self._wait(shown=False)

    def shown(self, command: Sequence[str | Path]) -> None:
        """Start a program, wait until its window is there, and end it."""
        with subprocess.Popen(command, env=self._environment) as program:
            try:
                self._wait(shown=True)
            finally:
                program.kill()
        self._wait(shown=False)

    def _wait(self, *, shown: bool) -> None:
        for line in self._windows:
            if (b"0x" in line) is shown and b"#" in line:
                return
        raise AssertionError("the virtual screen is gone")

    def _start(self, *command: str, passed: tuple[int, ...] = ()) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            command, env=self._environment, pass_fds=passed, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._ends.enter_context(process)
        self._ends.callback(process.terminate)
        return process


@contextlib.contextmanager
def showing(folder: Path, command: Sequence[str | Path]) -> Iterator[Callable[[], object]]:
    """Time a program from its start to its window, with a store to unlock."""
    founding = Story("bo").founding(made_passphrase(), system_clock())
    found(folder / "justice-desk" / "store", founding, system_clock).take_place().close()
    with contextlib.ExitStack() as ends:
        yield partial(Screen(folder, ends).shown, command)


MEASURES = (
    Measure(EMPTY, partial(showing, command=EMPTY_WINDOW), times=15),
    Measure(
        "start: the frozen program to its window", partial(showing, command=(FROZEN,)), times=15, peer=EMPTY, ratio=3.0
    ),
) * FROZEN.exists()
