"""Hearing from the system that the lid closes or the screen locks, over D-Bus, where there is one."""

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

Place = tuple[str, str, str, str]
"""Service, path, interface and signal."""
LOGIN: Place = (
    "org.freedesktop.login1",
    "/org/freedesktop/login1",
    "org.freedesktop.login1.Manager",
    "PrepareForSleep",
)
SAVERS: tuple[Place, ...] = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged"),
)


class SessionWatch(QObject):
    """Listens to the system.

    Signals:
        leaving: The laptop goes to sleep, or its screen was locked: the desk must lock at once.
    """

    leaving = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.heard_from = self._listen()

    @Slot(bool)
    def changed(self, beginning: bool) -> None:
        """Take the system's word; only the beginning of a sleep or a lock matters."""
        if beginning:
            self.leaving.emit()

    def _listen(self) -> int:
        """Listen wherever the system lets us; return at how many places it does."""
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        heard = [self._hear(system, LOGIN), *(self._hear(session, saver) for saver in SAVERS)]
        return sum(heard)

    def _hear(self, bus: QDBusConnection, place: Place) -> bool:
        service, path, interface, signal = place
        if not bus.isConnected():
            return False
        slot = SLOT("changed(bool)")
        return bus.connect(service, path, interface, signal, self, slot)  # type: ignore[call-overload, no-any-return]  # the binding takes what SLOT gives, its stubs ask for bytes
