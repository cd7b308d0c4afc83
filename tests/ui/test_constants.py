import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUSY = """
    import ui
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot

    class Busy(QObject):
        asked = Signal()

        @Slot()
        def answer(self) -> None:
            self.event(QEvent(QEvent.Type.User))

    app = QCoreApplication([])
    busy = Busy()
    busy.asked.connect(busy.answer)
    for _ in range(50_000):
        busy.asked.emit()
    ui.keep_constants()
    print("alive")
"""


def test_fifty_thousand_signals_do_not_wear_the_constants_out() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(BUSY)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=ROOT,
    )
    assert ended.stdout == "alive\n", ended.stderr
    assert ended.returncode == 0
