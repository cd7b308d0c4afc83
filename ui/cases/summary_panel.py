"""The summary of a case on the screen: what comes next, what it lacks, its path, its deadlines, its facts."""

from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from justice_desk.accounts.rules import UseCase
from justice_desk.cases.deadline_rules import Standing
from justice_desk.cases.views import DeadlineView
from ui.cases.case_file import CaseFile
from ui.cases.facts import FactList, account_part, facts_of
from ui.cases.progress import Lack, lacking, steps_of
from ui.country import label
from ui.deadlines.words import due_text, standing_state
from ui.i18n import translate
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.entry import Entry, EntryList
from ui.widgets.form_draft import DraftOffer
from ui.widgets.notices import Callout
from ui.widgets.page import GAP, Body, SideBySide
from ui.widgets.rows import RowList, RowText
from ui.widgets.stepper import Stepper
from ui.widgets.text import Role, Text

MET = frozenset({Standing.MET, Standing.MET_LATE})


class SummaryPanel(Body):
    """Shows where a case stands. It decides nothing.

    Signals:
        goal_requested: The `Goal` of something that is lacking: a tab, or a deed.
        alert_requested: A suspicion appeared.
        met_requested: The `DeadlineView` that was met.
        readers_requested: Who can read the case should be shown.
    """

    goal_requested = Signal(object)
    alert_requested = Signal()
    met_requested = Signal(object)
    readers_requested = Signal()

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(wide=True, parent=parent)
        self._zone = zone
        self.read_with_keys(translate("Summary", "Summary of the case"))
        self.parts.setContentsMargins(0, 12, 0, 0)
        self.offer = self.add(DraftOffer())
        self.words = self.add(Text("", Role.MUTED))
        self.words.hide()
        self._inside = self.add(QWidget())
        self.onwards: Button | None = None
        self.alert: Button | None = None
        self.readers: Button | None = None
        self.rows = RowList()
        self.stepper = Stepper()
        self.deadlines = EntryList()

    def refuse(self, words: str) -> None:
        """Say why nothing is shown."""
        self.words.setText(words)
        self.words.show()

    def show_file(self, file: CaseFile) -> None:
        """Show a case."""
        self.words.hide()
        place = self.verticalScrollBar().value()
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = self.add(QWidget())
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.stepper = Stepper(steps_of(file))
        column.addWidget(SideBySide(self._next_part(file), self._path_part(), narrowest=330))
        column.addSpacing(GAP)
        column.addWidget(SideBySide(self._deadline_part(file), self._fact_part(file), narrowest=330))
        self._inside.show()
        self.verticalScrollBar().setValue(place)

    def _next_part(self, file: CaseFile) -> QWidget:
        part, column = _part()
        found = lacking(file)
        self.onwards = None
        self.rows = RowList()
        if not found:
            words = translate("Summary", "Nothing is lacking now. The deadlines say when to ask again.")
            column.addWidget(Callout(words, Tone.GOOD))
        else:
            column.addWidget(self._first(found[0]))
        if found[1:]:
            column.addSpacing(4)
            column.addWidget(Text(translate("Summary", "What is still lacking"), Role.SECTION))
            column.addWidget(self.rows)
        for lack in found[1:]:
            row = self.rows.add(RowText(lack.title, lack.words))
            row.setEnabled(lack.goal is not None)
            row.clicked.connect(partial(self.goal_requested.emit, lack.goal))
        self._add_alert(file, column)
        return part

    def _first(self, lack: Lack) -> Callout:
        title = translate("Summary", "Now: {what}").format(what=lack.title)
        callout = Callout(lack.words, Tone.ACTIVE, title)
        if lack.goal is not None:
            self.onwards = Button(lack.verb, Kind.PRIMARY)
            self.onwards.setAccessibleDescription(lack.title)
            self.onwards.clicked.connect(partial(self.goal_requested.emit, lack.goal))
            row = QHBoxLayout()
            row.addWidget(self.onwards)
            row.addStretch(1)
            callout.words.addLayout(row)
        return callout

    def _add_alert(self, file: CaseFile, column: QVBoxLayout) -> None:
        self.alert = None
        if file.case.excluded or UseCase.ALERT not in file.may:
            return
        column.addSpacing(4)
        column.addWidget(Text(translate("Summary", "If trafficking is suspected"), Role.SECTION))
        column.addWidget(Text(translate("Summary", "A suspicion is enough, whenever it appears."), Role.MUTED))
        self.alert = Button(translate("Summary", "Raise the alert"), Kind.SECONDARY, "flag")
        self.alert.clicked.connect(self.alert_requested)
        column.addWidget(self.alert)

    def _path_part(self) -> QWidget:
        part, column = _part()
        column.addWidget(Text(translate("Summary", "The path of the case"), Role.SECTION))
        column.addWidget(self.stepper)
        return part

    def _deadline_part(self, file: CaseFile) -> QWidget:
        part, column = _part()
        column.addWidget(Text(translate("Summary", "Deadlines"), Role.SECTION))
        self.deadlines = EntryList()
        views = sorted(file.case.deadlines, key=lambda view: (view.standing in MET, view.due_at))
        column.addWidget(self.deadlines)
        self.deadlines.show_entries([self._deadline(view, file) for view in views])
        if not views:
            column.addWidget(Text(translate("Summary", "No deadline runs in this case."), Role.MUTED))
        return part

    def _deadline(self, view: DeadlineView, file: CaseFile) -> Entry:
        buttons = []
        if view.standing not in MET and UseCase.NOTE_DEADLINE_MET in file.may:
            met = Button(translate("Summary", "Note it as done"), Kind.QUIET, "check")
            met.setAccessibleDescription(label(file.profile, "deadline", view.kind))
            met.clicked.connect(partial(self.met_requested.emit, view))
            buttons.append(met)
        return Entry(
            label(file.profile, "deadline", view.kind),
            (due_text(view, file.now, self._zone), view.note),
            standing_state(file.profile, view.standing, view.severity),
            buttons,
        )

    def _fact_part(self, file: CaseFile) -> QWidget:
        part, column = _part()
        column.addWidget(Text(translate("Summary", "What is known"), Role.SECTION))
        column.addWidget(FactList(facts_of(file, self._zone)))
        column.addSpacing(4)
        column.addWidget(Text(translate("Summary", "What was told"), Role.SECTION))
        column.addWidget(account_part(file))
        self.readers = Button(translate("Summary", "Who can read this case"), Kind.QUIET, "key")
        self.readers.clicked.connect(self.readers_requested)
        column.addWidget(self.readers)
        return part


def _part() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return part, column
