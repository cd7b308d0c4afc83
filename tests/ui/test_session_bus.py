import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.session_bus import SessionWatch

ROOT = Path(__file__).parents[2]
LISTENER = """
    import ui
    from PySide6.QtCore import QCoreApplication, QTimer
    from PySide6.QtDBus import QDBusConnection, QDBusMessage
    from ui.session_bus import SessionWatch

    app = QCoreApplication([])
    watch = SessionWatch(app)
    watch.leaving.connect(lambda: (print("leaving"), app.quit()))

    def say(active: bool) -> None:
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "screen saver")
        bus.registerService("org.freedesktop.ScreenSaver")
        name = "org.freedesktop.ScreenSaver"
        told = QDBusMessage.createSignal("/org/freedesktop/ScreenSaver", name, "ActiveChanged")
        told.setArguments([active])
        bus.send(told)

    QTimer.singleShot(0, lambda: (say(False), say(True)))
    QTimer.singleShot(20_000, app.quit)
    app.exec()
"""


def test_the_beginning_of_a_sleep_locks_and_its_end_does_not(qtbot: QtBot) -> None:
    parent = QObject()
    watch = SessionWatch(parent)
    heard: list[str] = []
    watch.leaving.connect(lambda: heard.append("leaving"))
    watch.changed(False)
    assert heard == []
    watch.changed(True)
    assert heard == ["leaving"]


def test_a_laptop_without_a_bus_goes_without(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QObject()
    assert SessionWatch(parent).heard_from >= 0


def test_a_locked_screen_is_heard_over_the_bus() -> None:
    runner = shutil.which("dbus-run-session")
    assert runner is not None, "the tests need dbus-run-session (Debian: dbus-daemon)"
    ended = subprocess.run(
        [runner, "--", sys.executable, "-c", textwrap.dedent(LISTENER)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert ended.stdout == "leaving\n", ended.stderr
