"""How far the sealing is: one bar for writing, one for reading back what was written, and the way to stop."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from justice_desk.packets.rules import Part
from ui.background import Job
from ui.i18n import translate
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import Role, Text

FULL = 1000
"""Steps of a bar: bytes of a large packet are more than a bar can count."""


class SealProgress(QWidget):
    """Shows a sealing from its beginning to its end, then hides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._words = {
            Part.WRITING: translate("SealProgress", "Writing"),
            Part.CHECKING: translate("SealProgress", "Checking what was written"),
        }
        self.bars: Mapping[Part, QProgressBar] = {part: _bar(words) for part, words in self._words.items()}
        self._labels = {part: Text(words, Role.MUTED) for part, words in self._words.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part, bar in self.bars.items():
            column.addWidget(self._labels[part])
            column.addWidget(bar)
        row = QHBoxLayout()
        self.stop = Button(translate("SealProgress", "Stop"), Kind.SECONDARY)
        self.stop.clicked.connect(self._stop)
        row.addWidget(self.stop)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def watch(self, job: Job) -> None:
        """Show a job that has just begun."""
        self._job = job
        for part in self.bars:
            self._show(part, 0, FULL)
        self.bars[Part.WRITING].setRange(0, 0)
        self.stop.setEnabled(True)
        job.progressed.connect(self._step)
        job.ended.connect(self._end)
        self.show()

    @Slot(int, int, str)
    def _step(self, done: int, total: int, part: str) -> None:
        if part in self.bars:
            self._show(Part(part), done, total)
            if part == Part.CHECKING:
                self._show(Part.WRITING, FULL, FULL)

    @Slot()
    def _end(self) -> None:
        self._job = None
        self.hide()

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self.stop.setEnabled(False)
            self._job.cancel()

    def _show(self, part: Part, done: int, total: int) -> None:
        share = round(FULL * done / total) if total else 0
        self.bars[part].setRange(0, FULL)
        self.bars[part].setValue(share)
        self._labels[part].setText(f"{self._words[part]} · {share * 100 // FULL} %")


def _bar(words: str) -> QProgressBar:
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setAccessibleName(words)
    return bar
