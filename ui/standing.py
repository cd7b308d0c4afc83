"""What the shell says of the desk itself: how old the last backup is, and what troubles the store."""

from PySide6.QtCore import QObject, Slot

from justice_desk.backups.views import BackupStanding, Troubles
from ui.backups.words import age_words, trouble_words
from ui.widgets.notices import Banner
from ui.widgets.status import StatusLine
from ui.workplace import Workplace


class DeskStanding(QObject):
    """Reads how the desk stands when it is opened and after every act, and says it in the status line and a banner."""

    def __init__(self, workplace: Workplace, status: StatusLine, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace, self._status, self._banner = workplace, status, banner
        self.known: BackupStanding | None = None
        workplace.act_done.connect(self.look)
        workplace.standing_known.connect(self._note)

    def begin(self) -> None:
        """Look for the first time, and tell what troubles the store."""
        self.look()
        self._workplace.jobs.run_read(self._workplace.desk.backups.troubles, self._tell)

    @Slot()
    def look(self) -> None:
        """Read how the desk stands with its backups."""
        self._workplace.jobs.run_read(self._workplace.desk.backups.standing, self._know)

    @Slot(object)
    def _know(self, standing: BackupStanding) -> None:
        self._workplace.standing_known.emit(standing)

    @Slot(object)
    def _note(self, standing: BackupStanding) -> None:
        self.known = standing
        self._status.remark("backup", age_words(standing, self._workplace.clock()))

    @Slot(object)
    def _tell(self, troubles: Troubles) -> None:
        self._banner.say(trouble_words(troubles))
