"""What everybody is told when the desk opens: that the store is older than it was, that the recovery sheet was used."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.views import RecoveryUse
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.badge import Tone
from ui.widgets.notices import Banner
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk


@dataclass(frozen=True)
class Announced:
    """Whether the journal is behind what was noted beside it, and the uses of the sheet that were not told yet."""

    older: bool
    uses: tuple[RecoveryUse, ...]


class Announcements(QWidget):
    """Banners over every page. The one about the sheet goes when it was read; the other stays."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.older = Banner("", Tone.DANGER)
        self.used = Banner("", Tone.WARNING, dismissible=True)
        for banner in (self.older, self.used):
            banner.hide()
            column.addWidget(banner)
        self._presenter = AnnouncementsPresenter(self, workplace)

    def read(self) -> None:
        """Ask what there is to tell."""
        self._presenter.read()


class AnnouncementsPresenter(QObject):
    """Reads what there is to tell, and writes down that it was read."""

    def __init__(self, panel: Announcements, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        self._up_to = 0
        panel.used.dismissed.connect(self._note)

    def read(self) -> None:
        """Ask what there is to tell."""
        self._workplace.jobs.run_read(partial(read_announced, self._workplace.desk), self._show)

    @Slot(object)
    def _show(self, found: Announced) -> None:
        if found.older:
            words = translate(
                "Announcements",
                "This store is older than it was: an earlier copy was put in its place, and what was done since is "
                "missing. Write nothing more. Compare the last number on paper, under Journal, and tell the other "
                "authorities.",
            )
            self._panel.older.say(words)
        if found.uses:
            self._up_to = found.uses[-1].seq
            self._panel.used.say("\n".join(self._told(use) for use in found.uses))

    def _told(self, use: RecoveryUse) -> str:
        when = moment_text(use.at, self._workplace.zone)
        if use.action == UseCase.USE_RECOVERY:
            words = translate(
                "Announcements",
                "{when}: somebody opened the desk with the recovery sheet, which reaches the identities too. Ask who "
                "it was; if nobody knows, tell the other authorities.",
            )
            return words.format(when=when)
        words = translate(
            "Announcements", "{when}: {name} made a new recovery sheet. The ones before open nothing any more."
        )
        return words.format(when=when, name=use.actor)

    @Slot()
    def _note(self) -> None:
        self._workplace.jobs.run(partial(self._workplace.desk.keys.note_recovery, self._up_to))


def read_announced(desk: "Desk") -> Announced:
    """Return what there is to tell. In a worker."""
    return Announced(desk.accounts.older_than_noted(), tuple(desk.keys.recovery_used()))
