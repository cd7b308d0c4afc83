"""Work under way, shown: what is being done, how far it is, and the way to stop it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.background import Job
from ui.i18n import translate
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import Role, Text


class WorkProgress(QWidget):
    """Shows a job from its beginning to its end, then hides.

    Signals:
        cancelled: The reader asked the work to stop.
    """

    cancelled = Signal()

    def __init__(self, words: str, *, stoppable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.words = Text(words, Role.MUTED)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)
        row.addWidget(self.bar, 1)
        self.stop = Button(translate("WorkProgress", "Stop"), Kind.SECONDARY)
        self.stop.setVisible(stoppable)
        self.stop.clicked.connect(self._stop)
        row.addWidget(self.stop)
        column.addLayout(row)
        self._job: Job | None = None
        self.hide()

    def watch(self, job: Job) -> None:
        """Show a job that has just begun."""
        self._job = job
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        job.progressed.connect(self._step)
        job.ended.connect(self._end)
        self.show()

    @Slot(int, int, str)
    def _step(self, done: int, total: int, _part: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    @Slot()
    def _end(self) -> None:
        self._job = None
        self.hide()

    def _stop(self) -> None:
        if self._job is not None:
            self.stop.setEnabled(False)
            self._job.cancel()
            self.cancelled.emit()
