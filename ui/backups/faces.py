"""The faces of the window for when the desk does not open, or comes back: which follows which."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.background import Jobs
from ui.entrance import Entrance, OpenedDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from justice_desk.foundations.clock import Clock
    from ui.backups.guide import RestoreGuide
    from ui.shell import Shell


class RescueFaces(QObject):
    """Shows the page of troubles and the guides that bring a desk back.

    Signals:
        shown: The face that should be in front.
        opened: The `OpenedDesk`, restored or to be looked at only.
        left: Back to the way in.
    """

    shown = Signal(object)
    opened = Signal(object)
    left = Signal()

    def __init__(self, entrance: Entrance, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._entrance, self._jobs = entrance, jobs
        self._guide: RestoreGuide | None = None

    def trouble(self, name: str = "") -> None:
        """Show what can be done when the desk does not open."""
        # What a day without trouble does not need is not loaded.
        from ui.backups.trouble import TroublePage  # noqa: PLC0415

        page = TroublePage(self._entrance, self._jobs, name)
        page.left.connect(self._leave)
        page.opened.connect(self.opened)
        page.restore_requested.connect(self.restore)
        page.salvage_requested.connect(self.salvage)
        self.shown.emit(page)
        page.begin()

    @Slot()
    def restore(self) -> None:
        """Bring a desk back from a backup."""
        self._show_guide(salvage=False)

    @Slot()
    def salvage(self) -> None:
        """Save what can be read of the damaged desk."""
        self._show_guide(salvage=True)

    def close(self) -> None:
        """Forget what was brought back and did not take its place: the window goes."""
        guide, self._guide = self._guide, None
        if guide is not None:
            guide.leave()

    def _show_guide(self, *, salvage: bool) -> None:
        from ui.backups.guide import RestoreGuide  # noqa: PLC0415 - as above

        guide = self._guide = RestoreGuide(self._entrance, self._jobs, salvage=salvage)
        guide.restored.connect(self._enter)
        guide.left.connect(self._leave)
        self.shown.emit(guide)

    @Slot(object)
    def _enter(self, opened: OpenedDesk) -> None:
        self._guide = None
        self.opened.emit(opened)

    @Slot()
    def _leave(self) -> None:
        self._guide = None
        self.left.emit()


def asks_for_backup(window: "QWidget", shell: "Shell", clock: "Clock", go: "Callable[[], None]") -> bool:
    """Open the question about a backup, if one is due when the window is closed; say whether it is open.

    `go` is called once the window may go.
    """
    from ui.backups.closing import CloseBackup  # noqa: PLC0415 - as above

    standing, workplace = shell.standing.known, shell.workplace
    if standing is None or standing.place is None or not standing.due(clock()) or not standing.place.is_dir():
        return False
    if not window.findChildren(CloseBackup):
        question = CloseBackup(workplace.desk, workplace.jobs, standing, standing.place, window)
        question.finished_well.connect(go)
        question.open()
    return True
