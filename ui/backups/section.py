"""The part Backups of the administration: how old the last one is, making one, rehearsing a restore, where they go."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.backups.rules import AtClose
from justice_desk.backups.views import BackupStanding, BackupView, MadeView, Rehearsal
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.progress import Progress
from ui.backups.place import PlaceField
from ui.backups.words import (
    age_state,
    close_choices,
    last_words,
    rehearsal_words,
    rehearsed_state,
    rehearsed_words,
    size_words,
)
from ui.i18n import translate
from ui.moments import moment_text
from ui.sentences import sentence
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import ChoiceList
from ui.widgets.entry import Entry, EntryList
from ui.widgets.fields import Form
from ui.widgets.notices import Banner
from ui.widgets.page import Body, bring_into_view
from ui.widgets.work import WorkProgress
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk

TOP = 16
MOST = 8
"""So many backups are listed; the others are there all the same."""


@dataclass(frozen=True)
class Backups:
    """How the desk stands with its backups, and those that lie in the usual place now."""

    standing: BackupStanding
    there: tuple[BackupView, ...]


class BackupsSection(Body):
    """Shows the backups. It decides nothing.

    Signals:
        make_requested: A backup should be made in the place chosen.
        rehearse_requested: The newest backup should be tried.
        close_chosen: What should happen when the window is closed.
    """

    make_requested = Signal()
    rehearse_requested = Signal()
    close_chosen = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.parts.setContentsMargins(0, TOP, 0, 0)
        self._zone = workplace.zone
        self.standing = self.add(EntryList())
        self.told = self.add(Banner("", Tone.GOOD))
        self.refusal = self.add(Banner("", Tone.DANGER))
        self.told.hide()
        self.refusal.hide()
        self.progress = self.add(WorkProgress(""))
        self.form = self.add(Form())
        self.place = self.form.ask(
            "place",
            translate("Backups", "Where do backups go?"),
            PlaceField(workplace.jobs),
            translate("Backups", "Best on a drive that is kept in another house. What lies there is encrypted."),
        )
        self.make = self.form.place(Button(translate("Backups", "Make a backup now"), Kind.PRIMARY, "save"))
        self.make.clicked.connect(self.make_requested)
        self.at_close = self.form.ask(
            "at_close",
            translate("Backups", "When the desk is closed"),
            ChoiceList(close_choices(), columns=3),
            translate("Backups", "Once a day, if the place is there."),
        )
        self.at_close.chosen.connect(self.close_chosen)
        self.section(
            translate("Backups", "Restore rehearsal"),
            translate(
                "Backups",
                "The newest backup is brought back to a folder of its own, opened, compared and removed. Nothing in "
                "the desk is touched.",
            ),
        )
        self.rehearsal = self.add(EntryList())
        self.rehearse = self.add(Button(translate("Backups", "Rehearse a restore"), icon="refresh"))
        self.rehearse.clicked.connect(self.rehearse_requested)
        self.heading = self.section(translate("Backups", "Backups in this place"))
        self.list = self.add(EntryList())
        self._presenter = BackupsPresenter(self, workplace)

    def entering(self) -> None:
        """Read anew."""
        self._presenter.come()

    def show_backups(self, backups: Backups) -> None:
        """Show how the desk stands, and what lies in its place."""
        standing = backups.standing
        self.standing.show_entries([Entry(last_words(standing, self._zone), (), age_state(standing))])
        self.rehearsal.show_entries([Entry(rehearsed_words(standing, self._zone), (), rehearsed_state(standing))])
        self.heading.setVisible(bool(backups.there))
        self.list.show_entries(
            [Entry(moment_text(one.made_at, self._zone), (size_words(one.bytes),)) for one in backups.there[:MOST]]
        )
        self.rehearse.setEnabled(bool(backups.there))

    def say(self, words: str, tone: Tone = Tone.GOOD) -> None:
        """Say what came of it."""
        banner, other = (self.refusal, self.told) if tone is Tone.DANGER else (self.told, self.refusal)
        other.say("")
        banner.say(words)
        bring_into_view(banner)

    def work(self, words: str) -> None:
        """Show that something is under way, or (empty words) that it has ended."""
        self.progress.words.setText(words)
        for button in (self.make, self.rehearse):
            button.setEnabled(not words)


class BackupsPresenter(QObject):
    """Makes backups, rehearses, and keeps the choices."""

    def __init__(self, panel: BackupsSection, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        self._there: Sequence[BackupView] = ()
        self._shown = False
        self._began = panel.make
        panel.make_requested.connect(self._make)
        panel.rehearse_requested.connect(self._rehearse)
        panel.close_chosen.connect(self._close_by)

    @Slot()
    def come(self) -> None:
        """Read anew, and look for drives."""
        self._panel.place.look()
        self._read()

    def _read(self) -> None:
        self._workplace.jobs.run_read(partial(read_backups, self._workplace.desk), self._show)

    @Slot(object)
    def _show(self, backups: Backups) -> None:
        self._there = backups.there
        standing = backups.standing
        if not self._shown:
            if standing.place is not None:
                self._panel.place.choose(standing.place)
            self._panel.at_close.choose(standing.at_close)
            self._shown = True
        self._panel.show_backups(backups)
        self._workplace.standing_known.emit(standing)

    @Slot()
    def _make(self) -> None:
        place = self._panel.place.value()
        self._panel.form.point_out({} if place else {"place": translate("Backups", "Choose first where it goes.")})
        if place is None:
            return
        words = translate("Backups", "Making a backup, and reading it back…")
        self._began = self._panel.make
        self._begin(words, partial(make_in, self._workplace.desk, place), self._made)

    @Slot(object)
    def _made(self, made: MadeView) -> None:
        words = translate("Backups", "The backup is made and was read back: {size}.")
        if made.journal_holds:
            self._panel.say(words.format(size=size_words(made.bytes)))
        else:
            self._panel.say(
                translate(
                    "Backups",
                    "The backup is made, but the journal in it does not hold. Keep the earlier backups, and open the "
                    "page Journal.",
                ),
                Tone.DANGER,
            )
        self._workplace.act_done.emit()

    @Slot()
    def _rehearse(self) -> None:
        if not self._there:
            return
        words = translate("Backups", "Bringing the newest backup back, and comparing it…")
        self._began = self._panel.rehearse
        work = partial(self._workplace.desk.backups.rehearse, self._there[0].folder)
        self._begin(words, work, self._rehearsed)

    @Slot(object)
    def _rehearsed(self, found: Rehearsal) -> None:
        tone = Tone.GOOD if found.flaw is None else Tone.DANGER
        self._panel.say(rehearsal_words(found, self._workplace.zone), tone)
        self._workplace.act_done.emit()

    def _begin(self, words: str, work: Callable[[Progress], object], done: Callable[[Any], None]) -> None:
        self._panel.told.say("")
        self._panel.refusal.say("")
        self._panel.work(words)
        job = self._workplace.jobs.run_long(work, done, self._refuse)
        job.ended.connect(self._rest)
        self._panel.progress.watch(job)
        self._panel.progress.stop.setFocus()

    @Slot(object)
    def _refuse(self, error: DeskError) -> None:
        self._panel.say(sentence(error), Tone.DANGER)

    @Slot()
    def _rest(self) -> None:
        self._panel.work("")
        # The button that stops is gone, and the cursor with it.
        self._began.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    @Slot(str)
    def _close_by(self, choice: str) -> None:
        if self._shown:
            self._workplace.jobs.run(partial(self._workplace.desk.backups.choose_at_close, AtClose(choice)), self._kept)

    @Slot(object)
    def _kept(self, _nothing: object) -> None:
        self._read()


def read_backups(desk: "Desk") -> Backups:
    """Return how the desk stands, and what lies in its place now. In a worker."""
    standing = desk.backups.standing()
    there = desk.backups.backups(standing.place) if standing.place is not None else []
    return Backups(standing, tuple(there))


def make_in(desk: "Desk", place: Path, progress: Progress) -> MadeView:
    """Make a backup in a place, and remember the place for the next one. In a worker."""
    made = desk.backups.make(place, progress)
    desk.backups.choose_place(place)
    return made
