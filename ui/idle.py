"""Noticing that nobody is there: after some minutes without a key, a click or a movement the desk locks itself."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from ui.shortcuts import SEQUENCES, Key

TICK = 1000
WARNING = 60
"""For how many seconds a warning stands before the desk locks."""

SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class Watch(QObject):
    """Counts the seconds since the last sign of life, and hears the two keys that a dialog would swallow.

    Install it on the application as an event filter.

    Signals:
        remaining: Every second, how many are left before the desk locks.
        warned: The last minute has begun.
        revived: Somebody is there after all; the warning can go.
        expired: Nobody came. Said again every second until somebody acts on it.
        lock_asked: The key that locks was pressed over a dialog.
        hide_asked: The key that hides was pressed over a dialog.
    """

    remaining = Signal(int)
    warned = Signal()
    revived = Signal()
    expired = Signal()
    lock_asked = Signal()
    hide_asked = Signal()

    def __init__(self, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self._allowed = minutes * 60
        self._left = self._allowed
        self._warning = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def allow(self, minutes: int) -> None:
        """Wait this long from now on (a hearing waits longer than a list)."""
        self._allowed = minutes * 60
        self.stir()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    @Slot()
    def stir(self) -> None:
        """Take note that somebody is there."""
        self._left = self._allowed
        if self._warning:
            self._warning = False
            self.revived.emit()

    @Slot()
    def tick(self) -> None:
        """Let a second pass."""
        self._left = max(self._left - 1, 0)
        self.remaining.emit(self._left)
        if self._left == 0:
            self.expired.emit()
        elif self._left <= WARNING and not self._warning:
            self._warning = True
            self.warned.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what passes, and let it pass unless it is one of the two keys over a dialog."""
        if event.type() not in SIGNS_OF_LIFE:
            return False
        self.stir()
        if isinstance(event, QKeyEvent) and QApplication.activeModalWidget() is not None:
            return self._hear(QKeySequence(event.keyCombination()))
        return False

    def _hear(self, pressed: QKeySequence) -> bool:
        for key, asked in ((Key.HIDE, self.hide_asked), (Key.LOCK, self.lock_asked)):
            if any(pressed == QKeySequence(sequence) for sequence in SEQUENCES[key]):
                asked.emit()
                return True
        return False
