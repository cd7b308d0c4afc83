"""The page Journal: the newest acts, and the check that none is missing and none was changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.accounts.views import JournalLine, JournalStanding
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId
from ui.cases.tab_keys import TabKey
from ui.cases.words import short_number
from ui.i18n import translate
from ui.journal.comparing import ComparePaper
from ui.journal.words import act_words, flags, standing_tone, standing_words
from ui.moments import moment_text
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import Banner
from ui.widgets.page import PageScaffold
from ui.widgets.table import Column, Table, ViewsModel
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk

AT_ONCE = 100
"""How many acts are read at once; the older ones are asked for."""


@dataclass(frozen=True)
class Acts:
    """The newest acts, and the numbers of the cases among them that the person signed in is admitted to."""

    lines: tuple[JournalLine, ...]
    numbers: Mapping[CaseId, str]


def journal_title() -> str:
    """Return the title of the page."""
    return translate("Journal", "Journal")


class JournalPage(PageScaffold):
    """Shows the acts.

    Signals:
        check_requested: The journal should be verified.
        compare_requested: The journal should be compared with a paper.
        older_requested: Older acts should be shown too.
        opened: The case that an act is about should be opened.
    """

    check_requested = Signal()
    compare_requested = Signal()
    older_requested = Signal()
    opened = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(
            journal_title(),
            translate("Journal", "Everything that was done at this desk. Nothing in it is deleted or changed."),
            wide=True,
            parent=parent,
        )
        self._zone = workplace.zone
        self._numbers: Mapping[CaseId, str] = {}
        self.check = self.beside_title(Button(translate("Journal", "Check the journal"), Kind.PRIMARY, "shield"))
        self.check.clicked.connect(self.check_requested)
        self.good, self.bad = (self.notice(Banner("", tone)) for tone in (Tone.GOOD, Tone.DANGER))
        self.good.hide()
        self.bad.hide()
        self.model = ViewsModel(self._columns(workplace.zone), self)
        self.table = self.add(Table(self.model, journal_title()), stretch=1)
        self.table.opened.connect(self._open)
        self.older = Button(translate("Journal", "Show older acts"), icon="down")
        self.older.clicked.connect(self.older_requested)
        self.compare = Button(translate("Journal", "Compare with a paper"), icon="documents")
        self.compare.clicked.connect(self.compare_requested)
        self.action_bar(self.older, forward=(self.compare,))
        self._presenter = JournalPresenter(self, workplace)

    def entering(self) -> None:
        """Read anew, with the cursor on the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._presenter.read()

    def show_acts(self, acts: Acts, *, more: bool) -> None:
        """Show acts; `more` says that there may be older ones."""
        self._numbers = acts.numbers
        self.model.show_views(acts.lines)
        self.older.setEnabled(more)

    def show_standing(self, words: str, tone: Tone) -> None:
        """Say what checking found."""
        self.good.say(words if tone is Tone.GOOD else "")
        self.bad.say(words if tone is not Tone.GOOD else "")

    def _columns(self, zone: ZoneInfo) -> Sequence[Column]:
        def flag_words(line: JournalLine) -> str:
            state = flags(line)
            return "" if state is None else state.word

        return (
            Column(translate("Journal", "When"), lambda line: moment_text(line.at, zone), width=17),
            Column(translate("Journal", "Who"), lambda line: line.actor, width=20, room=700),
            Column(translate("Journal", "What"), lambda line: act_words(line.action), width=24, stretch=True),
            Column(translate("Journal", "Case"), self._number, width=15, room=1000),
            Column(translate("Journal", "Noted"), flag_words, width=17, state=flags),
        )

    def _number(self, line: JournalLine) -> str:
        number = "" if line.case is None else self._numbers.get(line.case, "")
        return short_number(number)

    @Slot(object)
    def _open(self, line: JournalLine) -> None:
        if line.case in self._numbers:
            self.opened.emit(line.case)


class JournalPresenter(QObject):
    """Reads the acts and verifies the journal."""

    def __init__(self, panel: JournalPage, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        self._asked = AT_ONCE
        panel.check_requested.connect(self._check)
        panel.compare_requested.connect(self._compare)
        panel.older_requested.connect(self._read_older)
        panel.opened.connect(self._open)
        workplace.act_done.connect(self.read)

    @Slot()
    def read(self) -> None:
        """Read the acts anew."""
        self._workplace.jobs.run_read(partial(read_acts, self._workplace.desk, self._asked), self._show)

    @Slot(object)
    def _show(self, acts: Acts) -> None:
        self._panel.show_acts(acts, more=len(acts.lines) == self._asked)

    @Slot()
    def _read_older(self) -> None:
        self._asked += AT_ONCE
        self.read()

    @Slot()
    def _check(self) -> None:
        self._panel.check.setEnabled(False)
        job = self._workplace.jobs.run_read(self._workplace.desk.accounts.verify_journal, self._tell)
        job.ended.connect(self._rest)

    @Slot()
    def _compare(self) -> None:
        ComparePaper(self._workplace, self._panel).open()

    @Slot(object)
    def _tell(self, standing: JournalStanding) -> None:
        self._panel.show_standing(standing_words(standing), standing_tone(standing))

    @Slot()
    def _rest(self) -> None:
        self._panel.check.setEnabled(True)
        self._panel.check.setFocus()

    @Slot(str)
    def _open(self, case: str) -> None:
        self._workplace.navigator.open_case(CaseId(case), TabKey.HISTORY)


def read_acts(desk: "Desk", limit: int) -> Acts:
    """Return the newest acts. In a worker."""
    lines = tuple(desk.accounts.newest_acts(limit))
    numbers = {}
    for case in {line.case for line in lines if line.case is not None}:
        try:
            numbers[case] = desk.cases.case(case).number
        except DeskError:
            # Admitted once, and not any more; or a defender on a case that is not her own.
            continue
    return Acts(lines, numbers)
